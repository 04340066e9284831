package site

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taut/game/content/contenttest"
	"taut/game/evidence"
)

// load reads a file of assets/content as it was written.
func load(t *testing.T, name string, v encoder) {
	t.Helper()
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "assets", "content", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := parseData(name, string(text), v); err != nil {
		t.Fatal(err)
	}
}

func library(t *testing.T) *evidence.Library {
	l := new(evidence.Library)
	load(t, "sources.toml", l)
	return l
}

// TestDataErrorsNameThePlace: one sentence with file, line and key or record.
func TestDataErrorsNameThePlace(t *testing.T) {
	const good = "[[source]]\nid = \"a\"\nauthors = \"A\"\nkind = \"study\"\nread = \"full\"\nshows = \"X.\"\n"
	if _, err := compileData("sources.toml", good); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct{ file, text, want string }{
		"syntax":      {"sources.toml", good + "x = \n", "sources.toml:7: "},
		"unknown key": {"sources.toml", good + "pages = 3\n", "sources.toml:7: the key source.pages is not known"},
		"wrong type":  {"sources.toml", good + "year = \"x\"\n", "sources.toml:7: source.year"},
		"wrong grade": {"sources.toml", good + "[[claim]]\nid = \"c\"\ngrade = \"good\"\n", "sources.toml:9: claim.grade"},
		"record":      {"sources.toml", good + "\n[[claim]]\nid = \"c\"\n", `sources.toml:9: "c": `},
		"kind":        {"tales.toml", good, "tales.toml: no content has this name"},
	} {
		if _, err := compileData(tc.file, tc.text); err == nil || !strings.HasPrefix(err.Error(), tc.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s ...", name, err, tc.want)
		}
	}
}

// prose gives every text of more than one word in v, with where it stands;
// names of people and journals are none.
func prose(v any) map[string]string {
	texts := map[string]string{}
	walk("", reflect.ValueOf(v), func(path string, x reflect.Value) {
		if x.Kind() == reflect.String && strings.Contains(x.String(), " ") && !strings.HasSuffix(path, ".Authors") && !strings.HasSuffix(path, ".Journal") {
			texts[path] = x.String()
		}
	})
	return texts
}

// walk calls f with every value in v, a record being named by its ID.
func walk(path string, v reflect.Value, f func(path string, v reflect.Value)) {
	f(path, v)
	switch v.Kind() {
	case reflect.Pointer:
		walk(path, v.Elem(), f)
	case reflect.Slice:
		for i := range v.Len() {
			walk(path+"["+strconv.Itoa(i)+"]", v.Index(i), f)
		}
	case reflect.Struct:
		if id := v.FieldByName("ID"); id.IsValid() {
			path += "/" + id.String()
		}
		for i := range v.NumField() {
			walk(path+"."+v.Type().Field(i).Name, v.Field(i), f)
		}
	}
}

// learnt are the field's words, which a reader has met and can tap, and the
// names of people and muscles.
func learnt(w string) bool { return slices.Contains(learntWords, w) }

var learntWords = strings.Fields(`
	trigger needling needle needles acupuncture endplate endplates acetylcholine lidocaine steroid ultrasound
	muscle muscles fibre fibres spasm contracture neuropathy hypothesis sciatica sciatic soreness evidence article
	therapist therapists shoulder active latent chemical chemicals energy oxygen acid benefit examiners moderately
`)

// faults gives what is wrong with a text that people read.
func faults(text string) error {
	// A heading of two or three words has no grade.
	if g := contenttest.Grade(text, learnt); g > 9 && strings.Count(text, " ") > 2 {
		return errors.New("reads above grade 9")
	}
	low := strings.ToLower(text)
	for _, ok := range []string{"no depth is safe", "too few to call it safe", "never call a depth safe"} {
		low = strings.ReplaceAll(low, ok, "")
	}
	if m := banned.FindString(low); m != "" {
		return errors.New("says " + m)
	}
	if i := strings.Index(low, "sciatica"); i >= 0 && !strings.Contains(low, "pain like sciatica") && !strings.Contains(low, "including sciatica") {
		return errors.New("says sciatica, not pain like sciatica")
	}
	if m := american.FindString(low); m != "" {
		return errors.New("spells " + m)
	}
	return nil
}

// banned: no word of readiness, no praise, no depth called safe, nothing that a
// needle is not known to do (teaching rules 4.1 and 4.3).
var banned = regexp.MustCompile(`\b(experts?|certified|competen\w*|skilled|qualified|ready|safe|safely|safest|cures?|cured|good job|toxins?|trapped nerve|fires?|firing|disrupts?)\b`)

var american = regexp.MustCompile(`\b(fibers?|fiber\w*|centers?|color\w*|tumors?|edema|lymphedema|hemo\w*|\w*ischemi\w*|gray|behavior\w*|analyz\w*|recogniz\w*|stabiliz\w*|organiz\w*|localiz\w*|numbed out|practicing|favor\w*|anesthe\w*|pediatric|hematoma)\b`)

func TestFaultsAreFound(t *testing.T) {
	for _, bad := range []string{
		"You are ready.", "A safe depth.", "It cures pain.", "It helps with sciatica.", "Short fibers.",
		"Physiological considerations necessitate comprehensive evaluation of neuromuscular transmission.",
	} {
		if faults(bad) == nil {
			t.Errorf("nothing wrong with %q", bad)
		}
	}
	if err := faults("No depth is safe for all. It may be pain like sciatica."); err != nil {
		t.Error(err)
	}
}

func TestLibraryReadsWell(t *testing.T) {
	for path, text := range prose(library(t)) {
		if err := faults(text); err != nil {
			t.Errorf("%s %v: %s", path, err, text)
		}
	}
}

// TestLibraryIsWhole: what the notes for teachers list is there: the sentences
// of every claim and the places where article and literature part.
func TestLibraryIsWhole(t *testing.T) {
	l := library(t)
	for _, id := range strings.Fields(`spots-exist finding noise energy-crisis chemistry low-oxygen clumps twitch-reflex twitch-needed quiets on-target relief blinding
		how-long other-care usual-care acupuncture lidocaine steroid plantar sciatica stiffness soreness exercise-after water harm strokes`) {
		if _, ok := l.Claim(id); !ok {
			t.Errorf("no claim %s", id)
		}
	}
	for _, id := range strings.Fields("twitch-chemistry steroid water chemicals twelve-weeks acupuncture spasm cramp neuropathy sciatica any-condition minutes who") {
		if d, ok := l.Difference(id); !ok {
			t.Errorf("no difference %s", id)
		} else if !slices.Contains(d.Sources, "article") {
			t.Errorf("%s does not name the article", id)
		}
	}
}
