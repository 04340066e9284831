package site

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"taut/assets"
	"taut/game/pack"
	"taut/game/quiz"
	"taut/game/quiz/statistics"
	scene "taut/scenes/quiz"
)

// QuizStatistics writes what the answers in people's exported files, or in the files of a
// folder, say of the items: as a table to be read, or as CSV. A pack's folder, "" for
// none, adds its items. A file that holds no answers is named on tell and left out.
func QuizStatistics(path, form, packDir string, out, tell io.Writer) error {
	if form != "table" && form != "csv" {
		return usageError{fmt.Errorf("flag -form: %q is none; it is table or csv", form)}
	}
	bank, err := bankWith(packDir)
	if err != nil {
		return err
	}
	files, err := resultFiles(path)
	if err != nil {
		return err
	}
	var people []statistics.Person
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err == nil {
			var p statistics.Person
			if p, err = scene.Results(b); err == nil {
				people = append(people, p)
			}
		}
		if err != nil {
			fmt.Fprintf(tell, "left out: %s: %v\n", filepath.Base(f), err)
		}
	}
	r := statistics.Of(bank, people)
	if form == "csv" {
		return statsCSV(r, out)
	}
	return statsTable(r, len(files), out)
}

// bankWith gives the program's items with those of a pack's folder.
func bankWith(dir string) (*quiz.Bank, error) {
	shelf, err := pack.Open(assets.Sources, assets.Atlas, assets.Screen, assets.Cases, assets.Questions)
	if err != nil || dir == "" {
		return shelf.Bank, err
	}
	compiled, err := CompilePack(dir)
	if err != nil {
		return nil, err
	}
	p, err := pack.Decode(compiled)
	if err != nil {
		return nil, err
	}
	shelf, err = shelf.With(p)
	return shelf.Bank, err
}

// resultFiles gives the files that a path names: itself, or all *.taut of a folder.
func resultFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		var fault *fs.PathError
		if errors.As(err, &fault) {
			err = fault.Err
		}
		return nil, usageError{fmt.Errorf("flag -stats: %q cannot be read: %w", path, err)}
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	files, err := fs.Glob(os.DirFS(path), "*.taut") // a folder's name is no pattern
	if err == nil && len(files) == 0 {
		return nil, usageError{fmt.Errorf("flag -stats: the folder %q has no *.taut", path)}
	}
	slices.Sort(files)
	for i := range files {
		files[i] = filepath.Join(path, files[i])
	}
	return files, err
}

// flagWords say in words what of an item is to be looked at.
var flagWords = map[statistics.Flag]string{
	statistics.Few:      "too few people",
	statistics.Easy:     "nobody was wrong",
	statistics.Hard:     "harder than guessing",
	statistics.Reversed: "who knows less is right more often",
	statistics.Drawn:    "a wrong option draws more than the right one",
	statistics.Dead:     "a wrong option that nobody chose",
	statistics.Belief:   "many are sure and wrong",
}

// part writes a number from 0 to 1, or -1 to 1, and nothing where it is none.
func part(x float64) string {
	if math.IsNaN(x) {
		return ""
	}
	return strconv.FormatFloat(x, 'f', 2, 64)
}

// draws gives the wrong option that was chosen most, with how often.
func draws(x *statistics.Item) string {
	if x.Draws < 0 {
		return ""
	}
	return fmt.Sprintf("%s (%d of %d)", x.Choices[x.Draws].Text, x.Choices[x.Draws].N, x.N)
}

func flags(x *statistics.Item) string {
	var words []string
	for _, f := range x.Flags {
		words = append(words, flagWords[f])
	}
	return strings.Join(words, "; ")
}

// statsTable writes the report to be read.
func statsTable(r statistics.Report, files int, out io.Writer) error {
	fmt.Fprintf(out, "%d people in %d files, %d first answers to %d items.\n\n", r.People, files, r.Answers, len(r.Items))
	w := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "topic\titems\tanswers\tright")
	for _, t := range r.Topics {
		fmt.Fprintf(w, "%s\t%d\t%d\t%s\n", t.Topic, t.Items, t.N, part(t.Difficulty))
	}
	fmt.Fprintln(w, "\nitem\ttopic\tn\tright\tdiscrimination\tsure and wrong\tthe wrong option that draws\tto be looked at")
	for i := range r.Items {
		x := &r.Items[i]
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%s\t%d\t%s\t%s\n", x.ID, x.Topic, x.N, part(x.Difficulty), part(x.Discrimination), x.SureWrong, draws(x), flags(x))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, `
right: the share of people whose first answer was right. discrimination: how it goes
with the share of other items that the same people had right (corrected item-total
correlation, -1 to 1), told from %d people on who answered others too; under some %d
it is mostly chance. These measures judge items, and nobody's skill.
`, statistics.Least, statistics.Enough)
	return err
}

// statsCSV writes a row for each item, and for each of its options where it has some.
func statsCSV(r statistics.Report, out io.Writer) error {
	w := csv.NewWriter(out)
	_ = w.Write([]string{"item", "topic", "kind", "n", "right", "score", "discrimination", "sure_wrong", "flags", "option", "option_right", "option_n"})
	for i := range r.Items {
		x := &r.Items[i]
		row := []string{x.ID, string(x.Topic), string(x.Kind), strconv.Itoa(x.N), part(x.Difficulty), part(x.Score), part(x.Discrimination), strconv.Itoa(x.SureWrong), flags(x)}
		if len(x.Choices) == 0 {
			_ = w.Write(append(row, "", "", ""))
		}
		for _, c := range x.Choices {
			_ = w.Write(append(slices.Clone(row), c.Text, strconv.FormatBool(c.Right), strconv.Itoa(c.N)))
		}
	}
	w.Flush()
	return w.Error()
}
