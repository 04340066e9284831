package lab

import (
	"math"

	"taut/game/course"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/trigger"
	"taut/scenes/view"
)

// fibreMM is the thickness of a real muscle fibre.
const fibreMM = 0.06 // mm; 50 to 70 µm in people

// acidLittle and acidMore are from which acid on its word changes: healthy
// muscle has 0, a latent point about .008, an active one about .40.
const (
	acidLittle = 0.02
	acidMore   = 0.20
)

// face fills the face with the present moment. It allocates nothing once the
// slices have their room.
func (l *Lab) face() *Face {
	f := &l.f
	c := &l.choice
	opt := l.play.Options()
	f.Kind, f.Responder = opt.Kind, l.play.Patient().Mode == course.Responder
	f.Rate, f.Pose, f.Speed = l.play.Rate(), c.Pose, c.Speed
	f.More, f.HideKnot, f.Reached, f.AtSkin, f.Plain = c.More, c.HideKnot, c.Reached, c.AtSkin, c.Plain
	f.Scan = c.Scan
	f.Theme, f.Explained, f.Describing = c.theme(), c.Explained, c.Describing
	switch {
	case !c.Describing:
		l.description = ""
	case l.description == "" || l.play.Holding():
		// While time runs the text stands: nobody reads what changes.
		l.description = l.describe()
	}
	f.Description = l.description

	f.Clock, f.ClockRate = l.play.Clock()
	f.Playing = l.play.Playing()
	f.CanReplay, f.CanUndo = l.replayable(), l.canUndo()
	f.Busy = !f.Playing && (f.Clock == session.Real || f.Clock == session.Slow)
	f.Queued, f.Stopped = l.play.Queued(), l.stopped

	l.faceReadings(f)
	l.faceSound(f)
	l.faceTime(f)
	l.faceSteps(f)
	l.faceParts(f)
	f.Scope = FaceScope{ScopeChoice: c.Scope, Step: l.scope.gain}
	if l.scope.twitched {
		f.Scope.Spikes = l.scope.last.Spikes()
	}
	f.Leg, _ = l.reflex()
	f.Course, f.Library = l.course, l.lib
	f.Latency, f.Site, f.Final, f.Deepest = l.play.Latency(), nil, l.final, l.play.Limb().Deepest()
	if l.local() {
		f.Site, f.DepthWord = &l.site, l.depthWord(f.Pose.Depth)
	}
	f.Feedback, f.Notice = l.news, l.notice
	l.faceGuess(&f.Guess)
	f.Cards = l.faceCards(f.Cards)
	return f
}

// faceReadings fills the outputs.
func (l *Lab) faceReadings(f *Face) {
	st := l.play.State()
	f.Passes, f.Twitches = st.Strokes, st.Twitches
	f.Tension, f.TensionHealthy = l.percent(st.C), l.percent(l.rest)
	f.TensionWas = l.tensionWas()
	f.Flow, f.Noise, f.PH = 100*st.Flow(), st.Noise(), st.PH()
	switch {
	case st.H > acidMore:
		f.AcidWord = "acid.more"
	case st.H > acidLittle:
		f.AcidWord = "acid.little"
	default:
		f.AcidWord = "acid.none"
	}
	f.Pain = math.Round(l.pain.points)
	f.PainAsked = "pain." + askedBefore
	switch {
	case f.Kind == trigger.Latent:
		f.PainAsked = "pain." + askedLatent
	case l.pain.asked == askedNow && l.pain.stale:
		f.PainAsked = "pain." + askedLater
	case l.pain.asked == askedNow:
		f.PainAsked = "pain." + askedNow
	}
	f.Soreness, f.Tomorrow = st.Soreness(), l.tomorrow()
	f.ReachedLoci, f.ReachableLoci = l.reached()
	f.LastWait = l.lastWait()
	f.SpeedShown = l.shown
}

// tensionWas gives the tension before the last pass or the last wait, whichever
// came later; NaN before the first of them.
func (l *Lab) tensionWas() float64 {
	was := math.NaN()
	ps := l.play.Passes()
	if len(ps) == 0 {
		return was
	}
	p := &ps[len(ps)-1]
	was = l.before(p)
	for _, a := range l.play.Actions()[p.Action+1:] {
		if a.Op != session.Wait || a.At > l.play.Now() {
			continue
		}
		was = l.tensionAt(a.At)
	}
	return was
}

