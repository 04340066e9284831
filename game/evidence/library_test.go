package evidence

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// library is a small one that holds.
func library() *Library {
	return &Library{
		Sources: []Source{
			{ID: "kuan-2007", Authors: "Kuan and others", Year: 2007, Kind: "study", N: 32, Shows: "More noise.", Read: "abstract"},
			{ID: "article", Authors: "The article", Kind: "article", Shows: "All of it.", Read: "full"},
		},
		Claims: []Claim{
			{ID: "noise", Name: "Noise", Sentence: "There is noise.", Grade: Weak, UpTo: Moderate, Sources: []string{"kuan-2007"}, Differs: "loud"},
			{ID: "strokes", Name: "Strokes", Sentence: "Not known.", Grade: Weak, Note: "no trial"},
		},
		Differences: []Difference{{ID: "loud", Article: "Loud.", Literature: "Soft.", Say: "Both.", Sources: []string{"article"}}},
	}
}

func TestLibraryRoundTrip(t *testing.T) {
	b, err := library().Encode()
	if err != nil {
		t.Fatal(err)
	}
	l, err := DecodeLibrary(b)
	if err != nil {
		t.Fatal(err)
	}
	again, err := l.Encode()
	if err != nil || !bytes.Equal(b, again) {
		t.Errorf("another round gives other bytes (%v)", err)
	}
	if c, ok := l.Claim("noise"); !ok || c.Grade != Weak || c.UpTo != Moderate {
		t.Errorf("the claim came back as %+v", c)
	}
	if s, ok := l.Source("article"); !ok || s.Read != "full" {
		t.Errorf("the source came back as %+v", s)
	}
	if d, ok := l.Difference("loud"); !ok || d.Say != "Both." {
		t.Errorf("the difference came back as %+v", d)
	}
	if _, ok := l.Claim("nothing"); ok {
		t.Error("a claim was found that is not there")
	}
}

// TestLibraryNamesTheFault: each fault is refused, and names its record.
func TestLibraryNamesTheFault(t *testing.T) {
	for name, tc := range map[string]struct {
		id    string
		spoil func(l *Library)
	}{
		"id twice":        {"article", func(l *Library) { l.Sources[0].ID = "article" }},
		"no id":           {"Kuan 2007", func(l *Library) { l.Sources[0].ID = "Kuan 2007" }},
		"authors":         {"article", func(l *Library) { l.Sources[1].Authors = "" }},
		"shows":           {"article", func(l *Library) { l.Sources[1].Shows = "" }},
		"kind":            {"article", func(l *Library) { l.Sources[1].Kind = "blog" }},
		"read":            {"article", func(l *Library) { l.Sources[1].Read = "" }},
		"year":            {"article", func(l *Library) { l.Sources[1].Year = -1 }},
		"sentence":        {"noise", func(l *Library) { l.Claims[0].Sentence = "" }},
		"grade":           {"noise", func(l *Library) { l.Claims[0].Grade = 0 }},
		"span":            {"noise", func(l *Library) { l.Claims[0].UpTo = Weak }},
		"contested span":  {"noise", func(l *Library) { l.Claims[0].Grade = Contested }},
		"lost source":     {"noise", func(l *Library) { l.Claims[0].Sources[0] = "lost" }},
		"lost difference": {"noise", func(l *Library) { l.Claims[0].Differs = "lost" }},
		"no ground":       {"strokes", func(l *Library) { l.Claims[1].Note = "" }},
		"wording":         {"loud", func(l *Library) { l.Differences[0].Say = "" }},
		"article's ids":   {"loud", func(l *Library) { l.Differences[0].Sources[0] = "lost" }},
	} {
		l := library()
		tc.spoil(l)
		_, err := l.Encode()
		fault := new(Fault)
		if !errors.As(err, &fault) || fault.ID != tc.id {
			t.Errorf("%s: %v", name, err)
		}
		b, err := l.MarshalMsg(nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := DecodeLibrary(b); err == nil || !strings.HasPrefix(err.Error(), "evidence: ") {
			t.Errorf("%s, compiled: %v", name, err)
		}
	}
}

func TestBasisAndRangeHold(t *testing.T) {
	good := Range{Lo: 1, At: 2, Hi: 3, Unit: "mm", Basis: Basis{Mark: Teaching}}
	if err := good.Validate("x"); err != nil {
		t.Error(err)
	}
	for name, spoil := range map[string]func(r *Range){
		"unit":           func(r *Range) { r.Unit = "" },
		"outside":        func(r *Range) { r.At = 4 },
		"no mark":        func(r *Range) { r.Basis.Mark = 0 },
		"unknown mark":   func(r *Range) { r.Basis.Mark = Seed + 1 },
		"found nowhere":  func(r *Range) { r.Basis.Mark = Found },
		"derived of nil": func(r *Range) { r.Basis.Mark = Derived },
		"bare memory":    func(r *Range) { r.Basis.Mark = Memory },
	} {
		r := good
		spoil(&r)
		if err := r.Validate("x"); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

func TestTextsOfMarksAndGrades(t *testing.T) {
	for m := Found; m <= Seed; m++ {
		var got Mark
		if err := got.UnmarshalText([]byte(strings.Trim(m.String(), "[]"))); err != nil || got != m {
			t.Errorf("%s came back as %s (%v)", m, got, err)
		}
	}
	for g := Contested; g <= Strong; g++ {
		var got Grade
		if err := got.UnmarshalText([]byte(g.String())); err != nil || got != g {
			t.Errorf("%s came back as %s (%v)", g, got, err)
		}
	}
	if new(Mark).UnmarshalText([]byte("X")) == nil || new(Grade).UnmarshalText([]byte("?")) == nil {
		t.Error("a mark or grade was taken that there is not")
	}
}

func TestDecodeLibraryRefuses(t *testing.T) {
	good, err := library().Encode()
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string][]byte{
		"empty": nil, "cut": good[:len(good)-1], "more": append(slices.Clone(good), 0), "huge": make([]byte, maxLibrary+1),
		"array beyond its limit": []byte("\x81\xa7sources\xdd\xff\xff\xff\xff"),
	} {
		if _, err := DecodeLibrary(bad); err == nil || !strings.HasPrefix(err.Error(), "evidence: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzDecodeLibrary feeds what a stranger may hand in: no panic, and what is
// taken survives another round.
func FuzzDecodeLibrary(f *testing.F) {
	good, err := library().Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte{0x80})
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := DecodeLibrary(b)
		if err != nil {
			return
		}
		again, err := l.Encode()
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeLibrary(again)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(l, got); d != "" {
			t.Error(d)
		}
	})
}
