package lab

import (
	"math"
	"strings"
	"testing"

	"taut/game/session"
)

func TestTenPassesByKeysLetTheBandGo(t *testing.T) {
	s := newStudent(t)
	if s.Labels()[labelKnot].Shown == false || s.Labels()[labelCapillary].Shown {
		t.Error("the first screen does not have just its three labels")
	}
	s.fan(10)
	f := s.face()
	if f.Passes != 10 || f.Twitches < 9 {
		t.Errorf("%d passes and %d twitches, want 10 and about as many", f.Passes, f.Twitches)
	}
	if f.Tension >= 50 || f.Noise >= 9 {
		t.Errorf("tension %.1f, noise %.2f; want under 50 and under 9", f.Tension, f.Noise)
	}
	if len(f.Bars) != 10 || f.Bars[9].Tension >= f.Bars[0].Tension {
		t.Errorf("the staircase has %d bars, from %v on", len(f.Bars), f.Bars)
	}
	if !strings.HasPrefix(s.last(), "Pass 10. Twitch") || !strings.Contains(s.last(), "Tension") {
		t.Errorf("the live region says %q", s.last())
	}
	if n := len(s.said); n != 10 {
		t.Errorf("%d sentences for ten passes, want one each: %q", n, s.said)
	}
	if !f.More || !s.Labels()[labelCapillary].Shown || !s.View().Lens.Shown {
		t.Error("the rest has not come forward after the third pass")
	}
	if f.Clock != session.Held || f.PointSeconds < 20 {
		t.Errorf("clock %v after %.1f s at the point; want held after 25", f.Clock, f.PointSeconds)
	}
	if n := f.Feedback.Next; n == "" {
		t.Error("no advice")
	}
	for i, c := range f.Cards {
		if want := i == cardTwitch || i == cardSlack; want && !c.Done {
			t.Errorf("card %q is not ticked", c.Text)
		}
	}
	if len(s.View().Tracks) != 10 {
		t.Errorf("%d tracks", len(s.View().Tracks))
	}
	if s.Revision() == 0 {
		t.Error("the revision never grew")
	}
}

func TestSamePathFades(t *testing.T) {
	s := newStudent(t)
	s.types(" ").rests()
	if s.face().Feedback.Headline == "" || !strings.Contains(s.face().Feedback.Body, "twitch") {
		t.Errorf("the first twitch is not explained: %+v", s.face().Feedback)
	}
	first := s.View().Tracks[0].Twitch
	s.types(" ").rests()
	if got := s.View().Tracks[1].Twitch; got >= first {
		t.Errorf("second twitch %.2f on the same path, first %.2f", got, first)
	}
	if !strings.HasPrefix(s.last(), "Pass 2. Twitch, smaller. Tension ") {
		t.Errorf("said %q", s.last())
	}
	if !s.face().Cards[cardLess].Done {
		t.Error("“make it twitch less” is not ticked")
	}
	for range 10 {
		s.types(" ").rests()
	}
	f := s.face()
	if f.Noise < 9 {
		t.Errorf("noise %.1f after twelve passes on one path; other spots should still be busy", f.Noise)
	}
	tracks := s.View().Tracks
	if got := tracks[len(tracks)-1].Twitch; got > first/3 {
		t.Errorf("the twelfth twitch on one path is %.2f, the first was %.2f", got, first)
	}
}

// A stroke that fails says why, and changes next to nothing.
func TestFailuresExplainThemselves(t *testing.T) {
	for _, c := range []struct {
		name  string
		setup []string
		say   string
		head  string
	}{
		{"off", []string{"aim=14"}, "off target", "beside the knot"},
		{"near", []string{"aim=6.3"}, "just beside the knot", "close"},
		{"shallow", []string{"depth=5"}, "too shallow", "the fat"},
		{"shallow in muscle", []string{"depth=10"}, "too shallow", "above the knot"},
		{"slow", []string{"speed=8"}, "too slow", "very slow"},
		{"bone", []string{"depth=27", "aim=15"}, "bone", "bone"},
		{"healthy", []string{"kind:healthy"}, "healthy", "nothing here"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStudent(t).does(c.setup...).does("pass").rests()
			f := s.face()
			if !strings.Contains(s.last(), c.say) || !strings.Contains(f.Feedback.Headline, c.head) {
				t.Errorf("said %q; headline %q", s.last(), f.Feedback.Headline)
			}
			if f.Twitches != 0 || math.Abs(f.Tension-100) > 1 {
				t.Errorf("twitches %d, tension %.1f", f.Twitches, f.Tension)
			}
			if f.Feedback.Next == "" {
				t.Error("no word on what to do next")
			}
		})
	}
}

