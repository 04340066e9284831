package cases_test

import (
	"testing"

	"taut/game/cases"
	"taut/game/evidence/evidencetest"
)

func TestConstantsAreAllInTheTable(t *testing.T) {
	evidencetest.Walk(t, ".", cases.Constants)
}
