package record

// Settle makes a record claim less where what it claims of its own words
// cannot be seen in them, so that it keeps the invariants on attributions and
// statements: an attribution that does not stand in the one around it stands
// alone, a statement keeps to the content of its last link, and what is not in
// quotation marks is not shown as quoted. It leaves alone what is sound.
func Settle(r *Record) {
	c := &checker{r: r, text: []rune(r.Report.Text), ids: map[string]row{}}
	c.collect()
	freed := false
	for i := range r.Attributions {
		q := &r.Attributions[i]
		if out := c.outer(q); out != nil && len(out.Content) > 0 && !c.standsIn(q, out) {
			q.Within, freed = nil, true
		}
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		if freed {
			c.rechain(s)
		}
		c.keepWithin(s)
		c.keepQuoted(s)
	}
}

// standsIn reports whether an attribution's cue (or source, where it has
// none) or its content lies in the content of another.
func (c *checker) standsIn(q, out *Attribution) bool {
	own := q.Cue
	if len(own) == 0 {
		own = q.Source
	}
	return len(own) == 0 || c.covered(own, out.Content) || c.covered(q.Content, out.Content)
}

// rechain builds a statement's chain anew from its last link outwards.
func (c *checker) rechain(s *Statement) {
	if len(s.Chain) == 0 {
		return
	}
	var back []string
	for q := c.attribution(s.Chain[len(s.Chain)-1]); q != nil && len(back) <= len(c.r.Attributions); q = c.outer(q) {
		back = append(back, q.ID)
	}
	s.Chain = s.Chain[:0]
	for i := len(back) - 1; i >= 0; i-- {
		s.Chain = append(s.Chain, back[i])
	}
}

// keepWithin cuts a statement's content to that of its last link.
func (c *checker) keepWithin(s *Statement) {
	if len(s.Chain) == 0 {
		return
	}
	last := c.attribution(s.Chain[len(s.Chain)-1])
	if last == nil || len(last.Content) == 0 || c.covered(s.Content, last.Content) {
		return
	}
	var kept Spans
	for _, a := range s.Content {
		for _, b := range last.Content {
			if x := (Span{max(a[0], b[0]), min(a[1], b[1])}); x[0] < x[1] {
				kept = append(kept, x)
			}
		}
	}
	if len(kept) == 0 {
		kept = append(kept, last.Content...)
	}
	s.Content = kept
}

// keepQuoted drops quotes that no marks bear out, and lowers the form of a
// statement that then has too few.
func (c *checker) keepQuoted(s *Statement) {
	if len(s.Quotes) == 0 && (s.Form == Reported || s.Form == Narrator) {
		return
	}
	if c.regions == nil {
		c.regions = quoted(c.text)
	}
	kept := Spans{}
	for _, q := range s.Quotes {
		if c.inside(q) && (c.marked(q) || c.inRegion(q)) {
			kept = append(kept, q)
		}
	}
	s.Quotes = kept
	switch {
	case s.Form == Narrator: // the report's own voice stays its own
	case len(kept) == 0:
		s.Form = Reported
	case s.Form == Direct && !c.covered(s.Content, kept, c.regions):
		s.Form = Fragment
	}
}
