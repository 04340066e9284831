package lab

import (
	g "maragu.dev/gomponents"

	"taut/game/session"
	"taut/scenes"
)

// Guest is a lab in another scene, for one run that is given: the kind of point and
// the person are not to be chosen there. Make one with [NewGuest].
type Guest struct {
	*Lab
	// Head gives what stands at the head of the controls; its intents are the other
	// scene's.
	Head func() g.Node
	to   session.Options
}

// NewGuest gives the lab of a run.
func NewGuest(o Options, run session.Options) *Guest {
	l := New(o)
	l.earlier = nil
	l.take(session.NewPlayer(session.New(run)))
	l.news = Feedback{}
	l.after()
	l.dirty = false
	return &Guest{Lab: l, to: run}
}

// Run gives the run as it is now.
func (u *Guest) Run() *session.Session { return u.play.Session }

// Do implements [scenes.Scene]. What would begin another run than the given one is
// not understood.
func (u *Guest) Do(in scenes.Intent) {
	before := u.play.Options()
	u.Lab.Do(in)
	if u.play.Options() != before {
		u.Lab.Do(scenes.Intent{Do: "undo"})
	}
}

// Restore implements [scenes.Scene]: it takes up a kept lab of the same run.
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
	u.after()
}

// Panel implements [scenes.Scene].
func (u *Guest) Panel() g.Node {
	f := u.face()
	f.Guest = u.Head()
	return render(f, u.words)
}
