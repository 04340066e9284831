package lab

import (
	"math"

	"taut/game/needle"
	"taut/scenes"
)

// part is what a finger has taken.
type part uint8

const (
	undecided part = iota
	push           // the needle, along its axis
	aim            // the entry point, along the skin
	twist          // the grip, sideways: round the clock
	spent          // nothing any more, until the finger is lifted
)

// hand is a finger on the stage.
type hand struct {
	down   bool
	part   part
	id     int
	x, y   float64 // CSS px where it came down
	onAxis bool    // near the needle
	high   bool    // on the part of it that stands well above the skin
	pose   needle.Pose
	grab   float64 // depth of the tip when it was taken, mm
	depth  float64 // and now
	bone   bool
	path   path
}

func (h *hand) pushing() bool { return h.down && h.part == push }

// Point implements [scenes.Scene].
func (l *Lab) Point(p scenes.Pointer) {
	for _, x := range [...]float64{p.X, p.Y, p.W, p.H, p.MS} {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return
		}
	}
	if p.Zone == "stage" {
		l.pointStage(p)
	} else {
		l.pointDial(p)
	}
	l.hear()
	l.after()
}

func (l *Lab) pointStage(p scenes.Pointer) {
	h := &l.hand
	if l.pinched(p) {
		l.tap = tap{}
		return
	}
	defer l.tapping(p)
	switch {
	case p.Phase == scenes.Down && !h.down && l.atBand():
		l.takeStage(p)
	case !h.down || h.id != p.ID:
	case p.Phase == scenes.Move:
		l.drag(p)
	case p.Phase == scenes.Up:
		l.drag(p)
		l.release()
		h.down = false
	case p.Phase == scenes.Cancel:
		l.release()
		h.down = false
	}
}

// takeStage takes what lies under the finger.
func (l *Lab) takeStage(p scenes.Pointer) {
	h := &l.hand
	*h = hand{down: true, id: p.ID, x: p.X, y: p.Y, pose: l.choice.Pose, path: path{way: h.path.way}}
	n, c := &l.v.Needle, l.v.Camera
	x, z := c.MM(p.X, p.Y)
	sx, _ := slopes(h.pose)
	reach := 24.0 // CSS px
	if p.Touch {
		reach = 36
	}
	axis := n.Entry.X + sx*z // where the needle is at that depth
	h.onAxis = math.Abs(x-axis)*c.PxPerMM <= reach && z <= n.Tip.Z+1
	h.high = z < -1.2
	h.grab = n.Tip.Z
	if !n.Shown {
		h.grab = -hover
	}
	h.depth = h.grab
	l.ear.told = 0
	h.path.start(sample{p.MS, h.grab})
}

// pxPerHour is how far a finger goes sideways on the grip to twist it by an
// hour of the clock.
const pxPerHour = 24

// drag moves what the finger has. It decides what that is when the finger has
// gone some way: along the needle pushes it, across it aims or twists.
func (l *Lab) drag(p scenes.Pointer) {
	h, c := &l.hand, l.v.Camera
	if c.PxPerMM <= 0 {
		return
	}
	dx, dz := (p.X-h.x)/c.PxPerMM, (p.Y-h.y)/c.PxPerMM
	sx, _ := slopes(h.pose)
	uz := 1 / math.Hypot(1, sx)
	along := (dx*sx + dz) * uz // mm in the picture, down the needle
	if h.part == undecided {
		far := slop
		if p.Touch {
			far = slopFat
		}
		if math.Hypot(p.X-h.x, p.Y-h.y) < far {
			return
		}
		across := (dx - dz*sx) * uz
		switch {
		case math.Abs(along) >= math.Abs(across):
			h.part = push
			l.play.Seek(l.play.Head())
		case h.onAxis && h.high:
			h.part = twist
		default:
			h.part = aim
		}
	}
	switch h.part {
	case push:
		l.pushTo(sample{p.MS, h.grab + along*uz})
	case aim:
		q := h.pose
		q.Along += dx
		l.repose(q)
	case twist:
		// Whole hours can be said aloud; the tenths come from the slider.
		l.repose(turned(h.pose, math.Round((p.X-h.x)/pxPerHour), l.tilt()))
	}
}

// highest is how far above the skin a finger can lift the tip, mm.
const highest = -6

// pushTo lets the tip follow the finger. Bone holds it.
func (l *Lab) pushTo(s sample) {
	h, limb := &l.hand, l.play.Limb()
	bone, hard := limb.End(l.choice.Pose)
	h.bone = h.bone || hard && s.depth > bone+0.3
	s.depth = clamp(s.depth, highest, bone)
	deepest := l.choice.Pose
	deepest.Depth = limb.Deepest()
	l.meet(deepest, h.depth, s.depth)
	h.depth = s.depth
	stretch := l.choice.Pose.Stretch()
	if st, ok := h.path.move(s, limb.Fascia, stretch); ok {
		l.drawn(st)
	}
}

// release ends a push: what is under way of it counts.
func (l *Lab) release() {
	h := &l.hand
	if !h.pushing() {
		return
	}
	h.part = spent
	if st, ok := h.path.end(l.play.Limb().Fascia, l.choice.Pose.Stretch()); ok {
		l.drawn(st)
	}
}

// drawn gives a stroke that a hand has made to the session. What plays or
// settles ends first: every stroke of a hand counts.
func (l *Lab) drawn(st stroke) {
	pose := l.choice.Pose
	pose.Depth = st.deep
	bone := l.hand.bone
	if bone {
		end, _ := l.play.Limb().End(pose)
		pose.Depth = end + 0.5 // further than there is: it touched
		l.hand.bone = false
	}
	if l.full(0) {
		return
	}
	if l.final && l.stopped {
		return
	}
	if l.final && l.scrubbed() {
		l.present()
	}
	l.guess.skip()
	l.stopped = false
	l.play.Settle()
	l.hear()
	l.play.Pass(pose, classed(st.speed), true)
	if _, met := l.play.Met(pose); bone || met {
		l.hand.part = spent // the point ends here, and the push with it
		l.play.Settle()
	}
	l.hear()
	l.shown = math.Min(st.speed, needle.MaxSpeed)
}
