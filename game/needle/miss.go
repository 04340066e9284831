package needle

import (
	"math"

	"taut/game/trigger"
)

// Miss says why a stroke set off no twitch.
type Miss uint8

// The reasons: all but the last in the order in which they are looked for.
const (
	Twitched    Miss = iota // it did
	HealthyHere             // there is no trigger point
	TooSlow                 // quick enough, the same stroke would have twitched
	TooShallow              // deeper, the same stroke would have twitched
	Quieted                 // the path goes through loci that are quiet by now
	NearMiss                // the path passes the point within two reaches of its edge
	OffTarget               // the path goes through muscle beside the point
	NerveCut                // with its nerve whole, the muscle would have twitched
)

var missNames = [...]string{"twitched", "healthy", "slow", "shallow", "quiet", "near", "off", "cut"}

// String gives the reason in one lower-case word.
func (m Miss) String() string { return missNames[m] }

// probe gives the answer that the stroke would find, changing nothing.
func (st Stroke) probe(p *trigger.Point, s *trigger.State) Answer {
	a := Answer{Hits: st.Hits(p)}
	sum, place, weight := 0.0, 0.0, 0.0
	length := st.Length()
	for i, h := range a.Hits {
		w := h * s.E[i]
		sum += w
		place += w * st.along(p.Loci[i], length)
		weight += w
	}
	a.Heard = Gate(st.Speed) * sum
	a.At = length
	if weight > 0 {
		a.At = min(length, max(0, place/weight))
	}
	a.Off, a.OffX, a.OffY = st.off()
	switch {
	case a.Heard > threshold && st.Cut:
		a.Why = NerveCut
		return a
	case a.Heard > threshold:
		a.Twitch = a.Heard
		// With one side needled, motor units fired on both in active points and
		// on one in latent points (Audette 2004, n=21).
		a.Both = p.Kind == trigger.Active
		return a
	}
	a.Why = st.why(p, s, sum)
	return a
}

// Meets gives the way of the tip, mm from the start, to where the leaking loci
// that the stroke hits lie on the average; the whole way where it hits none.
func (st Stroke) Meets(p *trigger.Point, s *trigger.State) float64 { return st.probe(p, s).At }

// along gives where on the path, mm from its start, a locus lies nearest.
func (st Stroke) along(l trigger.Place, length float64) float64 {
	if !(length > 0) {
		return 0
	}
	return ((l.X-st.From.X)*(st.To.X-st.From.X) + (l.Y-st.From.Y)*(st.To.Y-st.From.Y) + (l.Z-st.From.Z)*(st.To.Z-st.From.Z)) / length
}

// quick is the tip speed in mm/s of a stroke that is fast in and fast out
// (physiology.md 4.1, chosen for teaching).
const quick = 80.0 // structural: it only words the reason

// why names the first reason that explains the missing twitch.
func (st Stroke) why(p *trigger.Point, s *trigger.State, sum float64) Miss {
	if p.Kind == trigger.Healthy {
		return HealthyHere
	}
	// What a quick stroke on the same way would hear: a way that is nearly quiet
	// is quiet, and not too slow.
	twitches := func(sum float64) bool { return Gate(max(quick, st.Speed))*sum > threshold }
	if twitches(sum) {
		return TooSlow
	}
	// The same way, on through the whole point; straight on where the tip has
	// not moved.
	deep, on := st, 2*p.Kind.HalfDepth()+math.Abs(st.From.Z)
	deep.To.Z = st.From.Z + on
	if dz := st.To.Z - st.From.Z; dz > 0 {
		deep.To.X = st.From.X + on/dz*(st.To.X-st.From.X)
		deep.To.Y = st.From.Y + on/dz*(st.To.Y-st.From.Y)
	}
	if deep.To.Z > st.To.Z && twitches(heard(deep.Hits(p), &s.E)) {
		return TooShallow
	}
	fresh := p.Leaking()
	if twitches(heard(st.Hits(p), &fresh)) {
		return Quieted
	}
	if off, _, _ := st.off(); off < p.Kind.Radius()+2*sigma {
		return NearMiss
	}
	return OffTarget
}

func heard(h [trigger.Loci]float64, e *[trigger.Loci]float64) (sum float64) {
	for i := range h {
		sum += h[i] * e[i]
	}
	return sum
}

// off gives how far the path's line passes from the centre of the point at the
// centre's depth, and where the centre lies from there.
func (st Stroke) off() (mm, x, y float64) {
	px, py := st.From.X, st.From.Y
	if dz := st.To.Z - st.From.Z; dz > 0 {
		k := -st.From.Z / dz
		px += k * (st.To.X - st.From.X)
		py += k * (st.To.Y - st.From.Y)
	}
	return math.Hypot(px, py), -px, -py
}
