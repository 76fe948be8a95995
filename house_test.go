package readout_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules of the house, as ARCHITECTURE.md gives them. They are checked on
// the source itself, so that a package cannot drift to another floor unseen.

// floors gives each package its floor. Imports lead strictly downward.
var floors = map[string]int{
	"internal/text": 0, "internal/ud": 0, "internal/ml/kernel": 0, "record": 0, "lexicon": 0, "model": 0,

	"internal/annot": 1, "internal/markup": 1, "internal/ml/net": 1, "internal/ml/decode": 1, "internal/lex": 1, "internal/numeral": 1, "internal/undone": 1,

	"internal/conllu": 2, "internal/sketch": 3, "internal/ingest": 2, "internal/assemble": 2, "internal/export": 2,
	"internal/segment": 2, "internal/quote": 2, "internal/encode": 2,
	"internal/timex": 2, "internal/figure": 2, "internal/mention": 2, "internal/coref": 2, "internal/thing": 2, "internal/link": 2,
	"internal/attribution": 2, "internal/condition": 2, "internal/statement": 2,
	"internal/meeting": 2, "internal/position": 2, "internal/event": 2, "internal/topic": 2,

	"internal/engine": 3,
	"":                4, "internal/explain": 4,
	"internal/lab/corpus": 5, "internal/lab/train": 5, "internal/lab/train/encoder": 5, "internal/lab/eval": 5, "internal/lab/gate": 5, "internal/lab/gold": 5, "internal/golden": 5,
	"internal/cli": 6, "internal/cli/lab": 6,
	"cmd/readout": 7, "cmd/readoutlab": 7,
}

// sideways are imports on one floor that are allowed, each for a reason.
var sideways = map[string]string{
	"internal/lab/train -> internal/lab/corpus":         "a trainer reads gold data",
	"internal/undone -> internal/annot":                 "it reads the tree",
	"internal/undone -> internal/lex":                   "its words are a word list",
	"internal/numeral -> internal/lex":                  "number words are a word list",
	"internal/lab/eval -> internal/lab/gold":            "a scorer reads gold data",
	"internal/lab/eval -> internal/lab/corpus":          "a scorer reads gold data",
	"internal/lab/train/encoder -> internal/lab/corpus": "a trainer reads gold data",
	"internal/lab/train/encoder -> internal/lab/eval":   "a trainer reports scores on dev",
}

// budgets, and what may exceed them.
const (
	maxFile, maxFunc, maxFiles, maxExported = 500, 80, 15, 30
)

// overBudget names what is larger than its budget, and why that is better
// than splitting it.
var overBudget = map[string]string{
	"record exported":            "the public types are one contract",
	"internal/attribution files": "one construction a file, and the language has many",
	"internal/meeting files":     "one construction a file, and meetings are told in many ways",
	"internal/lab/eval files":    "one scorer a file, and there are many layers",
	"internal/lab/eval exported": "a score for each layer, which tests and tools read one by one",
	"internal/annot exported":    "the layers are the corridor: one package by design",
}

// source is one package's parsed files.
type source struct {
	path  string // "" is the root
	files map[string]*ast.File
	set   *token.FileSet
}

func packages(t *testing.T) []source {
	t.Helper()
	byDir := map[string]*source{}
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if n := d.Name(); n == "testdata" || n == "bench" || n == "tools" || n != "." && strings.HasPrefix(n, ".") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		dir := filepath.ToSlash(filepath.Dir(p))
		if dir == "." {
			dir = ""
		}
		s := byDir[dir]
		if s == nil {
			s = &source{path: dir, files: map[string]*ast.File{}, set: token.NewFileSet()}
			byDir[dir] = s
		}
		f, err := parser.ParseFile(s.set, p, nil, parser.ParseComments)
		s.files[filepath.ToSlash(p)] = f
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var all []source
	for _, s := range byDir {
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b source) int { return strings.Compare(a.path, b.path) })
	return all
}

