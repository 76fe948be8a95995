package coref

import (
	"testing"

	"readout/internal/annot"
)

func TestRules(t *testing.T) {
	v := resolver(t)
	for _, r := range rules() {
		for _, c := range r.cases {
			w, _ := load(t, "testdata/"+c+".txtar")
			e := v.Resolve(w.seg, w.quo, w.syn, w.ms, w.att)
			found := false
			for _, ref := range e.References {
				found = found || ref.By == r.id
			}
			if !found {
				t.Errorf("%s: not at work in %s: %v", r.id, c, bys(e))
			}
		}
	}
}

func bys(e *annot.Entities) []annot.By {
	var out []annot.By
	for _, r := range e.References {
		out = append(out, r.By)
	}
	return out
}

// Unnamed sources never get a name.
func TestUnnamedStayUnnamed(t *testing.T) {
	v := resolver(t)
	w, _ := load(t, "testdata/unnamed.txtar")
	for _, e := range v.Resolve(w.seg, w.quo, w.syn, w.ms, w.att).List {
		if e.Named {
			t.Errorf("%q is named", w.seg.Text.Slice(e.Name))
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	v := resolver(b)
	w, _ := load(b, "testdata/groups.txtar")
	b.SetBytes(int64(len(w.seg.Tokens)))
	for b.Loop() {
		v.Resolve(w.seg, w.quo, w.syn, w.ms, w.att)
	}
}
