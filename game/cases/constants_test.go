package cases_test

import (
	"testing"

	"taut/game/evidence/evidencetest"
	"taut/game/cases"
)

func TestConstantsAreAllInTheTable(t *testing.T) {
	evidencetest.Walk(t, ".", cases.Constants)
}
