package export

import (
	"strconv"
	"strings"
	"time"

	"readout/record"
)

// label returns a record's label in plain words.
func label[L ~string](l L) string {
	switch s := string(l); s {
	case "under-way":
		return "under way"
	case "called-off":
		return "called off"
	case "ruled-out":
		return "ruled out"
	case "warned-if":
		return "warned, if"
	case "threatened-if":
		return "threatened, if"
	case "evaluative":
		return "judgement"
	default:
		return s
	}
}

// when returns a time in the report's words, with its date where that says
// more.
func (v *view) when(id *string) string {
	if id == nil {
		return ""
	}
	t := v.times[*id]
	if t == nil {
		return ""
	}
	words := v.slice(t.Span)
	if t.Value == nil {
		return words + " (date not given)"
	}
	switch d := calendar(*t.Value); {
	case d == "" || strings.Contains(words, d):
		return words
	case strings.Contains(d, words):
		return d
	default:
		return words + " (" + d + ")"
	}
}

// calendar returns a TIMEX3 date in words, or nothing where it is no day,
// month or year.
func calendar(value string) string {
	for _, f := range []struct{ layout, out string }{
		{time.DateOnly, "2 January 2006"}, {"2006-01", "January 2006"}, {"2006", "2006"},
	} {
		if t, err := time.Parse(f.layout, value); err == nil {
			return t.Format(f.out)
		}
	}
	return ""
}

// day returns the date of publication in words: of a date-time its day.
func day(published string) string {
	if len(published) > len(time.DateOnly) && published[len(time.DateOnly)] == 'T' {
		published = published[:len(time.DateOnly)]
	}
	if d := calendar(published); d != "" {
		return d
	}
	return published
}

// where returns a place's name.
func (v *view) where(id *string) string {
	if id == nil {
		return ""
	}
	if p := v.places[*id]; p != nil {
		return p.Name
	}
	return ""
}

// amount returns what a figure may be: "≈ 4,000", "≥ 9,000".
func amount(f *record.Figure) string {
	var s string
	switch {
	case f.Low == nil && f.High == nil:
		return "not given"
	case f.Low == nil:
		s = bound(f.Strict, "< ", "≤ ") + number(*f.High)
	case f.High == nil:
		s = bound(f.Strict, "> ", "≥ ") + number(*f.Low)
	case *f.Low == *f.High && f.Approx:
		s = "≈ " + number(*f.Low)
	case *f.Low == *f.High:
		s = number(*f.Low)
	default:
		s = number(*f.Low) + "–" + number(*f.High)
	}
	if f.Unit != nil {
		s += " " + *f.Unit
	}
	if f.Approx && (f.Low == nil || f.High == nil || *f.Low != *f.High) {
		s += ", roughly"
	}
	return s
}

func bound(strict bool, without, with string) string {
	if strict {
		return without
	}
	return with
}

// number writes a number with a comma between thousands.
func number(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	whole, frac, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if frac != "" {
		whole += "." + frac
	}
	return sign + whole
}

// doubts gives a heading and a sentence for each doubt that has words.
var doubts = map[record.DoubtCode][2]string{
	record.DoubtAnchorMissing:     {"when?", "For a date the day of publication is needed, which is not known: give it with --published."},
	record.DoubtMeetingCandidate:  {"which?", "May be a meeting that is already listed, or another one."},
	record.DoubtReferenceOpen:     {"who?", "Whom or what this means is open."},
	record.DoubtUnbalancedQuote:   {"marks", "A quotation mark here has no fellow."},
	record.DoubtSpeakerOpen:       {"who?", "Who says this is not clear."},
	record.DoubtTooLong:           {"length", "A sentence too long to be read whole."},
	record.DoubtDateImpossible:    {"when?", "A date that no calendar has."},
	record.DoubtWeekOpen:          {"which?", "Said of the week after, but the same day of this week is still to come and may be meant."},
	record.DoubtPublishedUnusable: {"when?", "The day of publication that was given cannot be read."},
	record.DoubtLanguageNotRead:   {"language", "The text is not in English, and was not read."},
	record.DoubtNotAboutTalks:     {"subject", "The text does not seem to be about a negotiation."},
}

// alternatives names those whom the mention at a span may mean.
func (v *view) alternatives(s record.Span) string {
	for i := range v.r.Actors {
		a := &v.r.Actors[i]
		for _, m := range a.Mentions {
			if m.Span == s && len(m.Alternatives) > 0 {
				names := []string{v.name(&a.ID)}
				for _, id := range m.Alternatives {
					names = append(names, v.name(&id))
				}
				return strings.Join(names, " or ")
			}
		}
	}
	return ""
}
