package lab

import (
	"math"
	"strconv"

	"taut/game/trigger"
)

// question says what a guess is about.
type question uint8

// The questions, in the order in which a run comes to them.
const (
	askFirst question = iota // before the first pass
	askSame                  // before the second on the same path
	askNew                   // before a new direction
	askWait                  // before the first wait
	questions
)

var questionNames = [questions]string{"first", "same", "new", "wait"}

// options of each question, as keys; their order is that of the buttons.
var guessOptions = [questions][]string{
	{"nothing", "jump", "lets-go"},
	{"bigger", "same", "smaller"},
	{"bigger", "same", "smaller"},
	{"more", "equal", "less"},
}

// guess is the one-tap question. It never blocks.
type guess struct {
	open   bool
	what   question
	chosen int // -1 none
	asked  [questions]bool
	late   bool // the point is done: time for the question about the wait
	texts  [questions][]string
}

// reset forgets what was asked; the texts stay.
func (g *guess) reset() { *g = guess{chosen: -1, texts: g.texts} }

// skip is what One pass does to a guess that nobody made.
func (g *guess) skip() {
	if g.open && g.chosen < 0 && g.what != askWait {
		g.open, g.asked[g.what] = false, true
	}
}

// suggest opens the guess that belongs to what may come next, unless one is
// made already.
func (l *Lab) suggest() {
	g := &l.guess
	if l.final && l.stopped { // nothing is tried here any more
		g.open = false
		return
	}
	if g.open && g.chosen >= 0 {
		return
	}
	q, ok := l.next()
	if g.open && (!ok || q != g.what) {
		g.open = false
	}
	if ok && !g.open {
		g.open, g.what, g.chosen = true, q, -1
	}
}

// manyPasses is when the question about the wait comes by itself.
const manyPasses = 6

// next gives the question that fits the present moment.
func (l *Lab) next() (question, bool) {
	g := &l.guess
	ps := l.play.Passes()
	kind := l.play.Options().Kind
	free := func(q question) (question, bool) { return q, !g.asked[q] }
	if len(ps) == 0 {
		return free(askFirst)
	}
	if kind == trigger.Healthy {
		return 0, false
	}
	if (len(ps) >= manyPasses || g.late) && kind == trigger.Active && !g.asked[askWait] {
		return askWait, true
	}
	last := &ps[len(ps)-1]
	if last.Twitch <= 0 || g.late {
		return 0, false
	}
	if samePath(l.play.Actions()[last.Action].Pose, l.choice.Pose, l.play.Limb().Knot) {
		return free(askSame)
	}
	return free(askNew)
}

// choose takes a guess.
func (l *Lab) choose(arg string) bool {
	i, err := strconv.Atoi(arg)
	g := &l.guess
	if err != nil || i < 0 || i >= len(guessOptions[g.what]) || !g.open {
		return false
	}
	g.chosen = i
	l.dirty = true
	return true
}

// answer closes the guess with a pass and gives the headline: what was guessed
// and how it was. A guess about another pass than this one is left aside.
func (g *guess) answer(l *Lab, f facts, headline string) string {
	fits := false
	switch g.what {
	case askFirst:
		fits = f.last < 0
	case askSame:
		fits = f.trail >= 0
	case askNew:
		fits = f.trail < 0 && f.last >= 0
	}
	if !g.open || g.what == askWait {
		return headline
	}
	g.open, g.asked[g.what] = false, g.asked[g.what] || fits
	if !fits || g.chosen < 0 {
		return headline
	}
	was := "nothing"
	switch {
	case g.what == askFirst && f.twitch > 0:
		was = "jump"
	case g.what == askFirst && f.now < f.was-5:
		was = "lets-go"
	case g.what == askSame:
		was = compare(f.twitch, f.trail)
	case g.what == askNew:
		was = compare(f.twitch, f.last)
	}
	return g.told(l, was)
}

// answerPain closes the guess about a wait.
func (g *guess) answerPain(l *Lab, before, now float64, headline string) string {
	if !g.open || g.what != askWait {
		return headline
	}
	chosen := g.chosen
	g.open, g.asked[askWait] = false, true
	if chosen < 0 {
		return headline
	}
	was := "equal"
	if d := math.Round(now) - math.Round(before); d > 0 {
		was = "more"
	} else if d < 0 {
		was = "less"
	}
	return g.told(l, was) + " " + headline
}

// told gives the sentence that sets the guess beside what was.
func (g *guess) told(l *Lab, was string) string {
	mine := guessOptions[g.what][g.chosen]
	option := func(key string) string { return l.words.T("lab.guess." + questionNames[g.what] + "." + key) }
	if mine == was {
		return l.words.F("lab.guess.right", "guess", option(mine))
	}
	return l.words.F("lab.guess.wrong", "guess", option(mine), "was", option(was))
}

// faceGuess fills the face's guess. The texts are made once.
func (l *Lab) faceGuess(f *Guess) {
	g := &l.guess
	f.Open, f.Chosen = g.open, g.chosen
	f.Question, f.Options = "", nil
	if !g.open {
		return
	}
	if g.texts[g.what] == nil {
		name := questionNames[g.what]
		t := []string{l.words.T("lab.guess." + name + ".question")}
		for _, o := range guessOptions[g.what] {
			t = append(t, l.words.T("lab.guess."+name+"."+o))
		}
		g.texts[g.what] = t
	}
	t := g.texts[g.what]
	f.Question, f.Options = t[0], t[1:]
}

// replayable reports whether there is a twitch to be shown again.
func (l *Lab) replayable() bool {
	for _, p := range l.play.Passes() {
		if p.Twitch > 0 && p.At <= l.play.Now() {
			return true
		}
	}
	return false
}
