// Package exchange writes items of the quiz for other programs and for paper: GIFT
// and Moodle XML, and a sheet with its key. It runs where Go does, not on the page.
package exchange

import (
	"encoding/xml"
	"fmt"
	"html"
	"strconv"
	"strings"

	"taut/game/quiz"
)

// seed draws what may vary in an item: an export is the same each time.
const seed = 1 // structural

// Export gives items in one of the forms "gift", "moodle" and "sheet". left are the
// ids of those that the form cannot hold, with their kinds: they are named, never
// dropped in silence. An unknown form is an error.
func Export(form string, list []*quiz.Question) (text string, left []string, err error) {
	write, ok := map[string]func([]quiz.Instance) (string, error){"gift": gift, "moodle": moodle, "sheet": sheet}[form]
	if !ok {
		return "", nil, fmt.Errorf("%q is no form of export; use gift, moodle or sheet", form)
	}
	var held []quiz.Instance
	for _, q := range list {
		in := quiz.Of(q, seed, nil)
		switch q.Kind {
		case quiz.One, quiz.All, quiz.Match, quiz.Number:
		case quiz.Order:
			if form != "sheet" {
				left = append(left, q.ID+" ("+string(q.Kind)+")")
				continue
			}
		default:
			left = append(left, q.ID+" ("+string(q.Kind)+")")
			continue
		}
		held = append(held, in)
	}
	text, err = write(held)
	return text, left, err
}

