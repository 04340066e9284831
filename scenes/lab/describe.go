package lab

import (
	"math"
	"strconv"
	"strings"

	"taut/game/course"
	"taut/game/session"
	"taut/game/trigger"
)

// decimal writes a number with one decimal, or none where that is 0.
func decimal(x float64) string {
	return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64)
}

// describe gives the whole state as text, a paragraph a line.
func (l *Lab) describe() string {
	w, st := l.words, l.play.State()
	kind := l.play.Options().Kind
	clock, rate := l.play.Clock()
	var b strings.Builder
	line := func(key string, pairs ...string) {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(w.F("lab.describe."+key, pairs...))
	}
	line("kind-" + kind.String())
	if l.play.Patient().Mode == course.Responder {
		line("responder")
	}
	clockName := [...]string{session.Held: "held", session.Real: "real", session.Slow: "slow", session.Film: "film", session.Again: "again"}[clock]
	line("time-"+clockName, "rate", decimal(rate), "sum", l.elapsed(), "point", whole(l.atPoint()))
	b.WriteString("\n" + l.levelSays())
	l.describeNeedle(line)
	line("band", "now", whole(l.percent(st.C)), "healthy", whole(l.percent(l.rest)), "n", strconv.Itoa(st.Strokes), "twitches", strconv.Itoa(st.Twitches))
	special := "" // what is to be said of the nerve
	if l.play.NerveCut() {
		special = "nerve-cut"
	}
	ps := l.visit()
	for i := range ps {
		p := &ps[i]
		if p.Answer.Both && special == "" {
			special = "both"
		}
		key := "pass-none"
		if p.Twitch > 0 {
			key = "pass"
		}
		line(key, "n", strconv.Itoa(i+1), "size", decimal(p.Twitch), "why", w.T("lab.say."+p.Answer.Why.String()), "was", whole(l.before(p)))
	}
	if special != "" {
		line(special)
	}
	line("tissue", "flow", whole(100*st.Flow()), "noise", decimal(st.Noise()), "acid", w.T("lab.acid."+acidName(st.H)), "ph", decimal(st.PH()))
	if l.choice.Scan {
		_, blood := turning(l)
		line("scan", "band", decimal(st.Stiffness), "beside", decimal(course.Surround()), "blood", w.T("panel."+blood))
	}
	if kind != trigger.Healthy && !l.choice.HideKnot {
		n, of := l.reached()
		line("reached", "a", strconv.Itoa(n), "b", strconv.Itoa(of))
	}
	line("pain", "now", whole(l.pain.points), "sore", whole(st.Soreness()), "tomorrow", whole(l.tomorrow()))
	if l.news.Headline != "" {
		line("news", "text", strings.TrimSpace(l.news.Headline+" "+l.news.Body+" "+l.news.Next))
	}
	return b.String()
}

// elapsed tells the model time that has gone by, in the unit that fits it.
func (l *Lab) elapsed() string {
	s := l.play.Now().Seconds()
	for _, u := range [...]struct {
		name string
		s    float64
	}{{"days", 86400}, {"hours", 3600}, {"minutes", 60}} {
		if s >= 2*u.s {
			return l.words.F("lab.describe.elapsed-"+u.name, "x", whole(s/u.s))
		}
	}
	return l.words.F("lab.describe.elapsed-seconds", "x", whole(s))
}

// describeNeedle tells how the needle stands.
func (l *Lab) describeNeedle(line func(key string, pairs ...string)) {
	_, depth, in := l.play.Tip()
	p := l.choice.Pose
	switch {
	case in:
		limb := l.play.Limb()
		key := "needle-in"
		if l.local() {
			key = "needle-within"
		}
		end, _ := limb.End(l.choice.Pose)
		line(key, "mm", decimal(depth), "layer", l.words.T("lab.layer."+limb.At(math.Min(depth, end)).String()))
	case l.unused():
		line("needle-set")
	default:
		line("needle-out")
	}
	hour := math.Round(p.Direction)
	if hour < 1 {
		hour += 12
	}
	key := "aim"
	if p.Angle < 0.5 {
		key = "aim-straight"
	}
	if l.local() {
		key += "-local"
	}
	line(key, "text", l.phrases.depths[l.depthWord(p.Depth)], "angle", whole(p.Angle), "hour", whole(hour), "depth", decimal(p.Depth),
		"along", decimal(p.Along), "across", decimal(p.Across), "speed", whole(l.choice.Speed), "knot", decimal(l.play.Limb().Knot))
}

// acidName names how much acid there is.
func acidName(h float64) string {
	switch {
	case h > acidMore:
		return "more"
	case h > acidLittle:
		return "little"
	}
	return "none"
}
