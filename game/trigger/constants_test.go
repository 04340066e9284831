package trigger_test

import (
	"testing"

	"taut/game/evidence/evidencetest"
	"taut/game/trigger"
)

func TestConstantsAreAllInTheTable(t *testing.T) {
	evidencetest.Walk(t, ".", trigger.Constants)
}
