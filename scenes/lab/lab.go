// Package lab is the scene in which a person needles one trigger point: it takes
// what is pressed, typed and dragged to the session, and makes of its state a
// view for the stage, a face for the document and sentences to be said. It
// knows neither the engine nor the page.
package lab

import (
	"taut/game/content"
	"taut/game/course"
	"taut/game/evidence"
	"taut/game/needle"
	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
	"taut/scenes"
	"taut/scenes/view"
)

// DefaultSeed is the person of the first visit: one of the six in ten who
// answer the needle well.
const DefaultSeed = 7

// Options say how a lab begins.
type Options struct {
	Seed    uint64 // of the person
	Seeded  bool   // Seed is meant also where it is 0; else 0 is DefaultSeed
	Words   *content.Words
	Library *evidence.Library // what the cards rest on
	Still   bool              // reduced motion: no films, no slow motion
	Mute    bool              // nothing can be heard here: sound is not offered
	// Picture is "plain" or "full" where one was chosen, which a kept lab does
	// not change; "" else, and full until a lab is restored.
	Picture string
}

// choice is what a person has set by controls; it outlives a run.
type choice struct {
	Pose       needle.Pose
	Speed      float64 // mm/s of the next pass
	Rate       float64
	More       bool
	MoreTaken  bool // More was pressed, or came by itself: it does not come again
	HideKnot   bool
	Reached    bool
	AtSkin     bool
	Scan       bool // the band is seen by ultrasound
	Plain      bool
	Beside     bool // a healthy sarcomere stands beside
	Theme      string
	Explained  string
	Part       string // whose card is open, at the levels that have it
	Describing bool
	Sound      bool    // the muscle is to be heard
	Volume     float64 // 0 to 100
	Offer      offer
	Scope      ScopeChoice
}

const quickest = 80 // mm/s of One pass

// Lab is the scene. Make one with [New].
type Lab struct {
	words   *content.Words
	lib     *evidence.Library
	phrases phrases
	still   bool
	mute    bool
	near    bool   // the tissue is shown, with no room above it
	final   bool   // nothing that was done is taken back
	course  string // that is supervised
	site    Site   // of a run that has a body of its own
	picture bool   // plain or full was chosen: it stays, whatever lab is restored

	play    *session.Player
	earlier *session.Player // the run before this one, until its first pass
	choice  choice

	turn        turn
	film        film
	news        Feedback
	guess       guess
	cards       cards
	pain        answer
	press       press
	aimed       aimed
	hand        hand
	tap         tap
	marked      string // part whose chip is under the hand or has the focus
	dial        dial
	blink       bool // the start is shown: B is held
	ear         ear
	shown       float64 // mm/s of the last stroke
	notice      string
	description string // while it is open
	stopped     bool

	size    size
	zoom    zoom
	seconds float64 // the picture's own clock
	out     scenes.Effects
	dirty   bool // the run is to be kept
	outline outline
	rev     int

	v      view.View
	f      Face
	labels []view.Label
	places []view.Anchor // of what has a name, at the level that stands alone
	spread spread
	chart  chart
	scope  scope
	lens   lensCache
	loci   [view.Loci]float64 // activity before the first pass
	rest   float64            // healthy contraction
}

// size is the picture in CSS px, the strip for traces and what lies under that
// with it, and the mm of air that are in it.
type size struct{ w, h, dock, under, air float64 }

// New begins a lab with the needle set up over an active point.
func New(o Options) *Lab {
	if o.Words == nil {
		o.Words = &content.Words{}
	}
	if o.Seed == 0 && !o.Seeded {
		o.Seed = DefaultSeed
	}
	l := &Lab{words: o.Words, lib: o.Library, phrases: newPhrases(o.Words), still: o.Still, mute: o.Mute, picture: o.Picture != ""}
	l.choice = choice{Speed: quickest, Rate: 1, Volume: volumeAt, Plain: o.Picture == "plain"}
	healthy := trigger.New(trigger.Healthy, session.New(session.Options{Seed: o.Seed}).Source())
	l.rest = healthy.Rest().C
	l.zoom = zoom{at: home, to: home, told: view.BandLevel}
	l.labels = make([]view.Label, labelCount+slotCount)
	l.begin(session.Options{Seed: o.Seed, Kind: trigger.Active, Mode: course.Population})
	l.size.air = l.wantedAir()
	l.after()
	return l
}

// begin starts a run. What was chosen stays, but for the needle's pose.
func (l *Lab) begin(opt session.Options) {
	if l.play != nil && len(l.play.Actions()) > 0 {
		l.earlier = l.play
	}
	l.take(session.NewPlayer(session.New(opt)))
	l.choice.Pose = l.straight()
	l.news = l.opening()
	l.suggest()
	l.dirty = true
}

// take makes p the run that is shown, with nothing under way.
func (l *Lab) take(p *session.Player) {
	l.play = p
	p.Cut = l.still
	p.SetRate(l.choice.Rate)
	l.turn, l.film, l.press, l.hand = turn{}, film{}, press{}, hand{}
	l.guess.reset()
	l.shown, l.blink, l.stopped = 0, false, false
	start := p.Start()
	l.loci = start.E
	l.pain = answer{points: l.startPain(), asked: askedBefore}
	l.chart.reset()
	l.lens = lensCache{}
}

