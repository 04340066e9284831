package quiz

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"taut/game/anatomy"
	"taut/game/evidence"
)

// Beliefs is how many misconceptions are numbered (teaching rules, section 3).
const Beliefs = 26 // structural

// Validate reports the first fault of the bank, or nil. The error names the item
// and the field.
func (b *Bank) Validate() error {
	var ids, said []string
	for _, s := range b.Statements {
		said = append(said, s.ID)
		if s.Text == "" {
			return evidence.Faultf(s.ID, "text is empty")
		}
	}
	for i := range b.Questions {
		ids = append(ids, b.Questions[i].ID)
	}
	for _, list := range [][]string{said, ids} {
		if err := evidence.IDs(list); err != nil {
			return err
		}
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		if err := q.validate(said); err != nil {
			return err
		}
	}
	return nil
}

// Open reports the first text of an item that could be a step of a recipe, or nil: such
// things belong in a supplement.
func (b *Bank) Open() error {
	for i := range b.Questions {
		q := &b.Questions[i]
		for _, text := range q.texts() {
			if m := anatomy.Measure(text); m != "" {
				return evidence.Faultf(q.ID, "%q could be a step of a recipe", m)
			}
		}
	}
	return nil
}

// validate reports what is wrong with one item; said are the ids of statements.
func (q *Question) validate(said []string) error {
	bad := func(field, format string, args ...any) error {
		return evidence.Faultf(q.ID, "%s: %s", field, fmt.Sprintf(format, args...))
	}
	switch {
	case !slices.Contains(Topics(), q.Topic):
		return bad("topic", "%q is none; topics are technique, conditions, mechanism, comparisons, aftercare and safety", string(q.Topic))
	case !slices.Contains(Kinds(), q.Kind):
		return bad("kind", "%q is none; kinds are one, all, order, match, number, point, predict, do and explain", string(q.Kind))
	case q.Difficulty < 1 || q.Difficulty > 3:
		return bad("difficulty", "%d is not 1, 2 or 3", q.Difficulty)
	case slices.Contains(Pages(), q.ID):
		return bad("id", "it is the name of a page of the quiz")
	case blank(q.Stem):
		return bad("stem", "it is empty")
	case blank(q.Why):
		return bad("why", "it does not say why the right answer is right")
	case len(q.Links) == 0:
		return bad("links", "the item does not say where it can be seen")
	case len(q.Basis.Sources) == 0 && q.Basis.Mark != evidence.Teaching && q.Basis.Mark != evidence.Memory:
		return bad("basis", "it names no source")
	case q.rests() && q.Basis.Note == "":
		return bad("basis", "a key that rests on %s has to say so in its note", q.Basis.Mark)
	}
	if err := q.Basis.Validate(q.ID); err != nil {
		return bad("basis", "%s", err.(*evidence.Fault).Text)
	}
	for _, l := range q.Links {
		if !linked(l) {
			return bad("links", "%q is no known place of the program", l)
		}
	}
	for _, s := range q.States {
		if !slices.Contains(said, s) {
			return bad("states", "there is no statement %q", s)
		}
	}
	for i, o := range q.Options {
		field := fmt.Sprintf("options[%d]", i+1)
		switch {
		case blank(o.Text):
			return bad(field+".text", "it is empty")
		case blank(o.Why):
			return bad(field+".why", "it is empty")
		case o.Belief < 0 || o.Belief > Beliefs:
			return bad(field+".belief", "%d is no misconception; they are numbered 1 to %d", o.Belief, Beliefs)
		case o.Belief > 0 && o.Correct:
			return bad(field+".belief", "a right option is no misconception")
		case (o.To != "") != (q.Kind == Match):
			return bad(field+".to", "it belongs to every option of a match, and to no other")
		case (o.ID != "") != (q.Kind == Do || q.Kind == Explain):
			return bad(field+".id", "it belongs to every option of a task or a run, and to no other")
		}
		for _, p := range q.Options[:i] {
			if p.Text == o.Text || o.ID != "" && p.ID == o.ID {
				return bad(field, "it stands twice")
			}
		}
	}
	if field, fault := q.fits(); fault != "" {
		return bad(field, "%s", fault)
	}
	return q.drawn(bad)
}

// rests reports whether the key rests on memory or on a choice for teaching.
func (q *Question) rests() bool {
	return q.Basis.Mark == evidence.Memory || q.Basis.Mark == evidence.Teaching
}

