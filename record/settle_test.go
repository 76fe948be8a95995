package record

import (
	"slices"
	"testing"
)

// TestSettle breaks a sound record in the ways that Settle mends.
func TestSettle(t *testing.T) {
	for name, spoil := range map[string]func(*Record){
		"quoted without marks": func(r *Record) { r.Statements[0].Quotes, r.Statements[0].Form = Spans{{0, 3}}, Direct },
		"the report's own, without marks": func(r *Record) {
			s := &r.Statements[slices.IndexFunc(r.Statements, func(s Statement) bool { return s.Form == Narrator })]
			s.Quotes = Spans{{0, 3}}
		},
		"beyond its link": func(r *Record) { r.Statements[0].Content = Spans{{0, len([]rune(r.Report.Text))}} },
		"not within":      func(r *Record) { id := r.Attributions[0].ID; r.Attributions[len(r.Attributions)-1].Within = &id },
	} {
		r := ferries(t)
		spoil(r)
		if Check(r) == nil {
			t.Errorf("%s: is sound as it is", name)
		}
		Settle(r)
		if err := Check(r); err != nil {
			t.Errorf("%s: after settling: %v", name, err)
		}
	}
}
