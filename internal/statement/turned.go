package statement

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// unwavering finds "not hesitate to": who says so refuses nothing.
func (f *facts) unwavering() (annot.Spans, bool) {
	h := f.claim.head
	if !f.negated || h == annot.None {
		return nil, false
	}
	switch f.r.word(h).Lemma {
	case "hesitate", "flinch", "shrink", "baulk", "balk":
		return join(f.neg, f.r.span(h)), f.neutral() && f.turned
	}
	return nil, false
}

// atNoTime reports whether a word is the "no" of "at no time", "under no
// circumstances".
func (r *reading) atNoTime(t annot.TokenID) bool {
	if r.lower(t) != "no" || t == 0 || int(t)+1 >= len(r.syn.Words) || r.word(t-1).UPOS != ud.ADP {
		return false
	}
	switch r.word(t + 1).Lemma {
	case "time", "point", "stage", "moment", "circumstance", "account", "way", "mean", "means":
		return true
	}
	return false
}

// numbered reports whether a "no" stands before a number: "No 10 said".
func (r *reading) numbered(t annot.TokenID) bool {
	if r.lower(t) != "no" || int(t)+1 >= len(r.seg.Tokens) {
		return false
	}
	c := r.seg.Word(t + 1)[0]
	return c >= '0' && c <= '9'
}

// withdrawn reports whether a noun of speech is what somebody takes back:
// "withdrew its threat to strike".
func (r *reading) withdrawn(id annot.AttributionID) bool {
	h := r.att.List[id].CueHead
	if h == annot.None || r.word(h).UPOS != ud.NOUN || r.rel(h) != ud.Obj && r.rel(h) != ud.NsubjPass {
		return false
	}
	v := r.word(h).Head
	if v == annot.None {
		return false
	}
	switch r.word(v).Lemma {
	case "withdraw", "drop", "lift", "abandon", "retract", "rescind", "cancel", "renounce", "revoke", "scrap":
		return true
	}
	return false
}

// whileIt reports whether a clause with "while" sets the terms of a refusal
// and contrasts with nothing: "will not talk while the shelling goes on".
func (r *reading) whileIt(t annot.TokenID) bool {
	m := r.syn.Child(t, ud.Mark, ud.Advmod)
	h := r.word(t).Head
	if m == annot.None || m == 0 || h == annot.None || h > m || r.lower(m) != "while" || r.word(m-1).UPOS == ud.PUNCT {
		return false
	}
	for c := range r.syn.Children(h) {
		if c < h && r.words.negation[r.lower(c)] {
			return true
		}
	}
	return false
}

// turnedRules judge negations that do not refuse what they stand before.
func turnedRules() []rule {
	unwavering := func(id annot.By, class record.Firmness, hanging bool, doc string, examples, counter []string) rule {
		return rule{id: id, class: class, doc: doc, examples: examples, counter: counter,
			match: func(f *facts) (annot.Spans, bool) {
				words, ok := f.unwavering()
				return words, ok && (f.condition != annot.None) == hanging
			}}
	}
	return []rule{
		unwavering("statement/not-hesitate-if", record.ThreatenedIf, true, "Who will not hesitate to do something if something happens threatens it.",
			[]string{"[source The union] [cue said] [content [consequence [self it] would [firm not] [firm hesitate] to strike] [connective if] [trigger the talks failed]]."},
			[]string{"[source The union] [cue said] [content [self it] would not strike]."}),
		unwavering("statement/not-hesitate", record.Threatened, false, "Who will not hesitate to do something threatens it, and refuses nothing.",
			[]string{"[source The union] [cue said] [content [self it] would [firm not] [firm hesitate] to strike]."},
			[]string{"[source The union] [cue said] [content [self it] would not strike]."}),
		{
			id: "statement/never-did", class: record.Denied,
			doc: "What somebody has never agreed, offered or demanded, or has not demanded or threatened, is not left open: that it was done is denied.",
			examples: []string{
				"[source The union] [cue has [firm never] [firm demanded]] [content an apology].",
				"[source The union] [cue has [firm not] [firm demanded]] [content an apology].",
			},
			counter: []string{
				"[source The union] [cue will never demand] [content an apology].",
				"[source The ministry] [cue has not accepted] [content the offer].",
			},
			match: func(f *facts) (annot.Spans, bool) {
				c := &f.cue
				if !c.negated || !c.known || c.modal != "" || !c.perfect && !c.past || !acts(c.class) {
					return nil, false
				}
				switch c.class {
				case record.Denied, record.Refused, record.RuledOut:
					return nil, false
				}
				own := c.class == record.Demanded || c.class == record.Threatened
				return join(c.neg, c.words...), f.r.words.fallible[c.lemma] && (own || f.never())
			},
		},
	}
}

// never reports whether the word that negates the cue is "never".
func (f *facts) never() bool {
	first, end := f.r.seg.Within(f.cue.neg)
	return first < end && f.r.lower(first) == "never"
}
