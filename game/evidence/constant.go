// Package evidence says where a number comes from: its mark, its unit, its
// plausible range and its source. Every room of the model lists its constants
// in one [Table]; a test walks them, and a learner can always see which kind
// of number is on the screen.
package evidence

import (
	"fmt"
	"hash/fnv"
	"math"
)

// Mark is the kind of evidence behind a number.
type Mark uint8

// The marks, from the strongest to the weakest.
const (
	Found    Mark = iota + 1 // [F] read in a public source, most often the abstract
	Memory                   // [M] from memory of the literature, not checked against the paper
	Derived                  // [D] arithmetic on Found or Memory values
	Teaching                 // [P] chosen for teaching; not evidence
	Seed                     // [seed] stated in the article that the program teaches
)

// String gives the mark as it stands in tables and on cards.
func (m Mark) String() string {
	switch m {
	case Found:
		return "[F]"
	case Memory:
		return "[M]"
	case Derived:
		return "[D]"
	case Teaching:
		return "[P]"
	case Seed:
		return "[seed]"
	}
	return "[?]"
}

// Constant is one number of the model.
type Constant struct {
	Symbol string  // as in MODEL.md, for example "tauC"
	Unit   string  // "s", "mm", "kPa", "µV", ...; "1" where it has none
	Value  float64 // what the model uses
	Lo, Hi float64 // plausible range, both ends included
	Mark   Mark
	Source string // what the number rests on, in words a reader can follow
}

// Validate reports the first thing that is wrong with c, or nil: every field
// is filled, the range is finite and holds the value.
func (c Constant) Validate() error {
	switch {
	case c.Symbol == "":
		return fmt.Errorf("evidence: a constant without a symbol (value %v)", c.Value)
	case c.Unit == "":
		return fmt.Errorf("evidence: %s has no unit", c.Symbol)
	case c.Mark < Found || c.Mark > Seed:
		return fmt.Errorf("evidence: %s has no mark", c.Symbol)
	case c.Source == "":
		return fmt.Errorf("evidence: %s has no source", c.Symbol)
	case math.IsNaN(c.Value) || math.IsInf(c.Lo, 0) || math.IsInf(c.Hi, 0) || !(c.Lo <= c.Value && c.Value <= c.Hi):
		return fmt.Errorf("evidence: %s = %v is outside its range %v to %v", c.Symbol, c.Value, c.Lo, c.Hi)
	}
	return nil
}

// Table lists the constants of one package.
type Table []Constant

// Validate reports the first fault of the table, or nil; no symbol stands twice.
func (t Table) Validate() error {
	seen := make(map[string]bool, len(t))
	for _, c := range t {
		if err := c.Validate(); err != nil {
			return err
		}
		if seen[c.Symbol] {
			return fmt.Errorf("evidence: %s stands twice", c.Symbol)
		}
		seen[c.Symbol] = true
	}
	return nil
}

// Hash folds symbols, units and values of the tables into one number (FNV-1a,
// 64 bit). Two models with the same hash and the same step code behave alike.
func Hash(tables ...Table) uint64 {
	h := fnv.New64a()
	for _, t := range tables {
		for _, c := range t {
			fmt.Fprintf(h, "%s|%s|%x\n", c.Symbol, c.Unit, math.Float64bits(c.Value))
		}
	}
	return h.Sum64()
}
