package statement

import (
	"fmt"
	"io/fs"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
	"readout/internal/undone"
	"readout/record"
)

// An act that only stands in view is nobody's act: who has yet to accept, or
// is under pressure to, has not accepted. The words in front of an infinitive,
// or of a gerund, tell what it is instead.

// governorsFile lists such words.
const governorsFile = "governors.txt"

// governorWords are the words that make an act below them unreal.
type governorWords struct {
	words           phrases
	done, deferring map[string]bool
}

func loadGovernors(fsys fs.FS) (*governorWords, error) {
	f, err := lex.Load(fsys, governorsFile)
	if err != nil {
		return nil, fmt.Errorf("statement: %w", err)
	}
	g := &governorWords{words: phrases{}}
	for name, set := range map[string]*map[string]bool{"done": &g.done, "deferring": &g.deferring} {
		if *set, err = f.Set(name); err != nil {
			return nil, fmt.Errorf("statement: %w", err)
		}
	}
	for _, head := range f.Order {
		if head == "done" || head == "deferring" {
			continue
		}
		class, err := parseClass(head)
		if err != nil {
			return nil, fmt.Errorf("statement: %s: %w", f.Name, err)
		}
		for _, e := range f.Section(head) {
			g.words.add(e.Fields[0], phrase{class: class})
		}
	}
	g.words.sort()
	return g, nil
}

// A governor is a word that makes the act of a cue below it unreal.
type governor struct {
	class record.Firmness // empty: the act is as real as it looks
	at    annot.Span      // the word
}

// governorOf returns what stands over a cue.
func (r *reading) governorOf(a annot.Attribution, f *cueFacts) governor {
	if at := r.stillToCome(a); !at.Empty() {
		return governor{record.Undecided, at}
	}
	h := r.actOf(a)
	if h != annot.None && r.word(h).UPOS == ud.NOUN {
		return r.deferred(h)
	}
	if h == annot.None || !f.known && f.class != say || len(f.words) == 0 || !f.words.Overlaps(r.span(h)) || !acts(f.class) && f.class != say || r.word(h).UPOS != ud.VERB {
		return governor{}
	}
	if h > 0 && r.rel(h) == ud.Conj && r.lower(h-1) == "nor" && (f.class == record.Refused || f.class == record.RuledOut) {
		return governor{record.Undecided, r.span(h - 1)} // "neither accepted nor rejected"
	}
	if g := r.undone(h, f); g.class != "" && f.class != say {
		return g
	}
	if g := r.askedWhether(h); g.class != "" && f.class != say {
		return g
	}
	to := r.opener(h)
	if to == annot.None {
		if f.class == say {
			return governor{}
		}
		return r.modalOver(h)
	}
	g := r.over(h, to)
	if g.class == "" && f.class != say {
		g = r.wouldBe(h)
	}
	if f.class == say && g.class != record.Undecided && (g.class != record.Expected || r.saysClause(a)) {
		return governor{} // what is said decides, but not what has yet to be said
	}
	return g
}

// undone reads what keeps an act from having been done: "on the verge of
// accepting", "reports that it had accepted were untrue".
func (r *reading) undone(h annot.TokenID, f *cueFacts) governor {
	u, at := r.acts.Of(r.seg, r.syn, h)
	switch u {
	case undone.NobodyDid:
		f.past = f.past || f.modal == "" && r.word(h).Feats.Has(ud.TensePast) // "was accepted by neither"
		if f.negated || f.modal != "" {
			return governor{}
		}
		f.negated, f.neg = true, r.span(at)
		return governor{record.Undecided, r.span(at)}
	case undone.NotDone, undone.Unproven, undone.Omitted:
		return governor{record.Undecided, r.span(at)}
	case undone.Nearly, undone.Supposed:
		return governor{record.Possible, r.span(at)}
	case undone.Untrue:
		return governor{record.Denied, r.span(at)}
	}
	return governor{}
}

// wouldBe reads "it would be a mistake to offer": the act is only thought of.
func (r *reading) wouldBe(h annot.TokenID) governor {
	up := r.word(h).Head
	if up == annot.None || !r.infinitive(h) || r.word(up).UPOS == ud.VERB || r.syn.Child(up, ud.Cop) == annot.None {
		return governor{}
	}
	for c := range r.syn.Children(up) {
		switch r.lower(c) {
		case "would", "could", "might", "may", "’d", "'d":
			if r.rel(c) == ud.Aux {
				return governor{record.Possible, r.span(c)}
			}
		}
	}
	return governor{}
}

// acts reports whether a cue of a class is an act that can be in view without
// being done.
func acts(class record.Firmness) bool {
	switch class {
	case record.Agreed, record.Promised, record.Offered, record.Refused, record.RuledOut, record.Demanded, record.Threatened,
		record.Insisted, record.Floated, record.Denied, record.Warned:
		return true
	}
	return false
}

