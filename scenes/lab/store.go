package lab

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"taut/game/needle"
	"taut/game/session"
)

//go:generate go tool msgp -file store.go -o store_gen.go -tests=false -unexported -io=false

//msgp:limit arrays:64 maps:64

// savedFormat is the layout of a saved lab.
const savedFormat = 1 // structural

// savedLab is the lab as it is kept: the run in its own form, and what a person
// has chosen and reached.
type savedLab struct {
	Format    int      `msg:"format"`
	Run       []byte   `msg:"run,limit=4194304"`
	Along     float64  `msg:"along"`
	Across    float64  `msg:"across"`
	Angle     float64  `msg:"angle"`
	Direction float64  `msg:"direction"`
	Depth     float64  `msg:"depth"`
	Speed     float64  `msg:"speed"`
	Rate      float64  `msg:"rate"`
	More      bool     `msg:"more"`
	MoreTaken bool     `msg:"moretaken"`
	HideKnot  bool     `msg:"hideknot"`
	Reached   bool     `msg:"reached"`
	AtSkin    bool     `msg:"atskin"`
	Scan      bool     `msg:"scan"`
	Plain     bool     `msg:"plain"`
	Theme     string   `msg:"theme"`
	Cards     []bool   `msg:"cards"`
	Ways      uint8    `msg:"ways"`
	Pain      float64  `msg:"pain"`
	Asked     string   `msg:"asked"`
	Stale     bool     `msg:"stale"`
	Stopped   bool     `msg:"stopped"`
	Dent      float64  `msg:"dent"`
	Asks      []bool   `msg:"asks"` // questions that were asked
	Head      string   `msg:"head"`
	Body      string   `msg:"body"`
	Next      string   `msg:"next"`
	Verdict   []string `msg:"verdict"`  // of a stop
	Question  uint8    `msg:"question"` // that a guess answers
	Guess     int      `msg:"guess"`    // the option chosen, from 1; 0 none
	Late      bool     `msg:"late"`
	Sound     int      `msg:"sound"` // volume + 101 x (offered + 2 x on)
	Sight     int      `msg:"sight"` // see [Lab.sight]; older labs have none

	Scope []int64 `msg:"window"` // the EMG window, as ScopeChoice.keep gives it; older saves have none
}

// errNotALab is what a person is told of bytes that are no saved lab.
var errNotALab = errors.New("this is not a saved lab of Taut")

// keep gives the lab as MessagePack; nil where it cannot be kept.
func (l *Lab) keep() []byte {
	run, err := l.play.Save()
	if err != nil {
		return nil
	}
	c := &l.choice
	k := savedLab{
		Format: savedFormat, Run: run,
		Along: c.Pose.Along, Across: c.Pose.Across, Angle: c.Pose.Angle, Direction: c.Pose.Direction, Depth: c.Pose.Depth,
		Speed: c.Speed, Rate: c.Rate, More: c.More, MoreTaken: c.MoreTaken, HideKnot: c.HideKnot, Reached: c.Reached,
		AtSkin: c.AtSkin, Scan: c.Scan, Plain: c.Plain, Theme: c.Theme, Cards: l.cards.done[:], Ways: l.cards.ways,
		Pain: l.pain.points, Asked: l.pain.asked, Stale: l.pain.stale, Stopped: l.stopped, Dent: l.press.first,
		Asks: l.guess.asked[:], Head: l.news.Headline, Body: l.news.Body, Next: l.news.Next,
		Verdict: l.news.Verdict, Late: l.guess.late,
		Sound: c.sound(),
		Sight: l.sight(), Scope: c.Scope.keep(),
	}
	if l.guess.open {
		k.Question, k.Guess = uint8(l.guess.what), l.guess.chosen+1
	}
	b, err := k.MarshalMsg(nil)
	if err != nil {
		return nil
	}
	return b
}

