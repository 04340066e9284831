package lab

import (
	"math"
	"strconv"
	"strings"

	"taut/game/session"
	"taut/game/tick"
	"taut/game/trigger"
	"taut/scenes"
)

// Do implements [scenes.Scene]. What cannot be understood changes nothing and
// is answered by one sentence.
func (l *Lab) Do(in scenes.Intent) {
	name, arg, _ := strings.Cut(in.Do, ":")
	if name == "mark" { // a hand that goes by takes back no notice
		l.marked = in.Value
		l.after()
		return
	}
	l.notice = ""
	if !l.act(name, arg) && !l.set(name, arg, in.Value) {
		l.notice = l.words.F("lab.notice.unknown", "what", in.Do)
	}
	l.hear()
	l.after()
}

// act takes the intents of buttons; false where name is none of them.
func (l *Lab) act(name, arg string) bool {
	switch name {
	case "pass":
		l.pass()
	case "play":
		l.drop()
		if l.play.Playing() {
			l.play.Pause()
		} else {
			l.play.Play()
		}
	case "step":
		l.drop()
		l.play.Step()
	case "replay":
		l.settle()
		if !l.play.Replay() {
			l.tell("replay-none")
			l.say(l.news.Headline)
		}
	case "restart":
		if l.final {
			return false
		}
		l.settle()
		l.begin(l.play.Options())
		l.say(l.words.T("lab.say.restart"))
	case "another":
		l.settle()
		o := l.play.Options()
		o.Seed++
		l.begin(o)
		l.say(l.words.T("lab.say.another"))
	case "undo":
		l.undo()
	case "stop":
		l.stop()
	case "press":
		l.doPress()
	case "ask":
		l.ask()
	case "describe":
		l.choice.Describing = !l.choice.Describing
		if l.choice.Describing {
			l.say(strings.ReplaceAll(l.describe(), "\n", " "))
		}
	case "more":
		if text := l.introduce(); text != "" {
			l.say(text)
		}
		l.choice.More, l.choice.MoreTaken = !l.choice.More, true
		l.showScope(l.choice.Scope.On && l.choice.More)
	case "level":
		return l.setLevel(arg)
	case "kind":
		return l.kind(arg)
	case "rate":
		i, err := strconv.Atoi(arg)
		if err != nil || i < 0 || i >= len(session.Speeds) {
			return false
		}
		l.choice.Rate = session.Speeds[i]
		l.play.SetRate(l.choice.Rate)
	case "wait":
		return l.wait(arg)
	case "guess":
		return l.choose(arg)
	case "explain":
		if l.choice.Explained == arg {
			arg = ""
		}
		l.choice.Explained = arg
	case "part":
		return l.openPart(arg)
	case "scope":
		return l.setScope(arg)
	case "theme":
		if arg != "dark" && arg != "light" && arg != "projector" {
			return false
		}
		l.choice.Theme = arg
		l.dirty = true
	case "offer":
		if arg == "0" {
			l.hearMuscle()
		} else {
			l.switchSound(false)
		}
	default:
		return false
	}
	return true
}

// pass asks for one stroke with the chosen pose.
func (l *Lab) pass() {
	l.drop()
	l.aimed = aimed{}
	if l.full(0) {
		return
	}
	if l.final {
		if l.stopped {
			return // the needle is out, and the next point waits
		}
		if l.scrubbed() {
			l.present() // no stroke is taken back by making it another time
		}
	}
	l.guess.skip()
	l.stopped = false
	l.play.Pass(l.choice.Pose, l.choice.Speed, false)
}

// full reports, in one sentence too, that the run has no room for an act that
// lasts d and the stroke that may be under way before it.
func (l *Lab) full(d tick.Tick) bool {
	if !l.play.Full(d + tick.Minute) {
		return false
	}
	l.notice = l.words.T("lab.notice.full")
	return true
}

// settle ends what is under way, and tells it, so that something else can begin.
func (l *Lab) settle() {
	l.drop()
	l.play.Settle()
	l.hear()
}

