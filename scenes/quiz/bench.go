package quiz

import (
	"strconv"

	bank "taut/game/quiz"
	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
)

// onBench reports whether a task is done by pressing and asking alone, beside the
// question; the others need the lab.
func onBench(q *bank.Question) bool { return q.Task == "sort" || q.Task == "leave" }

// bench takes what is done with muscle i: it is pressed, asked about, needled, left
// in peace, or called something.
func (s *Scene) bench(name string, i int, value string) bool {
	a := s.now()
	if i >= len(s.desk.bench) {
		return false
	}
	run := s.desk.bench[i]
	switch name {
	case "b-press":
		run.Do(session.Action{Op: session.Press})
	case "b-ask":
		run.Do(session.Action{Op: session.Ask})
	case "b-stop":
		run.Do(session.Action{Op: session.Stop})
	case "b-needle":
		run.Do(session.Action{Op: session.Stroke, Pose: bank.Fanned(0), Speed: quick})
		run.Advance(3 * tick.Second)
	case "said":
		k, err := strconv.Atoi(value)
		if err != nil || k < -1 || k >= len(kinds) {
			return false
		}
		for len(a.Answer.Picked) < len(s.desk.bench) {
			a.Answer.Picked = append(a.Answer.Picked, -1)
		}
		a.Answer.Picked[i] = k
		return true
	}
	run.Advance(tick.Second)
	a.Work = nil
	for _, r := range s.desk.bench {
		b, err := r.Save()
		if err != nil {
			return false
		}
		a.Work = append(a.Work, b)
	}
	s.say(s.found(run, name))
	return true
}

// judgeBench judges what was done at the bench, as the answer to the open item.
func (s *Scene) judgeBench(a *answered, in *bank.Instance) {
	w := &bank.Work{Runs: s.desk.bench}
	for _, k := range a.Answer.Picked {
		kind := trigger.Kind(255)
		if k >= 0 {
			kind = kinds[k]
		}
		w.Said = append(w.Said, kind)
	}
	v := bank.Judge(in, w)
	a.Answer.Passed, a.Answer.Reason, a.Answer.Number, a.Answer.X = v.Passed, v.Reason, v.Measured, v.Limit
}

// found says what an act at the bench has shown.
func (s *Scene) found(run *session.Session, name string) string {
	st, who := run.State(), run.Patient()
	whole := func(x float64) string { return strconv.FormatFloat(x, 'f', 0, 64) }
	kind := run.Options().Kind
	switch name {
	case "b-press":
		key := "quiz.pressed-band"
		if kind == trigger.Healthy {
			key = "quiz.pressed"
		}
		return s.words.F(key, "n", whole(st.PPT()))
	case "b-ask":
		if pain := who.Pain(&st.State); pain >= .5 {
			return s.words.F("quiz.asked", "n", whole(pain))
		}
		return s.t("asked-none")
	case "b-needle":
		return s.t("needled")
	}
	return s.t("stopped")
}
