package course_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"taut/game/course"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// moments are the usual ones: before, an hour, three days and weeks after the
// first visit began.
var moments = []tick.Tick{0, tick.Hour, 3 * tick.Day, 4 * tick.Week, 12 * tick.Week, 24 * tick.Week}

// Where they stand in moments.
const (
	before = iota
	anHour
	threeDays
	fourWeeks
	twelveWeeks
	halfYear
)

// study gives 200 people of population mode in each of the arms.
func study(arms ...course.Arm) course.Study {
	return course.Study{Arms: arms, Mode: course.Population, Kind: trigger.Active, People: 200, Seed: 1, At: moments}
}

// ran follows everyone of the study to the end.
func ran(t testing.TB, st course.Study) *course.Cohort {
	t.Helper()
	c, err := course.NewCohort(st)
	if err != nil {
		t.Fatal(err)
	}
	for !c.Advance(1 << 16) {
	}
	return c
}

// pains gives the mean pain of each arm at a moment.
func pains(t testing.TB, st course.Study, at int) map[course.Arm]float64 {
	t.Helper()
	m := map[course.Arm]float64{}
	for i := 0; i < len(st.Arms); i += 4 {
		part := st
		part.Arms = st.Arms[i:min(i+4, len(st.Arms))]
		c := ran(t, part)
		for k, a := range part.Arms {
			m[a] = c.Spread(k, at, course.OfPain).Mean
		}
	}
	return m
}

// every lists the arms.
func every() (all []course.Arm) {
	for a := range course.Arm(course.Arms) {
		all = append(all, a)
	}
	return all
}

// TestT41T45T46Cohort: dry less sham with 200 people lies inside both published
// intervals, -1.53 (-2.29, -.76) at once and -2.31 (-3.64, -.99) short-term
// (Navarro-Santana 2020); there is benefit to 24 weeks (T45: Sanchez-Infante
// 2021), less of it than at 12 (T46: Gattie 2017, not significant later), and
// by a year less than the half point that such trials cannot tell from 0.
func TestT41T45T46Cohort(t *testing.T) {
	st := study(course.Dry, course.Sham)
	st.At = append(st.At[:len(st.At):len(st.At)], 52*tick.Week)
	c := ran(t, st)
	d := func(at int) float64 {
		return c.Spread(0, at, course.OfPain).Mean - c.Spread(1, at, course.OfPain).Mean
	}
	for at, want := range map[int][2]float64{before: {0, 0}, anHour: {-2.29, -.76}, threeDays: {-3.64, -.99}, fourWeeks: {-3.64, -.99}, twelveWeeks: {-3.64, -.5}, halfYear: {-3.64, -.25}, halfYear + 1: {-.5, .5}} {
		if d(at) < want[0] || d(at) > want[1] {
			t.Errorf("%v h: %.2f against sham, want %v", st.At[at].Seconds()/3600, d(at), want)
		}
	}
}

// TestOrderOfSingleVisits at 4 weeks: the needling arms clearly below sham; all
// others within .2 of no treatment.
func TestOrderOfSingleVisits(t *testing.T) {
	p := pains(t, study(every()...), fourWeeks)
	for a, pain := range p {
		switch {
		case a.Needled() && pain > p[course.Sham]-1:
			t.Errorf("%v: %.2f, sham %.2f", a, pain, p[course.Sham])
		case !a.Needled() && math.Abs(pain-p[course.None]) > .2:
			t.Errorf("%v: %.2f, untreated %.2f", a, pain, p[course.None])
		}
	}
	if p[course.Lidocaine] >= p[course.Dry] || p[course.Steroid] != p[course.Lidocaine] || p[course.Saline] != p[course.Dry] {
		t.Errorf("dry %.2f, saline %.2f, lidocaine %.2f, steroid %.2f", p[course.Dry], p[course.Saline], p[course.Lidocaine], p[course.Steroid])
	}
}

