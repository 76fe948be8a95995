package golden

import (
	"slices"
	"strings"
	"testing"

	"readout/record"
)

// TestContrasts asks which statements a report itself sets against each other,
// by which word; what somebody contrasts in his own words is not the report's.
func TestContrasts(t *testing.T) {
	e := open(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The ministry said the fee was fair, but Kerr said it was robbery.", []string{"contrast but: the fee was fair | it was robbery"}},
		{"While the union rejected the offer, the company said talks would go on.", []string{"contrast While: the offer | talks would go on"}},
		{"Lowen denied the claim, though he admitted a delay.", []string{"concession though: the claim | a delay"}},
		{"The ministry said the dam was full. However, the guild said it was empty.", []string{"contrast However: the dam was full | it was empty"}},
		{"“We moved, but they did not,” Brandt said. He said the plan was good but costly.", nil},
	} {
		r := Read(e, c.text, "")
		runes := []rune(r.Report.Text)
		words := func(ss record.Spans) string {
			var all []string
			for _, s := range ss {
				all = append(all, string(runes[s[0]:s[1]]))
			}
			return strings.Join(all, " ")
		}
		by := map[string]string{}
		var got []string
		for _, s := range r.Statements {
			by[s.ID] = words(s.Content)
			for _, x := range s.Contrasts {
				got = append(got, string(x.Relation)+" "+words(x.Cue)+": "+by[x.With]+" | "+words(s.Content))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", c.text, got, c.want)
		}
	}
}
