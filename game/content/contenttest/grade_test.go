package contenttest

import "testing"

func TestGradeKnowsEasyFromHard(t *testing.T) {
	const hard = "Physiological considerations necessitate comprehensive evaluation of neuromuscular transmission."
	if g := Grade("The cat sat on the mat. It was warm.", nil); g > 1 {
		t.Errorf("an easy text reads at %.1f", g)
	}
	if g := Grade(hard, nil); g < 15 {
		t.Errorf("a hard text reads at %.1f", g)
	}
	if g := Grade(hard, func(string) bool { return true }); g > 3 {
		t.Errorf("with every word learnt it reads at %.1f", g)
	}
	if g := Grade("", nil); g != 0 {
		t.Errorf("nothing reads at %.1f", g)
	}
}
