package course_test

import (
	"slices"
	"testing"

	"taut/game/course"
	"taut/game/evidence/evidencetest"
)

func TestConstantsAreAllInTheTable(t *testing.T) {
	evidencetest.Walk(t, ".", slices.Concat(course.Constants, course.ArmConstants))
}
