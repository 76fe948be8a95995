package link

import (
	"io/fs"

	"readout/internal/annot"
	"readout/internal/lex"
)

func (l *lists) loadOwn(fsys fs.FS) error {
	own, err := lex.OwnNames(fsys)
	if err != nil {
		return err
	}
	for _, n := range own {
		for _, s := range append([]string{n.Name}, n.Aliases...) {
			l.own[lex.Fold(s)] = append(l.own[lex.Fold(s)], n)
		}
	}
	return nil
}

// own links an entity that the user's own names have, as of the report's date
// where a name has held several offices.
func (r *reader) own(e *annot.Entity) annot.Link {
	for _, m := range e.Mentions {
		row := &r.ms.List[m]
		if row.By != "mention/own-name" {
			continue
		}
		list := r.lists.own[lex.Fold(r.seg.Text.Slice(row.Span))]
		best := -1
		for i := range list {
			if (list[i].Kind == "person") != (e.Kind == annot.PersonMention) {
				continue
			}
			if best < 0 || r.held(&list[i]) && (!r.held(&list[best]) || list[i].From > list[best].From) {
				best = i
			}
		}
		if best >= 0 {
			return r.ownLink(&list[best])
		}
	}
	return annot.Link{}
}

// held reports whether an office is held on the report's date; without a date,
// whether the list has no end for it.
func (r *reader) held(n *lex.OwnName) bool {
	return r.current(&holder{from: n.From, until: n.Until})
}

func (r *reader) ownLink(n *lex.OwnName) annot.Link {
	l := annot.Link{Name: n.Name, Country: n.Country, Why: "own names"}
	if n.Office != "" {
		l.Why += ": " + n.Office
		if n.Of != "" {
			l.Why += ", " + n.Of
		}
	} else if n.Of != "" {
		l.Why += ": " + n.Of
	}
	if n.From != "" {
		l.Why += ", from " + n.From
	}
	if n.Until != "" {
		l.Why += " to " + n.Until
	}
	switch {
	case n.From == "" && n.Until == "":
	case r.date == "":
		l.Why += "; no date to look it up by"
	case !r.held(n):
		l.Why += "; not in office on " + r.date
	}
	return l
}
