package lab

import (
	"math"

	"taut/game/course"
	"taut/game/session"
	"taut/game/trigger"
)

// When the pain was asked for.
const (
	askedBefore = "before" // before needling
	askedNow    = "now"
	askedLater  = "later" // after a wait, some time ago
	askedLatent = "latent"
)

// answer is the last answer about the usual pain.
type answer struct {
	points float64 // 0 to 10
	asked  string
	stale  bool // something has happened since
}

// hearPain takes the person's answer, and gives it with the soreness beside it.
func (l *Lab) hearPain() {
	st := &l.play.State().State
	was := l.pain.points
	l.pain = answer{points: l.play.Patient().Pain(st), asked: askedNow}
	kind := l.play.Options().Kind
	key := "ask"
	switch {
	case kind == trigger.Latent:
		key = "ask-latent"
	case kind == trigger.Healthy:
		key = "ask-healthy"
	case st.Total == 0:
		key = "ask-first"
	case l.play.Patient().Mode == course.Responder:
		key = "ask-responder"
	}
	l.tell(key, "now", whole(l.pain.points), "was", whole(was), "start", whole(l.startPain()), "sore", whole(st.Soreness()))
	l.say(l.words.F("lab.say.pain", "now", whole(l.pain.points), "sore", whole(st.Soreness())))
	if st.Total > 0 {
		l.news.Headline = l.guess.answerPain(l, was, l.pain.points, l.news.Headline)
	}
	l.tickAsked()
}

// A pressing finger, in ms of real time and mm of tissue. The force is always
// the same; how far the tissue gives is what tells tight from slack. These are
// teaching values: a class must see the difference at once.
const (
	pressDown  = 350.0
	pressHold  = 650.0
	pressUp    = 450.0
	givesSlack = 6.0 // mm in slack muscle
	givesTight = 2.4 // mm where the band is drawn wholly taut
	pullFull   = 0.4 // contraction of that
)

// press is a finger on the skin over the point.
type press struct {
	on    bool
	ms    float64 // since it began
	deep  float64 // mm that the tissue gives
	first float64 // mm before the first pass or at the first press; 0 not pressed yet
}

// gives tells how far the tissue gives under the finger at contraction c, in mm.
func gives(c float64) float64 {
	k := math.Min(1, math.Max(0, c/pullFull))
	return givesSlack + (givesTight-givesSlack)*k
}

func (p *press) moving() bool { return p.on }

func (p *press) advance(ms float64) {
	if !p.on {
		return
	}
	if p.ms += ms; p.ms >= pressDown+pressHold+pressUp {
		p.on, p.ms = false, 0
	}
}

// dent gives how far the finger is in now, in mm.
func (p *press) dent() float64 {
	if !p.on {
		return 0
	}
	k := 1.0
	switch t := p.ms; {
	case t < pressDown:
		k = t / pressDown
	case t > pressDown+pressHold:
		k = 1 - (t-pressDown-pressHold)/pressUp
	}
	return p.deep * k * k * (3 - 2*k)
}

// pressed begins a press, and lets the person answer by the pressure pain
// threshold.
func (l *Lab) pressed() {
	st := l.play.State()
	p := &l.press
	p.on, p.ms, p.deep = true, 0, gives(st.C)
	mm := func(x float64) string { return l.words.F("lab.mm", "x", decimal(x)) }
	key := "press"
	if p.first == 0 {
		// Who did not press before the first pass still has it to compare with:
		// the model knows what the same finger would have found.
		p.first = gives(l.play.Start().C)
		key = "press-first"
		if st.Total > 0 {
			key = "press-late"
		}
	}
	l.tell(key, "now", mm(p.deep), "was", mm(p.first), "says", l.words.T("lab.press."+tender(st.PPT())))
	l.say(l.news.Headline + " " + l.news.Body)
}

// tender puts a pressure pain threshold, in kPa, into the key of a sentence.
// Healthy muscle has 330, a latent point about 290, an active one about 230.
func tender(kPa float64) string {
	switch {
	case kPa < 255:
		return "light"
	case kPa < 315:
		return "firm"
	}
	return "none"
}

// doPress presses a finger on the point, with the same force each time.
func (l *Lab) doPress() {
	l.present()
	l.play.Do(session.Action{Op: session.Press})
	l.pressed()
	l.dirty = true
}
