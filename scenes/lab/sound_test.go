package lab

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"taut/game/needle"
	"taut/game/session"
	"taut/game/trigger"
	"taut/scenes"
)

// heard is what a student heard while real time went by.
type heard struct {
	ticks    string // names of the layers, one after the other
	thumps   []float64
	buzzes   int
	crackle  []float64 // level of each frame
	captions string    // each caption once, one after the other
}

// hears takes up the audio of this moment.
func (h *heard) hears(s *student) {
	a := s.Effects().Audio
	for l := needle.Skin; l <= needle.Bone; l++ {
		if a.Ticks>>l&1 == 1 {
			h.ticks += l.String() + " "
		}
	}
	if a.Thump > 0 {
		h.thumps = append(h.thumps, a.Thump)
	}
	if a.Buzz > 0 {
		h.buzzes++
	}
	h.crackle = append(h.crackle, a.Crackle)
	if c := s.caption(); c != "" && !strings.HasSuffix(h.captions, c+"\n") {
		h.captions += c + "\n"
	}
}

// caption gives the caption as it stands on the stage.
func (s *student) caption() string {
	return strings.TrimSpace(s.phrases.texts(s.face())[vCaption])
}

// hearsOut presses controls and listens until the lab holds.
func (s *student) hearsOut(intents ...string) (h heard) {
	s.t.Helper()
	for _, i := range intents {
		name, value, _ := strings.Cut(i, "=")
		s.Do(scenes.Intent{Do: name, Value: value})
	}
	for range 4000 {
		h.hears(s)
		if s.Steady() {
			return h
		}
		s.Advance(16.7)
	}
	s.t.Fatal("the lab does not come to rest")
	return h
}

// loud is a student who has the sound on.
func loud(t *testing.T) *student {
	s := newStudent(t).does("sound=true")
	s.Effects()
	return s
}

func TestAPassIsHeard(t *testing.T) {
	s := loud(t)
	h := s.hearsOut("pass")
	// The first twitches come in slow motion: still one thump, one vibration.
	if len(h.thumps) != 1 || h.buzzes != 1 {
		t.Errorf("a pass through the knot gives thumps %v and %d vibrations, want one each", h.thumps, h.buzzes)
	}
	if want := "skin fat fascia muscle knot muscle "; h.ticks != want {
		t.Errorf("on the way down one hears %q, want %q", h.ticks, want)
	}
	for _, want := range []string{"[noise: loud] [tick: skin]", "[tick: fascia] [tick: muscle] [tick: knot]", "[noise: loud] [thump: big]"} {
		if !strings.Contains(h.captions, want) {
			t.Errorf("no caption %q in\n%s", want, h.captions)
		}
	}
	if h.crackle[1] < 0.5 || h.crackle[len(h.crackle)-1] != 0 || s.caption() != "" {
		t.Errorf("the noise of an active point runs at %v and ends at %v with the caption %q", h.crackle[1], h.crackle[len(h.crackle)-1], s.caption())
	}
	// The second pass begins under the skin.
	if again := s.hearsOut("pass"); again.ticks != "fascia muscle knot muscle " || len(again.thumps) != 1 || again.thumps[0] >= h.thumps[0] {
		t.Errorf("the second pass is heard as %q with thumps %v after %v", again.ticks, again.thumps, h.thumps)
	}
}

func TestStrokesWithoutTwitchDoNotThump(t *testing.T) {
	for name, c := range map[string]struct {
		set   []string
		ticks string
	}{
		"beside":  {[]string{"aim=14"}, "skin fat fascia muscle "},
		"shallow": {[]string{"depth=4"}, "skin fat "},
		"slow":    {[]string{"speed=8"}, "skin fat fascia muscle knot muscle "},
		"bone":    {[]string{"aim=14", "depth=30"}, "skin fat fascia muscle bone "},
	} {
		h := loud(t).does(c.set...).hearsOut("pass")
		if len(h.thumps) != 0 || h.buzzes != 0 || h.ticks != c.ticks {
			t.Errorf("%s: ticks %q, thumps %v, %d vibrations; want %q alone", name, h.ticks, h.thumps, h.buzzes, c.ticks)
		}
	}
}

func TestAReplayIsHeardAndNotFelt(t *testing.T) {
	s := loud(t)
	first := s.hearsOut("pass")
	h := s.hearsOut("replay")
	if len(h.thumps) != 1 || h.thumps[0] != first.thumps[0] || h.buzzes != 0 {
		t.Errorf("a replay gives thumps %v and %d vibrations, want %v and none", h.thumps, h.buzzes, first.thumps)
	}
}

