// Package quiz asks what a learner knows and can do: items, their drawing from a
// seed, their grading, when each comes again, and what is kept of the answers.
// It judges the model's runs and what was answered; it says nothing of skill
// with patients.
package quiz

import "taut/game/evidence"

//go:generate go tool msgp -file bank.go -o bank_gen.go -tests=false -io=false

//msgp:limit arrays:1024 maps:32

// Topic is what an item is about.
type Topic string

// The topics.
const (
	Technique   Topic = "technique"
	Conditions  Topic = "conditions"
	Mechanism   Topic = "mechanism"
	Comparisons Topic = "comparisons"
	Aftercare   Topic = "aftercare"
	Safety      Topic = "safety"
)

// Topics gives the topics in the order in which they are listed.
func Topics() []Topic {
	return []Topic{Technique, Conditions, Mechanism, Comparisons, Aftercare, Safety}
}

// Kind is how an item is answered.
type Kind string

// The kinds.
const (
	One     Kind = "one"     // choose one option
	All     Kind = "all"     // choose all options that apply
	Order   Kind = "order"   // put the options in order; they are written in the right one
	Match   Kind = "match"   // give each option what belongs to it
	Number  Kind = "number"  // a number, with a tolerance
	Point   Kind = "point"   // a place on the body or the stage
	Predict Kind = "predict" // the next part of a trace
	Do      Kind = "do"      // a task in the lab that the simulation judges
	Explain Kind = "explain" // a recorded run: what went wrong
)

// Kinds gives the kinds in the order in which they are listed.
func Kinds() []Kind {
	return []Kind{One, All, Order, Match, Number, Point, Predict, Do, Explain}
}

// Option is one of the things that an item offers. What it is for depends on the
// kind: a choice; a step of an order; a thing to match, To being what belongs to
// it; a reason why a task fails, or a fault of a run, both named by ID.
type Option struct {
	ID      string `msg:"id" toml:"id"`
	Text    string `msg:"text" toml:"text"`
	To      string `msg:"to" toml:"to"`
	Correct bool   `msg:"correct" toml:"correct"`
	Why     string `msg:"why" toml:"why"`       // why it is right, wrong, or stands where it stands
	Belief  int    `msg:"belief" toml:"belief"` // number of the misconception that makes people choose it, 0 none
}

// Amount is the key of a number: |x - Value - Times n| <= Tolerance, n being the
// item's drawn number, 0 where it draws none.
type Amount struct {
	Value     float64 `msg:"value" toml:"value"`
	Times     float64 `msg:"times" toml:"times"`
	Tolerance float64 `msg:"tolerance" toml:"tolerance"`
	Unit      string  `msg:"unit" toml:"unit"`
	Lo        float64 `msg:"lo" toml:"lo"` // the numbers that can be given at all
	Hi        float64 `msg:"hi" toml:"hi"`
}

// Draw is a number drawn from the item's seed: Lo, Lo+Step, ... up to Hi. It
// stands for {n} in the stem and the reasons.
type Draw struct {
	Lo   int `msg:"lo" toml:"lo"`
	Hi   int `msg:"hi" toml:"hi"`
	Step int `msg:"step" toml:"step"`
}

// Place is the key of a point. On the body figure it is where one muscle of Pool
// lies ("muscle") or where its trigger points are felt ("referral"); the muscle
// is drawn and stands for {muscle} in the stem. On a level of the stage it is one
// of the named Parts of the picture.
type Place struct {
	On    string   `msg:"on" toml:"on"`
	Of    string   `msg:"of" toml:"of"`
	Pool  []string `msg:"pool" toml:"pool"`
	Parts []string `msg:"parts" toml:"parts"`
}

// Question is one item.
type Question struct {
	ID         string         `msg:"id" toml:"id"`
	Topic      Topic          `msg:"topic" toml:"topic"`
	Kind       Kind           `msg:"kind" toml:"kind"`
	Difficulty int            `msg:"difficulty" toml:"difficulty"` // 1 recall, 2 understanding, 3 use
	Stem       string         `msg:"stem" toml:"stem"`
	Options    []Option       `msg:"options" toml:"options"`
	Why        string         `msg:"why" toml:"why"` // why what is right is right
	Basis      evidence.Basis `msg:"basis" toml:"basis"`
	States     []string       `msg:"states" toml:"states"` // ids of the article's statements that it asks
	Links      []string       `msg:"links" toml:"links"`   // where in the program it is seen

	Draw   *Draw   `msg:"draw" toml:"draw"`
	Amount *Amount `msg:"amount" toml:"amount"` // Number
	Place  *Place  `msg:"place" toml:"place"`   // Point
	Trace  string  `msg:"trace" toml:"trace"`   // Predict: one of Traces
	Task   string  `msg:"task" toml:"task"`     // Do: one of Tasks
	Fault  string  `msg:"fault" toml:"fault"`   // Explain: one of Faults
}

// Statement is one thing that the article says, in plain words.
type Statement struct {
	ID   string `msg:"id" toml:"id"`
	Text string `msg:"text" toml:"text"`
}

// Bank is all items, and the statements of the article that they have to ask. It
// is made by [DecodeBank] and never changed.
type Bank struct {
	Statements []Statement `msg:"statements" toml:"statement"`
	Questions  []Question  `msg:"questions" toml:"question"`
}

// Question gives the item of an id, nil where there is none.
func (b *Bank) Question(id string) *Question {
	for i := range b.Questions {
		if b.Questions[i].ID == id {
			return &b.Questions[i]
		}
	}
	return nil
}

// Of gives the items of a topic, in the order of the bank.
func (b *Bank) Of(t Topic) []*Question {
	var list []*Question
	for i := range b.Questions {
		if b.Questions[i].Topic == t {
			list = append(list, &b.Questions[i])
		}
	}
	return list
}
