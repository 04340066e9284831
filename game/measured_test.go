package game_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// TestMeasurementsAreOnThePage: what a test holds against a published number,
// by the number in its name, has its line on the page.
func TestMeasurementsAreOnThePage(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("no source tree here")
	}
	begin := strings.Index(text, "## Held against measurements")
	page := text[begin:]
	page = page[:strings.Index(page, "## Known to be off")]
	listed := map[string]bool{}
	for _, row := range strings.Split(page, "\n") {
		first, _, _ := strings.Cut(strings.TrimPrefix(row, "| "), "|")
		for _, id := range regexp.MustCompile(`T\d+b?`).FindAllString(first, -1) {
			listed[id] = true
		}
	}
	name := regexp.MustCompile(`func Test((?:T\d+b?)+)`)
	tested := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range name.FindAllStringSubmatch(string(b), -1) {
			for _, id := range regexp.MustCompile(`T\d+b?`).FindAllString(m[1], -1) {
				tested++
				if !listed[id] {
					t.Errorf("%s tests %s, which is not on the page", path, id)
				}
			}
		}
		return nil
	})
	if err != nil || tested < 40 {
		t.Errorf("%d measurements are tested, error %v", tested, err)
	}
}
