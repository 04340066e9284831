package course_test

import (
	"testing"

	"taut/game/course"
	"taut/game/evidence/evidencetest"
)

func TestConstantsAreAllInTheTable(t *testing.T) {
	evidencetest.Walk(t, ".", course.Constants)
}
