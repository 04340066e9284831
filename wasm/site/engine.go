package site

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"text/template"
)

// engineModule is the engine's.
const engineModule = "github.com/hajimehoshi/ebiten/v2"

// The engine writes the sources of its own shaders with text/template when it runs. A
// template may call any method by its name, so the linker then keeps every exported
// method of every type that the program has, which makes it an eighth larger. What the
// templates write is known when the program is built: so it is built with a copy of the
// engine in which it stands already.
var enginePackages = []string{"internal/builtinshader", "internal/colormshader"}

// lightEngine makes that copy in a folder that is there, and gives the go command's flags
// that build with it. The error says where the engine is not as it is known: then its
// version was changed, and this has to follow.
func lightEngine(ctx context.Context, root, dir string) ([]string, error) {
	out, err := goTool(ctx, root, nil, "list", "-m", "-f", "{{.Dir}}", engineModule)
	if err != nil {
		return nil, err
	}
	from, to := strings.TrimSpace(string(out)), filepath.Join(dir, "engine")
	if err := copyEngine(from, to); err != nil {
		return nil, err
	}
	for _, pkg := range enginePackages {
		file := filepath.Join(to, filepath.FromSlash(pkg), "shader.go")
		src, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if src, err = written(src); err != nil {
			return nil, fmt.Errorf("the engine's %s is not as it is known: %w", pkg, err)
		}
		if err := os.WriteFile(file, src, 0o600); err != nil {
			return nil, err
		}
	}
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return nil, err
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return nil, err
	}
	mod = append(mod, "\nreplace "+engineModule+" => "+strconv.Quote(to)+"\n"...)
	name := filepath.Join(dir, "light.mod")
	err = errors.Join(os.WriteFile(name, mod, 0o600), os.WriteFile(filepath.Join(dir, "light.sum"), sum, 0o600))
	return []string{"-modfile=" + name}, err
}

// copyEngine copies the engine's module without what no program is built from.
func copyEngine(from, to string) error {
	return filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if e.IsDir() {
			switch rel {
			case "examples", "cmd", "mobile", "skills", ".github":
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, rel), 0o700)
		}
		if strings.HasSuffix(rel, "_test.go") || !e.Type().IsRegular() {
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), b, 0o600)
	})
}

// written gives one of the engine's files of shaders with what its template writes in
// place of the template.
func written(src []byte) ([]byte, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "shader.go", src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	text := func(n ast.Node) []byte { return src[set.Position(n.Pos()).Offset:set.Position(n.End()).Offset] }
	var (
		kept    bytes.Buffer
		tmpl    string
		values  = map[string]int{} // constants of the two types
		filters int
		found   bool
	)
	fmt.Fprintf(&kept, "package %s\n\n", file.Name.Name)
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.Name != "ShaderSource" || d.Recv != nil {
				return nil, fmt.Errorf("the function %s is not known", d.Name.Name)
			}
			if sign := string(text(d.Type)); sign != "func ShaderSource(filter Filter, address Address) []byte" {
				return nil, fmt.Errorf("its function is %s", sign)
			}
			found = true
		case *ast.GenDecl:
			switch d.Tok {
			case token.IMPORT:
			case token.VAR:
				if lit := templateIn(d); lit != "" {
					tmpl = lit
				}
			default:
				if d.Tok == token.CONST && counted(d, values) {
					filters++
				}
				kept.Write(text(d))
				kept.WriteString("\n\n")
			}
		}
	}
	const kinds = 3
	if !found || tmpl == "" || filters != 2 || len(values) != 2*kinds {
		return nil, fmt.Errorf("it has a function %v, a template of %d bytes, %d lists of %d constants", found, len(tmpl), filters, len(values))
	}
	t, err := template.New("").Parse(tmpl)
	if err != nil {
		return nil, err
	}
	kept.WriteString("var sources = [FilterCount][AddressCount]string{\n")
	for filter := range kinds {
		kept.WriteString("\t{\n")
		for address := range kinds {
			fields := map[string]int{"Filter": filter, "Address": address}
			for name, v := range values {
				fields[name] = v
			}
			var b strings.Builder
			if err := t.Option("missingkey=error").Execute(&b, fields); err != nil {
				return nil, err
			}
			fmt.Fprintf(&kept, "\t\t%q,\n", terse(b.String()))
		}
		kept.WriteString("\t},\n")
	}
	kept.WriteString("}\n\nfunc ShaderSource(filter Filter, address Address) []byte { return []byte(sources[filter][address]) }\n")
	return kept.Bytes(), nil
}

// templateIn gives the text of the template that a declaration of variables makes, ""
// where it makes none.
func templateIn(d *ast.GenDecl) (text string) {
	ast.Inspect(d, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && strings.HasPrefix(lit.Value, "`") {
			text = strings.Trim(lit.Value, "`")
		}
		return text == ""
	})
	return text
}

// counted takes up the constants of a list that counts from 0 (iota), and reports
// whether it is one.
func counted(d *ast.GenDecl, values map[string]int) bool {
	first, ok := d.Specs[0].(*ast.ValueSpec)
	if !ok || len(first.Values) != 1 {
		return false
	}
	if id, ok := first.Values[0].(*ast.Ident); !ok || id.Name != "iota" {
		return false
	}
	for i, s := range d.Specs {
		values[s.(*ast.ValueSpec).Names[0].Name] = i
	}
	return true
}
