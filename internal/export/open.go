package export

import (
	"strings"

	"readout/record"
)

// openWords gives a tag and a note for what words leave open. A decision that
// is open is shown as the statement that says so.
var openWords = map[record.OpenCode][2]string{
	record.OpenMeetingTime:  {"when?", "The report gives no day for it."},
	record.OpenMeetingPlace: {"where?", "The report gives no place for it."},
	record.OpenWhether:      {"held?", "Only thought of: whether it is held is open."},
	record.OpenComing:       {"comes?", "May take part."},
	record.OpenDay:          {"which day?", "Which day this is depends on the day of publication."},
	record.OpenConsequence:  {"then what?", "What would follow is left unsaid."},
	record.OpenNoAnswer:     {"no answer", ""},
}

// leftOpen returns what the words leave open of meetings and conditions, and
// what was asked and not answered; one entry for each meeting and sort.
func (b *builder) leftOpen() []entry {
	var out []entry
	for i := range b.r.Open {
		o := &b.r.Open[i]
		w, ok := openWords[o.Code]
		if !ok || o.Code == record.OpenNoAnswer && (b.shown[o.Row] || b.statements[o.Row] != nil && b.courtesy(b.statements[o.Row])) {
			continue
		}
		e := entry{Tag: w[0], Tone: maybe, Note: w[1], Lines: []quote{{Words: b.slice(o.Span), Spans: record.Spans{o.Span}}}}
		if o.Code == record.OpenNoAnswer {
			e.Chain = b.voice(&o.Row)
		}
		if n := len(out); n > 0 && o.Code == record.OpenMeetingPlace && out[n-1].Tag == openWords[record.OpenMeetingTime][0] && out[n-1].Lines[0].Words == e.Lines[0].Words {
			out[n-1].Tag, out[n-1].Note = "when, where?", "The report gives neither day nor place for it."
			continue
		}
		out = append(out, e)
	}
	return out
}

// tensionWords says how two statements pull apart.
var tensionWords = map[record.TensionCode]string{
	record.TensionDenied: "denied", record.TensionRefused: "refused", record.TensionNegated: "contrary", record.TensionFigures: "figures",
}

// tensions returns the pairs of statements that pull apart, each with both
// chains of mouths, and no verdict.
func (b *builder) tensions() []entry {
	var out []entry
	for i := range b.r.Tensions {
		t := &b.r.Tensions[i]
		e := entry{ID: t.ID, Tag: tensionWords[t.Code], Tone: refuse}
		if t.Issue != nil {
			e.Head = "On " + *t.Issue
		}
		for _, id := range t.Statements {
			s := b.statements[id]
			who := b.name(s.Speaker)
			if who == "" {
				who = "report"
			}
			e.Lines = append(e.Lines, quote{Label: who + ":", Words: b.words(s.Content), Spans: s.Content})
		}
		out = append(out, e)
	}
	return out
}

// courtesy reports whether a statement only tells how its source dealt with the
// reporter. That is no stand in the talks and leaves nothing of them open.
func (b *builder) courtesy(s *record.Statement) bool { return s.Courtesy(b.words(s.Content)) }

// alleged reports whether a statement is only what another charges its speaker
// with or denies of it: "accused ministers of refusing to talk". It is no stand.
func (b *builder) alleged(s *record.Statement) bool {
	for _, id := range s.Chain[:max(0, len(s.Chain)-1)] {
		q := b.attributions[id]
		if q == nil {
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(b.words(q.Cue))) {
			switch w {
			case "accuse", "accuses", "accused", "accusing", "deny", "denies", "denied", "denying":
				return true
			}
		}
	}
	return false
}