// kind begins a run on a point of another kind.
func (l *Lab) kind(arg string) bool {
	k, err := trigger.ParseKind(arg)
	if err != nil {
		return false
	}
	if o := l.play.Options(); o.Kind != k {
		l.settle()
		o.Kind = k
		l.begin(o)
		l.say(l.words.T("lab.say.kind." + arg))
	}
	return true
}

// wait takes the needle out and lets time go by as a film.
func (l *Lab) wait(arg string) bool {
	for _, w := range waits {
		if w.name == arg {
			l.settle()
			if l.full(w.d) {
				return true
			}
			l.film = film{open: true, name: w.name, before: l.percent(l.play.State().C)}
			l.play.Wait(w.d)
			l.dirty = true
			return true
		}
	}
	return false
}

// undo takes back the last pass or, before the first one, the change of runs.
func (l *Lab) undo() {
	if l.final {
		return
	}
	l.drop()
	n := len(l.play.Passes())
	l.turn.open, l.film.open = false, false
	switch {
	case l.play.UndoPass():
		l.stopped = false
		l.guess.reset()
		l.suggest()
		l.dirty = true
		l.news = Feedback{Headline: l.words.F("lab.feedback.undone.head", "n", strconv.Itoa(n), "now", whole(l.percent(l.play.State().C)))}
		l.say(l.news.Headline)
	case l.earlier != nil:
		p := l.earlier
		l.earlier = nil
		l.take(p)
		l.suggest()
		l.dirty = true
		l.tell("back")
		l.say(l.news.Headline)
	}
}

// canUndo reports whether there is something to take back.
func (l *Lab) canUndo() bool { return !l.final && (!l.unused() || l.earlier != nil) }

// present brings a scrubbed run, a film or a replay to its end, for acts that
// belong to the last moment.
func (l *Lab) present() {
	l.settle()
	l.play.Seek(l.play.Head())
}

// stop ends the point: an act, and it is judged.
func (l *Lab) stop() {
	l.present()
	if _, _, in := l.play.Tip(); !in && len(l.play.Passes()) == 0 {
		l.tell("stop-early")
		l.say(l.news.Headline)
		return
	}
	l.end("stop")
}

// early is how long after needling a person has too fresh a needle in mind to
// tell the usual pain from it; it is the shorter of the waits that wash the acid out.
const early = 5 * tick.Minute

// end takes the needle out and judges the point, after a wait as it was when the
// needle came out; key names the text that says why.
func (l *Lab) end(key string) {
	l.play.Pause()
	l.play.Do(session.Action{Op: session.Stop})
	l.stopped = true
	l.dirty = true
	out := l.sinceOut()
	if out > 0 {
		key = "stop-late"
	}
	l.play.Seek(l.play.Now() - out)
	l.judge(key)
	l.play.Seek(l.play.Head())
}

// ask asks about the usual pain. While the needle is in there is no answer.
func (l *Lab) ask() {
	l.present()
	_, _, in := l.play.Tip()
	if in || len(l.play.Passes()) > 0 && l.sinceOut() < early {
		key := "pain-during"
		if !in {
			key = "pain-early"
		}
		l.tell(key)
		l.say(l.news.Headline + " " + l.news.Next)
		return
	}
	l.play.Do(session.Action{Op: session.Ask})
	l.hearPain()
	l.dirty = true
}

// drop lets go of the needle that a finger pushes.
func (l *Lab) drop() {
	if l.hand.down {
		l.release()
	}
}

// atPoint gives the time at the point, in s.
func (l *Lab) atPoint() float64 { return l.play.AtPoint().Seconds() }

// tomorrow gives the soreness in a day, mm of 100.
func (l *Lab) tomorrow() float64 { return l.play.State().SoreIn(tick.Day) }

// whole writes a number without decimals.
func whole(x float64) string { return strconv.Itoa(int(math.Round(x))) }
