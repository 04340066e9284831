package lab

import (
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// The cards to try, in their order.
const (
	cardTwitch  = iota // make it twitch
	cardLess           // make it twitch less, without moving
	cardElse           // find a place that still twitches
	cardNothing        // a stroke that does nothing, in three ways
	cardSlack          // the band under 50 of 100 with at most 12 passes
	cardAsk            // wait until tomorrow and say what hurts now
	cardCount
)

var cardNames = [cardCount]string{"twitch", "less", "else", "nothing", "slack", "ask"}

// cards are what has been done, over all runs.
type cards struct {
	done  [cardCount]bool
	ways  uint8 // bits of needle.Miss: how strokes did nothing
	texts [cardCount]string
}

// tick marks what the pass did.
func (l *Lab) tick(f facts, i int) {
	c := &l.cards
	if f.twitch > 0 {
		c.done[cardTwitch] = true
		if f.trail > f.twitch {
			c.done[cardLess] = true
		}
		if f.trail < 0 && f.last >= 0 && f.twitch > f.last && l.faded(i) {
			c.done[cardElse] = true
		}
	} else {
		way := f.why
		if way == needle.NearMiss {
			way = needle.OffTarget // beside the point, near or far, is one way
		}
		c.ways |= 1 << way
		n := 0
		for w := c.ways; w > 0; w &= w - 1 {
			n++
		}
		if n >= 3 {
			c.done[cardNothing] = true
		}
	}
	if st := l.play.State(); l.play.Options().Kind == trigger.Active && f.now < 50 && st.Strokes <= 12 {
		c.done[cardSlack] = true
	}
}

// faded reports whether the pass before number i twitched less than one before it.
func (l *Lab) faded(i int) bool {
	ps := l.play.Passes()
	for k := i - 2; k >= 0; k-- {
		if ps[k].Visit == ps[i].Visit && ps[k].Twitch > ps[i-1].Twitch {
			return true
		}
	}
	return false
}

// nextDay is when it is tomorrow.
const nextDay = 18 * tick.Hour

// tickAsked marks an answer on the day after needling.
func (l *Lab) tickAsked() {
	if st := l.play.State(); st.Total > 0 && st.Visit >= nextDay {
		l.cards.done[cardAsk] = true
	}
}

// faceCards fills the face's cards.
func (l *Lab) faceCards(dst []Card) []Card {
	dst = dst[:0]
	for i := range cardNames {
		if l.cards.texts[i] == "" {
			l.cards.texts[i] = l.words.T("lab.card." + cardNames[i])
		}
		dst = append(dst, Card{Text: l.cards.texts[i], Done: l.cards.done[i]})
	}
	return dst
}
