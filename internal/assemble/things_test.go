package assemble

import (
	"testing"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/record"
)

// TestThings cuts a thing at its weak link, labels each part by its fullest
// phrase, and leaves out a part that has one mention.
func TestThings(t *testing.T) {
	const row = "\t_\tNOUN\t_\t_\t1\tconj\t_\t_\n"
	seg, _, err := conllu.Parse("1\tplan\t_\tNOUN\t_\t_\t0\troot\t_\t_\n2\tnew" + row + "3\tplan" + row + "4\tit" + row + "5\tplans" + row)
	if err != nil {
		t.Fatal(err)
	}
	m := func(first, last annot.TokenID, f record.MentionForm, to int, firm bool) annot.ThingMention {
		return annot.ThingMention{Span: seg.SpanOf(first, last), Head: last, Form: f, To: to, Firm: firm}
	}
	things, err := annot.NewThings(seg, annot.Things{List: []annot.Thing{{By: "thing/model", Mentions: []annot.ThingMention{
		m(0, 0, record.Nominal, annot.None, false), m(1, 2, record.Nominal, 0, true), m(3, 3, record.Pronominal, 1, true), m(4, 4, record.Nominal, 0, false)}}}})
	if err != nil {
		t.Fatal(err)
	}
	r := Record(&annot.Document{Text: seg.Text, Language: "en", Segmentation: seg, Things: things})
	if err := record.Check(r); err != nil {
		t.Fatal(err)
	}
	if len(r.Things) != 1 || r.Things[0].Label != "new plan" || len(r.Things[0].Mentions) != 3 || r.Things[0].ID != "h1" {
		t.Errorf("things %+v", r.Things)
	}
}
