package export

import (
	"slices"
	"strings"

	"readout/record"
)

// A page is a record arranged for a reader. The forms for people differ only
// in how they set it.
type page struct {
	Title    string
	Origin   []string // outlet, writer, date, agency
	Notice   string   // why there is nothing of talks, or nothing
	Sections []section
	Silent   []string // what the report has nothing of, as plural nouns
	Unheard  []string // who is mentioned and never heard
	Doubts   []entry  // what the reading is not sure of
	Voices   []voice
	Listed   []entry // what is from lists of names, not from the report
}

// A section holds entries of one sort.
type section struct {
	Title   string
	Entries []entry
}

// An entry is one thing in the record, with the words behind it.
type entry struct {
	ID    string // of the row that it shows; empty where another entry shows the row
	Tag   string // "due", "threat", a firmness
	Tone  tone
	Head  string  // names, places and dates; may be empty
	Lines []quote // the report's words
	Chain string  // the mouths they came through; may be empty
	Note  string
}

// A quote is words of the report as they stand there.
type quote struct {
	Label string // "if", "then", or nothing
	Words string
	Spans record.Spans
	Stmt  string // the statement that they are of, or nothing
}

// A voice is what one speaker says: its links to the report, and under each
// what came through it.
type voice struct {
	ID     string // of the actor; empty for the report itself and for nobody
	Name   string
	About  string // titles, affiliation and the like
	Groups []group
	Colour int    // in a page of HTML
	Letter string // the same; none for the report itself
}

// A group is statements that came through one chain.
type group struct {
	Chain   string
	To      string // addressees, place and time of speaking
	Entries []entry
}

// A tone is the colour of an entry: how much is claimed.
type tone uint8

const (
	plain  tone = iota // said, held, insisted
	mind               // believed, hoped, feared, wanted
	maybe              // possible, expected, floated, undecided
	give               // offered, promised, agreed
	refuse             // refused, ruled out, denied, demanded
	threat             // warned, threatened
)

// toneOf returns the tone of a firmness.
func toneOf(f record.Firmness) tone {
	switch f {
	case record.Believed, record.Hoped, record.Feared, record.Desired, record.Interest:
		return mind
	case record.Possible, record.Expected, record.Floated, record.Undecided:
		return maybe
	case record.Offered, record.Promised, record.Agreed:
		return give
	case record.Refused, record.RuledOut, record.Denied, record.Demanded:
		return refuse
	case record.Warned, record.WarnedIf, record.Threatened, record.ThreatenedIf:
		return threat
	}
	return plain
}

// The titles of what is no section.
const (
	unheardTitle = "Mentioned, never heard"
	doubtsTitle  = "What this reading is not sure of"
	voicesTitle  = "Who said what"
	listedTitle  = "From lists of names, not from the report"
)

// newPage arranges a record.
func newPage(v *view) *page {
	p := &page{Title: v.title(), Origin: v.origin(), Notice: v.notice()}
	b := &builder{view: v, shown: map[string]bool{}, told: map[string]bool{}}
	add := func(title, silent string, entries []entry) {
		if !v.r.Report.AboutTalks {
			return // only what was said is shown of it
		}
		if len(entries) > 0 {
			p.Sections = append(p.Sections, section{title, entries})
		} else if silent != "" && p.Notice == "" {
			p.Silent = append(p.Silent, silent)
		}
	}
	meetings, agenda := b.meetings(), b.agenda()
	conditions, commitments := b.conditions(), b.commitments()
	positions := b.positions()
	agreed := b.agreed()
	open := append(b.open(), b.leftOpen()...)
	add("Parties", "parties", b.parties())
	add("Meetings", "meetings", meetings)
	add("Agenda", "agenda", agenda)
	add("Positions", "positions", positions)
	add("Threats, warnings and promises", "threats or promises", conditions)
	add("Offers, guarantees and exclusions", "offers, guarantees or exclusions", commitments)
	add("Agreed", "anything agreed", agreed)
	add("Left open", "", open)
	add("Where the words pull apart", "", b.tensions())
	add("Figures", "figures", b.figures())
	p.Unheard = b.unheard()
	p.Voices = b.voices()
	p.Doubts = b.doubts()
	if p.Notice == "" {
		p.Listed = b.listed()
	}
	return p
}

// headline returns the headline, or nothing.
func (v *view) headline() string {
	r := &v.r.Report
	if r.Title != nil && *r.Title != "" {
		return oneLine(*r.Title)
	}
	if r.Headline != nil {
		return v.slice(*r.Headline)
	}
	return ""
}

// title returns the headline, or the first words of the text as a quotation.
func (v *view) title() string {
	if t := v.headline(); t != "" {
		return t
	}
	const enough = 72
	first, _, _ := strings.Cut(strings.TrimSpace(v.r.Report.Text), "\n")
	s := ""
	for _, w := range strings.Fields(first) {
		if len(s)+len(w) >= enough {
			s += " …"
			break
		}
		s = strings.TrimSpace(s + " " + w)
	}
	switch {
	case s == "":
		return "An empty report"
	case strings.ContainsAny(s, "“”\""):
		return s
	}
	return "“" + s + "”"
}

// origin returns where the report comes from, a phrase each.
func (v *view) origin() []string {
	r := &v.r.Report
	var out []string
	if v.headline() == "" && strings.TrimSpace(r.Text) != "" {
		out = append(out, "without a headline")
	}
	if r.Byline != nil {
		out = append(out, r.Byline.Name)
	}
	if r.Outlet != nil {
		out = append(out, *r.Outlet)
	}
	if r.Dateline != nil {
		out = append(out, "from "+r.Dateline.Place)
	}
	switch {
	case r.Published != nil:
		out = append(out, day(*r.Published))
	case r.Anchor != nil:
		out = append(out, day(r.Anchor.Date)+" by its "+map[record.AnchorHow]string{
			record.AnchorDateline: "dateline", record.AnchorPage: "page", record.AnchorText: "own words"}[r.Anchor.How])
	default:
		out = append(out, "date not given")
	}
	if r.Credit != nil {
		out = append(out, "credited to "+r.Credit.Name)
	}
	return out
}

// notice says why there is nothing of talks, where there is nothing.
func (v *view) notice() string {
	r := &v.r.Report
	has := func(code record.DoubtCode) bool {
		return slices.ContainsFunc(v.r.Doubts, func(d record.Doubt) bool { return d.Code == code })
	}
	switch {
	case strings.TrimSpace(r.Text) == "":
		return "There are no words in this report."
	case has(record.DoubtLanguageNotRead):
		return "This report is not in English, and Readout reads English only: nothing was taken from it."
	case !r.AboutTalks && len(v.r.Statements) > 0:
		return "This does not read as a report about a negotiation: meetings, offers and terms are not listed here (--format json has what was found). Who said what in it is."
	case !r.AboutTalks:
		return "This does not read as a report about a negotiation: meetings, offers and terms are not listed here (--format json has what was found)."
	}
	return ""
}
