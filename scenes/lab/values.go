package lab

import (
	"math"
	"strings"

	g "maragu.dev/gomponents"

	"taut/game/needle"
	"taut/game/session"
	"taut/game/trigger"
)

// The fast-changing texts, in the order in which [Lab.AppendValues] appends
// them and in which the nodes carry them as data-v.
const (
	vTension    = iota // "79"
	vTensionWas        // "of 100, was 88"
	vTensionBar        // width of the gauge
	vPasses            // "4 passes"
	vTwitches          // "3 twitches"
	vFlow              // "71 per cent of healthy"
	vFlowBar           //
	vNoise             // "14 µV"
	vNoiseBar          //
	vPH                // "6.7"
	vSoreness          // "12 of 100"
	vTomorrow          // "30 of 100"
	vReached           // "9 of 16"
	vPoint             // "0:11"
	vPointArc          // of the ring
	vBadge             // "Slow motion, 8 times"
	vBadgeMore         // "40 ms"
	vBadgeClock        // "slow", for the style
	vBadgeArc          // of the film's clock
	vDepth             // the sliders: value and words
	vDepthText         //
	vAngle             //
	vAngleText         //
	vDirection         //
	vDirText           //
	vAlong             //
	vAlongText         //
	vAcross            //
	vAcrossText        //
	vSpeed             //
	vSpeedText         //
	vAim               // "10°, towards 2 o'clock"
	vLast              // "Last stroke 80 mm/s, quick"
	vEntryX            // the needle from above
	vEntryY            //
	vTipX              //
	vTipY              //
	vTip               // "3 mm behind"
	vVolume            // the volume's slider
	vVolumeText        //
	vCaption           // "[noise: loud] [thump: big]", "" where nothing sounds
	vPart              // "1.42 µm long", of the part that is open
	vScope             // "50 µV, 100 ms a division"
	vSpikes            // "4 spikes"
	vReflex            // "out", for the style
	values             // how many there are
)

// aboveMM is how far the view from above shows, mm from the middle to the rim.
const aboveMM = 12

// Scales of the view from above and of the bars.
const (
	aboveRim   = 46  // units of the view's own box, which is 100 wide
	gaugeFull  = 96  // per cent of the gauge's width that stand for 100: the start mark is not cut off
	flowFull   = 150 // per cent of healthy flow at the end of its bar
	noiseFull  = 24  // µV at the end of its bar
	ringFull   = 40  // s round the point timer
	pointFrom  = 15  // s, where the article's time for a point begins
	pointTo    = 30  // s, where it ends
	verySlow   = 12  // mm/s up to which no patient of the model twitches
	quickSpeed = 20  // mm/s from which all do
)

// Panel gives the document's nodes of the lab.
func (l *Lab) Panel() g.Node { return render(l.face(), l.words) }

// AppendValues appends the fast-changing texts, each ended by a newline. It
// allocates nothing where b has room.
func (l *Lab) AppendValues(b []byte) []byte { return l.phrases.appendValues(b, l.face()) }

// texts gives the fast-changing texts one by one, for nodes made anew.
func (p *phrases) texts(f *Face) []string {
	return strings.Split(strings.TrimSuffix(string(p.appendValues(nil, f)), "\n"), "\n")
}

// appendValues appends the fast-changing texts of a face in the order above.
func (p *phrases) appendValues(b []byte, f *Face) []byte {
	b = p.readings(b, f)
	b = p.time(b, f)
	b = p.sliders(b, f)
	b = p.above(b, f)
	b = end(number(b, f.Volume, 0))
	b = end(p.soreness.fill(b, figure{x: f.Volume}))
	for i, text := range p.captions {
		if f.Caption&(1<<i) != 0 {
			b = append(b, text...)
		}
	}
	b = end(b)
	b = p.part(b, f)
	b = end(p.scope.fill(b, figure{x: f.Scope.Step}, figure{x: scopeSweeps[f.Scope.sweep()]}))
	b = end(count(b, f.Scope.Spikes, p.spikeOne, p.spikes))
	return end(append(b, f.Leg...))
}

func (p *phrases) readings(b []byte, f *Face) []byte {
	b = end(number(b, f.Tension, 0))
	if f.Kind == trigger.Healthy { // its 100 is no strain
		b = end(p.tensionHealthy.fill(b))
	} else if math.IsNaN(f.TensionWas) {
		b = end(p.tension.fill(b))
	} else {
		b = end(p.tensionWas.fill(b, figure{x: f.TensionWas}))
	}
	b = share(b, f.Tension/100*gaugeFull)
	b = end(count(b, f.Passes, p.passOne, p.passes))
	b = end(count(b, f.Twitches, p.twitchOne, p.twitches))
	b = end(p.flow.fill(b, figure{x: f.Flow}))
	b = share(b, f.Flow/flowFull*100)
	places := 0
	if f.Noise < 9.95 {
		places = 1
	}
	b = end(p.noise.fill(b, figure{x: f.Noise, places: places}))
	b = share(b, f.Noise/noiseFull*100)
	b = end(number(b, f.PH, 1))
	b = end(p.soreness.fill(b, figure{x: f.Soreness}))
	b = end(p.soreness.fill(b, figure{x: f.Tomorrow}))
	return end(p.reached.fill(b, figure{x: float64(f.ReachedLoci)}, figure{x: float64(f.ReachableLoci)}))
}

