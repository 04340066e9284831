package quiz

import (
	"slices"
	"strconv"
	"strings"
	"time"

	bank "taut/game/quiz"
	"taut/scenes"
)

// counts and limits are the items and the minutes of a test that can be chosen; 0 is
// no limit.
var (
	counts = [...]int{5, 10, 20, 40}
	limits = [...]int{0, 10, 20, 40}
)

// Do implements [scenes.Scene].
func (s *Scene) Do(in scenes.Intent) {
	name, arg, _ := strings.Cut(in.Do, ":")
	if s.desk.inside && name != "task" {
		s.desk.lab.Do(in)
		return
	}
	if name == "zoom" || name == "mark" { // of a picture that stands still
		return
	}
	s.notice = ""
	if !s.act(name, arg, in.Value) && s.notice == "" {
		s.notice = s.words.F("quiz.unknown", "what", in.Do)
	}
	s.prepare()
	s.changed()
}

func (s *Scene) act(name, arg, value string) bool {
	i, err := strconv.Atoi(arg)
	counted := err == nil && i >= 0
	switch name {
	case "topic":
		if !counted || i >= len(bank.Topics()) {
			return false
		}
		if s.topics &^= 1 << i; value == "true" {
			s.topics |= 1 << i
		}
	case "own":
		if s.topics &^= ownOnly; value == "true" {
			s.topics |= ownOnly
		}
	case "count":
		if !counted || !slices.Contains(counts[:], i) {
			return false
		}
		s.count = i
	case "limit":
		if !counted || !slices.Contains(limits[:], i) {
			return false
		}
		s.limit = i
	case "begin":
		s.begin()
	case "form":
		if arg == "not" {
			s.asks = ""
			return true
		}
		if arg != "before" && arg != "after" {
			return false
		}
		s.beginForm(slices.Index(placeNames[:], arg))
	case "exam":
		if _, err := time.Parse(time.DateOnly, value); err != nil && value != "" {
			return false
		}
		s.exam = value
	case "review":
		s.nextDue()
	case "home":
		s.enter(start)
	case "explain":
		s.help = !s.help && arg == "help"
	case "export":
		s.export()
	case "import":
		s.take(value)
	case "wipe":
		s.wipe(arg)
	default:
		return s.actItem(name, arg, value, i, counted)
	}
	return true
}

// actItem takes what is done with the open item.
func (s *Scene) actItem(name, arg, value string, i int, counted bool) bool {
	a := s.now()
	if a == nil {
		return false
	}
	r := s.run()
	switch name {
	case "sure":
		if !counted || i < 1 || i > 3 {
			return false
		}
		a.Sure = i
	case "go":
		if r == nil || !counted || i >= len(r.Items) {
			return false
		}
		s.turn(r, i)
	case "again": // in the review an answer is an answer
		if !s.told() || s.page == review {
			return false
		}
		*a = answered{ID: a.ID, Seed: a.Seed}
		s.desk = desk{}
	case "show":
		a.Shown = a.Given
	case "next":
		if !s.told() {
			return false
		}
		if s.page == review {
			s.rate(s.one.grade())
			return true
		}
		if s.practise() {
			s.out.Show = "quiz-item"
			s.say(s.instance().Stem)
		}
	case "rate":
		if s.page != review || !s.told() || !counted || !s.canRate(i) {
			return false
		}
		s.rate(i)
	case "answer":
		return s.answer()
	case "end":
		return s.end(r, arg)
	case "task":
		return s.task(arg)
	case "watch":
		return s.watch()
	case "b-press", "b-ask", "b-needle", "b-stop", "said":
		return !s.told() && counted && s.bench(name, i, value)
	default:
		if s.told() {
			return false // what is answered is answered; "again" begins anew
		}
		return s.fill(name, i, counted, value)
	}
	return true
}

// end ends a test or form; where items are open it asks first.
func (s *Scene) end(r *run, arg string) bool {
	switch {
	case r == nil:
		return false
	case arg == "not":
		s.asks = ""
	case r.finished() || arg == "sure":
		s.finish(r)
	default:
		s.asks = "end"
		s.out.Show = "quiz-asks"
		s.say(s.words.N("quiz.open-still", r.left()))
	}
	return true
}

// answer gives the open item's answer: in practice it is told at once, in a test it
// is kept and can be changed until the end.
func (s *Scene) answer() bool {
	a := s.now()
	if s.told() {
		return false
	}
	if !s.complete(a) {
		s.say(s.t("incomplete"))
		s.notice = s.t("incomplete")
		return true
	}
	s.grade(a)
	if r := s.run(); r != nil {
		s.step(r)
		s.say(s.words.F("quiz.kept", "n", strconv.Itoa(r.left())))
		return true
	}
	if s.page == practice {
		s.log(*a)
	}
	s.say(s.verdict())
	s.out.Show = "quiz-told"
	return true
}

// Key implements [scenes.Scene]: digits choose, Enter answers and goes on, in the
// review 1 to 4 say how it went and Space goes on; on the body arrows move the place.
func (s *Scene) Key(name string, shift bool) bool {
	if s.desk.inside {
		return s.desk.lab.Key(name, shift)
	}
	a := s.now()
	if a == nil || name == "" {
		return false
	}
	in := s.instance()
	told, used := s.notice, false
	s.notice = "" // as of each intent
	switch i := int(name[0] - '0'); {
	case len(name) == 1 && i >= 1 && i <= 9 && s.told():
		used = s.actItem("rate", "", "", i, true)
	case len(name) == 1 && i >= 1 && i <= 9:
		used = s.digit(a, in, i-1)
	case s.told() && (name == "Enter" || name == " "):
		used = s.actItem("next", "", "", 0, false)
	case name == "Enter":
		used = s.answer()
	case in.Question.Kind == bank.Point && !s.told():
		used = s.arrow(a, in, name, shift)
	}
	if !used {
		s.notice = told
		return false
	}
	s.prepare()
	s.changed()
	return true
}

// digit chooses the option that stands at place p.
func (s *Scene) digit(a *answered, in *bank.Instance, p int) bool {
	switch in.Question.Kind {
	case bank.One, bank.Explain:
		return s.fill("one", p, p < len(in.Order), "")
	case bank.All:
		return p < len(in.Order) && s.fill("tick", p, true, strconv.FormatBool(!slices.Contains(a.Answer.Picked, in.Order[p])))
	}
	return false
}

// Point implements [scenes.Scene]: on the body and the stage a pointer sets the
// place, on a trace it draws, and in a list it carries a step.
func (s *Scene) Point(p scenes.Pointer) {
	if s.desk.inside {
		s.desk.lab.Point(p)
		return
	}
	s.drag.on = (p.Phase == scenes.Down || s.drag.on) && p.Phase < scenes.Up
	a := s.now()
	if a == nil || s.told() || p.W <= 0 || p.H <= 0 {
		return
	}
	switch {
	case p.Zone == "quiz-stage" && p.Phase == scenes.Up:
		s.pointStage(a, p)
	case p.Zone == "quiz-match":
		s.bring(s.instance(), p)
	case !s.drag.on:
		if s.drag.lift < 0 || p.Zone != "quiz-order" {
			return
		}
		s.drag.lift = -1
	case p.Zone == "quiz-body":
		s.pointBody(a, p.X/p.W, p.Y/p.H)
	case p.Zone == "quiz-trace":
		s.pointTrace(a, p.X/p.W, p.Y/p.H)
	case p.Zone == "quiz-order":
		s.carry(a, p)
	default:
		return
	}
	s.changed()
}
