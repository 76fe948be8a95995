package record

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// docs/record.schema.json is generated from the types and their comments by
// this test: READOUT_GOLDEN=write go test ./record.
const schemaFile = "../docs/record.schema.json"

func TestSchemaIsCurrent(t *testing.T) {
	got := schema(t)
	if os.Getenv("READOUT_GOLDEN") == "write" {
		if err := os.WriteFile(schemaFile, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs/record.schema.json is not what the types say: READOUT_GOLDEN=write go test ./record")
	}
}

// A node is a schema, its keywords in the order in which they are printed.
type node struct {
	Schema      string           `json:"$schema,omitempty"`
	Title       string           `json:"title,omitempty"`
	Description string           `json:"description,omitempty"`
	Ref         string           `json:"$ref,omitempty"`
	Const       string           `json:"const,omitempty"`
	AnyOf       []*node          `json:"anyOf,omitempty"`
	Type        string           `json:"type,omitempty"`
	Enum        []string         `json:"enum,omitempty"`
	Items       *node            `json:"items,omitempty"`
	Minimum     *int             `json:"minimum,omitempty"`
	MinItems    *int             `json:"minItems,omitempty"`
	MaxItems    *int             `json:"maxItems,omitempty"`
	Properties  map[string]*node `json:"properties,omitempty"`
	Required    []string         `json:"required,omitempty"`
	Defs        map[string]*node `json:"$defs,omitempty"`
}

// A generator makes schemas of types; comments[Type][""] is what the type's
// comment says and comments[Type][Field] a field's.
type generator struct {
	comments map[string]map[string]string
	defs     map[string]*node
}

func schema(t *testing.T) []byte {
	g := &generator{comments: comments(t), defs: map[string]*node{}}
	root := g.object(reflect.TypeFor[Record]())
	root.Schema, root.Title, root.Defs = "https://json-schema.org/draft/2020-12/schema", Schema, g.defs
	root.Properties["schema"].Const = Schema
	b, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(b, '\n')
}

func (g *generator) of(typ reflect.Type) *node {
	if values, ok := typ.MethodByName("Values"); ok && typ.Kind() == reflect.String {
		if g.defs[typ.Name()] == nil {
			n := &node{Type: "string", Description: g.comments[typ.Name()][""]}
			list := values.Func.Call([]reflect.Value{reflect.Zero(typ)})[0]
			for i := range list.Len() {
				n.Enum = append(n.Enum, list.Index(i).String())
			}
			g.defs[typ.Name()] = n
		}
		return &node{Ref: "#/$defs/" + typ.Name()}
	}
	switch typ.Kind() {
	case reflect.Pointer:
		return &node{AnyOf: []*node{g.of(typ.Elem()), {Type: "null"}}}
	case reflect.Slice:
		return &node{Type: "array", Items: g.of(typ.Elem())}
	case reflect.Array: // Span
		g.defs[typ.Name()] = &node{Type: "array", Description: g.comments[typ.Name()][""],
			Items: &node{Type: "integer", Minimum: ptr(0)}, MinItems: ptr(typ.Len()), MaxItems: ptr(typ.Len())}
		return &node{Ref: "#/$defs/" + typ.Name()}
	case reflect.Struct:
		if g.defs[typ.Name()] == nil {
			g.defs[typ.Name()] = &node{} // before its fields, which may hold it
			*g.defs[typ.Name()] = *g.object(typ)
		}
		return &node{Ref: "#/$defs/" + typ.Name()}
	}
	names := map[reflect.Kind]string{reflect.String: "string", reflect.Bool: "boolean", reflect.Int: "integer", reflect.Float64: "number"}
	return &node{Type: names[typ.Kind()]}
}

func (g *generator) object(typ reflect.Type) *node {
	n := &node{Type: "object", Description: g.comments[typ.Name()][""], Properties: map[string]*node{}}
	for i := range typ.NumField() {
		f := typ.Field(i)
		key := f.Tag.Get("json")
		n.Properties[key] = g.of(f.Type)
		n.Properties[key].Description = g.comments[typ.Name()][f.Name]
		n.Required = append(n.Required, key)
	}
	return n
}

// parsed returns the package's own source.
func parsed(t *testing.T) (*token.FileSet, []*ast.File) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return set, files
}

// comments reads the comments of types and of fields.
func comments(t *testing.T) map[string]map[string]string {
	set, files := parsed(t)
	pkg, err := doc.NewFromFiles(set, files, "readout/record")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]string{}
	for _, typ := range pkg.Types {
		all[typ.Name] = map[string]string{"": oneLine(typ.Doc)}
		ast.Inspect(typ.Decl, func(n ast.Node) bool {
			if f, ok := n.(*ast.Field); ok && len(f.Names) == 1 {
				all[typ.Name][f.Names[0].Name] = oneLine(f.Comment.Text())
			}
			return true
		})
	}
	return all
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestListsAreWhole finds constants of a label type that its Values lack.
func TestListsAreWhole(t *testing.T) {
	listed := allValues()
	seen := 0
	_, files := parsed(t)
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || spec.Type == nil || len(spec.Values) != 1 {
				return true
			}
			typ, _ := spec.Type.(*ast.Ident)
			lit, _ := spec.Values[0].(*ast.BasicLit)
			if typ == nil || lit == nil || !ast.IsExported(spec.Names[0].Name) {
				return true
			}
			value, _ := strconv.Unquote(lit.Value)
			if !slices.Contains(listed[typ.Name], value) {
				t.Errorf("%s(%q) is not among its type's Values", typ.Name, value)
			}
			seen++
			return true
		})
	}
	want := 0
	for _, values := range listed {
		want += len(values)
	}
	if seen != want {
		t.Errorf("%d constants, but the lists hold %d", seen, want)
	}
}

// allValues returns the values of every type of label, by its name.
func allValues() map[string][]string {
	all := map[string][]string{}
	for _, label := range []any{Firmness(""), Relation(""), Form(""), ActorKind(""), Count(""), MentionForm(""), MeetingKind(""), MeetingStatus(""),
		Participation(""), ConditionKind(""), Change(""), TimeType(""), EventType(""), EventStatus(""), AnchorHow(""), OpenCode(""), TensionCode(""), DoubtCode("")} {
		v := reflect.ValueOf(label)
		list := v.MethodByName("Values").Call(nil)[0]
		for i := range list.Len() {
			all[v.Type().Name()] = append(all[v.Type().Name()], list.Index(i).String())
		}
	}
	return all
}

// TestLabelsAreExplained finds labels that docs/record.md does not name.
func TestLabelsAreExplained(t *testing.T) {
	page, err := os.ReadFile("../docs/record.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := allValues()
	for typ, values := range listed {
		for _, v := range values {
			if !bytes.Contains(page, []byte("`"+v+"`")) {
				t.Errorf("docs/record.md does not name the %s `%s`", typ, v)
			}
		}
	}
}