// faceTime fills the clocks.
func (l *Lab) faceTime(f *Face) {
	f.Milliseconds = math.NaN()
	if i, ok := l.lastPass(); ok {
		// On the way down the count still belongs to nobody.
		if ms := (l.play.Now() - l.play.Passes()[i].At).Milliseconds(); ms < 1000 {
			f.Milliseconds = ms
		}
	}
	f.PointSeconds, f.Elapsed = l.atPoint(), l.play.Now().Seconds()
	f.WaitLeft, f.Waited, f.WaitFor = 0, 0, 0
	if f.Clock == session.Film {
		a := l.play.Actions()
		w := &a[len(a)-1]
		f.WaitFor, f.Waited = (w.End - w.At).Seconds(), (l.play.Now() - w.At).Seconds()
		f.WaitLeft = 1 - l.play.Progress()
	}
	f.Thick = view.FibreMM / fibreMM
	const seen = 0.01 // µm
	f.LensSame = f.Passes > 0 && math.Abs(l.lens.lens.KnotNow-l.lens.lens.KnotStart) < seen
	f.Level, f.ScaleMM = l.level(), l.v.Camera.ScaleBar()
	f.Beside, f.Cut = l.choice.Beside, l.play.NerveCut()
	f.Behind = 0
	if l.v.Needle.Shown {
		f.Behind = l.v.Needle.Tip.Y
	}
}

// faceSteps fills the staircase and the earlier tips, of the present visit.
func (l *Lab) faceSteps(f *Face) {
	f.Bars, f.Marks = f.Bars[:0], f.Marks[:0]
	ps := l.visit()
	for i := range ps {
		p := &ps[i]
		after := l.percent(l.play.State().C)
		if i+1 < len(ps) {
			after = l.before(&ps[i+1])
		} else if at, ok := l.pulled(p.Action); ok {
			after = l.tensionAt(at)
		}
		tip := l.tipOf(l.play.Actions()[p.Action].Pose)
		f.Bars = append(f.Bars, Bar{Tension: after, Twitch: p.Twitch})
		f.Marks = append(f.Marks, Tip{X: tip.X, Y: tip.Y, Twitch: p.Twitch})
	}
}

// visit gives the passes of the present visit.
func (l *Lab) visit() []session.Pass {
	ps := l.play.Passes()
	i := len(ps)
	for i > 0 && ps[i-1].Visit == ps[len(ps)-1].Visit {
		i--
	}
	return ps[i:]
}

// tipOf gives where the tip of a pose ends: at its depth or on the bone.
func (l *Lab) tipOf(p needle.Pose) view.Point {
	at := p.At(l.deep(p))
	return view.Point{X: at.X, Y: at.Y, Z: at.Z}
}

// lastPass gives the index of the last pass up to the cursor.
func (l *Lab) lastPass() (int, bool) {
	n := len(l.play.Passes())
	return n - 1, n > 0
}

// outline is all of the face that nodes are made from and that is not among
// the fast-changing texts: where it differs, the panel is made anew.
type outline struct {
	choice         choice
	kind           trigger.Kind
	responder      bool
	playing, busy  bool
	queued, undo   bool
	replay         bool
	stopped, cut   bool
	clock          session.Clock
	seed           uint64
	rate           float64
	passes, visits int
	last           float64 // whole per cent of the last bar while time holds
	acid, asked    string
	pain           float64
	head, body     string
	next, notice   string
	verdict        string
	strip          float64
	waited         string
	wide           bool // the capillary is
	guess          question
	open           bool
	chosen         int
	done           [cardCount]bool
	described      string
	same           bool // the lens shows no change
	thick          float64
	level          view.Level
	scale          float64
}

// after closes every call: the view follows, and the revision grows where the
// panel's nodes would differ.
func (l *Lab) after() {
	l.oneLook()
	l.look()
	f := l.face()
	o := outline{
		choice: l.choice, kind: f.Kind, responder: f.Responder, playing: f.Playing, busy: f.Busy, queued: f.Queued,
		undo: f.CanUndo, replay: f.CanReplay, stopped: f.Stopped, cut: f.Cut, clock: f.Clock, seed: l.play.Options().Seed, rate: f.Rate,
		passes: len(f.Bars), visits: len(l.play.Passes()), acid: f.AcidWord, asked: f.PainAsked, pain: f.Pain,
		head: f.Feedback.Headline, body: f.Feedback.Body, next: f.Feedback.Next, notice: f.Notice,
		guess: l.guess.what, open: f.Guess.Open, chosen: f.Guess.Chosen, done: l.cards.done,
		level: f.Level, scale: f.ScaleMM, described: f.Description, same: f.LensSame, thick: f.Thick, strip: f.Feedback.Strip, waited: f.LastWait, wide: f.Flow >= openFlow,
	}
	// The needle's pose and speed and the volume are among the fast-changing texts.
	o.choice.Pose, o.choice.Speed, o.choice.Volume = needle.Pose{}, 0, 0
	if len(f.Feedback.Verdict) > 0 {
		o.verdict = f.Feedback.Verdict[0]
	}
	o.last = l.outline.last
	if n := len(f.Bars); n > 0 && (f.Clock == session.Held || n != l.outline.passes) {
		o.last = math.Round(f.Bars[n-1].Tension)
	}
	l.dirty = l.dirty || o.level != l.outline.level
	if o != l.outline {
		l.outline = o
		l.rev++
	}
}
