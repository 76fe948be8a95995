package statement

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// quotesIn returns the pieces of some words that stand in quotation marks,
// the marks included where they lie within the words.
func (r *reading) quotesIn(content annot.Spans) annot.Spans {
	var out annot.Spans
	for _, x := range r.tokens(content) {
		for t := x.first; t < x.end; t++ {
			q := r.quoted[t]
			if q == annot.None {
				continue
			}
			first := t
			for t+1 < x.end && r.quoted[t+1] == q && r.samePiece(q, t, t+1) {
				t++
			}
			if sp := r.seg.SpanOf(first, t); r.saysAnything(first, t+1) && !r.scare(first, sp) {
				out = append(out, sp)
			}
		}
	}
	return out
}

// samePiece reports whether two neighbours lie in one piece of a quotation.
func (r *reading) samePiece(q annot.QuotationID, a, b annot.TokenID) bool {
	pieces := r.quo.List[q].Pieces
	if len(pieces) == 1 {
		return true
	}
	for _, p := range pieces {
		if p.Has(r.span(a).Start) {
			return p.Has(r.span(b).Start)
		}
	}
	return false
}

func (r *reading) saysAnything(first, end annot.TokenID) bool {
	for t := first; t < end; t++ {
		if r.word(t).UPOS != ud.PUNCT {
			return true
		}
	}
	return false
}

// scare reports whether marks only hold a word at arm's length: behind
// "so-called" or "known as".
func (r *reading) scare(first annot.TokenID, sp annot.Span) bool {
	if first == 0 || r.seg.SentenceOf(first) != r.seg.SentenceOf(first-1) {
		return false
	}
	switch r.lower(first - 1) {
	case "so-called", "dubbed", "nicknamed", "codenamed":
		return true
	case "called":
		return first > 2 && r.lower(first-2) == "-" && r.lower(first-3) == "so"
	case "as":
		return first > 1 && r.lower(first-2) == "known"
	}
	return false
}

// formOf returns how a claim's words are given.
func (r *reading) formOf(v verdict, quotes annot.Spans) record.Form {
	if len(quotes) == 0 {
		return record.Reported
	}
	for _, x := range r.tokens(v.content) {
		for t := x.first; t < x.end; t++ {
			if r.word(t).UPOS != ud.PUNCT && !quotes.Has(r.span(t).Start) {
				return record.Fragment
			}
		}
	}
	if r.utterance(v.head) || r.withinDirect(v.att) || r.att.List[v.att].Form == record.Direct && r.opensWithMark(v.att) && r.closed(quotes) && !r.governed(v.head) {
		return record.Direct
	}
	return record.Fragment
}

// withinDirect reports whether an attribution stands inside one whose content
// is a whole utterance in marks: what it gives is part of that.
func (r *reading) withinDirect(id annot.AttributionID) bool {
	out := r.att.List[id].Within
	return out != annot.None && r.att.List[out].Form == record.Direct && (r.opensWithMark(out) || r.withinDirect(out))
}

// closed reports whether a quotation ends with a mark of its own, as whole
// utterances do: “Not now,” or “Not now.”
func (r *reading) closed(quotes annot.Spans) bool {
	_, end := r.seg.Within(quotes[len(quotes)-1])
	for t := end - 1; t >= 0 && t >= end-3; t-- {
		switch r.seg.Word(t) {
		case ",", ".", "!", "?", "…", "...", ";":
			return true
		}
	}
	return false
}

// governed reports whether a phrase is what a verb or a noun takes: “severe
// measures” behind "warned of".
func (r *reading) governed(h annot.TokenID) bool {
	if g := r.word(h).Head; g == annot.None || r.word(g).UPOS == ud.PUNCT {
		return false
	}
	switch r.rel(h) {
	case ud.Obl, ud.Nmod, ud.Amod, ud.Compound, ud.Xcomp:
		return r.syn.Child(h, ud.Case) != annot.None || r.rel(h) != ud.Obl
	}
	return false
}

// opensWithMark reports whether the content of an attribution is quoted from
// its first mark on, and no part of a quotation around it.
func (r *reading) opensWithMark(id annot.AttributionID) bool {
	c := r.att.List[id].Content
	first, end := r.seg.Within(c[0])
	if first == end || r.quoted[first] == annot.None {
		return false
	}
	for _, p := range r.quo.List[r.quoted[first]].Pieces {
		if p.Start == c[0].Start {
			return true
		}
	}
	return false
}

// utterance reports whether a clause could stand by itself: it has a subject
// and a finite verb, or commands.
func (r *reading) utterance(h annot.TokenID) bool {
	if !r.clausal(h) || r.syn.Child(h, ud.Mark) != annot.None {
		return false
	}
	if r.word(h).Feats.Has(ud.MoodImp) {
		return true
	}
	return r.subjectOf(h) != annot.None
}

// measured returns the noun that a claim sets against another, or below what it
// might be: "a ditch, not an ocean", "a test, nothing more", "a truce on paper
// and barely that".
func (f *facts) measured() annot.Span {
	r, h := f.r, f.claim.head
	if f.claim.att == annot.None || h == annot.None || r.word(h).UPOS != ud.NOUN || r.syn.Child(h, ud.Cop) == annot.None || !r.oneOf(h) {
		return annot.Span{}
	}
	if s := r.subjectOf(h); s != annot.None && r.word(s).UPOS == ud.PRON && !r.word(s).Feats.Has(ud.GenderNeut) && r.lower(s) != "this" && r.lower(s) != "that" {
		return annot.Span{} // "I am a mediator, not a magician"
	}
	end := f.claim.runs[len(f.claim.runs)-1].end
	for t := h + 1; t+1 < end; t++ {
		switch a, b := r.lower(t), r.lower(t+1); {
		case (a == "," || a == "and" || a == "but") && (b == "not" || b == "nothing" || b == "little" || b == "barely" || b == "hardly"):
			if b == "not" && (t+2 >= end || r.word(t+2).UPOS == ud.VERB || r.word(t+2).UPOS == ud.SCONJ || r.word(t+2).UPOS == ud.ADP) {
				continue
			}
			return r.span(h)
		}
	}
	return annot.Span{}
}

// narratorRules judge what only the report's own voice claims.
func narratorRules() []rule {
	return []rule{
		{
			id: "statement/holds-position", class: record.Unchanged,
			doc:      "A position, a demand or a refusal that is held as before.",
			examples: []string{"The ministry has [firm maintained] its position since the spring."},
			counter:  []string{"The ministry has softened its position since the spring."},
			match: func(f *facts) (annot.Spans, bool) {
				n := &f.noticed
				return annot.Spans{n.heldAt}, f.onPositions() && n.standing && n.held && !f.negated && len(f.modals) == 0
			},
		},
		{
			id: "statement/position-not-moved", class: record.Unchanged,
			doc:      "A position that has not moved.",
			examples: []string{"The ministry has [firm not] [firm softened] its position since the spring."},
			counter:  []string{"The ministry has softened its position since the spring."},
			match: func(f *facts) (annot.Spans, bool) {
				n := &f.noticed
				return join(f.neg, n.movedAt), f.onPositions() && n.standing && n.moved && f.turned && len(f.modals) == 0
			},
		},
	}
}

// onPositions reports whether the clause may tell where a position stands: the
// report's own, or another's under a neutral cue.
func (f *facts) onPositions() bool { return f.narrate || f.neutral() }