func TestThreeWaysToDoNothingTickACard(t *testing.T) {
	s := newStudent(t)
	s.does("aim=14", "pass").rests().does("aim=0", "depth=5", "pass").rests()
	if s.face().Cards[cardNothing].Done {
		t.Fatal("ticked after two ways")
	}
	s.does("depth=19", "speed=8", "pass").rests()
	if !s.face().Cards[cardNothing].Done {
		t.Error("not ticked after three ways")
	}
}

func TestAPassDuringAStrokeIsTakenOnceAfterIt(t *testing.T) {
	s := newStudent(t).does("pass")
	s.Advance(100)
	s.does("pass", "pass", "pass").rests()
	if n := s.face().Passes; n != 2 {
		t.Errorf("%d passes, want 2", n)
	}
	s.does("wait:1d")
	s.Advance(500)
	s.does("pass").rests()
	if f := s.face(); f.Elapsed < 86400 || f.Passes != 1 {
		t.Errorf("a pass during a film: %d passes of the new visit, %v s", f.Passes, f.Elapsed)
	}
}

func TestUndoAndBackAndAgain(t *testing.T) {
	s := newStudent(t).fan(3)
	before := *s.play.State()
	s.types("]", " ").rests().types("u")
	if f := s.face(); f.Passes != 3 || !strings.Contains(s.last(), "Pass 4 is taken back") {
		t.Errorf("%d passes, said %q", f.Passes, s.last())
	}
	if s.play.State().C > before.C+1e-9 {
		t.Error("undo gives another state than the pass began with")
	}
	s.does("restart")
	if f := s.face(); f.Passes != 0 || !f.CanUndo {
		t.Fatalf("start again: %d passes", f.Passes)
	}
	s.does("undo")
	if f := s.face(); f.Passes != 3 {
		t.Errorf("undo after starting again brings back %d passes, want 3", f.Passes)
	}
}

func TestStopIsJudgedAndNeverByTwitches(t *testing.T) {
	s := newStudent(t).fan(10).does("stop")
	f := s.face()
	if !f.Stopped || len(f.Feedback.Verdict) != 5 {
		t.Fatalf("stopped %v, verdict %q", f.Stopped, f.Feedback.Verdict)
	}
	all := strings.ToLower(strings.Join(f.Feedback.Verdict, " ") + f.Feedback.Headline + f.Feedback.Body)
	if strings.Contains(all, "twitch") {
		t.Error("a stop is judged by twitches")
	}
	if !strings.HasSuffix(f.Feedback.Next, "These scores describe the model. They do not measure clinical skill.") {
		t.Errorf("next %q", f.Feedback.Next)
	}
	for _, want := range []string{"quiet", "less than half", "not many"} {
		if !strings.Contains(all, want) {
			t.Errorf("the verdict lacks %q: %q", want, f.Feedback.Verdict)
		}
	}
}

func TestWaitsAreToldByTheirLength(t *testing.T) {
	s := newStudent(t).does("wait:1d").rests()
	if h := s.face().Feedback.Headline; !strings.Contains(h, "nothing has changed") {
		t.Errorf("untreated: %q", h)
	}
	s = newStudent(t).fan(10)
	for _, c := range []struct{ do, want string }{
		{"wait:10s", "Ten seconds later"}, {"wait:5m", "acid"}, {"wait:1d", "sore"}, {"wait:3d", "Three days"}, {"wait:3w", "Three weeks on, the band is at"},
	} {
		s.does(c.do).rests()
		if h := s.face().Feedback.Headline; !strings.Contains(h, c.want) {
			t.Errorf("%s: %q", c.do, h)
		}
	}
	// One path leaves most of the knot, and it comes back.
	s = newStudent(t).does("pass").rests().does("pass").rests().does("wait:3w").rests()
	if f := s.face(); f.Tension < 80 {
		t.Errorf("tension %.0f three weeks after two passes on one path; want most of it back", f.Tension)
	}
}