// TestT47CoursesEndAlike: courses of massage, acupuncture and needling, shallow
// needling among them, lie within a point of each other at 4 weeks and later
// (Chys 2023: as good as other treatments; Hu 2018: acupuncture equal at
// follow-up), and well below sham. Heat and stretching alone are no such courses:
// TestT54NeedlingAndStretching.
func TestT47CoursesEndAlike(t *testing.T) {
	st := study(course.Massage, course.Acupuncture, course.Superficial, course.Dry, course.Lidocaine, course.Saline, course.Steroid, course.Sham)
	st.Series = true
	for _, at := range []int{fourWeeks, twelveWeeks, halfYear} {
		p := pains(t, st, at)
		lo, hi := math.Inf(1), math.Inf(-1)
		for a, pain := range p {
			if a != course.Sham {
				lo, hi = min(lo, pain), max(hi, pain)
			}
		}
		if hi-lo > 1 || hi > p[course.Sham]-.5 {
			t.Errorf("moment %d: from %.2f to %.2f, sham %.2f", at, lo, hi, p[course.Sham])
		}
	}
}

// TestT51Arms: at 6 h the people of the lidocaine arm are .6 as sore as those of
// the dry arm (Hong 1994: 42 % of people against all), and their points alike.
func TestT51Arms(t *testing.T) {
	st := study(course.Dry, course.Lidocaine, course.Massage, course.Sham)
	st.At = []tick.Tick{6 * tick.Hour}
	c := ran(t, st)
	dry, wet := c.Spread(0, 0, course.OfSoreness).Mean, c.Spread(1, 0, course.OfSoreness).Mean
	if math.Abs(wet/dry-.6) > 1e-9 || dry < 5 {
		t.Errorf("soreness %.2f mm dry, %.2f with lidocaine", dry, wet)
	}
	if a, b := c.Spread(0, 0, course.OfTension), c.Spread(1, 0, course.OfTension); a != b {
		t.Errorf("tension %v dry, %v with lidocaine", a, b)
	}
	if m := c.Spread(2, 0, course.OfSoreness).Mean; m <= 0 || m > .5*dry {
		t.Errorf("soreness %.2f mm after massage, %.2f dry", m, dry)
	}
	if m := c.Spread(3, 0, course.OfSoreness).Mean; m != 0 {
		t.Errorf("soreness %.2f mm after a sham", m)
	}
}

// TestT54NeedlingAndStretching: four visits' worth of needling with stretching
// beat stretching alone to six months (Cerezo-Tellez 2016, n=130). Here both do
// the stretching (.30 of all care), and two visits of dry needling are added.
func TestT54NeedlingAndStretching(t *testing.T) {
	st := study(course.Dry, course.Stretch)
	st.Series, st.Care = true, course.Care{Stretch: true}.Sum()
	c := ran(t, st)
	for at := fourWeeks; at <= halfYear; at++ {
		both, alone := c.Spread(0, at, course.OfPain).Mean, c.Spread(1, at, course.OfPain).Mean
		if both > alone-.5 {
			t.Errorf("moment %d: %.2f with needling, %.2f without", at, both, alone)
		}
	}
}

// TestT55CompressionAndNeedling: after dry needling there is no gain at once,
// soreness hides it, and a better threshold than after compression at two days
// (PMC5106437). The model gives the order of the reported pain at 10 min and of
// the threshold at two days; its threshold rises at once, which is too soon.
func TestT55CompressionAndNeedling(t *testing.T) {
	st := study(course.Dry, course.Massage)
	st.At = []tick.Tick{0, 10 * tick.Minute, 2 * tick.Day}
	c := ran(t, st)
	if dry, pressed := c.Spread(0, 1, course.OfPain).Mean, c.Spread(1, 1, course.OfPain).Mean; dry < pressed+.5 {
		t.Errorf("at 10 min pain %.2f after the needle, %.2f after compression", dry, pressed)
	}
	if dry, pressed := c.Spread(0, 2, course.OfPPT).Mean, c.Spread(1, 2, course.OfPPT).Mean; dry < pressed+10 {
		t.Errorf("at two days %.1f kPa after the needle, %.1f after compression", dry, pressed)
	}
}

// TestT48TwitchOrNot: people whose first needling twitched gain more at once
// than those whose needle stayed beside the point, MD -2.03 (-3.77, -.29)
// (Fernandez-de-las-Penas 2021). The short-term difference, -.20 there, is far
// larger here: known to be off, and held here so that it is not forgotten.
func TestT48TwitchOrNot(t *testing.T) {
	on := arm{kind: trigger.Active, mode: course.Population, aim: needle.Random, passes: 8}.painAfter(200, tick.Hour, 3*tick.Day)
	off := arm{kind: trigger.Active, mode: course.Population, aim: needle.Off, passes: 8}.painAfter(1, tick.Hour, 3*tick.Day)
	if d := on[0] - off[0]; d < -3.77 || d > -.29 {
		t.Errorf("at an hour %.2f", d)
	}
	if d := on[1] - off[1]; d > -.29 {
		t.Errorf("short-term %.2f: if it has come near the trials' -.20, say so in MODEL.md", d)
	}
}

