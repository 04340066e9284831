package cases

import (
	"math"
	"strconv"
	"strings"

	"taut/game/cases"
	layers "taut/game/needle"
)

func whole(x float64) string { return strconv.FormatFloat(x, 'f', 0, 64) }

// How a press sounds and is felt.
const (
	pressVolume = 0.7 // structural: of the loudest
	pressBuzz   = 15  // structural: ms that a phone shakes at a cord, and twice as long at a knot
)

// hear lets the last press be heard: dull where the muscle is soft, brighter at a cord,
// brightest at a knot, as the ticks of the needle's layers are.
func (s *Scene) hear() {
	t := s.at.Press(s.rec.Muscle, s.rec.Place)
	layer := layers.Fat
	switch {
	case t.Band && t.Knot:
		layer, s.heard.Buzz = layers.Knot, 2*pressBuzz
	case t.Band:
		layer, s.heard.Buzz = layers.Muscle, pressBuzz
	}
	s.heard.Ticks |= 1 << layer
}

// found says what the last press has found.
func (s *Scene) found() string {
	c, r := s.at, s.rec
	t := c.Press(r.Muscle, r.Place)
	key := "soft"
	switch {
	case t.Band && t.Resistance > .85:
		key = "knot"
	case t.Band && t.Knot:
		key = "small-knot"
	case t.Band:
		key = "cord"
	case t.Knot:
		key = "tender"
	}
	text := s.words.F("cases.feels", "what", s.t("feel."+key), "n", whole(math.Round(t.Threshold/5)*5))
	if t.Knot || c.Felt[r.Muscle].Is == cases.Healthy {
		text += " " + s.words.F("cases.said", "name", c.Name, "text", c.Felt[r.Muscle].Text)
	}
	return text
}

// was gives what the person says of one of the things that are tried first.
func (s *Scene) was(i int) string {
	if text := s.at.Tried[i]; text != "" {
		return text
	}
	return s.t("not-tried")
}

// examiners says what three others found in a muscle.
func (s *Scene) examiners(m int) string {
	yes := 0
	for k := range cases.Examiners {
		if s.at.Says(m, k) {
			yes++
		}
	}
	return s.t("examiners-" + strconv.Itoa(yes))
}

// answer gives what the person says about precaution i.
func (s *Scene) answer(i int) string {
	text, ok := s.at.Answer(s.screen.Precautions[i].ID)
	if !ok {
		text = s.t("no")
	}
	return s.words.F("cases.said", "name", s.at.Name, "text", text)
}

// decided says what becomes of the decision.
func (s *Scene) decided() string {
	if s.rec.End == string(s.at.End) {
		switch { // the reasons would tell what nobody has asked
		case s.rec.Screen == 0:
			return s.t("right-none")
		case len(s.missed()) > 0:
			return s.t("right-unasked")
		}
		return s.t("right-end") + " " + s.at.Why
	}
	return s.t("not-" + s.rec.End)
}

// replied says what becomes of the reply on day 2.
func (s *Scene) replied() string {
	if s.rec.Reply == right(s.at) {
		return s.reply("right-" + s.rec.Reply)
	}
	return s.reply("wrong-" + s.rec.Reply)
}

// reply gives one of the texts of day 2: of some there is one for those who were not
// needled.
func (s *Scene) reply(key string) string {
	if other := "reply-" + key + "-no"; s.at.End != cases.Needle && s.words.Has("cases."+other) {
		return s.t(other)
	}
	return s.t("reply-" + key)
}

// The fast-changing texts: the slider of the place, a value and words.
func (s *Scene) texts() []string {
	if s.at == nil {
		return nil
	}
	r := s.rec
	return []string{strconv.Itoa(r.Place), s.words.F("cases.place-n", "n", strconv.Itoa(r.Place+1), "of", strconv.Itoa(cases.Places))}
}

const (
	vPlace = iota
	vPlaceText
)

// AppendValues implements [scenes.Scene].
func (s *Scene) AppendValues(b []byte) []byte {
	if l := s.lab(); l != nil {
		return l.AppendValues(b)
	}
	for _, t := range s.texts() {
		b = append(append(b, t...), '\n')
	}
	return b
}

// quoted gives what a person says, in quotes.
func quoted(text string) string { return "“" + strings.TrimSpace(text) + "”" }
