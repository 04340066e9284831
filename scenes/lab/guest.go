package lab

import (
	g "maragu.dev/gomponents"

	"taut/game/session"
	"taut/game/tick"
	"taut/scenes"
)

// Guest is a lab in another scene, for one run that is given: the kind of point and
// the person are not to be chosen there. Make one with [NewGuest].
type Guest struct {
	*Lab
	// Host is the name of the other scene.
	Host string
	// Head gives what stands at the head of the controls; its intents are the other
	// scene's.
	Head func() g.Node
	to   session.Options
}

// NewGuest gives the lab of a run, at its last moment.
func NewGuest(o Options, run *session.Session) *Guest {
	u := &Guest{Lab: New(o), Host: "quiz", to: run.Options()}
	u.earlier, u.news = nil, Feedback{}
	u.take(session.NewPlayer(run))
	u.choice.Pose = u.straight()
	u.size.air = u.wantedAir()
	u.after()
	u.dirty = false
	return u
}

// At makes the guest's run one at a place on somebody, in which nothing that was done
// is taken back.
func (u *Guest) At(site Site) {
	u.site, u.final = site, true
	u.choice.Offer = offerMade // it would be made at each point
	u.after()
	u.dirty = false
}

// Raise draws the needle back, so that a pass ends above the muscle: how deep it is to
// go is what is asked.
func (u *Guest) Raise() {
	u.choice.Pose.Depth = u.play.Limb().Fascia
	u.after()
	u.dirty = false
}

// Stopped reports whether the needle is out for good.
func (u *Guest) Stopped() bool { return u.stopped }

// Session gives the run as it stands.
func (u *Guest) Session() *session.Session { return u.play.Session }

// Run gives the run, with what is under way brought to its end.
func (u *Guest) Run() *session.Session {
	u.present()
	u.after()
	return u.play.Session
}

// Do implements [scenes.Scene]. What would begin another run than the given one is
// taken back.
func (u *Guest) Do(in scenes.Intent) {
	u.Lab.Do(in)
	if u.play.Options() != u.to {
		u.Lab.Do(scenes.Intent{Do: "undo"})
	}
}

// Restore implements [scenes.Scene]: it takes up a kept lab of the same run; one of
// another run is begun anew.
func (u *Guest) Restore(b []byte) error {
	c := u.choice
	if err := u.Lab.Restore(b); err != nil {
		return err
	}
	u.choice.Theme, u.choice.Plain = c.Theme, c.Plain
	if u.play.Options() != u.to {
		u.take(session.NewPlayer(session.New(u.to)))
	}
	u.after()
	u.dirty = false
	return nil
}

// Dress gives the lab the settings of the program.
func (u *Guest) Dress(t scenes.Settings) {
	u.choice.Theme, u.choice.Plain, u.still = t.Theme, t.Plain, t.Still
	u.Mark(t.Pack.Course)
	u.after()
}

// Panel implements [scenes.Scene].
func (u *Guest) Panel() g.Node {
	f := u.face()
	f.Guest, f.Host = u.Head(), u.Host
	return render(f, u.words)
}

// Near shows the tissue alone, without room for the needle above it.
func (u *Guest) Near() {
	u.near = true
	u.size.air = u.wantedAir()
	u.after()
}

// afterPass is how long a played run goes on after its last pass.
const afterPass = 2500 * tick.Millisecond

// Watch plays the run from its start, twice as fast as it was.
func (u *Guest) Watch() {
	u.play.Scrub(0)
	u.play.Cut = true
	u.play.SetRate(2)
	u.play.Play()
	u.after()
}

// Watching reports whether the run is being played.
func (u *Guest) Watching() bool { return u.play.Playing() }

// AdvanceWatch lets ms go by while the run is played; after its last pass it holds,
// at its last moment.
func (u *Guest) AdvanceWatch(ms float64) {
	if !u.Watching() {
		return
	}
	u.Advance(ms)
	all := u.play.PassesTo(u.play.Head())
	if len(all) == 0 || u.play.Now() > all[len(all)-1].At+afterPass || u.play.Now() >= u.play.Head() {
		u.Unwatch()
	}
}

// Unwatch holds the played run at its last moment.
func (u *Guest) Unwatch() {
	u.play.Pause()
	u.play.Seek(u.play.Head())
	u.after()
}

// Passed gives how many passes have taken effect at the moment that is shown.
func (u *Guest) Passed() int { return len(u.play.Passes()) }

// PartAt gives the part of the picture under a pointer, "" where none is.
func (u *Guest) PartAt(p scenes.Pointer) string {
	if !u.settled() {
		return ""
	}
	far := reach
	if p.Touch {
		far = reachFat
	}
	return u.v.Hit(u.level(), u.places, p.X, p.Y, far)
}

// PartNames gives the parts that the picture shows, from what lies outside to what
// lies within.
func (u *Guest) PartNames() (names []string) {
	for _, p := range u.face().Parts {
		if p.Shown {
			names = append(names, p.Key)
		}
	}
	return names
}
