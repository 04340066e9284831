package panel

import (
	"slices"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"taut/game/content"
	"taut/game/evidence"
)

// Evidence gives what stands on a card under its text for one claim of the
// library: how strong it is (a shape and a word), what kind of evidence it is in
// plain words, its sources, each a link to #evidence/source/ID, who disagrees,
// and, where the article and the literature part, our wording between them. Use:
//
//	panel.Card{Key: key, Title: title, Body: body, Proof: panel.Evidence(w, lib, "soreness")}
//
// A card with a Proof needs no Mark and no Source of its own, and may have them:
// they then say what the number on the card is, and the Proof what the claim
// behind it rests on. A nil library and an id that it does not hold give nothing,
// so that a scene may ask for any card; a test of the scene holds that none of
// its cards stays without a source (scenes/walk).
//
// l is decoded once, where the program begins: evidence.DecodeLibrary(assets.Sources).
func Evidence(w *content.Words, l *evidence.Library, claim string) g.Node {
	if l == nil {
		return g.Group{}
	}
	c, ok := l.Claim(claim)
	if !ok {
		return g.Group{}
	}
	return h.Div(h.Class("proof"),
		proofLine(w, "strength", Strength(w, c.Grade, c.UpTo)),
		proofLine(w, "kind", g.Text(KindWords(w, l, c.Sources))),
		g.If(c.Note != "", h.P(h.Class("source"), g.Text(c.Note))),
		sourceList(w, l, "sources", slices.DeleteFunc(slices.Clone(c.Sources), func(id string) bool { return slices.Contains(c.Against, id) })),
		g.If(len(c.Against) == 0, proofLine(w, "against", g.Text(w.T("evidence.nobody")))),
		sourceList(w, l, "against", c.Against),
		differs(w, l, c.Differs))
}

// Rests gives the same for a number: its mark in plain words, its sources and
// its note. What is chosen for teaching says so and has no source.
func Rests(w *content.Words, l *evidence.Library, b evidence.Basis) g.Node {
	if l == nil {
		return g.Group{}
	}
	return h.Div(h.Class("proof"),
		proofLine(w, "kind", g.Text(MarkWords(w, l, b))),
		g.If(b.Note != "", h.P(h.Class("source"), g.Text(b.Note))),
		sourceList(w, l, "sources", b.Sources))
}

// MarkWords gives the mark of a number in plain words: "measured in people",
// "measured in animals", "derived", "chosen for teaching", "from the article",
// "remembered". What was found is told apart by the kinds of its sources.
func MarkWords(w *content.Words, l *evidence.Library, b evidence.Basis) string {
	switch b.Mark {
	case evidence.Found:
		return KindWords(w, l, b.Sources)
	case evidence.Memory:
		return w.T("evidence.mark.memory")
	case evidence.Derived:
		return w.T("evidence.mark.derived")
	case evidence.Seed:
		return w.T("evidence.mark.seed")
	}
	return w.T("evidence.mark.teaching")
}

// KindWords says what kind of evidence the sources are, the strongest first:
// people, animals, specimens, theory where nothing was measured, and guidelines or
// teaching texts; "remembered" where there is none.
func KindWords(w *content.Words, l *evidence.Library, sources []string) string {
	var people, animals, specimens, ideas, texts, article bool
	for _, id := range sources {
		s, _ := l.Source(id)
		switch s.Kind {
		case "trial", "review", "study", "case":
			people = true
		case "animal":
			animals = true
		case "specimen":
			specimens = true
		case "article":
			article = true
		case "guideline", "note", "book":
			texts = true
		case "":
		default:
			ideas = true
		}
	}
	key := "memory"
	switch {
	case people && animals:
		key = "both"
	case people:
		key = "people"
	case animals:
		key = "animals"
	case specimens:
		key = "specimens"
	case ideas:
		key = "theory"
	case texts:
		key = "text"
	case article:
		key = "seed"
	}
	return w.T("evidence.mark." + key)
}

// Strength gives a grade, or a span of two, as a word beside a shape: three
// discs of which so many are full, and a ring cut in two for what is contested.
func Strength(w *content.Words, from, upTo evidence.Grade) g.Node {
	text := w.T("evidence.grade." + from.String())
	best := max(from, upTo)
	if upTo > from {
		text = w.F("evidence.grade.span", "from", text, "to", w.T("evidence.grade."+upTo.String()))
	}
	var discs g.Group
	for i := evidence.Weak; i <= evidence.Strong; i++ {
		class := "none"
		switch {
		case from == evidence.Contested:
			class = "cut"
		case i <= from:
			class = "full"
		case i <= best:
			class = "half"
		}
		discs = append(discs, h.Span(h.Class(class)))
	}
	return h.Span(h.Class("grade "+from.String()), h.Span(h.Class("discs"), h.Aria("hidden", "true"), discs), g.Text(text))
}

// Cite gives a source in one line: authors, year, journal.
func Cite(s evidence.Source) string {
	text := s.Authors
	if s.Year > 0 {
		text += " " + strconv.Itoa(s.Year)
	}
	if s.Journal != "" {
		text += ", " + s.Journal
	}
	return text
}

// Extent says what a source is, how many it counted where that is known, and how
// much of it was read: "a trial of 58; its abstract was read".
func Extent(w *content.Words, s evidence.Source) string {
	kind := w.T("evidence.kind." + s.Kind)
	if s.N > 0 {
		kind = w.F("evidence.of", "kind", kind, "n", thousands(s.N))
	}
	return w.F("evidence.extent", "kind", kind, "read", w.T("evidence.read."+s.Read))
}

// thousands writes a count with its thousands apart.
func thousands(n int) string {
	s := strconv.Itoa(n)
	if n < 10000 {
		return s
	}
	return s[:len(s)-3] + "\u202f" + s[len(s)-3:]
}

// sourceList names sources, one a line, with what each of them is and showed.
// The second is read where the card is large.
func sourceList(w *content.Words, l *evidence.Library, key string, ids []string) g.Node {
	if len(ids) == 0 {
		return g.Group{}
	}
	var list g.Group
	for _, id := range ids {
		if s, ok := l.Source(id); ok {
			list = append(list, h.Li(h.A(h.Href("#evidence/source/"+id), g.Text(Cite(s))), g.Text("; "+Extent(w, s)+"."),
				h.Span(h.Class("shows"), g.Text(" "+s.Shows))))
		}
	}
	return h.Div(h.Class("source"), h.B(g.Text(w.T("evidence.line."+key))), h.Ul(h.Class("cites"), list))
}

// differs is where the article and the literature part, in our wording.
func differs(w *content.Words, l *evidence.Library, id string) g.Node {
	d, ok := l.Difference(id)
	if !ok {
		return g.Group{}
	}
	return h.P(h.Class("source"), h.A(h.Href("#evidence/article/"+id), g.Text(w.T("evidence.differs"))), g.Text(" "+d.Say))
}

func proofLine(w *content.Words, key string, value g.Node) g.Node {
	return h.P(h.Class("source"), h.B(g.Text(w.T("evidence.line."+key))), g.Text(" "), value)
}
