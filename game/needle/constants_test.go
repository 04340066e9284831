package needle_test

import (
	"testing"

	"taut/game/evidence/evidencetest"
	"taut/game/needle"
)

func TestConstantsAreAllInTheTable(t *testing.T) {
	evidencetest.Walk(t, ".", needle.Constants)
}
