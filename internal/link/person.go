package link

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/record"
)

// person links a person to the holder of an office.
func (r *reader) person(e *annot.Entity) annot.Link {
	var fits []int
	how := ""
	for _, m := range e.Mentions {
		row := &r.ms.List[m]
		if row.Form != record.Named {
			continue
		}
		name := lex.Fold(r.seg.Text.Slice(row.Span))
		if h := r.lists.full[name]; len(h) > 0 && strings.Contains(name, " ") {
			fits, how = h, "full name"
			break
		}
		if how == "" && !r.hasGiven(e) {
			if h := r.bySurname(e, name); len(h) > 0 {
				fits, how = h, "surname, and "+r.support(e, h)
			}
		}
	}
	if len(fits) == 0 || !r.onePerson(fits) {
		return annot.Link{}
	}
	return r.holder(fits, how)
}

// hasGiven reports whether the report gives the person more than a surname. A
// full name that the list lacks is somebody else's.
func (r *reader) hasGiven(e *annot.Entity) bool {
	return strings.ContainsAny(r.seg.Text.Slice(e.Name), " \u00a0-") && !r.compound(e)
}

// compound reports whether the whole name is a surname of the list: "von der
// Leyen".
func (r *reader) compound(e *annot.Entity) bool {
	return len(r.lists.surname[lex.Fold(r.seg.Text.Slice(e.Name))]) > 0
}

// bySurname returns the holders of a surname that the report supports: by
// the country of the title, by the office in it, or, for those who lead a
// state or a body, by speaking of the country, unless millions bear the name.
func (r *reader) bySurname(e *annot.Entity, name string) []int {
	all := r.lists.surname[name]
	iso, _ := r.country(e)
	titles := r.titles(e)
	var strong, weak []int
	countries := map[string]bool{}
	for _, i := range all {
		h := &r.lists.holders[i]
		office := r.hasOffice(titles, h)
		switch {
		case iso != "" && h.of != iso:
			continue
		case iso != "" && (office || titles == ""), office && r.countries[h.of]:
			strong = append(strong, i)
		}
		if (h.rank == "head" || h.rank == "chief") && (office || !r.lists.shared[name]) {
			countries[h.of] = true
			if (r.countries[h.of] || len(h.of) != 3 && r.mentionsBody(h.of)) && r.current(h) && (titles == "" || office) {
				weak = append(weak, i)
			}
		}
	}
	if len(strong) > 0 {
		return r.mostCurrent(strong)
	}
	if len(countries) == 1 {
		return weak
	}
	return nil
}

// support says what besides the surname ties a person to a holder.
func (r *reader) support(e *annot.Entity, fits []int) string {
	h := &r.lists.holders[fits[0]]
	if iso, _ := r.country(e); iso == h.of {
		return "the country of the title"
	}
	if r.hasOffice(r.titles(e), h) {
		return "the title"
	}
	return "the country is in the report"
}

// titles returns the titles of a person in small letters.
func (r *reader) titles(e *annot.Entity) string {
	var b strings.Builder
	for _, t := range e.Titles {
		b.WriteString(strings.ToLower(r.seg.Text.Slice(t)))
		b.WriteByte(' ')
	}
	return b.String()
}

func (r *reader) hasOffice(titles string, h *holder) bool {
	last := h.office[strings.LastIndexByte(h.office, ' ')+1:]
	return titles != "" && last != "" && strings.Contains(titles, last)
}

func (r *reader) mentionsBody(name string) bool {
	for i := range r.ents.List {
		e := &r.ents.List[i]
		if e.Named && e.Kind != annot.PersonMention && r.lists.bodies[r.seg.Text.Slice(e.Name)] == name {
			return true
		}
	}
	return false
}

// current reports whether an office was held on the report's date. Without a
// date it is enough that the list has no end for it.
func (r *reader) current(h *holder) bool {
	if r.date == "" {
		return h.until == ""
	}
	return h.from <= r.date && (h.until == "" || h.until >= r.date[:min(len(h.until), len(r.date))])
}

// mostCurrent keeps those who held the office on the date, if any did.
func (r *reader) mostCurrent(fits []int) []int {
	var keep []int
	for _, i := range fits {
		if r.current(&r.lists.holders[i]) {
			keep = append(keep, i)
		}
	}
	if len(keep) > 0 {
		return keep
	}
	return fits
}

// onePerson reports whether all holders are one person, with several terms or
// offices.
func (r *reader) onePerson(fits []int) bool {
	a := &r.lists.holders[fits[0]]
	for _, i := range fits[1:] {
		b := &r.lists.holders[i]
		shared := false
		for _, n := range a.names {
			shared = shared || slices.Contains(b.names, n)
		}
		if !shared {
			return false
		}
	}
	return true
}

// holder writes the link to a holder: the office held on the date, or else the
// last one before it, or else the first; with what is unsure about it.
func (r *reader) holder(fits []int, how string) annot.Link {
	best := fits[len(fits)-1]
	for _, i := range fits {
		if r.nearer(&r.lists.holders[i], &r.lists.holders[best]) {
			best = i
		}
	}
	h := &r.lists.holders[best]
	l := annot.Link{Name: h.surnames[0]}
	if len(h.names) > 0 {
		l.Name = h.names[0]
	}
	of := h.of
	if c, ok := r.lists.countries[h.of]; ok {
		l.Country, of = h.of, c.name
	}
	term := "from " + h.from
	if h.until != "" {
		term += " to " + h.until
	}
	l.Why = "leaders list (" + h.list + "): " + h.office + ", " + of + ", " + term + "; matched by " + how
	switch {
	case r.date == "":
		l.Why += "; no date to look it up by"
	case !r.current(h):
		l.Why += "; not in office on " + r.date
	case h.until == "" && r.date > listEnds:
		l.Why += "; the list ends in " + listEnds
	}
	return l
}

// nearer reports whether term a says more of the report's date than b.
func (r *reader) nearer(a, b *holder) bool {
	if x, y := r.current(a), r.current(b); x != y {
		return x
	}
	if r.date == "" || r.current(a) {
		return a.from > b.from
	}
	if x, y := a.from <= r.date, b.from <= r.date; x != y {
		return x
	} else if !x {
		return a.from < b.from // both are to come
	}
	return a.from > b.from
}

// listEnds is the month in which the list of leaders was last brought up to
// date.
const listEnds = "2026-01"
