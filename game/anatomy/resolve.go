package anatomy

import "taut/game/evidence"

// Resolve reports the first source or claim that l does not hold, or nil.
func (a *Atlas) Resolve(l *evidence.Library) error {
	var err error
	check := func(id string, b evidence.Basis) {
		if err == nil {
			err = l.Resolve(id, b.Sources)
		}
	}
	for _, h := range a.Hazards {
		check(h.ID, h.Basis)
	}
	for _, t := range a.Twitches {
		for _, r := range []evidence.Range{t.Time, t.Ratio, t.Latency} {
			check(t.ID, r.Basis)
		}
	}
	for _, m := range a.Muscles {
		check(m.ID, m.Referral.Basis)
		check(m.ID, m.Build)
		for _, y := range m.Layers {
			check(m.ID, y.Basis)
		}
	}
	for _, c := range a.Conditions {
		check(c.ID, c.Basis)
		for _, f := range c.Feeders {
			check(c.ID, f.Basis)
		}
		for _, f := range c.Findings {
			check(c.ID, f.Basis)
		}
		for _, id := range c.Claims {
			if _, ok := l.Claim(id); !ok && err == nil {
				err = evidence.Faultf(c.ID, "there is no claim %q", id)
			}
		}
	}
	return err
}

// HazardsOf gives the hazards of a condition's muscles, each once, in the order
// of the muscles.
func (a *Atlas) HazardsOf(c Condition) []Hazard {
	var list []Hazard
	seen := map[string]bool{}
	for _, f := range c.Feeders {
		m, _ := a.Muscle(f.Muscle)
		for _, id := range m.Hazards {
			if h, ok := a.Hazard(id); ok && !seen[id] {
				seen[id] = true
				list = append(list, h)
			}
		}
	}
	return list
}
