package pack_test

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"taut/assets"
	"taut/game/anatomy"
	"taut/game/cases"
	"taut/game/evidence"
	"taut/game/pack"
	"taut/game/quiz"
)

// example gives a pack with one item, one source and a supplement.
func example(t testing.TB) *pack.Pack {
	t.Helper()
	mm := func(x float64) evidence.Range {
		return evidence.Range{Lo: x, At: x, Hi: x, Unit: "mm", Basis: evidence.Basis{Mark: evidence.Teaching}}
	}
	more, err := anatomy.NewSupplement("A course", []anatomy.Technique{{Muscle: "infraspinatus", Landmark: "a landmark", Position: "on the front", Length: mm(40), Width: mm(.3), Depth: mm(10)}})
	if err != nil {
		t.Fatal(err)
	}
	return &pack.Pack{
		Title: "T", Author: "A", Course: "A course", Supplement: more,
		Cases:   &cases.Book{},
		Sources: &evidence.Library{Sources: []evidence.Source{{ID: "mine", Authors: "Me", Kind: "book", Read: "full", Shows: "It shows."}}},
		Questions: &quiz.Bank{Questions: []quiz.Question{{
			ID: "own", Topic: quiz.Safety, Kind: quiz.One, Difficulty: 1, Stem: "What?", Why: "So.", Links: []string{"lab"},
			Basis:   evidence.Basis{Mark: evidence.Found, Sources: []string{"mine"}},
			Options: []quiz.Option{{Text: "a", Correct: true, Why: "w"}, {Text: "b", Why: "w"}, {Text: "c", Why: "w"}},
		}}},
	}
}

