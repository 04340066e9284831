package quiz

import (
	"slices"
	"strconv"
	"time"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	bank "taut/game/quiz"
	"taut/scenes/panel"
)

// sheet is the result of a test, to be read and printed: each item with the answer
// that was given.
func (s *Scene) sheet() g.Node {
	r := &s.runs[0]
	return h.Div(h.ID("quiz-sheet"),
		h.P(h.Class("say"), h.B(g.Text(s.summary(r)))),
		para("quiet", s.day(r.On)),
		s.banner(),
		panel.Section("quiz-by-topic", s.t("by-topic"), s.byTopic(r)),
		panel.Section("quiz-sureness", s.t("calibration-title"), s.calibration(given(r))),
		panel.Section("quiz-each", s.t("each"), s.results(r)),
		buttons(s.acts("!print print print", homeAct), h.A(h.Href("#quiz/practice"), g.Text(s.t("way.practice.name")))))
}

// day says a date, as the reader's calendar of numbers does.
func (s *Scene) day(on int64) string {
	if on == 0 {
		return ""
	}
	return time.Unix(on+s.east(on), 0).UTC().Format(time.DateOnly)
}

// given gives the answers of a run that were given.
func given(r *run) (list []answered) {
	for _, a := range r.Items {
		if a.Given {
			list = append(list, a)
		}
	}
	return list
}

// byTopic is how a run went, by topic.
func (s *Scene) byTopic(r *run) g.Node {
	n, right := s.tally(r.Items)
	var rows g.Group
	for i, topic := range bank.Topics() {
		if n[i] > 0 {
			rows = append(rows, s.topicRow(topic, h.Td(s.count2(right[i], n[i])), h.Td(bar("right", ratio(right[i], n[i])))))
		}
	}
	return s.table("quiz-topics", s.t("by-topic"), []string{"topic-head", "right-head", "share"}, rows)
}

// results are the items of a run with what was answered, and the key of each.
func (s *Scene) results(r *run) g.Node {
	var list g.Group
	for i := range r.Items {
		a := &r.Items[i]
		q := s.bank.Question(a.ID)
		in := bank.Of(q, a.Seed, s.atlas)
		mark, class := "sheet-wrong", "wrong"
		switch {
		case a.Right:
			mark, class = "sheet-right", "right"
		case !a.Given:
			mark, class = "sheet-open", "open"
		}
		var options g.Group
		if slices.Contains([]bank.Kind{bank.One, bank.All, bank.Explain}, q.Kind) {
			for k := range q.Options {
				if key := picked(a, k, &q.Options[k]); key != "" {
					options = append(options, h.Li(h.Class(key), g.Text(s.t(key)+" "+in.Text(q.Options[k].Text)+" "), h.Span(h.Class("quiet"), g.Text(in.Text(q.Options[k].Why)))))
				}
			}
		}
		list = append(list, h.Li(h.Class(class), h.P(h.B(g.Text(s.t(mark)+" ")), g.Text(in.Stem)), para("quiet", in.Text(q.Why)), s.mine(a, &in), s.failed(a, &in),
			g.If(!a.Right || len(options) == 0, s.key(&in)), g.If(len(options) > 0, h.Ul(options)), s.links(q)))
	}
	return h.Ol(h.Class("quiz-results"), list)
}

// mine says what was answered where the options do not.
func (s *Scene) mine(a *answered, in *bank.Instance) g.Node {
	q, what := in.Question, ""
	switch {
	case !a.Given:
	case q.Kind == bank.Number:
		what = number(a.Answer.Number) + " " + q.Amount.Unit
	case q.Kind == bank.Point && q.Place.On != "body":
		what = s.part(q.Place.On, a.Answer.Side)
	case q.Kind == bank.Order && !a.Right:
		for k, i := range a.Answer.Picked {
			what += strconv.Itoa(k+1) + ". " + in.Text(q.Options[i].Text) + " "
		}
	case q.Kind == bank.Match && !a.Right:
		for i, k := range a.Answer.Picked {
			if k >= 0 {
				what += in.Text(q.Options[i].Text) + ": " + q.Options[k].To + ". "
			}
		}
	}
	if what == "" {
		return g.Group{}
	}
	return h.P(g.Text(s.words.F("quiz.mine", "what", what)))
}