// escape keeps GIFT's own signs out of a text.
var escape = strings.NewReplacer(`\`, `\\`, `~`, `\~`, `=`, `\=`, `#`, `\#`, `{`, `\{`, `}`, `\}`, `:`, `\:`, "\n", " ")

// share writes a part of an answer's worth in per cent, as both forms take it.
func share(of int) string {
	return strconv.FormatFloat(100/float64(of), 'f', 5, 64)
}

// counts gives how many options are right and how many wrong.
func counts(q *quiz.Question) (right, wrong int) {
	for _, o := range q.Options {
		if o.Correct {
			right++
		} else {
			wrong++
		}
	}
	return right, wrong
}

// gift writes the GIFT format: ::title:: stem { answers with #feedback }.
func gift(list []quiz.Instance) (string, error) {
	var b strings.Builder
	for i := range list {
		in := &list[i]
		q := in.Question
		fmt.Fprintf(&b, "$CATEGORY: taut/%s\n\n::%s::%s {\n", q.Topic, escape.Replace(q.ID), escape.Replace(in.Stem))
		right, wrong := counts(q)
		switch q.Kind {
		case quiz.One:
			for _, o := range q.Options {
				sign := "~"
				if o.Correct {
					sign = "="
				}
				fmt.Fprintf(&b, "  %s%s#%s\n", sign, escape.Replace(in.Text(o.Text)), escape.Replace(in.Text(o.Why)))
			}
		case quiz.All:
			for _, o := range q.Options {
				worth := share(right)
				if !o.Correct {
					worth = "-" + share(wrong)
				}
				fmt.Fprintf(&b, "  ~%%%s%%%s#%s\n", worth, escape.Replace(in.Text(o.Text)), escape.Replace(in.Text(o.Why)))
			}
		case quiz.Match:
			for _, o := range q.Options {
				fmt.Fprintf(&b, "  =%s -> %s\n", escape.Replace(in.Text(o.Text)), escape.Replace(o.To))
			}
		case quiz.Number:
			fmt.Fprintf(&b, "  #%s:%s\n", number(in.Value()), number(q.Amount.Tolerance))
		}
		fmt.Fprintf(&b, "  ####%s\n}\n\n", escape.Replace(in.Text(q.Why)))
	}
	return b.String(), nil
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// The elements of Moodle XML that are written.
type (
	xmlText struct {
		Format string `xml:"format,attr,omitempty"`
		Text   string `xml:"text"`
	}
	xmlAnswer struct {
		Fraction  string   `xml:"fraction,attr"`
		Text      string   `xml:"text"`
		Feedback  *xmlText `xml:"feedback,omitempty"`
		Tolerance string   `xml:"tolerance,omitempty"`
	}
	xmlPair struct {
		Text   string  `xml:"text"`
		Answer xmlText `xml:"answer"`
	}
	xmlQuestion struct {
		Type     string      `xml:"type,attr"`
		Category *xmlText    `xml:"category,omitempty"`
		Name     *xmlText    `xml:"name,omitempty"`
		Stem     *xmlText    `xml:"questiontext,omitempty"`
		General  *xmlText    `xml:"generalfeedback,omitempty"`
		Single   string      `xml:"single,omitempty"`
		Shuffle  string      `xml:"shuffleanswers,omitempty"`
		Answers  []xmlAnswer `xml:"answer"`
		Pairs    []xmlPair   `xml:"subquestion"`
	}
	xmlQuiz struct {
		XMLName   xml.Name      `xml:"quiz"`
		Questions []xmlQuestion `xml:"question"`
	}
)

func moodle(list []quiz.Instance) (string, error) {
	var out xmlQuiz
	topic := quiz.Topic("")
	for i := range list {
		in := &list[i]
		q := in.Question
		if q.Topic != topic {
			topic = q.Topic
			out.Questions = append(out.Questions, xmlQuestion{Type: "category", Category: &xmlText{Text: "taut/" + string(topic)}})
		}
		x := xmlQuestion{Name: &xmlText{Text: q.ID}, Stem: &xmlText{"plain_text", in.Stem}, General: &xmlText{"plain_text", in.Text(q.Why)}}
		right, wrong := counts(q)
		switch q.Kind {
		case quiz.One, quiz.All:
			x.Type, x.Single, x.Shuffle = "multichoice", strconv.FormatBool(q.Kind == quiz.One), "1"
			for _, o := range q.Options {
				worth := "0"
				switch {
				case o.Correct:
					worth = share(right)
				case q.Kind == quiz.All:
					worth = "-" + share(wrong)
				}
				x.Answers = append(x.Answers, xmlAnswer{Fraction: worth, Text: in.Text(o.Text), Feedback: &xmlText{"plain_text", in.Text(o.Why)}})
			}
		case quiz.Match:
			x.Type, x.Shuffle = "matching", "1"
			for _, o := range q.Options {
				x.Pairs = append(x.Pairs, xmlPair{in.Text(o.Text), xmlText{Text: o.To}})
			}
		case quiz.Number:
			x.Type = "numerical"
			x.Answers = []xmlAnswer{{Fraction: "100", Text: number(in.Value()), Tolerance: number(q.Amount.Tolerance)}}
		}
		out.Questions = append(out.Questions, x)
	}
	b, err := xml.MarshalIndent(out, "", " ")
	return xml.Header + string(b) + "\n", err
}

// sheet writes a page to print: the items, and on a page of its own their key.
func sheet(list []quiz.Instance) (string, error) {
	var items, key strings.Builder
	for i := range list {
		in := &list[i]
		q := in.Question
		fmt.Fprintf(&items, "<li><p>%s</p>", html.EscapeString(in.Stem))
		var answers []string
		switch q.Kind {
		case quiz.One, quiz.All:
			items.WriteString("<ol type=\"a\">")
			for place, k := range in.Order {
				o := q.Options[k]
				fmt.Fprintf(&items, "<li>%s</li>", html.EscapeString(in.Text(o.Text)))
				if o.Correct {
					answers = append(answers, string(rune('a'+place)))
				}
			}
			items.WriteString("</ol>")
		case quiz.Order:
			items.WriteString("<ul>")
			for _, k := range in.Order {
				fmt.Fprintf(&items, "<li>__ %s</li>", html.EscapeString(in.Text(q.Options[k].Text)))
			}
			items.WriteString("</ul>")
			for _, o := range q.Options {
				answers = append(answers, in.Text(o.Text))
			}
		case quiz.Match:
			items.WriteString("<table>")
			for n, k := range in.Order {
				fmt.Fprintf(&items, "<tr><td>%s ____</td><td>%c. %s</td></tr>", html.EscapeString(in.Text(q.Options[k].Text)), 'a'+n, html.EscapeString(q.Options[in.Sides[n]].To))
			}
			items.WriteString("</table>")
			for _, o := range q.Options {
				answers = append(answers, o.Text+": "+o.To)
			}
		case quiz.Number:
			fmt.Fprintf(&items, "<p>____ %s</p>", html.EscapeString(q.Amount.Unit))
			answers = append(answers, number(in.Value())+" "+q.Amount.Unit)
		}
		items.WriteString("</li>\n")
		fmt.Fprintf(&key, "<li>%s. %s</li>\n", html.EscapeString(strings.Join(answers, ", ")), html.EscapeString(in.Text(q.Why)))
	}
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Taut: questions</title>
<style>body{font:12pt/1.4 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}li{margin:.5em 0;break-inside:avoid}.key{break-before:page}</style>
<p><b>Teaching model. Not medical advice and not training to needle. Do not needle yourself or anyone else.</b></p>
<ol>
` + items.String() + `</ol>
<section class="key"><h1>Key</h1><ol>
` + key.String() + "</ol></section></html>\n", nil
}