// Restore implements [scenes.Scene].
func (l *Lab) Restore(b []byte) error {
	k := savedLab{Sound: volumeAt} // older labs say nothing of it
	rest, err := k.UnmarshalMsg(b)
	switch {
	case err != nil || len(rest) > 0:
		return errNotALab
	case k.Format > savedFormat:
		return session.ErrNewer
	case k.Format != savedFormat:
		return errNotALab
	}
	if err := k.check(); err != nil {
		return fmt.Errorf("this saved lab is damaged: %w", err)
	}
	s, err := session.Load(k.Run)
	if err != nil {
		return err
	}
	if l.picture {
		k.Plain = l.choice.Plain
	}
	l.choice = choice{
		Pose:  needle.Pose{Along: k.Along, Across: k.Across, Angle: k.Angle, Direction: k.Direction, Depth: k.Depth},
		Speed: k.Speed, Rate: k.Rate, More: k.More, MoreTaken: k.MoreTaken, HideKnot: k.HideKnot, Reached: k.Reached,
		AtSkin: k.AtSkin, Scan: k.Scan, Plain: k.Plain, Theme: k.Theme, Scope: window(k.Scope),
	}
	l.restoreSound(k.Sound)
	l.see(k.Sight)
	l.earlier = nil
	l.take(session.NewPlayer(s))
	copy(l.cards.done[:], k.Cards)
	copy(l.guess.asked[:], k.Asks)
	l.cards.ways = k.Ways
	l.pain = answer{points: k.Pain, asked: k.Asked, stale: k.Stale}
	l.stopped, l.press.first = k.Stopped, k.Dent
	l.news = Feedback{Headline: k.Head, Body: k.Body, Next: k.Next, Verdict: k.Verdict}
	if len(k.Verdict) == 0 {
		l.news.Verdict = nil
	}
	l.guess.late = k.Late
	if k.Guess > 0 {
		l.guess.open, l.guess.what, l.guess.chosen = true, question(k.Question), k.Guess-1
	}
	l.notice = ""
	if v := s.Foreign(); v != "" {
		l.notice = l.words.F("lab.notice.foreign", "version", v)
		l.say(l.notice)
	}
	l.size.air = l.wantedAir()
	l.suggest()
	l.after()
	l.dirty = false
	return nil
}

// check reports what makes decoded choices impossible.
func (k *savedLab) check() error {
	pose := needle.Pose{Along: k.Along, Across: k.Across, Angle: k.Angle, Direction: k.Direction, Depth: k.Depth}
	known := false
	for _, r := range session.Speeds {
		known = known || r == k.Rate
	}
	switch {
	case pose != pose.Clamp():
		return errors.New("the needle is out of range")
	case !(k.Speed >= needle.MinSpeed && k.Speed <= needle.MaxSpeed):
		return errors.New("the tip's speed is out of range")
	case !known:
		return errors.New("it names no speed of time")
	case !(k.Pain >= 0 && k.Pain <= 10):
		return errors.New("the pain is out of range")
	case k.Sound < 0 || k.Sound >= 4*volumes:
		return errors.New("the volume is out of range")
	case !(math.Abs(k.Dent) <= 20):
		return errors.New("the press is out of range")
	case k.Theme != "" && k.Theme != "dark" && k.Theme != "light" && k.Theme != "projector":
		return errors.New("it names no theme")
	case k.Asked != askedBefore && k.Asked != askedNow && k.Asked != askedLater && k.Asked != askedLatent:
		return errors.New("it does not say when the pain was asked for")
	case k.Sight < 0 || k.Sight >= sights:
		return errors.New("it names no level of the picture")
	case !scopeFits(k.Scope):
		return errors.New("the EMG window is out of range")
	case len(k.Cards) != cardCount || len(k.Asks) != int(questions):
		return errors.New("it has the wrong size")
	case k.Question >= uint8(questions) || k.Guess < 0 || k.Guess > len(guessOptions[k.Question]):
		return errors.New("it names no guess")
	case len(k.Verdict) > 8 || len(k.Head)+len(k.Body)+len(k.Next)+len(strings.Join(k.Verdict, "")) > 4000:
		return errors.New("its texts are too long")
	}
	return nil
}
