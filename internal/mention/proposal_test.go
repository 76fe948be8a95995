package mention

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/record"
)

// proposed reads an example with the names that a model sees in it.
func proposed(t *testing.T, plain string, names map[string]annot.NameKind) string {
	t.Helper()
	f, by := finder(t), trees(t)
	seg, syn := layers(t, by, plain)
	layer := &annot.Names{}
	for i := range seg.Tokens {
		for j := i; j < min(i+3, len(seg.Tokens)); j++ {
			sp := seg.Tokens[i].Span.Cover(seg.Tokens[j].Span)
			if k, ok := names[seg.Text.Slice(sp)]; ok {
				layer.List = append(layer.List, annot.Name{Span: sp, Kind: k, By: "test"})
			}
		}
	}
	ms := f.Find(seg, syn, nil, layer)
	var got []string
	for _, m := range ms.List {
		if m.Form == record.Named && len(m.Members) == 0 {
			got = append(got, label(&m)+" "+seg.Text.Slice(m.Span))
		}
	}
	return strings.Join(got, "; ")
}

// The whole report tells more than a model sees in a sentence: a firm that is
// named after its partners is one name, and what stands beside a state and does
// no more than speak is no person.
func TestProposals(t *testing.T) {
	for _, c := range []struct {
		text  string
		names map[string]annot.NameKind
		want  string
	}{
		{"The owners are advised by Tarn & Lodd.", map[string]annot.NameKind{"Tarn": annot.LocationName, "Lodd": annot.PersonName},
			"organisation Tarn & Lodd"},
		{"Lorvia's army has left. Lorvia and Velk agreed, said Velk. Velk insisted. Velk announced nothing.", map[string]annot.NameKind{"Velk": annot.PersonName},
			"state Lorvia; state Lorvia; state Velk; state Velk; state Velk; state Velk"},
		{"The Tarsks left.", map[string]annot.NameKind{"The Tarsks": annot.OrganisationName}, "organisation Tarsks"},
		{"Neither Hale nor Voll agreed.", map[string]annot.NameKind{"Hale nor Voll": annot.PersonName}, "unknown Hale; unknown Voll"},
		{"It would be between Zorvax and Holt.", nil, "unknown Zorvax; unknown Holt"}, // a "go-between" is a role, "between" is none
		{"Zorvax sweetens its bid.", map[string]annot.NameKind{"Zorvax sweetens": annot.PersonName}, "organisation Zorvax"},
		{"Its trade envoy for Zorvia, Brand Oker, wrote to both sides.", map[string]annot.NameKind{"Brand Oker": annot.LocationName},
			"unknown Zorvia; person Brand Oker"},
	} {
		if got := proposed(t, c.text, c.names); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// What a report says of where it was written makes a name a place's.
func TestDatelinePlace(t *testing.T) {
	f, by := finder(t), trees(t)
	seg, syn := layers(t, by, "Nobody has left Zorvax.")
	for _, c := range []struct {
		dateline *annot.Label
		want     string
	}{{nil, "unknown"}, {&annot.Label{Name: seg.Tokens[3].Span}, "place"}} {
		seg.Dateline = c.dateline
		ms := f.Find(seg, syn, nil, nil)
		if m := ms.List[len(ms.List)-1]; label(&m) != c.want {
			t.Errorf("dateline %v: %s, want %s", c.dateline, label(&m), c.want)
		}
	}
}
