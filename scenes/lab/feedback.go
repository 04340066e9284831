package lab

import (
	"math"
	"strconv"
	"strings"

	"taut/game/needle"
	"taut/game/trigger"
)

// enough are passes at one point from which on each tells of its price.
const enough = 15

// key names the text that answers a pass.
func (f facts) key() string {
	switch {
	case f.met.Name != "":
		return "danger"
	case f.bone:
		return "bone"
	case f.kind == int(trigger.Healthy):
		return "healthy"
	case f.n > enough && f.n%5 == 1: // also where nothing twitches any more
		return "many"
	case f.twitch <= 0:
		return f.why.String()
	case f.fading:
		return "fading"
	case f.first && f.kind == int(trigger.Latent):
		return "latent"
	case f.last < 0:
		return "first"
	case f.trail > 0 && compare(f.twitch, f.trail) == "smaller":
		return "smaller"
	case f.trail < 0 && compare(f.twitch, f.last) == "bigger":
		return "fresh"
	case f.n%2 == 0:
		return "step-on" // the same said in the same words is not read
	}
	return "step"
}

// write gives the text of a key with the facts in it.
func (l *Lab) write(key string, f facts) Feedback {
	side := "right"
	mm := math.Abs(f.offX)
	switch {
	case math.Abs(f.offY) > math.Abs(f.offX) && f.offY > 0:
		side = "far"
	case math.Abs(f.offY) > math.Abs(f.offX):
		side = "close"
	case f.offX < 0:
		side = "left"
	}
	mm = math.Max(mm, math.Abs(f.offY))
	limb := l.play.Limb()
	layer := limb.At(f.reached)
	pairs := []string{
		"n", strconv.Itoa(f.n), "now", whole(f.now), "was", whole(f.was), "mm", whole(math.Max(1, mm)),
		"side", l.words.T("lab.side." + side), "layer", l.words.T("lab.layer." + layer.String()),
		"meet", f.met.Meet, "sore", whole(l.play.State().Soreness()), "tomorrow", whole(l.tomorrow()),
	}
	if key == needle.TooShallow.String() && layer == needle.Muscle {
		key = "shallow-muscle"
	}
	news := l.compose(key, pairs...)
	if f.twitch <= 0 && !f.bone && whole(f.now) != whole(f.was) { // not this stroke's doing
		news.Body += " " + l.words.T("lab.feedback.still.body")
	}
	if f.nearly != "" {
		news.Body += " " + l.words.F("lab.feedback.near-danger.body", "what", f.nearly)
	}
	return news
}

// compose reads the three parts of a text.
func (l *Lab) compose(key string, pairs ...string) Feedback {
	part := func(name string) string {
		if k := "lab.feedback." + key + "." + name; l.words.Has(k) {
			return l.words.F(k, pairs...)
		}
		return ""
	}
	return Feedback{Headline: part("head"), Body: part("body"), Next: part("next")}
}

// tell makes the text of key the news.
func (l *Lab) tell(key string, pairs ...string) {
	l.news = l.compose(key, pairs...)
	if l.narrow() { // what is done far down a small page is answered at its head
		l.out.Show = "feedback"
	}
}

// opening is what a new run begins with.
func (l *Lab) opening() Feedback {
	return l.compose("begin-" + l.play.Options().Kind.String())
}

// greenFrom is when the time at a point comes into the article's 15 to 30 s.
const greenFrom = 15 // s

// mind puts the question of the fifteenth second in place of the advice: at the
// first pass i of a visit that is told after it.
func (l *Lab) mind(f facts, i int) {
	ps := l.play.Passes()
	first := i - f.n + 1
	if f.n < 2 || first < 0 || f.twitch <= 0 {
		return
	}
	told := func(k int) float64 { return (ps[k].At - ps[first].At + settleTime).Seconds() }
	if told(i) >= greenFrom && told(i-1) < greenFrom {
		l.news.Next = l.words.T("lab.feedback.fifteen.next")
	}
}

// untouched is the tension, per cent of the start, above which no stroke has
// changed anything.
const untouched = 97

// tellWait tells what a wait has done.
func (l *Lab) tellWait() {
	l.film.open = false
	st := l.play.State()
	now := l.percent(st.C)
	kind := l.play.Options().Kind
	key := "wait-" + l.film.name
	switch {
	case st.Total == 0:
		key = "wait-idle"
	case kind == trigger.Healthy:
		key = "wait-healthy"
	case l.film.name == "3w" && l.film.before > untouched && now > untouched:
		key = "wait-idle"
	case l.film.before <= untouched && now > 50 && (now > l.film.before+2 || now > 75) && l.words.Has("lab.feedback."+key+"-back.head"):
		key += "-back"
	}
	long := l.words.T("lab.wait." + l.film.name)
	pairs := []string{"time", long, "now", whole(now), "was", whole(l.film.before), "sore", whole(st.Soreness())}
	l.tell(key, pairs...)
	l.say(l.words.F("lab.say.wait", pairs...))
	l.pain.stale = true
	l.stopped = false
	l.suggest()
	l.dirty = true
}

// judge tells what a stop is worth: noise, tension, passes, path and soreness;
// never the number of twitches. key names the text that says why it stopped.
func (l *Lab) judge(key string) {
	st := l.play.State()
	now := l.percent(st.C)
	line := func(key string, good bool, value string) string {
		if good {
			return l.words.F("lab.verdict."+key+".good", "x", value)
		}
		return l.words.F("lab.verdict."+key+".poor", "x", value)
	}
	healthy := l.play.Options().Kind == trigger.Healthy
	if healthy && key != "bone" && key != "danger" {
		key = "stop-healthy"
	}
	reached, of := l.reached()
	shown := l.out.Show
	l.tell(key, "meet", l.turn.met, "n", strconv.Itoa(st.Strokes), "now", whole(now), "tomorrow", whole(l.tomorrow()))
	if !healthy && key != "danger" { // nothing counts beside that
		l.news.Verdict = []string{
			line("noise", st.Noise() < 9, whole(st.Noise())),
			line("tension", now < 50, whole(now)),
			line("passes", st.Strokes <= 12, strconv.Itoa(st.Strokes)),
			line("path", 2*reached > of, l.words.F("lab.of", "a", strconv.Itoa(reached), "b", strconv.Itoa(of))),
			line("soreness", st.Soreness() < 55, whole(l.tomorrow())),
		}
	}
	if l.final {
		l.news.Next = ""   // it speaks of taking back
		l.out.Show = shown // the way on stands at the head of a guest's page
	}
	l.say(strings.TrimSpace(strings.Join(append([]string{l.news.Headline}, l.news.Verdict...), " ") + " " + l.news.Next))
	l.news.Next = strings.TrimSpace(l.news.Next + " " + l.words.T("lab.feedback.scores.next"))
	l.guess.late = true
	l.suggest()
}

// reached counts the parts of the knot that a pass of this run has hit well,
// and the parts that there are to reach.
func (l *Lab) reached() (n, of int) {
	const well = 0.5 // of a stroke through the very middle: within 1.4 mm of it
	for i, e := range l.loci {
		if e <= 0 {
			continue
		}
		of++
		for _, p := range l.play.Passes() {
			if p.Twitch > 0 && p.Answer.Hits[i] >= well {
				n++
				break
			}
		}
	}
	return n, of
}
