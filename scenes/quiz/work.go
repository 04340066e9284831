package quiz

import (
	"taut/game/course"
	bank "taut/game/quiz"
	"taut/game/session"
	"taut/game/trigger"
	"taut/scenes"
	"taut/scenes/lab"
)

// desk is where the open item is worked at: the lab, as a whole for a task or as a
// picture beside a question, or muscles to press and to ask.
type desk struct {
	id     string
	seed   uint64
	lab    *lab.Guest
	inside bool    // the whole lab is open
	at     int     // on which of the task's runs
	run    *played // what is told of a recorded run
	bench  []*session.Session
}

// prepare makes the desk that the open item needs.
func (s *Scene) prepare() {
	a := s.now()
	if a == nil {
		s.desk = desk{}
		return
	}
	if s.desk.id == a.ID && s.desk.seed == a.Seed {
		return
	}
	in := s.instance()
	s.desk = desk{id: a.ID, seed: a.Seed}
	switch q := in.Question; {
	case q.Kind == bank.Explain:
		if run := bank.Recorded(in); run != nil {
			s.desk.run = s.record(run)
			s.seat(lab.NewGuest(lab.Options{Words: s.words, Library: s.lib, Mute: true}, run))
		}
	case q.Kind == bank.Point && q.Place.On != "body":
		s.seat(lab.NewGuest(lab.Options{Words: s.words, Library: s.lib, Mute: true, Still: true}, session.New(session.Options{Seed: lab.DefaultSeed, Kind: trigger.Active, Mode: course.Responder})))
		s.desk.lab.Near()
		s.desk.lab.Do(scenes.Intent{Do: "level:" + q.Place.On})
		s.mark(a)
	case q.Kind == bank.Do && onBench(q):
		for i, o := range bank.Begin(in) {
			run := session.New(o)
			if i < len(a.Work) {
				if kept, err := session.Load(a.Work[i]); err == nil && kept.Options() == o {
					run = kept
				}
			}
			s.desk.bench = append(s.desk.bench, run)
		}
	}
}

// inLab reports whether an item is answered in the lab, where it is judged.
func inLab(q *bank.Question) bool { return q.Kind == bank.Do && !onBench(q) }

// seat gives the desk a lab.
func (s *Scene) seat(l *lab.Guest) {
	s.desk.lab = l
	l.Head = s.taskHead
	l.Resize(s.size[0], s.size[1], s.size[2])
	s.dress()
	l.Effects()
	s.seen = l.Revision()
}

// dress gives the lab at the desk the program's settings.
func (s *Scene) dress() {
	if l := s.desk.lab; l != nil {
		t := s.settings
		t.Still = t.Still || !s.desk.inside && s.desk.run == nil
		l.Dress(t)
	}
}

// mark shows in the picture which part was chosen.
func (s *Scene) mark(a *answered) {
	if l := s.desk.lab; l != nil && a.Answer.Side != "" {
		l.Do(scenes.Intent{Do: "mark", Value: a.Answer.Side})
	}
}

// task takes what is done about a task in the lab: it is opened or begun anew, left,
// or judged.
func (s *Scene) task(arg string) bool {
	a, in := s.now(), s.instance()
	if !inLab(in.Question) {
		return false
	}
	switch arg {
	case "open", "anew":
		if s.told() && s.page == review {
			return false
		}
		if s.told() {
			*a = answered{ID: a.ID, Seed: a.Seed, Work: a.Work, Sure: a.Sure}
		}
		if arg == "anew" {
			a.Work = nil
		}
		s.desk.at = 0
		return s.openRun(a, in)
	case "other":
		if !s.desk.inside {
			return false
		}
		s.keepRun()
		s.desk.at = (s.desk.at + 1) % max(1, len(bank.Begin(in)))
		s.out.Show = "controls"
		return s.openRun(a, in)
	case "leave":
		s.desk.lab, s.desk.inside = nil, false
		s.out.Show = "quiz-item"
	case "judge":
		if !s.desk.inside {
			return false
		}
		s.desk.lab.Run()
		s.keepRun()
		s.judgeKept(a, in)
		s.desk.lab, s.desk.inside = nil, false
		s.answer()
	default:
		return false
	}
	return true
}