func encoded(t testing.TB, p *pack.Pack) []byte {
	t.Helper()
	b, err := p.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func own(t testing.TB) pack.Shelf {
	t.Helper()
	s, err := pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A pack comes back as it was, adds to the program's own content, and changes none
// of it.
func TestAPackAdds(t *testing.T) {
	s, b := own(t), encoded(t, example(t))
	p, err := pack.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if again := encoded(t, p); !bytes.Equal(again, b) {
		t.Error("it is compiled otherwise the second time")
	}
	n, sources := len(s.Bank.Questions), len(s.Library.Sources)
	to, err := s.With(p)
	if err != nil {
		t.Fatal(err)
	}
	if len(to.Bank.Questions) != n+1 || !to.Own("own") || to.Own("do-quiet") || len(to.Library.Sources) != sources+1 || len(s.Bank.Questions) != n || len(s.Library.Sources) != sources {
		t.Error("it does not add one item and one source, or changes what was there")
	}
	if _, _, ok := s.Technique("infraspinatus"); ok {
		t.Error("a technique is told without a pack")
	}
	if x, course, ok := to.Technique("infraspinatus"); !ok || course != "A course" || x.Landmark != "a landmark" {
		t.Error("the course does not see its technique")
	}
	if _, _, ok := to.Technique("soleus"); ok {
		t.Error("a technique is told that the supplement has not")
	}
}

// person changes a person of the program's and puts them into the pack as its own.
func person(change func(*cases.Case)) func(*pack.Pack) {
	return func(p *pack.Pack) {
		shelf, err := pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions)
		if err != nil {
			panic(err)
		}
		c := shelf.Book.Cases[0]
		c.ID, c.Felt, c.Spots = "mine", slices.Clone(c.Felt), slices.Clone(c.Spots)
		change(&c)
		p.Cases = &cases.Book{Cases: []cases.Case{c}}
	}
}

// item makes another item of the pack's first one.
func item(stem string, change func(*quiz.Question)) func(*pack.Pack) {
	return func(p *pack.Pack) {
		q := &p.Questions.Questions[0]
		q.Stem, q.Options = stem, nil
		change(q)
	}
}

// What does not hold is refused in one sentence that names the record.
func TestWhatIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(p *pack.Pack)
		say    string
	}{
		"an id that is taken":  {func(p *pack.Pack) { p.Questions.Questions[0].ID = "do-quiet" }, `"do-quiet"`},
		"a source that is not": {func(p *pack.Pack) { p.Questions.Questions[0].Basis.Sources[0] = "nobody" }, `"nobody"`},
		"a recipe":             {func(p *pack.Pack) { p.Questions.Questions[0].Stem = "Go in 20 mm." }, "recipe"},
		"a link to nowhere":    {func(p *pack.Pack) { p.Questions.Questions[0].Links[0] = "nowhere" }, `"nowhere"`},
		"a muscle that is not": {func(p *pack.Pack) {
			p.Supplement, _ = anatomy.NewSupplement("A course", []anatomy.Technique{})
			p.Cases = &cases.Book{Cases: []cases.Case{{ID: "x"}}}
		}, `"x"`},
		"a recipe in what somebody feels": {person(func(c *cases.Case) { c.Felt[0].Text = "It went in 20 mm." }), "recipe"},
		"a recipe in an answer":           {person(func(c *cases.Case) { c.Answers = []cases.Says{{Precaution: "x", Text: "Three fingers wide."}} }), "recipe"},
		"a recipe in a source":            {func(p *pack.Pack) { p.Sources.Sources[0].Shows = "The needle went in 20 mm." }, "recipe"},
		"a place off the figure":          {person(func(c *cases.Case) { c.Spots[0].X = math.NaN() }), "figure"},
		"too many points": {person(func(c *cases.Case) {
			f := c.Felt[0]
			f.Points, c.Felt = cases.MaxPoints, nil
			for _, f.Muscle = range []string{"gluteus-medius", "gluteus-minimus", "soleus", "hamstrings", "splenius"} {
				c.Felt = append(c.Felt, f)
			}
		}), "points"},
		"a muscle twice":            {person(func(c *cases.Case) { c.Felt = append(c.Felt, c.Felt[0]) }), "twice"},
		"an answer twice":           {person(func(c *cases.Case) { c.Answers = slices.Repeat([]cases.Says{{Precaution: "epilepsy", Text: "No."}}, 2) }), "twice"},
		"a page's name":             {func(p *pack.Pack) { p.Questions.Questions[0].ID = "review" }, "page"},
		"a stem of spaces":          {func(p *pack.Pack) { p.Questions.Questions[0].Stem = "  " }, "stem"},
		"a value without an amount": {func(p *pack.Pack) { p.Questions.Questions[0].Why = "It is {value}." }, "filled in"},
		"a muscle in a reason":      {func(p *pack.Pack) { p.Questions.Questions[0].Options[0].Why = "In {muscle}." }, "filled in"},
		"a match of all alike": {func(p *pack.Pack) {
			q := &p.Questions.Questions[0]
			q.Kind, q.Options = quiz.Match, nil
			for _, text := range []string{"a", "b", "c"} {
				q.Options = append(q.Options, quiz.Option{Text: text, To: "x", Why: "So."})
			}
		}, "same"},
		"a muscle that nobody has": {item("Where is {muscle}?", func(q *quiz.Question) {
			q.Kind, q.Place = quiz.Point, &quiz.Place{On: "body", Of: "muscle", Pool: []string{"tail"}}
		}), `"tail"`},
		"a part that is not there": {item("Where?", func(q *quiz.Question) {
			q.Kind, q.Place = quiz.Point, &quiz.Place{On: "band", Of: "part", Parts: []string{"tail"}}
		}), `"tail"`},
		"a number that cannot be given": {item("How many?", func(q *quiz.Question) {
			q.Kind, q.Amount = quiz.Number, &quiz.Amount{Value: 50, Tolerance: 1, Unit: "s", Hi: 10}
		}), "amount"},
		"a number that is right whatever is said": {item("How many?", func(q *quiz.Question) {
			q.Kind, q.Amount = quiz.Number, &quiz.Amount{Value: 5, Tolerance: math.Inf(1), Unit: "s", Hi: 10}
		}), "amount"},
		"no number at all": {item("How many?", func(q *quiz.Question) {
			q.Kind, q.Amount = quiz.Number, &quiz.Amount{Value: math.NaN(), Tolerance: 1, Unit: "s", Hi: 10}
		}), "amount"},
		"no title":         {func(p *pack.Pack) { p.Title = " " }, "title"},
		"another's course": {func(p *pack.Pack) { p.Course = "Another" }, "course"},
		"nothing":          {func(p *pack.Pack) { p.Questions.Questions, p.Supplement, p.Course = nil, nil, "" }, "neither"},
		"a statement":      {func(p *pack.Pack) { p.Questions.Statements = []quiz.Statement{{ID: "a", Text: "t"}} }, "statements"},
	} {
		p := example(t)
		c.change(p)
		b, err := p.Encode()
		if err == nil {
			if p, err = pack.Decode(b); err == nil {
				_, err = own(t).With(p)
			}
		}
		if err == nil || !strings.Contains(err.Error(), c.say) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, c := range map[string]struct {
		b    []byte
		want error
	}{
		"nothing": {nil, pack.ErrNotAPack}, "noise": {[]byte("nonsense"), pack.ErrNotAPack}, "too much": {make([]byte, pack.MaxSize+1), pack.ErrTooBig},
		"more": {append(encoded(t, example(t)), 0), pack.ErrNotAPack}, "newer": {bytes.Replace(encoded(t, example(t)), []byte("format\x01"), []byte("format\x02"), 1), pack.ErrNewer},
	} {
		if _, err := pack.Decode(c.b); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A damaged pack is refused or is a pack that holds; nothing panics, and the program's
// content stays.
func TestDamage(t *testing.T) {
	s, b := own(t), encoded(t, example(t))
	n := len(s.Bank.Questions)
	rapid.Check(t, func(t *rapid.T) {
		d := bytes.Clone(b)
		for range rapid.IntRange(1, 4).Draw(t, "bytes") {
			d[rapid.IntRange(0, len(d)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "to")
		}
		d = d[:rapid.IntRange(0, len(d)).Draw(t, "long")]
		p, err := pack.Decode(d)
		if err != nil {
			return
		}
		if err := p.Validate(); err != nil {
			t.Fatalf("it is taken and does not hold: %v", err)
		}
		if to, err := s.With(p); err == nil && len(to.Bank.Questions) < n {
			t.Fatal("something is lost")
		}
		if len(s.Bank.Questions) != n {
			t.Fatal("the program's own content has changed")
		}
	})
}

// FuzzDecode feeds what a stranger may hand in: no panic, no growth past the limits,
// and what is taken survives another round.
func FuzzDecode(f *testing.F) {
	f.Add(encoded(f, example(f)))
	f.Add([]byte("taut-pack\n\x80"))
	s := own(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := pack.Decode(b)
		if err != nil {
			return
		}
		_, _ = s.With(p)
		out, err := p.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if len(out) > pack.MaxSize {
			t.Fatal("it has grown past the limit")
		}
		if again, err := pack.Decode(out); err != nil || again.Title != p.Title {
			t.Fatalf("it does not come back: %v", err)
		}
	})
}
