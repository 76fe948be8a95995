package record

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestNoListIsEverNull(t *testing.T) {
	r := &Record{
		Actors: make([]Actor, 1), Attributions: make([]Attribution, 1), Statements: make([]Statement, 1), Meetings: make([]Meeting, 1),
		Conditions: make([]Condition, 1), Commitments: make([]Commitment, 1), Positions: make([]Position, 1), Figures: make([]Figure, 1),
		Times: make([]Time, 1), Places: make([]Place, 1), Events: make([]Event, 1), Open: make([]OpenPoint, 1), Tensions: make([]Tension, 1), Doubts: make([]Doubt, 1),
	}
	r.Actors[0].Mentions = make([]Mention, 1)
	r.Meetings[0].Agenda = make([]AgendaItem, 1)
	r.Commitments[0].Excludes = make([]Exclusion, 1)
	for _, r := range []*Record{{}, r} {
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var tree any
		if err := json.Unmarshal(b, &tree); err != nil {
			t.Fatal(err)
		}
		lists(t, "record", reflect.TypeFor[Record](), tree)
	}
	if r.Actors[0].Titles != nil {
		t.Error("marshalling changed the record")
	}
}

// lists compares a decoded value with the type that it came from: every key
// is there, and every list is one.
func lists(t *testing.T, path string, typ reflect.Type, v any) {
	switch typ.Kind() {
	case reflect.Struct:
		m := v.(map[string]any)
		for i := range typ.NumField() {
			key := typ.Field(i).Tag.Get("json")
			x, ok := m[key]
			if !ok || key == "" {
				t.Errorf("%s.%s is missing", path, typ.Field(i).Name)
			}
			lists(t, path+"."+key, typ.Field(i).Type, x)
		}
	case reflect.Slice:
		l, ok := v.([]any)
		if !ok {
			t.Errorf("%s is %v, not a list", path, v)
		}
		for _, x := range l {
			lists(t, path, typ.Elem(), x)
		}
	}
}

func TestRecordKeepsThroughJSON(t *testing.T) {
	r := ferries(t)
	var first bytes.Buffer
	enc := json.NewEncoder(&first)
	enc.SetEscapeHTML(false)
	r.Report.Text += "<b>Fish & chips</b>\n"
	if err := enc.Encode(r); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(first.String(), "<b>Fish & chips</b>") {
		t.Error("HTML was escaped")
	}
	if strings.Count(first.String(), "\n") != 1 {
		t.Error("not one line")
	}
	back := new(Record)
	if err := json.Unmarshal(first.Bytes(), back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(r, back) {
		t.Error("the record changed on its way through JSON")
	}
}

func TestParse(t *testing.T) {
	if f, err := Parse[Firmness]("warned-if"); err != nil || f != WarnedIf {
		t.Errorf("got %q, %v", f, err)
	}
	for _, s := range []string{"", "Asserted", "asserted ", "warned if"} {
		if f, err := Parse[Firmness](s); err == nil || f != "" {
			t.Errorf("Parse(%q) = %q, %v", s, f, err)
		}
	}
	if _, err := Parse[Count]("three"); err == nil || !strings.Contains(err.Error(), "one, two, several, many, unknown") {
		t.Errorf("the error does not give the list: %v", err)
	}
}

func BenchmarkMarshal(b *testing.B) {
	r := ferries(b)
	b.SetBytes(int64(len(r.Report.Text)))
	for b.Loop() {
		if _, err := r.MarshalJSON(); err != nil {
			b.Fatal(err)
		}
	}
}
