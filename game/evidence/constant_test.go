package evidence_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"taut/game/evidence"
)

var whole = evidence.Constant{Symbol: "tauC", Unit: "s", Value: 4, Lo: 1, Hi: 10, Mark: evidence.Teaching, Source: "chosen"}

// TestValidateNamesTheFault: a constant with anything missing is refused, and
// the error names its symbol.
func TestValidateNamesTheFault(t *testing.T) {
	if err := whole.Validate(); err != nil {
		t.Errorf("a whole constant: %v", err)
	}
	for name, spoil := range map[string]func(*evidence.Constant){
		"symbol":      func(c *evidence.Constant) { c.Symbol = "" },
		"unit":        func(c *evidence.Constant) { c.Unit = "" },
		"no mark":     func(c *evidence.Constant) { c.Mark = 0 },
		"wrong mark":  func(c *evidence.Constant) { c.Mark = 99 },
		"source":      func(c *evidence.Constant) { c.Source = "" },
		"below":       func(c *evidence.Constant) { c.Value = .5 },
		"above":       func(c *evidence.Constant) { c.Value = 11 },
		"no number":   func(c *evidence.Constant) { c.Value = math.NaN() },
		"no limit":    func(c *evidence.Constant) { c.Hi = math.Inf(1) },
		"no low":      func(c *evidence.Constant) { c.Lo = math.Inf(-1) },
		"range is no": func(c *evidence.Constant) { c.Lo = math.NaN() },
	} {
		c := whole
		spoil(&c)
		if err := c.Validate(); err == nil || c.Symbol != "" && !strings.Contains(err.Error(), "tauC") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := (evidence.Table{whole, whole}).Validate(); err == nil || !strings.Contains(err.Error(), "twice") {
		t.Errorf("a symbol twice: %v", err)
	}
}

func TestMarks(t *testing.T) {
	for m, want := range map[evidence.Mark]string{
		evidence.Found: "[F]", evidence.Memory: "[M]", evidence.Derived: "[D]", evidence.Teaching: "[P]", evidence.Seed: "[seed]", 0: "[?]",
	} {
		if m.String() != want {
			t.Errorf("mark %d is %s, want %s", m, m, want)
		}
	}
}

// TestHashSeesWhatMatters: symbol, unit, value and order, not the prose.
func TestHashSeesWhatMatters(t *testing.T) {
	h := evidence.Hash(evidence.Table{whole})
	prose := whole
	prose.Source, prose.Mark, prose.Lo = "another", evidence.Found, 0
	if evidence.Hash(evidence.Table{prose}) != h {
		t.Error("another source is another model")
	}
	for name, spoil := range map[string]func(*evidence.Constant){
		"symbol": func(c *evidence.Constant) { c.Symbol = "tauE" },
		"unit":   func(c *evidence.Constant) { c.Unit = "min" },
		"value":  func(c *evidence.Constant) { c.Value = math.Nextafter(4, 5) },
	} {
		c := whole
		spoil(&c)
		if evidence.Hash(evidence.Table{c}) == h {
			t.Errorf("another %s is the same model", name)
		}
	}
}

func ExampleConstant_Validate() {
	fmt.Println(evidence.Constant{Symbol: "tauC", Unit: "s", Value: 40, Lo: 1, Hi: 10, Mark: evidence.Teaching, Source: "chosen for teaching"}.Validate())
	// Output: evidence: tauC = 40 is outside its range 1 to 10
}