// TestFannedStrokes: ten fanned strokes are the other plan of a visit: more
// soreness than after eight random ones, and less pain at 4 weeks.
func TestFannedStrokes(t *testing.T) {
	st := study(course.Dry)
	random := ran(t, st)
	st.Fanned = true
	fanned := ran(t, st)
	for _, c := range []struct {
		at   int
		of   course.Measure
		sign float64
	}{{anHour, course.OfSoreness, 1}, {fourWeeks, course.OfPain, -1}} {
		if a, b := fanned.Spread(0, c.at, c.of).Mean, random.Spread(0, c.at, c.of).Mean; c.sign*(a-b) <= 0 {
			t.Errorf("moment %d, measure %d: %.2f fanned, %.2f random", c.at, c.of, a, b)
		}
	}
}

// TestCareWithoutANeedle: with care .85 pain falls to 5.9, 4.2 and 2.9 at 4, 12
// and 24 weeks ("sometimes respond to stretching, massage, heat").
func TestCareWithoutANeedle(t *testing.T) {
	st := study(course.None)
	st.Care, st.People = .85, 1
	c := ran(t, st)
	for at, want := range map[int]float64{fourWeeks: 5.9, twelveWeeks: 4.2, halfYear: 2.9} {
		if got := c.Spread(0, at, course.OfPain).Mean; math.Abs(got-want) > .3 {
			t.Errorf("moment %d: pain %.2f, want %.1f", at, got, want)
		}
	}
}

// TestAcuteRecovers: from 64 to 35 of 100 at 6.5 weeks, 42 at 12 months (Hush
// 2011), within 2; the long-standing case has lost less than a tenth by then.
func TestAcuteRecovers(t *testing.T) {
	st := study(course.None)
	st.At, st.People, st.Acute = []tick.Tick{0, 13 * tick.Week / 2, 52 * tick.Week}, 1, true
	c := ran(t, st)
	for at, want := range []float64{6.4, 3.5, 4.2} {
		if got := c.Spread(0, at, course.OfPain).Mean; math.Abs(got-want) > .2 {
			t.Errorf("moment %d: pain %.2f, want %.1f", at, got, want)
		}
	}
	st.Acute = false
	c = ran(t, st)
	if first, later := c.Spread(0, 0, course.OfPain).Mean, c.Spread(0, 1, course.OfPain).Mean; later < .9*first || later > first {
		t.Errorf("long-standing: %.2f, then %.2f", first, later)
	}
}

// TestSlicesChangeNothing: however the work is cut, every number is the same.
func TestSlicesChangeNothing(t *testing.T) {
	st := study(course.None, course.Acupuncture, course.Dry, course.Lidocaine)
	st.People, st.Series, st.Acute = 3, true, true
	want := ran(t, st)
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 4))
		c, err := course.NewCohort(st)
		if err != nil {
			t.Fatal(err)
		}
		most := 1 + r.IntN(5000)
		if seed == 0 {
			most = 1
		}
		for !c.Advance(1 + r.IntN(most)) {
		}
		for a := range st.Arms {
			for at := range st.At {
				for m := range course.Measure(course.Measures) {
					if got, w := c.Spread(a, at, m), want.Spread(a, at, m); got != w || got.N != st.People {
						t.Fatalf("slices up to %d, arm %d, moment %d, measure %d: %v, want %v", most, a, at, m, got, w)
					}
				}
			}
		}
	}
}

// TestSameLuckInEveryArm: an arm's numbers do not depend on the arms beside it,
// and person i of seed S is person 0 of seed S+i.
func TestSameLuckInEveryArm(t *testing.T) {
	st := study(course.Massage, course.Lidocaine, course.Dry)
	st.People = 5
	alone := st
	alone.Arms = st.Arms[2:]
	if a, b := ran(t, st).Spread(2, fourWeeks, course.OfPain), ran(t, alone).Spread(0, fourWeeks, course.OfPain); a != b {
		t.Errorf("beside others %v, alone %v", a, b)
	}
	sum := 0.0
	for i := range uint64(5) {
		one := alone
		one.People, one.Seed = 1, st.Seed+i
		sum += ran(t, one).Spread(0, fourWeeks, course.OfPain).Mean
	}
	if got := ran(t, alone).Spread(0, fourWeeks, course.OfPain).Mean; math.Abs(got-sum/5) > 1e-12 {
		t.Errorf("mean %v, of single people %v", got, sum/5)
	}
}