// fits reports what the item's kind lacks, or has and does not know.
func (q *Question) fits() (field, fault string) {
	right := 0
	for _, o := range q.Options {
		if o.Correct {
			right++
		}
	}
	n := len(q.Options)
	for _, own := range []struct {
		field string
		has   bool
		of    Kind
	}{
		{"amount", q.Amount != nil, Number}, {"place", q.Place != nil, Point}, {"trace", q.Trace != "", Predict},
		{"task", q.Task != "", Do}, {"fault", q.Fault != "", Explain},
	} {
		if own.has != (q.Kind == own.of) {
			return own.field, "it belongs to every item of kind " + string(own.of) + ", and to no other"
		}
	}
	switch q.Kind {
	case One, Explain:
		if n < 3 || n > 6 || right != 1 {
			return "options", fmt.Sprintf("%d options with %d right; there must be 3 to 6 with one", n, right)
		}
	case All:
		if n < 4 || n > 8 || right < 2 || right > n-1 {
			return "options", fmt.Sprintf("%d options with %d right; there must be 4 to 8, two right ones and a wrong one at least", n, right)
		}
	case Order, Match, Do:
		if n < 3 || n > 8 || right != 0 {
			return "options", fmt.Sprintf("%d options, %d of them called correct; there must be 3 to 8, and none is", n, right)
		}
	case Number, Point, Predict:
		if right != 0 {
			return "options", "the options tell of common mistakes; none is correct"
		}
	}
	switch q.Kind {
	case Match:
		if !slices.ContainsFunc(q.Options, func(o Option) bool { return o.To != q.Options[0].To }) {
			return "options", "all belong to the same"
		}
	case Number:
		return "amount", q.Amount.fault(q.Draw)
	case Point:
		return "place", q.Place.fault()
	case Predict:
		if !slices.Contains(Traces(), q.Trace) {
			return "trace", fmt.Sprintf("%q is none; traces are %s", q.Trace, strings.Join(Traces(), ", "))
		}
	case Do:
		return "task", q.reasons()
	case Explain:
		if !slices.Contains(Faults(), q.Fault) {
			return "fault", fmt.Sprintf("%q is none; faults are %s", q.Fault, strings.Join(Faults(), ", "))
		}
		for _, o := range q.Options {
			if !slices.Contains(Faults(), o.ID) || o.Correct != (o.ID == q.Fault) {
				return "options", fmt.Sprintf("%q is no fault of a run, or not marked as the one that went wrong", o.ID)
			}
		}
	}
	return "", ""
}

// fault reports what is wrong with the key of a point, or "".
func (p *Place) fault() string {
	for _, part := range p.Parts {
		if known, ok := Parts()[p.On]; ok && !slices.Contains(known, part) {
			return fmt.Sprintf("%q is no part of the level %s; parts are %s", part, p.On, strings.Join(known, ", "))
		}
	}
	switch {
	case p.On == "body" && (p.Of == "muscle" || p.Of == "referral") && len(p.Pool) > 0 && len(p.Parts) == 0:
		return ""
	case slices.Contains([]string{"muscle", "band", "fibre", "sarcomere", "endplate"}, p.On) && p.Of == "part" && len(p.Pool) == 0 && len(p.Parts) > 0:
		return ""
	}
	return "it is a muscle or its referral with a pool on the body, or a part with parts on another level"
}

// mostDrawn bounds a number that is drawn.
const mostDrawn = 1_000_000 // structural

// fault reports a number that has no key, or one that cannot be given.
func (a *Amount) fault(d *Draw) string {
	lo, hi := 0, 0
	if d != nil {
		lo, hi = d.Lo, d.Hi
	}
	keys := [...]float64{a.Value + a.Times*float64(lo), a.Value + a.Times*float64(hi)}
	switch {
	case a.Unit == "" || !(a.Tolerance > 0) || math.IsInf(a.Tolerance, 0) || !(a.Lo < a.Hi) || math.IsInf(a.Lo, 0) || math.IsInf(a.Hi, 0) || (a.Times != 0) != (d != nil):
		return "it needs a unit, a tolerance above 0, lo below hi, and times where a number is drawn"
	case !(a.Lo <= min(keys[0], keys[1]) && max(keys[0], keys[1]) <= a.Hi): // nor is it NaN
		return fmt.Sprintf("its key, %g to %g, does not lie between lo and hi", keys[0], keys[1])
	}
	return ""
}

