package site

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// engineShaders gives the engine's files of shaders as they are.
func engineShaders(t *testing.T) map[string]string {
	t.Helper()
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := goTool(t.Context(), root, nil, "list", "-m", "-f", "{{.Dir}}", engineModule)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, pkg := range enginePackages {
		src, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), filepath.FromSlash(pkg), "shader.go"))
		if err != nil {
			t.Fatal(err)
		}
		files[pkg] = string(src)
	}
	return files
}

// What stands in place of the templates is what they write: one source for each of
// three filters and three ways at the edge, none of them with a trace of the template,
// each different, and each with what its filter and edge need.
func TestTheEnginesShadersAreWritten(t *testing.T) {
	for pkg, src := range engineShaders(t) {
		out, err := written([]byte(src))
		if err != nil {
			t.Errorf("%s: %v", pkg, err)
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), "shader.go", out, 0)
		if err != nil {
			t.Errorf("%s: %v", pkg, err)
			continue
		}
		if len(file.Imports) != 0 {
			t.Errorf("%s still imports %d packages", pkg, len(file.Imports))
		}
		var sources []string
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, _ := strconv.Unquote(lit.Value); strings.Contains(s, "package main") && strings.Contains(s, "src0Pos vec2") {
					sources = append(sources, s)
				}
			}
			return true
		})
		if len(sources) != 9 {
			t.Fatalf("%s: %d sources, want 9", pkg, len(sources))
		}
		seen := map[string]bool{}
		for i, s := range sources {
			filter, address := i/3, i%3
			for text, want := range map[string]bool{
				"{{": false, "//kage:unit pixels": true, "ColorMBody * clr": pkg == enginePackages[1],
				"clr := imageSrc0UnsafeAt(src0Pos)":     filter == 0 && address == 0,
				"p0 := src0Pos - 1/2.0":                 filter == 1,
				"inversedScale := ":                     filter == 2,
				"func adjustSrcPosForAddressRepeat":     address == 2,
				"c0 := imageSrc0UnsafeAt(p0)":           filter > 0 && address == 0,
				"c0 := imageSrc0At(p0)":                 filter > 0 && address > 0,
				"clr := imageSrc0At(src0Pos)":           filter == 0 && address == 1,
				"rate := clamp(fract(p1)/inversedScale": filter == 2,
			} {
				if strings.Contains(s, text) != want {
					t.Errorf("%s, filter %d, edge %d: %q is there: %v", pkg, filter, address, text, !want)
				}
			}
			if seen[s] {
				t.Errorf("%s, filter %d, edge %d: it stands twice", pkg, filter, address)
			}
			seen[s] = true
		}
	}
}

// An engine of another form is refused: nothing is guessed.
func TestAnotherEngineIsRefused(t *testing.T) {
	for pkg, src := range engineShaders(t) {
		for name, change := range map[string][2]string{
			"another function":   {"func ShaderSource(", "func Source("},
			"another signature":  {"address Address) []byte", "address Address, more bool) []byte"},
			"no template":        {"var tmpl = ", "var tmpl = notATemplate //"},
			"one filter more":    {"	FilterPixelated\n", "	FilterPixelated\n	FilterCubic\n"},
			"an unknown field":   {"{{if eq .Filter .FilterNearest}}", "{{if eq .Filter .FilterSharp}}"},
			"a broken template":  {"{{if eq .Filter .FilterNearest}}", "{{if"},
			"no Go":              {"package ", "pakage "},
			"a function besides": {"// ShaderSource returns", "func more() {}\n\n// ShaderSource returns"},
		} {
			changed := strings.Replace(src, change[0], change[1], 1)
			if changed == src && name != "a function besides" {
				t.Errorf("%s, %s: the engine has no %q", pkg, name, change[0])
				continue
			}
			if changed == src {
				continue
			}
			if _, err := written([]byte(changed)); err == nil {
				t.Errorf("%s: %s is taken", pkg, name)
			}
		}
	}
}