// modalOver reads "must still approve": a modal of need or of duty.
func (r *reading) modalOver(h annot.TokenID) governor {
	for c := range r.syn.Children(h) {
		if r.rel(c) == ud.Aux && c < h {
			switch r.lower(c) {
			case "must", "need":
				return governor{record.Demanded, r.span(c)}
			case "should", "ought":
				return governor{record.Desired, r.span(c)}
			}
		}
	}
	return governor{}
}

// askedWhether reads "Has the union accepted the offer?", where the auxiliary
// stands before its subject, "whether the union will accept the offer" and
// "unless the union accepts".
func (r *reading) askedWhether(h annot.TokenID) governor {
	if m := r.syn.Child(h, ud.Mark); m != annot.None && m < h && (r.lower(m) == "whether" || r.lower(m) == "unless") {
		return governor{record.Undecided, r.span(m)}
	}
	s := r.syn.Child(h, ud.Nsubj, ud.NsubjPass)
	x := r.syn.Child(h, ud.Aux, ud.AuxPass)
	end := r.seg.Sentences[r.seg.SentenceOf(h)].End
	if s == annot.None || x == annot.None || x > s || s > h || r.rel(h) == ud.Advcl || !r.askedMark(end) {
		return governor{}
	}
	return governor{record.Undecided, r.span(x)}
}

// opener returns the "to" before an infinitive, or the word in front of a
// gerund; None before a finite verb, and before a perfect infinitive, whose
// act is over.
func (r *reading) opener(h annot.TokenID) annot.TokenID {
	first := r.seg.Sentences[r.seg.SentenceOf(h)].First
	for t := h - 1; t >= first && t >= h-4; t-- {
		switch w := r.word(t); {
		case r.lower(t) == "to" && (w.UPOS == ud.PART || w.UPOS == ud.ADP || w.UPOS == ud.SCONJ):
			return t
		case w.UPOS == ud.ADV, w.UPOS == ud.PART, w.UPOS == ud.PUNCT && r.quoteMark(t):
			continue
		case w.UPOS == ud.AUX && w.Lemma == "be" && r.word(h).Feats.Has(ud.VoicePass):
			continue // "to be accepted"
		}
		break
	}
	if r.word(h).Feats.Has(ud.VerbFormGer) && h > first {
		return h
	}
	return annot.None
}

// quoteMark reports whether a token is a quotation mark.
func (r *reading) quoteMark(t annot.TokenID) bool {
	switch r.seg.Word(t) {
	case `"`, "'", "“", "”", "‘", "’", "«", "»":
		return true
	}
	return false
}

// over looks for the word over an infinitive that opens at a token, or over a
// gerund that is itself the opener: among the last before it, up to the verb
// or the mark that ends the search.
func (r *reading) over(h, to annot.TokenID) governor {
	first := r.seg.Sentences[r.seg.SentenceOf(h)].First
	bare := to == h // a gerund: only what stands right before it governs
	for t := to - 1; t >= first && t >= to-7; t-- {
		w := r.word(t)
		if w.UPOS == ud.PUNCT {
			if r.quoteMark(t) {
				continue
			}
			break
		}
		if r.gov.done[w.Lemma] && !bare {
			if g := r.deferred(t); g.class != "" {
				return g
			}
			return governor{}
		}
		if g := r.governorAt(t, to); g.class != "" && (!bare || r.overGerund(t, to, g)) {
			return g
		}
		if w.UPOS == ud.VERB || w.UPOS == ud.SCONJ && r.lower(t) != "for" {
			break
		}
		if r.timex[t] != annot.None && t == to-1 && !bare {
			return r.timeFor(t)
		}
	}
	return governor{}
}

// overGerund reports whether a word governs the gerund at once: "without
// accepting", "discussed accepting", not "calls opposing" or "have opposing views".
func (r *reading) overGerund(t, gerund annot.TokenID, g governor) bool {
	u := r.word(gerund - 1).UPOS
	return int(gerund-t) == len(strings.Fields(r.seg.Text.Slice(g.at))) &&
		(u == ud.ADP || u == ud.SCONJ || u == ud.VERB && r.word(gerund-1).Lemma != "have")
}

// governorAt matches the list at a token.
func (r *reading) governorAt(t, end annot.TokenID) governor {
	for _, ph := range r.phrasesAt(r.gov.words, t) {
		if last, ok := r.matchAt(t, end, ph.words, 0); ok {
			return governor{ph.class, r.seg.SpanOf(t, last)}
		}
	}
	return governor{}
}

// timeFor reads "has until Friday to accept", "was given a week to accept":
// time that somebody has for an act.
func (r *reading) timeFor(t annot.TokenID) governor {
	x := r.times.List[r.timex[t]].Span
	first, _ := r.seg.Within(x)
	for u := first - 1; u >= 0 && u >= first-3; u-- {
		switch r.word(u).Lemma {
		case "have", "give", "get", "allow", "grant", "leave", "until", "till":
			return governor{record.Undecided, x}
		}
	}
	return governor{}
}