// TestWhatIsFollowedOnce: an arm without strokes is followed in the first person
// alone, and the needled arms together. Every arm's mean and deviation are still
// those of its people followed one by one and by themselves, as visits and courses,
// long-standing and acute.
func TestWhatIsFollowedOnce(t *testing.T) {
	const people = 3
	for i, st := range []course.Study{study(course.None, course.Heat, course.Dry, course.Acupuncture), study(course.Steroid, course.Massage, course.Saline, course.Lidocaine), study(course.Sham, course.Stretch, course.Superficial)} {
		st.People, st.Series, st.Acute, st.Fanned, st.Care = people, i != 1, i == 2, i == 1, .3
		all := ran(t, st)
		for k, a := range st.Arms {
			var alone [people]*course.Cohort
			for j := range alone {
				one := st
				one.Arms, one.People, one.Seed = []course.Arm{a}, 1, st.Seed+uint64(j)
				alone[j] = ran(t, one)
			}
			for at := range st.At {
				for m := range course.Measure(course.Measures) {
					mean, squares := 0.0, 0.0
					for _, c := range alone {
						mean += c.Spread(0, at, m).Mean / people
					}
					for _, c := range alone {
						squares += math.Pow(c.Spread(0, at, m).Mean-mean, 2) / people
					}
					if got := all.Spread(k, at, m); math.Abs(got.Mean-mean) > 1e-9 || math.Abs(got.SD-math.Sqrt(squares)) > 1e-7 || got.N != people {
						t.Errorf("%v, moment %d, measure %d: %v, one by one %v ± %v", a, at, m, got, mean, math.Sqrt(squares))
					}
				}
			}
		}
	}
}

// TestSlicesAreBounded: a slice of n steps does no more; nothing is allocated.
func TestSlicesAreBounded(t *testing.T) {
	st := study(course.Dry, course.Acupuncture)
	st.Series = true
	c, err := course.NewCohort(st)
	if err != nil {
		t.Fatal(err)
	}
	if c.Advance(100); c.Spread(0, before, course.OfPain).N != 1 || c.Spread(0, anHour, course.OfPain).N != 0 {
		t.Error("100 steps went past the first hour")
	}
	if n := testing.AllocsPerRun(20, func() { c.Advance(5000) }); n != 0 {
		t.Errorf("%v allocations a slice", n)
	}
}

// TestBadStudies are refused.
func TestBadStudies(t *testing.T) {
	for name, change := range map[string]func(*course.Study){
		"no arm":       func(s *course.Study) { s.Arms = nil },
		"five arms":    func(s *course.Study) { s.Arms = every()[:5] },
		"unknown arm":  func(s *course.Study) { s.Arms = []course.Arm{course.Arms} },
		"nobody":       func(s *course.Study) { s.People = 0 },
		"a crowd":      func(s *course.Study) { s.People = 1 << 20 },
		"no moment":    func(s *course.Study) { s.At = nil },
		"falling":      func(s *course.Study) { s.At = []tick.Tick{2, 1} },
		"before":       func(s *course.Study) { s.At = []tick.Tick{-1} },
		"care":         func(s *course.Study) { s.Care = 2 },
		"care, no num": func(s *course.Study) { s.Care = math.NaN() },
	} {
		st := study(course.Dry)
		change(&st)
		if _, err := course.NewCohort(st); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestArmsHaveNames that read back.
func TestArmsHaveNames(t *testing.T) {
	for _, a := range every() {
		if got, err := course.ParseArm(a.String()); err != nil || got != a {
			t.Errorf("%v reads back as %v, %v", a, got, err)
		}
	}
	if _, err := course.ParseArm("leech"); err == nil {
		t.Error("leech is an arm")
	}
}

// BenchmarkCohort is 1,000 people, 24 weeks and four arms.
func BenchmarkCohort(b *testing.B) {
	for name, series := range map[string]bool{"single": false, "courses": true} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				st := study(course.Sham, course.Massage, course.Acupuncture, course.Dry)
				st.People, st.Series = 1000, series
				ran(b, st)
			}
		})
	}
}
