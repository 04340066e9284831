package site

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"taut/assets"
	"taut/game/quiz"
	"taut/game/quiz/exchange"
)

// ExportQuiz writes the items of a topic, or of all where it is empty, in a form of
// [exchange.Export] to a file, or to out where no file is named. Those that the form
// cannot hold are named on out, or on standard error where the items go to out.
func ExportQuiz(form, topic, file string, out io.Writer) error {
	bank, err := quiz.DecodeBank(assets.Questions)
	if err != nil {
		return err
	}
	if topic != "" && !slices.Contains(quiz.Topics(), quiz.Topic(topic)) {
		return usageError{fmt.Errorf("flag -topic: %q is none; topics are technique, conditions, mechanism, comparisons, aftercare and safety", topic)}
	}
	var list []*quiz.Question
	for i := range bank.Questions {
		if q := &bank.Questions[i]; topic == "" || string(q.Topic) == topic {
			list = append(list, q)
		}
	}
	text, left, err := exchange.Export(form, list)
	if err != nil {
		return usageError{fmt.Errorf("flag -export: %w", err)}
	}
	tell := out
	if file == "" {
		tell = os.Stderr
		if _, err := io.WriteString(out, text); err != nil {
			return err
		}
	} else if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		return err
	}
	if len(left) > 0 {
		fmt.Fprintf(tell, "left out, because %s cannot hold their kind: %s\n", form, strings.Join(left, ", "))
	}
	return nil
}