// Parts gives what an item may ask to be found on each level of the stage: what is there
// whatever was done before. The names are those that scenes/lab gives its parts; a test of scenes/quiz holds it.
func Parts() map[string][]string {
	return map[string][]string{
		"muscle":    {"skin", "fat", "fascia", "belly", "tendon", "origin", "taut-band", "trigger-point", "deep-muscle", "bone", "vessels", "nerve"},
		"band":      {"skin", "fat", "fascia", "fibres", "taut-band", "knot", "capillary", "bone"},
		"fibre":     {"fibre", "striations", "nucleus", "endomysium", "knot", "thinned", "capillary", "red-cells", "squeezed", "mediators", "nerve", "endplate"},
		"sarcomere": {"knot-sarcomere", "sarcomere-beside", "z-line", "m-line", "thick-filament", "thin-filament", "titin", "cross-bridge", "reticulum", "t-tubule", "calcium-pump", "calcium", "mitochondrion"},
		"endplate": {"nerve", "ending", "schwann-cell", "mitochondrion", "vesicles", "active-zone", "calcium-channel", "cleft", "acetylcholine", "basal-lamina",
			"acetylcholinesterase", "receptors", "fold", "muscle-membrane", "potential", "nociceptor", "sensitisers", "capillary", "sarcoplasm"},
	}
}

// reasons reports a task that is not known or whose options are not its reasons.
func (q *Question) reasons() string {
	t, ok := tasks[q.Task]
	if !ok {
		return fmt.Sprintf("%q is none; tasks are %s", q.Task, strings.Join(Tasks(), ", "))
	}
	var have []string
	for _, o := range q.Options {
		have = append(have, o.ID)
	}
	slices.Sort(have)
	if want := slices.Sorted(slices.Values(t.reasons)); !slices.Equal(have, want) {
		return fmt.Sprintf("its options are %v; the task can fail by %v", have, want)
	}
	return ""
}

// drawn holds that what a stem leaves open is drawn, and nothing else.
func (q *Question) drawn(bad func(field, format string, args ...any) error) error {
	if d := q.Draw; d != nil && !(d.Step > 0 && -mostDrawn <= d.Lo && d.Lo < d.Hi && d.Hi <= mostDrawn && (d.Hi-d.Lo)%d.Step == 0 && (d.Hi-d.Lo)/d.Step < 1000) {
		return bad("draw", "lo, hi and step do not give a row of numbers")
	}
	if (q.Draw != nil) != strings.Contains(q.Stem, "{n}") {
		return bad("draw", "{n} stands in the stem and draw in the item, or neither")
	}
	muscle := q.Place != nil && len(q.Place.Pool) > 0
	if muscle != strings.Contains(q.Stem, "{muscle}") {
		return bad("place", "{muscle} stands in the stem and pool in the item, or neither")
	}
	// What is filled in: the key of a number and what was drawn everywhere, the muscle in
	// the stem, what was measured where a task says why it failed.
	var names []string
	if q.Draw != nil {
		names = append(names, "{n}", "")
	}
	stem := names
	if muscle {
		stem = append(slices.Clone(names), "{muscle}", "")
	}
	if q.Amount != nil {
		names = append(slices.Clone(names), "{value}", "")
	}
	reason := names
	if q.Kind == Do {
		reason = append(slices.Clone(names), "{measured}", "", "{limit}", "")
	}
	type filled struct {
		names []string
		text  string
	}
	texts := []filled{{stem, q.Stem}, {names, q.Why}, {nil, q.Basis.Note}}
	for _, o := range q.Options {
		texts = append(texts, filled{names, o.Text}, filled{nil, o.To}, filled{reason, o.Why})
	}
	for _, x := range texts {
		if strings.ContainsAny(strings.NewReplacer(x.names...).Replace(x.text), "{}") {
			return bad("stem", "braces hold nothing that is filled in there: %q", x.text)
		}
	}
	return nil
}

// Pages are the names of the quiz's pages: links bear them where they could bear the id
// of an item.
func Pages() []string {
	return []string{"practice", "test", "result", "before", "after", "forms", "review"}
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }

// texts gives every text of the item that people read.
func (q *Question) texts() []string {
	list := []string{q.Stem, q.Why, q.Basis.Note}
	for _, o := range q.Options {
		list = append(list, o.Text, o.To, o.Why)
	}
	return list
}
