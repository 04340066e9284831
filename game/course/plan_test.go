package course

import (
	"math"
	"testing"

	"taut/game/chance"
	"taut/game/tick"
	"taut/game/trigger"
)

// follow gives what a person says and is at some moments of a plan.
func follow(p Plan, seed uint64, at ...tick.Tick) (pain []float64, states []State) {
	src := chance.Source{Seed: seed}
	who := New(trigger.Active, Population, src)
	p.Follow(&who, src, at, func(_ int, s *State) {
		pain = append(pain, who.Pain(s))
		states = append(states, *s)
	})
	return pain, states
}

var everyday = func() (days []Care) {
	for range 24 * 7 {
		days = append(days, Care{Stretch: true, Exercise: true, Yoga: true, Massage: true}) // .85
	}
	return days
}()

// A plan of one visit without care is what the cohort's single visit of dry
// needling is: the same person, the same luck, the same steps after the visit.
func TestPlanAgreesWithCohort(t *testing.T) {
	at := []tick.Tick{0, tick.Hour, 3 * tick.Day, 4 * tick.Week, 12 * tick.Week, 24 * tick.Week}
	for seed := range uint64(4) {
		pain, _ := follow(Plan{Visits: 1}, seed, at...)
		c, err := NewCohort(Study{Arms: []Arm{Dry}, Mode: Population, Kind: trigger.Active, People: 1, Seed: seed, At: at})
		if err != nil {
			t.Fatal(err)
		}
		for !c.Advance(1000) {
		}
		for i := range at {
			if want := c.Spread(0, i, OfPain).Mean; math.Abs(pain[i]-want) > .01 {
				t.Errorf("seed %d after %v s: pain %.3f, the cohort says %.3f", seed, at[i].Seconds(), pain[i], want)
			}
		}
	}
}

// More care and less of the cause do better; someone who hardly answers the
// needle (four in ten) ends where a person who was left alone does, within the
// tenth of a point that the needle's own small injury costs.
func TestPlanOrder(t *testing.T) {
	const slack = .12
	at := []tick.Tick{0, 12 * tick.Week, 24 * tick.Week}
	better := 0
	for seed := range uint64(8) {
		alone, _ := follow(Plan{}, seed, at...)
		visit, _ := follow(Plan{Visits: 1}, seed, at...)
		cared, _ := follow(Plan{Visits: 1, Days: everyday}, seed, at...)
		eased, _ := follow(Plan{Visits: 1, Eased: .75}, seed, at...)
		athome, _ := follow(Plan{Days: everyday}, seed, at...)
		if visit[1] < alone[1]-1 {
			better++
		}
		for i := 1; i < len(at); i++ {
			if !(cared[i] < visit[i]-.3 && cared[i] <= athome[i]+slack && eased[i] < visit[i] && visit[i] <= alone[i]+slack && athome[i] < alone[i]-1) {
				t.Errorf("seed %d, moment %d: alone %.2f, home care %.2f, visit %.2f, eased %.2f, with care %.2f",
					seed, i, alone[i], athome[i], visit[i], eased[i], cared[i])
			}
		}
		if alone[0]-alone[2] > 1.5 {
			t.Errorf("long-standing pain went from %.2f to %.2f by itself", alone[0], alone[2])
		}
	}
	if better < 1 || better > 7 {
		t.Errorf("one visit alone helps %d of 8 people at 12 weeks", better)
	}
}

// Acute pain recovers without anybody's doing (Hush 2011: 64 to 35 of 100 in
// 6.5 weeks).
func TestPlanOfAcutePain(t *testing.T) {
	pain, _ := follow(Plan{Acute: true}, 3, 0, 13*tick.Week/2)
	if math.Abs(pain[0]-6.4) > .3 || math.Abs(pain[1]-3.5) > .5 {
		t.Errorf("acute pain goes from %.2f to %.2f, want about 6.4 to 3.5", pain[0], pain[1])
	}
}

// Light exercise shortens the soreness.
func TestPlanSoreness(t *testing.T) {
	at := []tick.Tick{0, 2 * tick.Day}
	_, idle := follow(Plan{Visits: 1}, 5, at...)
	_, moving := follow(Plan{Visits: 1, Days: []Care{{Exercise: true}, {Exercise: true}}}, 5, at...)
	if !(moving[1].Soreness() < idle[1].Soreness()) {
		t.Errorf("soreness after two days is %.1f with exercise, %.1f without", moving[1].Soreness(), idle[1].Soreness())
	}
}