func TestImportsLeadDownward(t *testing.T) {
	for _, p := range packages(t) {
		mine, ok := floors[p.path]
		if !ok {
			t.Errorf("package %q stands on no floor: add it to the table here and to ARCHITECTURE.md", p.path)
			continue
		}
		for file, f := range p.files {
			for _, imp := range f.Imports {
				name, err := strconv.Unquote(imp.Path.Value)
				if err != nil || name != "readout" && !strings.HasPrefix(name, "readout/") {
					continue
				}
				target := strings.TrimPrefix(strings.TrimPrefix(name, "readout"), "/")
				theirs, known := floors[target]
				if !known {
					t.Errorf("%s imports %q, which stands on no floor", file, name)
				}
				if theirs >= mine && sideways[p.path+" -> "+target] == "" {
					t.Errorf("%s (floor %d) imports %s (floor %d): imports lead strictly downward", file, mine, name, theirs)
				}
			}
		}
	}
}

func TestPackagesAreDocumented(t *testing.T) {
	for _, p := range packages(t) {
		documented := false
		for _, f := range p.files {
			documented = documented || f.Doc != nil && len(f.Doc.Text()) > 20
		}
		if !documented {
			t.Errorf("package %q has no doc comment", p.path)
		}
	}
}

func TestBudgets(t *testing.T) {
	for _, p := range packages(t) {
		exported, files := 0, 0
		for name, f := range p.files {
			if ast.IsGenerated(f) {
				continue
			}
			files++
			if n := p.set.File(f.Pos()).LineCount(); n > maxFile && overBudget[name] == "" {
				t.Errorf("%s has %d lines, more than %d", name, n, maxFile)
			}
			exported += checkDecls(t, p, name, f)
		}
		if files > maxFiles && overBudget[p.path+" files"] == "" {
			t.Errorf("package %q has %d files, more than %d", p.path, files, maxFiles)
		}
		if exported > maxExported && overBudget[p.path+" exported"] == "" && p.path != "internal/ud" {
			t.Errorf("package %q exports %d names, more than %d", p.path, exported, maxExported)
		}
	}
}

// checkDecls checks the declarations of a file and counts what they export;
// methods, fields and the constants of a list count for nothing.
func checkDecls(t *testing.T, p source, name string, f *ast.File) int {
	exported := 0
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			lines := p.set.Position(d.End()).Line - p.set.Position(d.Pos()).Line + 1
			if lines > maxFunc && overBudget[p.path+"."+d.Name.Name] == "" {
				t.Errorf("%s: %s has %d lines, more than %d", name, d.Name.Name, lines, maxFunc)
			}
			if d.Name.Name == "init" && d.Recv == nil {
				t.Errorf("%s has an init function: nothing happens before main", name)
			}
			if d.Recv == nil && d.Name.IsExported() {
				exported++
			}
		case *ast.GenDecl:
			if d.Tok == token.CONST || d.Tok == token.IMPORT {
				continue
			}
			for _, s := range d.Specs {
				if ts, ok := s.(*ast.TypeSpec); ok && ts.Name.IsExported() {
					exported++
				}
				if vs, ok := s.(*ast.ValueSpec); ok && slices.ContainsFunc(vs.Names, func(n *ast.Ident) bool { return n.IsExported() }) {
					exported++
				}
			}
		}
	}
	return exported
}

// TestArchitectureNamesEveryPackage holds ARCHITECTURE.md to the tree: every
// package stands in it, and every path in it exists.
func TestArchitectureNamesEveryPackage(t *testing.T) {
	doc, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range packages(t) {
		if p.path != "" && !bytes.Contains(doc, []byte("`"+p.path+"`")) {
			t.Errorf("ARCHITECTURE.md has no line on `%s`", p.path)
		}
	}
	for i, word := range strings.Split(string(doc), "`") {
		if i%2 == 0 || !strings.Contains(word, "/") || strings.ContainsAny(word, " \n*(<>$") || strings.Contains(word, "kebab") {
			continue
		}
		if host, _, _ := strings.Cut(word, "/"); strings.Contains(host, ".") && !strings.HasPrefix(host, ".") {
			continue // a module of somebody else's
		}
		if _, err := os.Stat(path.Clean(word)); err != nil {
			t.Errorf("ARCHITECTURE.md names `%s`, which does not exist", word)
		}
	}
}