// deferred reads "the decision to accept was delayed": a decision that has
// been put off has not been made.
func (r *reading) deferred(n annot.TokenID) governor {
	if !r.gov.done[r.word(n).Lemma] {
		return governor{}
	}
	v := r.word(n).Head
	end := r.seg.Sentences[r.seg.SentenceOf(n)].End
	for t := n + 1; t < min(end, n+10) && r.word(t).UPOS != ud.PUNCT; t++ {
		if r.word(t).UPOS == ud.VERB && r.word(t-1).UPOS == ud.AUX && r.gov.deferring[r.word(t).Lemma] {
			return governor{record.Undecided, r.span(t)} // wherever the tree hangs it
		}
	}
	if v == annot.None || r.word(v).UPOS != ud.VERB || !r.gov.deferring[r.word(v).Lemma] {
		return governor{}
	}
	switch r.rel(n) {
	case ud.Nsubj, ud.NsubjPass, ud.Obj:
		return governor{record.Undecided, r.span(v)}
	}
	return governor{}
}

// unrealRules judge acts that a word over them makes unreal.
func unrealRules() []rule {
	over := func(class record.Firmness, doc string, examples, counter []string) rule {
		return rule{id: annot.By("statement/unreal-" + string(class)), class: class, doc: doc, examples: examples, counter: counter,
			match: func(f *facts) (annot.Spans, bool) {
				g := f.cue.over
				return join(g.at), g.class == class && f.cue.modal != record.Possible
			}}
	}
	return []rule{
		over(record.Undecided, "An act that has yet to be done, that there is time for, or that is still to be decided.",
			[]string{
				"[source The ministry] has [firm yet] [cue to accept] [content the offer].",
				"[source The ministry] has [firm until] Friday [cue to accept] [content the offer].",
				"[source The ministry]'s [cue decision] [content to accept the offer] was [firm delayed].",
				"[source The ministry] has [firm yet] [cue to say] [content which ports would open].",
				"[firm Has] [source the ministry] [cue accepted] [content the offer]?",
			},
			[]string{
				"[source The ministry] [cue has accepted] [content the offer].",
				"[source The ministry]'s [cue decision] [content to accept the offer] was welcomed.",
			}),
		over(record.Demanded, "An act that is required, or that somebody is pressed for.",
			[]string{
				"[source The assembly] [cue [firm must] still approve] [content the accord].",
				"Owners are under [firm pressure] [cue to accept] [content a truce].",
			},
			[]string{"[source The assembly] [cue will approve] [content the accord]."}),
		over(record.Possible, "An act that somebody is able or free to do.",
			[]string{"The president has the [firm power] [cue to reject] [content the accord]."},
			[]string{"[source The president] [cue has rejected] [content the accord]."}),
		over(record.Denied, "An act that is called untrue.",
			[]string{"It is [firm untrue] that [source the rebels] [cue have accepted] [content the truce]."},
			[]string{"It is good that [source the rebels] [cue have accepted] [content the truce]."}),
		over(record.Expected, "An act that somebody is about to do, or likely to.",
			[]string{"[source The rebels] are [firm poised] [cue to accept] [content the truce]."},
			[]string{"[source The rebels] are said [cue to have accepted] [content the truce]."}),
		over(record.Desired, "An act that somebody wishes for.",
			[]string{"[source The owners] [cue [firm should] accept] [content the truce]."},
			[]string{"[source The owners] [cue accepted] [content the truce]."}),
	}
}

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
	case "take":
		for c := range r.syn.Children(v) {
			if r.lower(c) == "back" {
				return true // "took back its offer"
			}
		}
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
				never := f.never() && (c.lemma == "intend" || c.lemma == "plan" || c.lemma == "mean")
				if never && c.modal == "" && !c.perfect && f.r.word(f.r.att.List[f.claim.att].CueHead).Feats.Has(ud.TensePast) {
					return join(c.neg, c.words...), true
				}
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
		{
			id: "statement/says-never-did", class: record.Denied,
			doc:      "Who says that he has never agreed, offered or promised something denies it.",
			examples: []string{"[content “We have [firm never] [firm agreed] to that,”] [source the union] [cue said]."},
			counter:  []string{"[content “We will never agree to that,”] [source the union] [cue said]."},
			match: func(f *facts) (annot.Spans, bool) {
				h := f.claim.head
				if h == annot.None || !f.neutral() || !f.self || !f.turned || !strings.EqualFold(f.r.seg.Text.Slice(f.neg), "never") {
					return nil, false
				}
				x := cueFacts{}
				return join(f.neg, f.r.span(h)), f.r.perfect(h) && f.r.setSingle(&x, h) && acts(x.class)
			},
		},
	}
}

// perfect reports whether a verb stands in a tense of the past with "have" or
// "did", and no modal.
func (r *reading) perfect(h annot.TokenID) bool {
	past := false
	for c := range r.syn.Children(h) {
		if r.rel(c).Universal() != ud.Aux {
			continue
		}
		switch r.word(c).Lemma {
		case "have", "do":
			past = true
		default:
			return false
		}
	}
	return past || r.word(h).Feats.Has(ud.TensePast)
}

// never reports whether the word that negates the cue is "never".
func (f *facts) never() bool {
	first, end := f.r.seg.Within(f.cue.neg)
	return first < end && f.r.lower(first) == "never"
}