func TestAFilmIsSilent(t *testing.T) {
	s := loud(t)
	s.hearsOut("pass")
	h := s.hearsOut("wait:5m")
	for _, x := range h.crackle {
		if x != 0 {
			t.Fatalf("a film crackles at %v", x)
		}
	}
	if h.ticks != "" || len(h.thumps) != 0 || h.captions != "" || len(h.crackle) < 100 {
		t.Errorf("in a film of %d frames one hears %+v", len(h.crackle), h)
	}
	// What a wait skips is not made up for: the pass under way jumps to its end.
	s.does("pass")
	s.Effects()
	if h := s.hearsOut("wait:10s"); len(h.thumps) != 0 || h.ticks != "" {
		t.Errorf("the skipped pass is heard: %+v", h)
	}
}

func TestNothingIsHeardWhileTheSoundIsOff(t *testing.T) {
	s := newStudent(t)
	h := s.hearsOut("pass")
	h2 := s.hearsOut("replay")
	if h.ticks+h2.ticks != "" || len(h.thumps)+len(h2.thumps) != 0 || h.buzzes != 0 || h.captions != "" {
		t.Errorf("without sound one hears %+v and %+v", h, h2)
	}
	for _, x := range h.crackle {
		if x != 0 {
			t.Fatalf("without sound it crackles at %v", x)
		}
	}
	if a := s.Effects().Audio; a != (scenes.Audio{Volume: .6}) {
		t.Errorf("a lab without sound gives %+v", a)
	}
}

// A hand that pushes the needle feels the layers as it comes to them, and the
// twitch when it turns back.
func TestAHandHearsWhatItMeets(t *testing.T) {
	s := loud(t)
	var h heard
	x, z := s.v.Camera.Px(0, s.v.Needle.Tip.Z)
	point := func(p scenes.Phase, ms, mm float64) {
		s.Point(scenes.Pointer{Zone: "stage", Phase: p, ID: 1, X: x, Y: z + mm*s.v.Camera.PxPerMM, W: 1092, H: 700, MS: ms})
		h.hears(s)
	}
	point(scenes.Down, 0, 0)
	for mm := 1.0; mm <= 17; mm++ {
		point(scenes.Move, 12*mm, mm)
	}
	if want := "fat fascia muscle knot muscle "; h.ticks != want || len(h.thumps) != 0 {
		t.Errorf("on the way down the hand meets %q and thumps %v, want %q and none", h.ticks, h.thumps, want)
	}
	point(scenes.Move, 230, 12)
	if len(h.thumps) != 1 || h.buzzes != 1 {
		t.Errorf("the turn gives thumps %v, %d vibrations", h.thumps, h.buzzes)
	}
	point(scenes.Up, 260, 10)
	if rest := s.hearsOut(); len(rest.thumps) != 0 || rest.ticks != "" {
		t.Errorf("the stroke is heard once more: %+v", rest)
	}
	o := newStudent(t)
	if err := o.Restore(s.keep()); err != nil {
		t.Fatal(err)
	}
	if h := o.hearsOut("ask"); len(h.thumps) != 0 || h.ticks != "" {
		t.Errorf("a kept stroke is heard when the lab comes back: %+v", h)
	}
}

// The less noise the endplates make, the less it crackles.
func TestCrackleFollowsTheNoise(t *testing.T) {
	level := func(s *student) (uv, crackle float64) {
		s.does("play")
		s.Advance(16.7)
		uv, crackle = s.face().Noise, s.Effects().Audio.Crackle
		s.does("play")
		return uv, crackle
	}
	s := loud(t)
	lastUV, last := level(s)
	if math.Abs(last-lastUV/noiseFull) > 1./64 {
		t.Errorf("%.1f µV crackle at %v", lastUV, last)
	}
	for n := range 10 {
		s.fan(1).types("]")
		uv, now := level(s)
		if uv >= lastUV || now > last {
			t.Errorf("pass %d: from %.2f to %.2f µV it crackles at %v after %v", n+1, lastUV, uv, now, last)
		}
		lastUV, last = uv, now
	}
	if last > 0.5 || last == 0 {
		t.Errorf("after ten passes it crackles at %v", last)
	}
	if _, x := level(loud(t).does("kind:" + trigger.Healthy.String())); x > 0.1 {
		t.Errorf("healthy muscle crackles at %v", x)
	}
}

