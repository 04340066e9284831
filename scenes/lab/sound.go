package lab

import (
	"math"

	"taut/game/needle"
	"taut/game/session"
	"taut/game/tick"
	"taut/scenes"
)

// How the model's numbers sound; teaching values.
const (
	volumeAt = 60   // of 100, until a person sets it
	volumes  = 101  // structural: 0 to 100
	buzzMS   = 20   // of a phone at a twitch
	bigThump = 1.0  // size of a twitch from which its thump is called big
	loudFrom = 12.0 // µV of endplate noise from which it is called loud
	softFrom = 3.0  // µV below which hardly any is left
	sampleMS = 1500 // of noise for a person who turns the sound on while time holds
)

// offer says whether "Hear the muscle" was offered yet.
type offer uint8

const (
	offerComing offer = iota
	offerOpen
	offerMade
)

// captionKeys are the captions, a bit each in the order of the text.
var captionKeys = [...]string{"loud", "soft", "hardly", "big", "small", "skin", "fat", "fascia", "muscle", "knot", "bone"}

const (
	captionLoud = 1 << iota
	captionSoft
	captionHardly
	captionBig
	captionSmall
	captionSkin // and the other layers after it
)

// ear gathers what sounds between two drains, and what the captions tell of the
// stroke under way: the layers that the tip came into, and then its twitch.
type ear struct {
	audio scenes.Audio
	way   []needle.Crossing // room
	told  uint16
	left  float64 // ms of the sample
}

// switchSound turns the sound on or off; a tick answers a person who asked for it.
func (l *Lab) switchSound(on bool) {
	l.choice.Sound, l.choice.Offer, l.ear.told = on && !l.mute, offerMade, 0
	l.met(needle.Muscle)
	l.dirty = true
	if l.choice.Sound && l.play.Holding() {
		l.ear.left = sampleMS
		if i, ok := l.lastPass(); ok && l.still { // without the picture's motion
			l.thump(l.play.Passes()[i].Twitch, true)
		}
	}
}

// hearMuscle takes the offer: the last twitch is shown again, so that something
// is heard at once.
func (l *Lab) hearMuscle() {
	l.settle()
	l.switchSound(true)
	if !l.still {
		l.play.Replay()
	}
}

// offerSound makes the offer at the first twitch that a person is told of, and
// takes it back at the next pass.
func (l *Lab) offerSound(twitch float64) {
	if l.choice.Offer == offerOpen {
		l.choice.Offer = offerMade
	} else if l.choice.Offer == offerComing && twitch > 0 && !l.mute {
		l.choice.Offer = offerOpen
	}
}

// audio drains what sounds.
func (l *Lab) audio() scenes.Audio {
	a := l.ear.audio
	l.ear.audio = scenes.Audio{}
	a.On, a.Volume = l.choice.Sound, l.choice.Volume/100
	if l.sounding() { // on the scale of the noise's own bar; finer steps nobody hears
		a.Crackle = math.Round(64*math.Min(1, l.play.State().Noise()/noiseFull)) / 64
	}
	return a
}

// sounding reports whether time runs so that a muscle would be heard, or a sample
// does: not in a film, and not under a hand, where it stands still.
func (l *Lab) sounding() bool {
	clock, _ := l.play.Clock()
	return l.choice.Sound && (clock != session.Held || l.ear.left > 0) && clock != session.Film && !l.hand.pushing()
}

// met lets one tick be heard.
func (l *Lab) met(in needle.Layer) { l.ear.audio.Ticks |= 1 << in }

// thump lets a twitch of size a be heard and, unless it is shown again, felt.
func (l *Lab) thump(a float64, again bool) {
	if a <= 0 || !l.choice.Sound {
		return
	}
	e := &l.ear
	e.told = captionSmall
	if a >= bigThump {
		e.told = captionBig
	}
	e.audio.Thump = math.Min(1, a/stripFull)
	if !again {
		e.audio.Buzz = buzzMS
	}
}

// meet lets a tick be heard for each layer that the tip comes into on its way
// from one depth down to another, in mm.
func (l *Lab) meet(pose needle.Pose, from, to float64) {
	if !l.choice.Sound || to <= from {
		return
	}
	e := &l.ear
	e.way = l.play.Limb().Crossings(e.way[:0], &l.play.Patient().Point, pose)
	for _, c := range e.way {
		if c.Layer != needle.Deep && c.Depth > from && c.Depth <= to { // nothing is felt where it goes on into other flesh
			e.told |= captionSkin << (c.Layer - needle.Skin)
			l.met(c.Layer)
		}
	}
}

// heed takes up what was to be heard of a slice of time that ran by itself, from
// a moment, a clock and a depth of the tip on: nothing of a film, nor of the
// jump at a replay's end. Twitches of strokes that a hand drew sound under that
// hand, see [Lab.hear].
func (l *Lab) heed(was tick.Tick, clock session.Clock, depth float64) {
	a, now, again := l.play.Actions(), l.play.Now(), clock == session.Again
	after, _ := l.play.Clock()
	if !l.choice.Sound || now <= was || clock == session.Film || again && after != clock {
		return
	}
	for i := len(a) - 1; i >= 0; i-- {
		s := &a[i]
		if s.Op != session.Stroke || s.At > now {
			continue
		}
		deepest := (s.At + s.End) / 2
		if s.Drawn || was >= deepest {
			break
		}
		if s.At >= was { // it began in this slice: under the skin, or in the air
			l.ear.told, depth = 0, -1
			if l.stabbed(i) {
				depth = l.play.Limb().Rest()
			}
		}
		to := s.Pose.Depth
		if now < deepest {
			_, to, _ = l.play.Tip()
		}
		l.meet(s.Pose, depth, to)
		break
	}
	latency := tick.FromSeconds(l.play.Latency())
	for _, p := range l.play.Passes() {
		if on := p.At + latency; on > was && on <= now && (again || !a[p.Action].Drawn) {
			l.thump(p.Twitch, again)
		}
	}
}

// stabbed reports whether the needle was in already when action i began.
func (l *Lab) stabbed(i int) bool {
	a := l.play.Actions()
	for i--; i >= 0; i-- {
		switch a[i].Op {
		case session.Stroke:
			return true
		case session.Wait, session.Stop:
			return false
		}
	}
	return false
}

// faceSound fills what the panel shows of the sound.
func (l *Lab) faceSound(f *Face) {
	f.Mute, f.Sound, f.Volume, f.Caption = l.mute, l.choice.Sound, l.choice.Volume, 0
	f.Offer = l.choice.Offer == offerOpen
	if l.sounding() {
		f.Caption = captionHardly
		if uv := l.play.State().Noise(); uv >= loudFrom {
			f.Caption = captionLoud
		} else if uv >= softFrom {
			f.Caption = captionSoft
		}
	}
	if f.Caption > 0 || l.hand.pushing() {
		f.Caption |= l.ear.told
	}
}

// sound packs what is kept of the sound, see [savedLab].
func (c *choice) sound() int {
	n := int(c.Volume)
	if c.Offer != offerComing {
		n += volumes
	}
	if c.Sound {
		n += 2 * volumes
	}
	return n
}

// restoreSound takes up what was kept of the sound.
func (l *Lab) restoreSound(n int) {
	c := &l.choice
	c.Volume, c.Sound = float64(n%volumes), n >= 2*volumes && !l.mute
	if n/volumes%2 > 0 {
		c.Offer = offerMade
	}
}
