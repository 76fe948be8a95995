package mention

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/text"
)

// A firm that is named after its partners is one name, whatever a model makes
// of them.
func TestPartners(t *testing.T) {
	const plain = "The owners are advised by Tarn & Lodd."
	f, by := finder(t), trees(t)
	seg, syn := layers(t, by, plain)
	name := func(w string, k annot.NameKind) annot.Name {
		i := strings.Index(plain, w)
		return annot.Name{Span: text.Span{Start: i, End: i + len(w)}, Kind: k, By: "test"}
	}
	names := &annot.Names{List: []annot.Name{name("Tarn", annot.LocationName), name("Lodd", annot.PersonName)}}
	ms := f.Find(seg, syn, nil, names)
	var got []string
	for _, m := range ms.List {
		got = append(got, label(&m)+" "+seg.Text.Slice(m.Span))
	}
	if s := strings.Join(got, "; "); s != "organisation Tarn & Lodd" && !strings.HasSuffix(s, "; organisation Tarn & Lodd") {
		t.Errorf("read as %s", s)
	}
}
