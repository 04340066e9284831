package lab

import (
	"math"
	"strings"
	"testing"

	"taut/assets"
	"taut/game/content"
	"taut/game/session"
	"taut/scenes"
	"taut/scenes/view"
)

// words are the texts as they ship.
func words(t testing.TB) *content.Words {
	t.Helper()
	w, err := content.DecodeWords(assets.English)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// student drives a lab as a person does.
type student struct {
	*Lab
	t    testing.TB
	said []string
	seen string // what was brought into view
	kept []byte
}

func newStudent(t testing.TB) *student {
	t.Helper()
	s := &student{Lab: New(Options{Words: words(t)}), t: t}
	s.Resize(1092, 700, 140)
	return s
}

// does presses controls.
func (s *student) does(intents ...string) *student {
	for _, i := range intents {
		name, value, _ := strings.Cut(i, "=")
		s.Do(scenes.Intent{Do: name, Value: value})
		s.listen()
	}
	return s
}

// types presses keys on the stage.
func (s *student) types(keys ...string) *student {
	s.t.Helper()
	for _, k := range keys {
		if !s.Key(k, false) {
			s.t.Errorf("the stage does not know the key %q", k)
		}
		s.listen()
	}
	return s
}

// rests lets real time go by until the lab holds.
func (s *student) rests() *student {
	s.t.Helper()
	for range 4000 {
		if s.Steady() {
			s.listen()
			return s
		}
		s.Advance(16.7)
		s.listen()
	}
	s.t.Fatal("the lab does not come to rest within a minute")
	return s
}

func (s *student) listen() {
	e := s.Effects()
	s.said = append(s.said, e.Say...)
	if e.Show != "" {
		s.seen = e.Show
	}
	if len(e.Save) > 0 {
		s.kept = e.Save
	}
}

func (s *student) last() string {
	if len(s.said) == 0 {
		return ""
	}
	return s.said[len(s.said)-1]
}

// fan makes n passes by keys: middle first, then round the clock.
func (s *student) fan(n int) *student {
	s.t.Helper()
	for i := range n {
		if i == 1 {
			s.types("]") // a turned needle leans ten degrees
		} else if i > 1 {
			s.types("]")
		}
		s.types(" ").rests()
	}
	return s
}

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

func TestLatentNeverHurtsAtRest(t *testing.T) {
	s := newStudent(t).does("kind:latent")
	s.fan(3).does("wait:5m").rests().does("ask")
	f := s.face()
	if f.Pain != 0 || f.PainAsked != "pain.latent" {
		t.Errorf("pain %v %s", f.Pain, f.PainAsked)
	}
	s.does("wait:1d").rests().does("ask")
	if s.face().Pain != 0 {
		t.Error("a latent point hurts at rest on the next day")
	}
}

func TestPainIsAskedForAndHonest(t *testing.T) {
	s := newStudent(t)
	if f := s.face(); f.Pain != 7 || f.PainAsked != "pain.before" {
		t.Errorf("pain before needling %v, %s", f.Pain, f.PainAsked)
	}
	s.fan(10).does("ask")
	if f := s.face(); f.Pain != 7 || f.PainAsked != "pain.before" || !strings.Contains(f.Feedback.Next, "Wait 5 minutes") {
		t.Errorf("asked during needling: %v %s %q", f.Pain, f.PainAsked, f.Feedback.Next)
	}
	if s.face().AcidWord != "acid.more" {
		t.Error("the acid is gone within half a minute")
	}
	s.does("wait:5m").rests()
	if s.face().AcidWord == "acid.more" {
		t.Error("five minutes have not washed the acid out")
	}
	if s.face().Pain != 7 {
		t.Error("the gauge changed without a question")
	}
	s.does("ask")
	f := s.face()
	// Person 7 answers well; the mean of all people is just under 6.
	if f.Pain < 5 || f.Pain > 6 || f.PainAsked != "pain.now" {
		t.Errorf("pain after five minutes %v %s, want about 5.4, whole", f.Pain, f.PainAsked)
	}
	if f.Pain != math.Trunc(f.Pain) || f.Soreness < 20 {
		t.Errorf("pain %v, soreness %v", f.Pain, f.Soreness)
	}
	s.does("wait:1d").rests().does("ask")
	if f := s.face(); !f.Cards[cardAsk].Done || f.Soreness > 15 {
		t.Errorf("next day: card %v, soreness %.0f", f.Cards[cardAsk], f.Soreness)
	}
	s.does("responder=true")
	if !s.face().Responder {
		t.Error("the switch does not switch")
	}
}

func TestGuessesNeverBlockAndAreAnswered(t *testing.T) {
	s := newStudent(t)
	g := s.face().Guess
	if !g.Open || g.Chosen != -1 || len(g.Options) != 3 {
		t.Fatalf("no guess before the first pass: %+v", g)
	}
	s.does("guess:1", "pass").rests()
	if h := s.face().Feedback.Headline; !strings.Contains(h, "You guessed “jump”, and so it was.") {
		t.Errorf("headline %q", h)
	}
	if g = s.face().Guess; !g.Open || !strings.Contains(g.Question, "Same path") {
		t.Errorf("no guess before the second pass on the path: %+v", g)
	}
	s.does("guess:0", "pass").rests()
	if h := s.face().Feedback.Headline; h != "You guessed “bigger”; it was “smaller”." {
		t.Errorf("headline %q", h)
	}
	s.types("]")
	if g = s.face().Guess; !g.Open || !strings.Contains(g.Question, "new path") {
		t.Errorf("no guess before a new direction: %+v", g)
	}
	s.does("pass").rests() // skipped
	if g = s.face().Guess; g.Open {
		t.Errorf("a skipped guess stays: %+v", g)
	}
	s.fan(5)
	if g = s.face().Guess; !g.Open || !strings.Contains(g.Question, "wait") {
		t.Fatalf("no guess before the first wait: %+v", g)
	}
	s.does("guess:2", "wait:5m").rests().does("ask")
	if h := s.face().Feedback.Headline; !strings.HasPrefix(h, "You guessed “less”, and so it was.") {
		t.Errorf("headline %q", h)
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

func TestPressTellsTightFromSlack(t *testing.T) {
	s := newStudent(t).does("press")
	s.Advance(500)
	tight := s.View().Dent
	s.rests()
	if s.View().Dent != 0 {
		t.Error("the finger stays")
	}
	if !strings.Contains(s.face().Feedback.Body, "lightly") {
		t.Errorf("an active point answers %q", s.face().Feedback.Body)
	}
	s.fan(10).does("press")
	s.Advance(500)
	if slack := s.View().Dent; slack < tight+1 {
		t.Errorf("dent %.2f mm after ten passes, %.2f before", slack, tight)
	}
	if !strings.Contains(s.face().Feedback.Headline, "at first it gave") {
		t.Errorf("headline %q", s.face().Feedback.Headline)
	}
	late := newStudent(t).fan(10).does("press")
	late.Advance(500)
	if head := late.face().Feedback.Headline; !strings.Contains(head, "before the first pass") || late.View().DentWas != tight || late.View().Dent < tight+1 {
		t.Errorf("pressed for the first time after ten passes: %q, dents %.2f and %.2f mm, %.2f at the start", head, late.View().Dent, late.View().DentWas, tight)
	}
	h := newStudent(t).does("kind:healthy", "press")
	if !strings.Contains(h.face().Feedback.Body, "does not hurt") {
		t.Errorf("healthy muscle answers %q", h.face().Feedback.Body)
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

// Whatever a person does, few words of praise and no gap in the texts.
func TestNoTextIsMissing(t *testing.T) {
	s := newStudent(t)
	var all []string
	collect := func() {
		f := s.face()
		all = append(all, f.Feedback.Headline, f.Feedback.Body, f.Feedback.Next, f.Notice, f.Guess.Question, f.Description)
		all = append(all, f.Guess.Options...)
		all = append(all, f.Feedback.Verdict...)
		for _, c := range f.Cards {
			all = append(all, c.Text)
		}
	}
	for _, do := range []string{
		"describe", "replay", "stop", "ask", "press", "pass", "pass", "press", "ask", "direction=3", "pass", "stop", "wait:10s", "wait:3w", "ask",
		"responder=true", "pass", "replay", "undo", "kind:latent", "press", "ask", "pass", "wait:5m", "ask", "kind:healthy", "ask", "pass", "stop", "wait:1d", "ask",
		"another", "undo", "depth=nonsense", "rate:9", "nonsense", "step", "play", "play", "restart",
	} {
		s.does(do)
		collect()
		if s.face().Playing {
			s.Advance(500) // Play never rests
		} else {
			s.rests()
		}
		collect()
	}
	all = append(all, s.said...)
	if m := content.Missing(strings.Join(all, "\n")); len(m) > 0 {
		t.Errorf("texts are missing: %v", m)
	}
	for _, x := range all {
		if strings.Contains(x, "{") {
			t.Errorf("a placeholder is left in %q", x)
		}
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
	if p := s.face().Pose; p.Angle != tilt || p.Direction != 4 {
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

func TestScrubShowsTheMomentAndComesBack(t *testing.T) {
	s := newStudent(t).fan(5)
	now := s.face().Tension
	s.Point(scenes.Pointer{Zone: "traces", Phase: scenes.Down, ID: 1, X: 460, Y: 10, W: 1092, H: 140})
	s.Point(scenes.Pointer{Zone: "traces", Phase: scenes.Move, ID: 1, X: 470, Y: 10, W: 1092, H: 140, MS: 20})
	f := s.face()
	if f.Passes >= 5 || f.Tension <= now {
		t.Errorf("scrubbed to %d passes, tension %.0f", f.Passes, f.Tension)
	}
	c := s.View().Traces.Cursor
	if math.Abs(c-470.0/1092) > 0.01 {
		t.Errorf("the cursor stands at %.3f, the finger at %.3f", c, 470.0/1092)
	}
	s.Point(scenes.Pointer{Zone: "traces", Phase: scenes.Up, ID: 1, X: 470, Y: 10, W: 1092, H: 140, MS: 40})
	s.types("Escape")
	if f := s.face(); f.Passes != 5 {
		t.Errorf("back at %d passes", f.Passes)
	}
}

func TestLabelsStayInThePictureAndOffTheLens(t *testing.T) {
	for _, size := range [][2]float64{{1092, 700}, {676, 560}, {390, 380}} {
		s := newStudent(t)
		s.Resize(size[0], size[1], 0)
		for step := range 2 {
			if step == 1 {
				s.fan(4)
				s.does("direction=1.5", "pass")
				s.Advance(1500) // slow motion: the tip is deep and behind the plane
			}
			for _, b := range s.Labels() {
				if !b.Shown || b.Key == "label-lens" {
					continue
				}
				if b.X < 0 || b.Y < 0 || b.X > size[0]-40 || b.Y > size[1]-10 {
					t.Errorf("%v: %s at %.0f, %.0f is out of the picture", size, b.Key, b.X, b.Y)
				}
				// Words are up to some 120 px wide at this size of type.
				if lx, ly, r := view.LensAt(s.View().Camera); s.View().Lens.Shown && b.X+120 > lx-r && b.X < lx+r && b.Y+12 > ly-r && b.Key != "label-scale" {
					t.Errorf("%v: %s at %.0f, %.0f lies on the lens", size, b.Key, b.X, b.Y)
				}
				if b.TX < -1 || b.TX > size[0]+1 || b.TY < -1 || b.TY > size[1]+1 {
					t.Errorf("%v: %s points at %.0f, %.0f", size, b.Key, b.TX, b.TY)
				}
			}
		}
	}
}

// Nothing of the words for the first five minutes leaves out that people differ.
func TestFirstFiveMinutesSayInRealPeopleThreeTimes(t *testing.T) {
	s := newStudent(t)
	n := 0
	count := func() {
		f := s.face().Feedback
		if strings.Contains(strings.ToLower(f.Headline+f.Body+f.Next), "in real people") {
			n++
		}
	}
	for _, do := range []string{"pass", "pass", "direction=3", "pass", "aim=14", "pass", "aim=0", "direction=6", "pass", "wait:5m", "ask"} {
		s.does(do).rests()
		if do == "pass" || do == "ask" || strings.HasPrefix(do, "wait") {
			count()
		}
	}
	if n < 3 {
		t.Errorf("“in real people” was met %d times, want 3 and more", n)
	}
}

func TestTheFifteenthSecondIsAskedAboutOnce(t *testing.T) {
	s := newStudent(t)
	n := 0
	for i := range 10 {
		if i > 0 {
			s.types("]")
		}
		s.types(" ").rests()
		if strings.Contains(s.face().Feedback.Next, "15 seconds") {
			n++
			if p := s.face().PointSeconds; p < 15 || p > 20 {
				t.Errorf("asked at %.1f s", p)
			}
		}
	}
	if n != 1 {
		t.Errorf("asked %d times", n)
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

func TestStillLabArrivesAtOnce(t *testing.T) {
	l := New(Options{Words: words(t), Still: true})
	l.Resize(800, 600, 0)
	l.Do(scenes.Intent{Do: "wait:1d"})
	if l.play.Now().Seconds() < 86400 || !l.View().Still {
		t.Error("a film runs under reduced motion")
	}
}

// What is drawn above the muscle's limits follows the run.
func TestViewFollowsTheRun(t *testing.T) {
	s := newStudent(t)
	v := *s.View()
	if !v.Needle.Halo || v.Needle.Tip.Z <= 0 || v.Camera.Z > -20 {
		t.Errorf("the first needle: %+v in %+v", v.Needle, v.Camera)
	}
	s.types(" ")
	deep, twitch, ripple := 0.0, 0.0, -1.0
	for !s.Steady() {
		s.Advance(8)
		deep = math.Max(deep, s.View().Needle.Tip.Z)
		twitch = math.Max(twitch, s.View().Twitch)
		ripple = math.Max(ripple, s.View().Ripple)
	}
	if math.Abs(deep-19) > 0.5 || twitch < 0.2 || ripple < 300 {
		t.Errorf("deepest %.1f mm, twitch %.2f, ripple %.0f ms", deep, twitch, ripple)
	}
	s.fan(9).does("wait:5m").rests()
	w := s.View()
	if w.Tension >= v.Tension/2 || w.Flow <= v.Flow || w.Haze >= v.Haze || w.Acid >= v.Acid || w.Start != v.Start {
		t.Errorf("after ten passes and five minutes: tension %.2f flow %.2f haze %.2f acid %.2f", w.Tension, w.Flow, w.Haze, w.Acid)
	}
	if w.Lens.KnotNow <= w.Lens.KnotStart || w.Lens.RestNow >= w.Lens.RestStart {
		t.Errorf("lens %+v", w.Lens)
	}
	s.types("b")
	s.Advance(3000)
	if s.View().Tension != v.Tension {
		t.Error("B does not show the start while it is held")
	}
	if !s.Key("", false) || s.View().Tension == v.Tension {
		t.Error("the start stays when B is let go")
	}
	if s.Key("", false) {
		t.Error("a key that is not held changes something")
	}
}

func TestTracesBreakWhereAnotherClockRuns(t *testing.T) {
	s := newStudent(t).fan(4).does("wait:5m").rests()
	s.does("pass").rests()
	tr := &s.View().Traces
	breaks, twitches := 0, 0
	for _, m := range tr.Marks {
		if m.Break {
			breaks++
		}
		if m.Twitch > 0 {
			twitches++
		}
	}
	if breaks != 2 || twitches != 5 {
		t.Errorf("%d breaks and %d twitches, want the wait between 2 and 5", breaks, twitches)
	}
	if len(tr.Rows) != rowCount {
		t.Fatalf("%d rows", len(tr.Rows))
	}
	widest := 0.0
	for i, lo := range tr.Rows[rowEMG].Lo {
		if hi := tr.Rows[rowEMG].Hi[i]; hi >= lo {
			widest = math.Max(widest, hi-lo)
		}
	}
	if widest < 0.3 {
		t.Errorf("no burst in the EMG: at most %.2f of the row", widest)
	}
	for i, hi := range tr.Rows[rowTension].Hi {
		if hi > 1 {
			t.Errorf("tension leaves its row at column %d: %.2f", i, hi)
			break
		}
	}
	s.Resize(390, 380, 72)
	if n := len(s.View().Traces.Rows); n != 1 {
		t.Errorf("%d rows in a low strip, want tension alone", n)
	}
}

// A trace that scrolls is the trace that is drawn afresh.
func TestTracesScrollToTheSamePicture(t *testing.T) {
	s := newStudent(t).fan(3).does("wait:10s").rests().does("pass").rests().does("play")
	for range 90 {
		s.Advance(170)
		var was [rowCount][2][]float64
		c := &s.chart
		for r := range was {
			was[r] = [2][]float64{append([]float64(nil), c.lo[r]...), append([]float64(nil), c.hi[r]...)}
		}
		c.done = chartKey{head: -1}
		s.look()
		for r := range was {
			for i := range columns {
				for k, now := range [2]float64{c.lo[r][i], c.hi[r][i]} {
					// The last column is drawn before it is full.
					if v := was[r][k][i]; v != now && !(math.IsNaN(v) && math.IsNaN(now)) && i < columns-1 {
						t.Fatalf("%s, column %d: %v scrolled, %v afresh", rowColors[r], i, v, now)
					}
				}
			}
		}
	}
}
