package evidence

import "fmt"

// Grade is how well a claim is supported.
type Grade uint8

// The grades. Contested is not a step of the ladder: findings point both ways.
const (
	Contested Grade = iota + 1
	Weak
	Moderate
	Strong
)

// String gives the grade in one word.
func (g Grade) String() string {
	switch g {
	case Contested:
		return "contested"
	case Weak:
		return "weak"
	case Moderate:
		return "moderate"
	case Strong:
		return "strong"
	}
	return "?"
}

// UnmarshalText takes up a grade as String writes it.
func (g *Grade) UnmarshalText(text []byte) error {
	for c := Contested; c <= Strong; c++ {
		if c.String() == string(text) {
			*g = c
			return nil
		}
	}
	return fmt.Errorf("%q is no grade; grades are contested, weak, moderate and strong", text)
}

// UnmarshalText takes up a mark without its brackets: F, M, D, P or seed.
func (m *Mark) UnmarshalText(text []byte) error {
	for c := Found; c <= Seed; c++ {
		if c.String() == "["+string(text)+"]" {
			*m = c
			return nil
		}
	}
	return fmt.Errorf("%q is no mark; marks are F, M, D, P and seed", text)
}
