package main

import (
	"encoding/csv"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taut/game/course"
	"taut/game/tick"
	"taut/game/trigger"
)

// sums runs the command with -summary and reads its rows.
func sums(t *testing.T, args ...string) []row {
	t.Helper()
	out, errs, status := trial(append(args, "-summary")...)
	if status != 0 || errs != "" {
		t.Fatalf("%v: status %d, %q", args, status, errs)
	}
	lines, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := "event,t_s,n"
	for _, name := range []string{"visit", "pass", "ltr", "epn_uv", "tension", "flow", "energy", "ph", "sensitisers", "pain_vas", "ppt_kpa", "stiffness_kpa", "soreness_mm", "twitches"} {
		want += "," + name + "," + name + "_sd"
	}
	if got := strings.Join(lines[0], ","); got != want {
		t.Fatalf("header %s", got)
	}
	var all []row
	for _, l := range lines[1:] {
		r := row{}
		for i, name := range lines[0] {
			r[name] = l[i]
		}
		all = append(all, r)
	}
	return all
}

// TestSummary: every figure is the mean, or the deviation, of the patients'
// rows, to the five digits that six printed ones leave.
func TestSummary(t *testing.T) {
	args := []string{"-patients", "7", "-mode", "population", "-aim", "random", "-visits", "2", "-at", "0s,1h,4w"}
	all, means := rows(t, args...), sums(t, args...)
	if len(all) != 7*len(means) {
		t.Fatalf("%d rows, %d means", len(all), len(means))
	}
	for k, m := range means {
		if m["event"] != all[k]["event"] || m["t_s"] != all[k]["t_s"] || m["n"] != "7" {
			t.Errorf("row %d: %v, of %v", k+1, m, all[k])
		}
		for name := range all[k] {
			if name == "patient" || name == "event" || name == "t_s" {
				continue
			}
			var sum, squares float64
			for i := range 7 {
				sum += all[i*len(means)+k].float(t, name) / 7
			}
			for i := range 7 {
				d := all[i*len(means)+k].float(t, name) - sum
				squares += d * d / 7
			}
			near := 2e-5*math.Abs(sum) + 1e-9
			if got := m.float(t, name); math.Abs(got-sum) > near {
				t.Errorf("row %d: mean %s %v, want %v", k+1, name, got, sum)
			}
			if got := m.float(t, name+"_sd"); math.Abs(got-math.Sqrt(squares)) > near {
				t.Errorf("row %d: sd of %s %v, want %v", k+1, name, got, math.Sqrt(squares))
			}
		}
	}
}

// TestArmsAreThoseOfTheCohort: the command and the cohort give the same mean and
// deviation of pain for every arm, single visits and courses.
func TestArmsAreThoseOfTheCohort(t *testing.T) {
	for a := range course.Arm(course.Arms) {
		for _, series := range []bool{false, true} {
			args := []string{"-arm", a.String(), "-mode", "population", "-patients", "5", "-at", "1h,4w"}
			var last tick.Tick // the last stroke or, without one, the last visit
			if a.Needled() {
				last = 7 * tick.Second
			}
			if series {
				args = append(args, "-course")
				visits, every := a.Course()
				last += tick.Tick(visits-1) * every
			}
			got := only(sums(t, args...), "at")
			c, err := course.NewCohort(course.Study{Arms: []course.Arm{a}, Series: series, Mode: course.Population, Kind: trigger.Active, People: 5, Seed: 1, At: []tick.Tick{last + tick.Hour, last + 4*tick.Week}})
			if err != nil {
				t.Fatal(err)
			}
			for !c.Advance(1 << 16) {
			}
			for i, r := range got {
				want := c.Spread(0, i, course.OfPain)
				// Arms that touch no tissue take coarse steps in a cohort.
				if math.Abs(r.float(t, "pain_vas")-want.Mean) > 1e-3 || math.Abs(r.float(t, "pain_vas_sd")-want.SD) > 1e-3 {
					t.Errorf("%v, course %v: %s ± %s, in the cohort %.4f ± %.4f", a, series, r["pain_vas"], r["pain_vas_sd"], want.Mean, want.SD)
				}
			}
		}
	}
}

// TestArmSetsTheVisit: eight random strokes unless the flags say otherwise, none
// without a needle; a course has its visits.
func TestArmSetsTheVisit(t *testing.T) {
	passes := func(args ...string) (n int) { return len(only(rows(t, append(args, "-at", "0s")...), "pass")) }
	for args, want := range map[string]int{
		"-arm dry": 8, "-arm steroid -passes 10 -aim fanned": 10, "-arm none": 0, "-arm superficial": 0,
		"-arm saline -course": 16, "-arm dry -visits 3": 24,
	} {
		if got := passes(strings.Fields(args)...); got != want {
			t.Errorf("%s: %d passes, want %d", args, got, want)
		}
	}
	var began []string
	for _, r := range only(rows(t, "-arm", "massage", "-course"), "baseline") {
		began = append(began, r["t_s"])
	}
	if want := []string{"0", "302400", "604800", "907200"}; !slices.Equal(began, want) {
		t.Errorf("massage at %v s, want %v", began, want)
	}
}

// TestT41Summary: the printed means of 200 people, dry less sham, at an hour and
// at 72 h lie in the published intervals (Navarro-Santana 2020).
func TestT41Summary(t *testing.T) {
	pain := func(arm string) (x [2]float64) {
		for i, r := range only(sums(t, "-arm", arm, "-mode", "population", "-patients", "200", "-at", "1h,72h"), "at") {
			x[i], _ = strconv.ParseFloat(r["pain_vas"], 64)
		}
		return x
	}
	dry, sham := pain("dry"), pain("sham")
	for i, want := range [][2]float64{{-2.29, -.76}, {-3.64, -.99}} {
		if d := dry[i] - sham[i]; d < want[0] || d > want[1] {
			t.Errorf("%.2f against sham, want %v", d, want)
		}
	}
}