// openRun opens the lab on the present run of a task.
func (s *Scene) openRun(a *answered, in *bank.Instance) bool {
	list := bank.Begin(in)
	if s.desk.at >= len(list) {
		return false
	}
	s.desk.inside = true
	s.seat(s.taskRun(a, in, list, s.desk.at))
	s.desk.lab.Window(s.window[0], s.window[1], s.window[2], s.window[3], s.window[4])
	return true
}

// taskRun gives a lab with run i of a task, as far as it was kept.
func (s *Scene) taskRun(a *answered, in *bank.Instance, list []session.Options, i int) *lab.Guest {
	l := lab.NewGuest(lab.Options{Words: s.words, Library: s.lib, Mute: true, Still: s.settings.Still}, session.New(list[i]))
	if len(in.Bodies) > 0 {
		l.At(lab.NewSite(s.words, s.lib, s.bodyName(in, list[i].Body), in.Dangers))
		l.Raise()
	}
	if i < len(a.Work) && len(a.Work[i]) > 0 && l.Restore(a.Work[i]) != nil {
		a.Work[i] = nil // it is begun anew
	}
	return l
}

// bodyName says which of a task's bodies one is.
func (s *Scene) bodyName(in *bank.Instance, b session.Body) string {
	if b == in.Bodies[0] {
		return s.t("body-thin")
	}
	return s.t("body-heavy")
}

// judgeKept judges the runs that are kept with an item, as the answer to it.
func (s *Scene) judgeKept(a *answered, in *bank.Instance) {
	list := bank.Begin(in)
	if len(list) == 0 {
		return
	}
	w := &bank.Work{}
	for i := range list {
		w.Runs = append(w.Runs, s.taskRun(a, in, list, i).Run())
	}
	v := bank.Judge(in, w)
	a.Answer = v.Answer()
	a.Answer.Number, a.Answer.X = v.Measured, v.Limit
}

// keepRun keeps what the lab at the desk has to keep.
func (s *Scene) keepRun() {
	if l := s.desk.lab; l != nil && s.desk.inside {
		if save := l.Effects().Save; save != nil {
			s.keepWork(save)
		}
	}
}

// keepWork keeps the run in the lab with its item. One that is longer than a save can
// hold stays as it was kept last: all else would be lost with it.
func (s *Scene) keepWork(save []byte) {
	a := s.now()
	if a == nil || len(save) > mostWork {
		return
	}
	for len(a.Work) <= s.desk.at {
		a.Work = append(a.Work, nil)
	}
	a.Work[s.desk.at] = save
	s.dirty = true
}

// kinds are what a muscle of the sorting task can be called, in this order.
var kinds = [...]trigger.Kind{trigger.Healthy, trigger.Latent, trigger.Active}

// quick is the speed of a stroke at the bench, in mm/s.
const quick = 80

// watch plays the recorded run, or holds it.
func (s *Scene) watch() bool {
	l := s.desk.lab
	if l == nil || s.desk.run == nil {
		return false
	}
	if l.Watching() {
		l.Unwatch()
	} else {
		l.Watch()
	}
	return true
}

// advanceRun lets ms go by in the lab at the desk.
func (s *Scene) advanceRun(l *lab.Guest, ms float64) {
	if s.desk.inside {
		l.Advance(ms)
		return
	}
	was, n := l.Watching(), l.Passed()
	l.AdvanceWatch(ms)
	if l.Watching() != was || l.Passed() != n {
		s.rev++
	}
}

// pointStage chooses the part of the picture under a pointer.
func (s *Scene) pointStage(a *answered, p scenes.Pointer) {
	if in := s.instance(); in.Question.Kind == bank.Point && s.desk.lab != nil {
		if part := s.desk.lab.PartAt(p); part != "" {
			s.fill("part", 0, false, part)
		}
	}
}