func TestBadInputIsAnsweredAndChangesNothing(t *testing.T) {
	s := newStudent(t)
	pose := s.choice.Pose
	for _, do := range []string{"depth=", "angle=NaN", "direction=+Inf", "aim=abc", "rate:x", "kind:odd", "wait:2y", "guess:7", "theme:pink", "fly"} {
		s.does(do)
		if s.face().Notice == "" {
			t.Errorf("%s: no sentence", do)
		}
	}
	if s.choice.Pose != pose {
		t.Errorf("the needle moved to %+v", s.choice.Pose)
	}
	s.does("depth=1e9")
	if d := s.face().Pose.Depth; d != 30 {
		t.Errorf("depth %v, want its limit", d)
	}
	s.does("angle=0", "direction=4")
	if p := s.face().Pose; p.Angle != 10 || p.Direction != 4 {
		t.Errorf("turned while straight: %+v, want ten degrees", p)
	}
}

func TestHeldLabAllocatesNothing(t *testing.T) {
	s := newStudent(t).fan(4)
	buf := make([]byte, 0, 4096)
	s.AppendValues(buf)
	for name, f := range map[string]func(){
		"values":  func() { s.AppendValues(buf) },
		"view":    func() { s.look(); s.View() },
		"labels":  func() { s.Labels() },
		"advance": func() { s.Advance(16) },
	} {
		if n := testing.AllocsPerRun(50, f); n > 0 {
			t.Errorf("%s: %v allocations in a held lab", name, n)
		}
	}
	s.does("pass")
	s.Advance(150)
	if n := testing.AllocsPerRun(20, func() { s.Advance(4) }); n > 1 {
		t.Errorf("%v allocations a frame during a pass", n)
	}
}

func TestReplayAndPlayAndStep(t *testing.T) {
	s := newStudent(t).fan(2)
	now, tension := s.play.Now(), s.face().Tension
	s.does("replay")
	if f := s.face(); f.Clock != session.Again {
		t.Fatalf("clock %v", f.Clock)
	}
	seen := 0.0
	for range 60 {
		s.Advance(100)
		seen = math.Max(seen, s.View().Twitch)
	}
	s.rests()
	if seen < 0.1 || s.play.Now() != now || s.face().Tension != tension {
		t.Errorf("a replay showed a twitch of %.2f and ended at %v, tension %.1f", seen, s.play.Now(), s.face().Tension)
	}
	s.does("step")
	if s.play.Now() <= now || !s.play.Holding() {
		t.Error("a step does not step, or runs on")
	}
	now = s.play.Now()
	s.does("play")
	s.Advance(1000)
	s.does("play")
	if d := (s.play.Now() - now).Seconds(); math.Abs(d-1) > 0.05 || s.face().Playing {
		t.Errorf("a second of Play took %.3f s of the model", d)
	}
}

func TestDescriptionTellsAllAndStandsWhileTimeRuns(t *testing.T) {
	s := newStudent(t).fan(3).does("describe")
	d := s.face().Description
	for _, want := range []string{"active trigger point", "10 degrees", "Tension", "Pass 3", "Blood flow", "Soreness", "mm deep"} {
		if !strings.Contains(d, want) {
			t.Errorf("the description lacks %q:\n%s", want, d)
		}
	}
	if !strings.Contains(s.last(), "Blood flow") {
		t.Error("the description is not said")
	}
	s.does("play")
	rev := s.Revision()
	for range 20 {
		s.Advance(20)
	}
	if s.Revision() != rev {
		t.Errorf("the panel was made anew %d times while time ran", s.Revision()-rev)
	}
	s.does("play", "describe")
	if s.face().Description != "" {
		t.Error("it stays open")
	}
}