// bothForms is the page of the two forms: how they stand and, after both, what has
// changed.
func (s *Scene) bothForms() g.Node {
	one, two := &s.runs[1], &s.runs[2]
	n := len(one.Items)
	state := func(i int) string {
		switch r := &s.runs[i]; {
		case s.away(i):
			return s.t("form-away")
		case r.Done:
			return s.words.F("quiz.form-done", "day", s.day(r.On))
		case len(r.Items) > 0 && r.left() < len(r.Items):
			return s.words.F("quiz.under-way", "n", strconv.Itoa(len(r.Items)-r.left()), "of", strconv.Itoa(len(r.Items)))
		}
		return s.t("form-open")
	}
	var list g.Group
	for k, key := range [...]string{"form-before", "form-after"} {
		list = append(list, h.Li(h.B(g.Text(s.t(key))), h.Span(h.Class("quiet"), g.Text(state(k+1)))))
	}
	head := g.Group{para("lead", s.t("way.forms.note")), h.Ol(h.Class("quiz-forms"), list)}
	asks := h.Div(h.ID("quiz-asks"), h.Role("group"), h.Aria("label", s.t("form-new")), para("", s.t(s.pairAsk())),
		buttons(s.acts("!before form-sure form:before", "form-not form-not form:not")))
	switch {
	case s.pairAway() && s.asks == "form":
		return append(head, asks)
	case s.pairAway():
		return append(head, para("", s.t("form-away-note")), buttons(s.acts("before form-new form:before", homeAct)))
	case !one.Done:
		text := "form-begin"
		if n > 0 && one.left() < n {
			text = "go-on"
		}
		return append(head, buttons(s.acts("!before "+text+" form:before", homeAct)))
	case !two.Done:
		return append(head, para("", s.t("form-wait")), buttons(s.acts("!after form-second form:after", homeAct)))
	}
	head = append(head,
		panel.Section("quiz-changed", s.t("changed"), para("", s.words.F("quiz.changed-sum", "before", strconv.Itoa(one.right()), "after", strconv.Itoa(two.right()), "n", strconv.Itoa(n))), s.changes(), para("quiet", s.t("changed-note"))),
		s.banner())
	for k := 1; k <= 2; k++ {
		id := "form-answers-" + strconv.Itoa(k)
		head = append(head, h.Details(h.ID("quiz-"+id), h.Summary(g.Text(s.t(id))), s.results(&s.runs[k])))
	}
	if s.asks == "form" {
		return append(head, asks)
	}
	return append(head, buttons(s.acts("!print print print", "before form-new form:before", homeAct)))
}

// changes are the two forms side by side, by topic.
func (s *Scene) changes() g.Node {
	n1, right1 := s.tally(s.runs[1].Items)
	n2, right2 := s.tally(s.runs[2].Items)
	var rows g.Group
	for i, topic := range bank.Topics() {
		if n1[i]+n2[i] == 0 {
			continue
		}
		rows = append(rows, s.topicRow(topic,
			s.part2("met", right1[i], n1[i]), s.part2("right", right2[i], n2[i])))
	}
	return s.table("quiz-topics", s.t("changed"), []string{"topic-head", "form-before", "form-after"}, rows)
}

// reviewed is the page of the review: what is due, an exam's day, and the plan; or
// the item that is open.
func (s *Scene) reviewed() g.Node {
	if s.one.ID != "" {
		return s.item()
	}
	a := s.agenda()
	exam := s.examDay()
	lines := g.Group{}
	switch {
	case a.Passed:
		lines = append(lines, h.P(g.Text(s.t("exam-over"))))
	case exam > 0:
		lines = append(lines, h.P(g.Text(s.words.N("quiz.exam-days", a.Days)+" "+s.words.F("quiz.exam-plan", "n", strconv.Itoa(a.Quota), "below", strconv.Itoa(a.Below)))))
	}
	return g.Group{
		para("lead", s.t("way.review.note")),
		h.P(h.Class("say"), h.B(g.Text(s.dueText(len(a.Due))))),
		buttons(s.acts("!review"+when(len(a.Due) == 0, "-")+" review-begin review", homeAct)),
		h.Div(h.Class("quiz-exam"), h.Label(h.For("quiz-exam"), g.Text(s.t("exam"))), h.Input(h.Type("date"), h.ID("quiz-exam"), panel.Do("exam"), h.Value(s.exam)), g.Group(lines)),
		panel.Section("quiz-plan", s.t("plan"), s.plan(exam), para("quiet", s.t("plan-note"))),
	}
}

// plan is, by topic, how many questions are held now and on the exam's day as things
// stand, and how many are due in the days to come.
func (s *Scene) plan(exam int64) g.Node {
	ids, memories := s.remember()
	now := s.clock()
	var all, met, held, then, due [8]int
	for i, id := range ids {
		k := slices.Index(bank.Topics(), s.bank.Question(id).Topic)
		all[k]++
		m := memories[i]
		if !m.Met() {
			continue
		}
		met[k]++
		if m.Held(now) >= bank.Target && s.last(id).Right {
			held[k]++
		}
		if exam > now && m.Held(exam) >= bank.Target {
			then[k]++
		}
		if m.Due() <= now+7*bank.Day {
			due[k]++
		}
	}
	heads := []string{"topic-head", "met", "held-now", "due-week"}
	if exam > now {
		heads = append(heads, "held-then")
	}
	var rows g.Group
	for i, topic := range bank.Topics() {
		row := g.Group{th(s.t("topic." + string(topic))), h.Td(s.count2(met[i], all[i])), s.part2("right", held[i], all[i]), h.Td(g.Text(strconv.Itoa(due[i])))}
		if exam > now {
			row = append(row, s.part2("met", then[i], all[i]))
		}
		rows = append(rows, h.Tr(row))
	}
	return s.table("quiz-topics", s.t("plan"), heads, rows)
}