func (p *phrases) time(b []byte, f *Face) []byte {
	s := math.Max(0, math.Floor(f.PointSeconds))
	if math.IsNaN(s) {
		s = 0
	}
	b = end(p.point.fill(b, figure{x: math.Floor(s / 60)}, figure{x: math.Mod(s, 60), pad: true}))
	b = arc(b, f.PointSeconds, ringFull)
	c := f.Clock
	if int(c) >= len(p.clock) {
		c = session.Held
	}
	runs := p.clock[c]
	switch {
	case c == session.Real && f.ClockRate > 1:
		runs = p.fast
	case c == session.Real && f.ClockRate < 1:
		runs = p.less
	}
	b = end(runs.fill(b, times(f.ClockRate)))
	switch c {
	case session.Slow, session.Again:
		b = p.slowMore.fill(b, figure{x: math.Max(0, f.Milliseconds)})
	case session.Film:
		b = p.film(b, f.Waited, f.WaitFor)
	}
	b = end(b)
	b = end(append(b, clockNames[c]...))
	done := 0.0
	if c == session.Film {
		done = 1 - f.WaitLeft
	}
	return arc(b, done*60, 60)
}

// film appends how much of a wait is over, in the unit that fits its length.
func (p *phrases) film(b []byte, gone, whole float64) []byte {
	unit, text := 1.0, p.filmSeconds
	switch {
	case whole >= 2*86400:
		unit, text = 86400, p.filmDays
	case whole >= 2*3600:
		unit, text = 3600, p.filmHours
	case whole >= 2*60:
		unit, text = 60, p.filmMinutes
	}
	return text.fill(b, figure{x: math.Floor(gone / unit)}, figure{x: whole / unit})
}

// times is how many times slower or quicker a clock runs, as a whole number.
func times(rate float64) figure {
	if rate > 0 && rate < 1 {
		rate = 1 / rate
	}
	return figure{x: rate}
}

func (p *phrases) sliders(b []byte, f *Face) []byte {
	q := f.Pose
	b = end(number(b, q.Depth, 1))
	b = end(p.depth(b, f))
	b = end(number(b, q.Angle, 0))
	b = end(p.degrees.fill(b, figure{x: q.Angle}))
	b = end(number(b, q.Direction, 1))
	at, half := hour(q.Direction)
	if half {
		b = end(p.half.fill(b, at))
	} else {
		b = end(p.hour.fill(b, at))
	}
	b = end(number(b, q.Along, 1))
	b = end(p.side(b, p.along, q.Along, p.left, p.right))
	b = end(number(b, q.Across, 1))
	b = end(p.side(b, p.across, q.Across, p.near, p.away))
	b = end(number(b, f.Speed, 0))
	b = end(p.speed.fill(b, figure{x: f.Speed}, figure{word: p.pace(f.Speed)}))
	b = end(p.lean(b, q))
	if f.SpeedShown > 0 {
		return end(p.last.fill(b, figure{x: f.SpeedShown}, figure{word: p.pace(f.SpeedShown)}))
	}
	return end(append(b, p.noStroke...))
}

// depth appends how deep a pass goes: in mm or, at a place on somebody, in words.
func (p *phrases) depth(b []byte, f *Face) []byte {
	if f.Site != nil {
		return append(b, p.depths[f.DepthWord]...)
	}
	return p.mm.fill(b, figure{x: f.Pose.Depth, places: tenth(f.Pose.Depth)})
}

// lean appends how far the needle is tilted, and to which hour.
func (p *phrases) lean(b []byte, q needle.Pose) []byte {
	at, half := hour(q.Direction)
	switch {
	case q.Angle < 0.5:
		return p.straight.fill(b)
	case half:
		return p.aimHalf.fill(b, figure{x: q.Angle}, at)
	}
	return p.aim.fill(b, figure{x: q.Angle}, at)
}

// pace names a tip speed.
func (p *phrases) pace(mmPerS float64) string {
	switch {
	case mmPerS <= verySlow:
		return p.verySlow
	case mmPerS < quickSpeed:
		return p.slow
	}
	return p.quick
}

// side appends a distance and to which side it is.
func (p *phrases) side(b []byte, text phrase, mm float64, minus, plus string) []byte {
	word := plus
	switch {
	case math.Abs(mm) < 0.05 || math.IsNaN(mm):
		return append(b, p.middle...)
	case mm < 0:
		word = minus
	}
	mm = math.Abs(mm)
	return text.fill(b, figure{x: mm, places: tenth(mm)}, figure{word: word})
}

// above appends the needle as it is seen from above, and where its tip is seen
// from the front.
func (p *phrases) above(b []byte, f *Face) []byte {
	tip := f.Pose.At(f.Pose.Depth)
	for _, mm := range [...][2]float64{{f.Pose.Along, f.Pose.Across}, {tip.X, tip.Y}} {
		x, y := fromAbove(mm[0], mm[1])
		b = end(number(b, x, 1))
		b = end(number(b, y, 1))
	}
	switch mm := math.Round(f.Behind); {
	case mm > 0:
		b = p.behind.fill(b, figure{x: mm})
	case mm < 0:
		b = p.front.fill(b, figure{x: -mm})
	default:
		b = p.inPlane.fill(b)
	}
	return end(b)
}

// fromAbove gives a place in the box of the view from above, drawn in to the rim
// where it lies outside.
func fromAbove(along, across float64) (x, y float64) {
	x, y = along*aboveRim/aboveMM, -across*aboveRim/aboveMM
	if r := math.Hypot(x, y); r > aboveRim {
		x, y = x*aboveRim/r, y*aboveRim/r
	}
	return x, y
}
