package anatomy

import (
	"strings"
	"testing"

	"taut/game/evidence"
)

// invented is a technique that fits no muscle of anybody.
func invented() []Technique {
	mm := func(at float64) evidence.Range {
		return evidence.Range{Lo: at, At: at, Hi: at, Unit: "mm", Basis: chosen}
	}
	return []Technique{{Muscle: "toy", Landmark: "a mark on the toy", Position: "on the bench", Length: mm(2), Width: mm(1), Depth: mm(3)}}
}

func supplement(t testing.TB) *Supplement {
	t.Helper()
	s, err := NewSupplement("Toy course", invented())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestOnlyASupervisedCourseSeesTechniques: without leave, or with that of
// another course, there is nothing to see.
func TestOnlyASupervisedCourseSeesTechniques(t *testing.T) {
	s := supplement(t)
	other, err := NewSupplement("Other course", invented())
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := other.Supervise("Other course")
	if err != nil {
		t.Fatal(err)
	}
	for name, by := range map[string]Supervised{"no leave": {}, "another's": theirs} {
		if x, ok := s.For(by, "toy"); ok || x.Landmark != "" {
			t.Errorf("%s: %+v", name, x)
		}
	}
	for _, course := range []string{"", "Other course"} {
		if by, err := s.Supervise(course); err == nil || by.Course() != "" {
			t.Errorf("leave was given to %q", course)
		}
	}
	if _, ok := new(Supplement).For(Supervised{}, ""); ok {
		t.Error("nothing gave something")
	}
	by, err := s.Supervise("Toy course")
	if err != nil || by.Course() != "Toy course" {
		t.Fatalf("%q, %v", by.Course(), err)
	}
	if x, ok := s.For(by, "toy"); !ok || x.Depth.At != 3 {
		t.Errorf("%+v, %v", x, ok)
	}
	if _, ok := s.For(by, "nothing"); ok {
		t.Error("a technique was found that is not there")
	}
}

func TestSupplementNamesTheFault(t *testing.T) {
	for name, spoil := range map[string]func(x *Technique){
		"muscle":   func(x *Technique) { x.Muscle = "" },
		"landmark": func(x *Technique) { x.Landmark = "" },
		"position": func(x *Technique) { x.Position = "" },
		"unit":     func(x *Technique) { x.Depth.Unit = "cm" },
		"nothing":  func(x *Technique) { x.Width.Lo = 0 },
		"mark":     func(x *Technique) { x.Length.Basis.Mark = 0 },
	} {
		list := invented()
		spoil(&list[0])
		if _, err := NewSupplement("Toy course", list); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	for _, course := range []string{"", " ", strings.Repeat("x", 121)} {
		if _, err := NewSupplement(course, invented()); err == nil {
			t.Errorf("a course called %q was taken", course)
		}
	}
}
