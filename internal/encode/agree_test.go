package encode

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/ml/decode"
	"readout/internal/ml/net"
	"readout/internal/text"
)

// TestNamesAgree gives the chain's classes by hand: a name is written
// [kind words], a loose word that might be one [? word].
func TestNamesAgree(t *testing.T) {
	for _, c := range []struct{ why, report, want string }{
		{"three sightings of the same words outvote one",
			"[location Orlesk] said no . [person! Orlesk] left . [person! Orlesk] stayed .",
			"person Orlesk, person Orlesk, person Orlesk"},
		{"a person's full name speaks for the family's name",
			"[person! Dara Vintimille] met them . [location Vintimille] smiled .",
			"person Dara Vintimille, person Vintimille"},
		{"and for the family's name of two words",
			"[person! Dara Sol Vintimille] met them . [location Sol Vintimille] smiled .",
			"person Dara Sol Vintimille, person Sol Vintimille"},
		{"a lone word of two names keeps its kind",
			"[person! Ola Strelsau] flew to [location! Strelsau] .",
			"person Ola Strelsau, location Strelsau"},
		{"what is a name in one place is one in others",
			"[location! Cape Zenda] is calm . [? Cape] Zenda is far .",
			"location Cape Zenda, location Cape Zenda"},
		{"one word is found again only where little speaks against it",
			"[location! Maye] is calm . [? Maye] is far . [?! Maye] we go ?",
			"location Maye, location Maye"},
		{"dates take no part",
			"[date Friday] came . [person! Friday] spoke . [person! Friday] left .",
			"date Friday, person Friday, person Friday"},
	} {
		r := handmade(c.report)
		r.agree()
		var got []string
		for _, n := range r.names.List {
			got = append(got, fmt.Sprint(n.Kind, " ", r.seg.Text.Slice(n.Span)))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s, want %s", c.why, s, c.want)
		}
	}
}

// handmade makes a run of which the chains are done. Kinds that end in "!" are
// nearly certain, the others lean.
func handmade(report string) *run {
	labels := Labels{Names: []string{"O", "B-Person", "I-Person", "B-Location", "I-Location", "B-Date", "I-Date"}}
	n := &Network{Labels: labels, NameSteps: net.NewParam("steps", 1, decode.NameWeights)}
	r := &run{e: NewEncoder(n), seg: &annot.Segmentation{}}
	var b strings.Builder
	kind, first := "", 0
	for w := range strings.FieldsSeq(report) {
		if k, ok := strings.CutPrefix(w, "["); ok {
			kind, first = k, len(r.seg.Tokens)
			continue
		}
		word, closes := strings.CutSuffix(w, "]")
		r.seg.Tokens = append(r.seg.Tokens, annot.Token{Span: text.Span{Start: b.Len(), End: b.Len() + len(word)}})
		b.WriteString(word + " ")
		if !closes {
			continue
		}
		odds, sure := [maxKinds]float32{-1.5, -1.5, -1.5}, strings.HasSuffix(kind, "!")
		k := slices.Index([]string{"person", "location", "date"}, strings.TrimSuffix(kind, "!"))
		if k >= 0 {
			if odds[k] = -0.4; sure {
				odds = [maxKinds]float32{-4, -4, -4}
				odds[k] = -0.05
			}
			r.sightings = append(r.sightings, sighting{first: annot.TokenID(first), end: annot.TokenID(len(r.seg.Tokens)), kind: k, odds: odds})
		} else {
			l := loose{token: annot.TokenID(first), limit: 1 << 20, behind: [maxKinds]float32{1, 1, 1}}
			if sure {
				l.behind = [maxKinds]float32{5, 5, 5}
			}
			r.loose = append(r.loose, l)
		}
	}
	r.seg.Text = text.New(b.String())
	return r
}