// startPain is what the person said before anyone touched the point.
func (l *Lab) startPain() float64 { return l.play.Patient().Pain(&l.play.Start().State) }

// Resize implements [scenes.Scene].
func (l *Lab) Resize(w, h, dock float64) {
	l.size.w, l.size.h, l.size.dock = max(0, w), max(0, h), max(0, dock)
	l.size.air = l.wantedAir()
	l.after()
}

// Advance implements [scenes.Scene]. While a finger moves the needle the tip
// is the finger's, and model time stands still.
func (l *Lab) Advance(ms float64) {
	const slice = 50 // a turn is told within so many ms of its end
	for ms > 0 {
		d := min(ms, slice)
		ms -= d
		l.ease(d)
		l.zoom.advance(d)
		l.arrive(d)
		l.press.advance(d)
		l.aimed.advance(l, d)
		l.ear.left = max(0, l.ear.left-d)
		if !l.hand.pushing() {
			clock, rate := l.play.Clock()
			was := l.play.Now()
			_, depth, _ := l.play.Tip()
			l.seconds += d / 1000 * min(rate, 1) // what drifts would flicker if it ran faster
			l.play.Advance(d, 0)
			l.heed(was, clock, depth)
		}
		l.hear()
	}
	l.after()
}

// Steady implements [scenes.Scene].
func (l *Lab) Steady() bool {
	return (l.play.Holding() || l.hand.pushing()) && !l.press.moving() && l.aimed.left == 0 && l.ear.left == 0 && l.size.air == l.wantedAir() && !l.zoom.flying() && !l.zoom.arriving()
}

// Lively implements [scenes.Scene]: a stroke, a twitch, a finger, a film and a
// frame that eases are drawn in every frame, drifting red cells and a band that
// lets go need not be.
func (l *Lab) Lively() bool {
	clock, _ := l.play.Clock()
	return clock == session.Film || clock == session.Again || clock == session.Slow ||
		l.play.Busy() || l.v.Ripple >= 0 || l.v.Twitch > 0.01 ||
		l.hand.down || l.dial.down || l.press.moving() || l.size.air != l.wantedAir() || l.zoom.flying()
}

// ease moves the picture's frame towards the one that is wanted: the whole
// needle before its first use, the tissue from then on.
func (l *Lab) ease(ms float64) {
	want := l.wantedAir()
	if l.size.air == want || l.hand.down {
		return
	}
	const mmPerMS = 0.05 // 24 mm of air go in half a second
	if d := want - l.size.air; l.still || max(d, -d) <= mmPerMS*ms {
		l.size.air = want
	} else if d > 0 {
		l.size.air += mmPerMS * ms
	} else {
		l.size.air -= mmPerMS * ms
	}
}

func (l *Lab) wantedAir() float64 {
	if !l.unused() || l.choice.Scan || l.near {
		return view.Air
	}
	grip := 0.6 * gripMM // what is seen of it
	if l.narrow() {
		grip = gripMM + 1
	}
	return l.straight().Depth + needleSpare - set + grip
}

// narrow reports whether the picture is a phone's.
func (l *Lab) narrow() bool { return l.size.w < 500 }

// unused reports whether this run's needle has not been put in yet.
func (l *Lab) unused() bool {
	a := l.play.Actions()
	for i := range a {
		if a[i].Op == session.Stroke {
			return false
		}
	}
	return true
}

// scrubbed reports whether the stage shows an earlier moment than the last.
func (l *Lab) scrubbed() bool {
	clock, _ := l.play.Clock()
	return clock == session.Again || l.play.Now() < l.play.Head()
}

// Settings gives what a person chose once for every scene.
func (l *Lab) Settings() scenes.Settings {
	return scenes.Settings{Theme: l.choice.theme(), Plain: l.choice.Plain, Still: l.still}
}

// Mark names the supervised course that a pack has switched on; "" none.
func (l *Lab) Mark(course string) {
	if l.course != course {
		l.course = course
		l.rev++
	}
}

// theme gives the theme that is shown.
func (c *choice) theme() string {
	if c.Theme == "" {
		return "dark"
	}
	return c.Theme
}

// Effects implements [scenes.Scene].
func (l *Lab) Effects() scenes.Effects {
	e := l.out
	l.out = scenes.Effects{}
	e.Audio = l.audio()
	if l.dirty {
		l.dirty = false
		e.Save = l.keep()
	}
	return e
}

// Revision implements [scenes.Scene].
func (l *Lab) Revision() int { return l.rev }

// say puts one sentence into the live region.
func (l *Lab) say(s string) { l.out.Say = append(l.out.Say, s) }

// percent gives a contraction in per cent of the start.
func (l *Lab) percent(c float64) float64 {
	if start := l.play.Start().C; start > 0 {
		return 100 * c / start
	}
	return 100
}

// waits are the lengths of time that a person can let go by.
var waits = []struct {
	name string
	d    tick.Tick
}{{"10s", 10 * tick.Second}, {"5m", 5 * tick.Minute}, {"1d", tick.Day}, {"3d", 3 * tick.Day}, {"3w", 3 * tick.Week}}