func TestSoundIsOfferedOnceAfterTheFirstTwitch(t *testing.T) {
	s := newStudent(t)
	s.does("aim=14", "pass").rests().does("undo", "aim=0")
	if s.face().Offer {
		t.Error("sound is offered before the first twitch")
	}
	s.does("pass").rests()
	if !s.face().Offer || s.choice.Sound {
		t.Fatal("sound is not offered after the first twitch")
	}
	s.does("offer:1")
	if s.face().Offer || s.choice.Sound {
		t.Error("the offer does not go when it is refused")
	}
	o := newStudent(t)
	if err := o.Restore(s.keep()); err != nil {
		t.Fatal(err)
	}
	if o.does("restart", "pass").rests(); o.face().Offer {
		t.Error("sound is offered a second time")
	}

	s = newStudent(t).does("pass").rests()
	if s.does("pass").rests(); s.face().Offer {
		t.Error("an offer that was passed over stays")
	}
	s = newStudent(t).does("pass").rests().does("offer:0")
	if a := s.audio(); !a.On || s.face().Offer {
		t.Errorf("taken, the offer stands %v and the sound is %+v", s.face().Offer, a)
	}
	s = newStudent(t).does("sound=true", "sound=false", "pass").rests()
	if s.face().Offer {
		t.Error("sound is offered to one who has found it")
	}
	mute := &student{Lab: New(Options{Words: words(t), Mute: true}), t: t}
	mute.Resize(1092, 700, 140)
	if mute.does("pass").rests(); mute.face().Offer || rendered(t, mute.face(), words(t)).Find("#sound").Length() > 0 {
		t.Error("sound is offered where there is none")
	}
}

// Who takes the offer hears the muscle there and then: the last twitch again or,
// where nothing is to move, its thump in the noise of now.
func TestTheOfferIsHeardAtOnce(t *testing.T) {
	for _, still := range []bool{false, true} {
		s := &student{Lab: New(Options{Words: words(t), Still: still}), t: t}
		s.Resize(1092, 700, 140)
		s.does("pass").rests()
		at := s.play.Now()
		h := s.hearsOut("offer:0")
		if clock, _ := s.play.Clock(); s.play.Now() != at || clock != session.Held {
			t.Errorf("still %v: the run has gone from %v to %v", still, at, s.play.Now())
		}
		if len(h.thumps) != 1 || h.crackle[1] < 0.5 || h.crackle[len(h.crackle)-1] != 0 || h.buzzes != 0 {
			t.Errorf("still %v: thumps %v, crackle %v at first and %v at last", still, h.thumps, h.crackle[1], h.crackle[len(h.crackle)-1])
		}
		if !strings.Contains(h.captions, "[noise: loud]") || !strings.Contains(h.captions, "[thump: big]") || s.caption() != "" {
			t.Errorf("still %v: captions %q, at last %q", still, h.captions, s.caption())
		}
	}
	if h := newStudent(t).hearsOut("sound=true"); h.crackle[1] < 0.5 || len(h.thumps) != 0 {
		t.Errorf("the switch lets one hear %+v", h)
	}
}

func TestSoundIsKept(t *testing.T) {
	s := newStudent(t).does("sound=true", "volume=35")
	o := newStudent(t)
	if err := o.Restore(s.keep()); err != nil {
		t.Fatal(err)
	}
	if a := o.audio(); !a.On || a.Volume != .35 {
		t.Errorf("what comes back is %+v", a)
	}
	// A lab that was kept before there was sound: a map of one field less.
	kept := newStudent(t).keep()
	old := bytes.Replace(kept, []byte("\xa5sound\x3c"), nil, 1)
	old[2]--
	if len(old) == len(kept) {
		t.Fatal("the sound is not where this test cuts it out")
	}
	if err := o.Restore(old); err != nil || o.choice.Sound || o.choice.Volume != volumeAt || o.choice.Offer != offerComing {
		t.Errorf("a lab of before gives %v, %+v", err, o.choice)
	}
	var k savedLab
	if _, err := k.UnmarshalMsg(kept); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []int{-1, 4 * volumes} {
		c := k
		c.Sound = bad
		b, err := c.MarshalMsg(nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := o.Restore(b); err == nil {
			t.Errorf("a lab with sound %d is taken", bad)
		}
	}
	for _, value := range []string{"-5", "1e9"} {
		o.does("volume=" + value)
		if v := o.choice.Volume; v < 0 || v > 100 {
			t.Errorf("volume=%s gives %v", value, v)
		}
	}
	if o.does("volume=much"); o.notice == "" {
		t.Error("a volume that is no number is not answered")
	}
}
