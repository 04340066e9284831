// Package evidencetest holds a package's numbers against its [evidence.Table]:
// no number of the model may stand in the source without a row that says what
// it rests on.
package evidencetest

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"taut/game/evidence"
)

// Alias says that the number declared as Name stands in the table as Symbol,
// for names that Go cannot spell.
type Alias struct{ Name, Symbol string }

// Walk fails t if table is not valid, or if a number declared at package level
// in dir's non-test files has no row with its name and its value.
//
// A number is a constant or variable of numeric type, and a float written out
// in a package-level composite literal, whose name is then its path:
// "kinds[Active].Radius", "bell[0][2]"; the name of a constant there is not
// counted again. Names match exactly or, failing that,
// with case ignored. Exempt are
//   - constants of a named type without fractions (enums, durations),
//   - declarations with the comment "// structural" (sizes, shifts, masks),
//   - the rows of evidence.Table values, which are the table,
//   - generated files.
//
// Walk needs the go command, and skips under GOOS=js, which has none.
func Walk(t testing.TB, dir string, table evidence.Table, aliases ...Alias) {
	t.Helper()
	if runtime.GOOS == "js" {
		t.Skip("no go command and no source tree here")
	}
	if err := table.Validate(); err != nil {
		t.Error(err)
	}
	numbers, err := Numbers(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range numbers {
		if err := check(n, table, aliases); err != nil {
			t.Error(err)
		}
	}
}

// Number is one number found in the source.
type Number struct {
	Name  string
	Value float64
	Pos   string // file:line
}

// check reports that n has no row of its name and value, or nil.
func check(n Number, table evidence.Table, aliases []Alias) error {
	name := n.Name
	for _, a := range aliases {
		if a.Name == name {
			name = a.Symbol
		}
	}
	other := ""
	for _, c := range table {
		if c.Symbol != name && !strings.EqualFold(c.Symbol, name) {
			continue
		}
		if c.Value == n.Value {
			return nil
		}
		other = fmt.Sprintf(" (the row %s has %v)", c.Symbol, c.Value)
	}
	return fmt.Errorf("%s: %s = %v has no row in the table%s; add one, or mark the declaration // structural",
		n.Pos, name, n.Value, other)
}

// Numbers gives the numbers declared at package level in dir, as [Walk]
// describes them, in source order.
func Numbers(dir string) ([]Number, error) {
	fset := token.NewFileSet()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	exports, err := exportData(dir)
	if err != nil {
		return nil, err
	}
	info := &types.Info{
		Defs:  make(map[*ast.Ident]types.Object),
		Types: make(map[ast.Expr]types.TypeAndValue),
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(exports[path])
	})}
	if _, err := conf.Check(dir, fset, files, info); err != nil {
		return nil, err
	}
	w := walker{fset: fset, info: info}
	for _, f := range files {
		if ast.IsGenerated(f) {
			continue
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && !structural(g.Doc) {
				w.decl(g)
			}
		}
	}
	return w.found, nil
}

// exportData maps the packages that dir's package imports to the files with
// their compiled types.
func exportData(dir string) (map[string]string, error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}", ".")
	cmd.Dir = dir
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("evidencetest: go list in %s: %w: %s", dir, err, complaint.String())
	}
	m := make(map[string]string)
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		m[path] = file
	}
	return m, nil
}

// walker collects the numbers of package-level declarations.
type walker struct {
	fset  *token.FileSet
	info  *types.Info
	found []Number
}

func (w *walker) decl(g *ast.GenDecl) {
	for _, s := range g.Specs {
		v, ok := s.(*ast.ValueSpec)
		if !ok || structural(v.Doc) || structural(v.Comment) {
			continue
		}
		for i, id := range v.Names {
			if id.Name == "_" {
				continue
			}
			if c, ok := w.info.Defs[id].(*types.Const); ok {
				w.add(id.Name, c.Val(), c.Type(), id.Pos())
			} else if i < len(v.Values) {
				w.expr(id.Name, v.Values[i], false)
			}
		}
	}
}

// expr adds the numbers of a variable's initial value, which is called name;
// inside says that it is an element of a composite literal, where only floats
// count.
func (w *walker) expr(name string, e ast.Expr, inside bool) {
	tv := w.info.Types[e]
	if tv.Value != nil {
		switch e.(type) {
		case *ast.Ident, *ast.SelectorExpr:
			return // counted where it is declared
		}
		if b, ok := tv.Type.Underlying().(*types.Basic); ok && (!inside || b.Info()&types.IsFloat != 0) {
			w.add(name, tv.Value, tv.Type, e.Pos())
		}
		return
	}
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = u.X // &T{...}
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok || isTable(tv.Type) {
		return
	}
	var fields *types.Struct
	if t := w.info.Types[lit].Type; t != nil {
		fields, _ = t.Underlying().(*types.Struct)
	}
	for i, elt := range lit.Elts {
		kv, keyed := elt.(*ast.KeyValueExpr)
		switch {
		case fields != nil && keyed:
			w.expr(name+"."+types.ExprString(kv.Key), kv.Value, true)
		case fields != nil:
			w.expr(name+"."+fields.Field(i).Name(), elt, true)
		case keyed:
			w.expr(name+"["+types.ExprString(kv.Key)+"]", kv.Value, true)
		default:
			w.expr(fmt.Sprintf("%s[%d]", name, i), elt, true)
		}
	}
}

// add notes a value, unless it is not a number or its type makes it an enum.
func (w *walker) add(name string, v constant.Value, t types.Type, pos token.Pos) {
	b, ok := t.Underlying().(*types.Basic)
	if !ok || b.Info()&types.IsNumeric == 0 {
		return
	}
	if _, named := t.(*types.Named); named && b.Info()&types.IsFloat == 0 {
		return
	}
	f, _ := constant.Float64Val(constant.ToFloat(v))
	p := w.fset.Position(pos)
	w.found = append(w.found, Number{name, f, fmt.Sprintf("%s:%d", filepath.Base(p.Filename), p.Line)})
}

// isTable reports whether t is evidence.Table or evidence.Constant.
func isTable(t types.Type) bool {
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.Obj().Pkg().Name() != "evidence" {
		return false
	}
	return n.Obj().Name() == "Table" || n.Obj().Name() == "Constant"
}

// structural reports whether a comment has a line that starts with the word.
func structural(g *ast.CommentGroup) bool {
	if g == nil {
		return false
	}
	for _, c := range g.List {
		if strings.HasPrefix(strings.TrimSpace(strings.TrimPrefix(c.Text, "//")), "structural") {
			return true
		}
	}
	return false
}
