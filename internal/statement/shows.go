package statement

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// What rules of firmness ask of a claim.

// wished reports whether the cue tells a state of mind in spite of its "would".
func (f *facts) wished() bool { return f.claim.att != annot.None && f.r.wished(f.claim.att) }

// neutral reports whether the cue leaves the firmness to the content.
func (f *facts) neutral() bool { return f.cue.class == say }

// upright reports whether a word for what the speaker does stands as it is:
// acts of agreeing, offering and demanding do not count once a modal or a
// negation has turned them.
func (f *facts) upright(class record.Firmness) bool {
	switch class {
	case record.Offered:
		_, hedged := f.hasModal(record.Possible)
		return !f.turned && !hedged
	case record.Hoped, record.Feared, record.Interest:
		return !f.turned // who is not worried fears nothing
	case record.Believed:
		_, later := f.hasModal(record.Expected)
		return !later // "I will believe it when"
	case record.Unchanged:
		return !f.turned || !f.moves()
	case record.Agreed, record.Promised, record.Demanded, record.Warned, record.Threatened, record.Floated, record.Insisted:
		return !f.turned && len(f.modals) == 0
	}
	return true
}

// moves reports whether the verb of a clause is one of moving that takes an
// object, or cannot be done: "do not move troops", "cannot move".
func (f *facts) moves() bool {
	h := f.claim.head
	return f.r.words.moving[f.r.word(h).Lemma] && (f.r.syn.Child(h, ud.Obj) != annot.None || f.r.able(h))
}

// refusing reports whether the clause says that its subject will not, or can
// not, do something: the speaker, or for "will not" anybody who may act.
func (f *facts) refusing() bool {
	if m, hedged := f.hasModal(record.Possible); hedged && (f.turned || !f.r.ability(m)) || !f.turned && !f.negated {
		return false
	}
	if _, rather := f.hasHit(record.Desired); rather {
		return false // "would rather not"
	}
	if f.self {
		return !f.below && f.willed()
	}
	_, will := f.hasModal(record.Expected)
	return f.turned && will && f.r.mayAct(f.r.subjectOf(f.claim.head))
}

// mayAct reports whether a subject is somebody: a person, a government, a
// group.
func (r *reading) mayAct(t annot.TokenID) bool {
	if t == annot.None {
		return false
	}
	switch r.lower(t) {
	case "he", "she", "they", "we", "i", "who":
		return true
	}
	e := r.entityOf(t)
	if e == annot.None {
		return r.word(t).UPOS == ud.PROPN
	}
	switch r.ents.List[e].Kind {
	case annot.PersonMention, annot.GovernmentMention, annot.StateMention, annot.OrganisationMention, annot.GroupMention:
		return true
	case annot.UnknownMention, annot.PlaceMention:
		return r.ents.List[e].Named
	}
	return false
}

// bareNo returns the word of a claim that is nothing but a refusal.
func (f *facts) bareNo() (annot.Span, bool) {
	var found annot.Span
	for _, x := range f.claim.runs {
		for t := x.first; t < x.end; t++ {
			switch w := f.r.lower(t); {
			case f.r.word(t).UPOS == ud.PUNCT:
			case found.Empty() && (w == "no" || w == "never"):
				found = f.r.span(t)
			default:
				return found, false
			}
		}
	}
	return found, !found.Empty()
}

// says returns the first word of a class anywhere in the claim.
func (f *facts) says(class record.Firmness) (annot.Span, bool) {
	for _, x := range f.claim.runs {
		for t := x.first; t < x.end; t++ {
			for _, ph := range f.r.phrasesAt(f.r.words.content, t) {
				if last, ok := f.r.matchAt(t, x.end, ph.words, 0); ok && ph.class == class && !ph.self {
					return f.r.seg.SpanOf(t, last), true
				}
			}
		}
	}
	return annot.Span{}, false
}

// bareDenial returns the negation of a claim of a few words that ends with an
// auxiliary and no more: "that it had not".
func (f *facts) bareDenial() (annot.Span, bool) {
	if len(f.claim.runs) != 1 {
		return annot.Span{}, false
	}
	r, x := f.r, f.claim.runs[0]
	for x.end > x.first && r.word(x.end-1).UPOS == ud.PUNCT {
		x.end--
	}
	if n := x.end - x.first; n < 3 || n > 6 || !f.self || r.quoted[x.first] != annot.None || r.lower(x.end-1) != "not" && r.word(x.end-1).Lemma != "not" {
		return annot.Span{}, false
	}
	switch r.word(x.end - 2).Lemma {
	case "have", "do", "be":
		return r.span(x.end - 1), r.word(x.end-2).UPOS == ud.AUX || r.word(x.end-2).UPOS == ud.VERB
	}
	return annot.Span{}, false
}

// bidding returns the verb of a quoted imperative, or an empty span: not one
// that only catches the ear, such as "look", or leaves it to others, "let".
func (f *facts) bidding() annot.Span {
	r, h := f.r, f.claim.head
	if f.claim.att == annot.None || h == annot.None || r.quoted[h] == annot.None || r.word(h).UPOS != ud.VERB || !r.word(h).Feats.Has(ud.MoodImp) || r.words.stative[r.word(h).Lemma] ||
		r.syn.Child(h, ud.Nsubj, ud.NsubjPass, ud.Aux, ud.Expl) != annot.None || r.firstWord(f.claim) != h {
		return annot.Span{}
	}
	switch r.word(h).Lemma {
	case "look", "listen", "imagine", "say", "suppose", "mark", "wait", "call", "make", "thank", "ask", "let", "allow", "consider", "join":
		return annot.Span{}
	}
	return r.span(h)
}

// willed reports whether the clause has a modal of will or ability and a verb
// of doing.
func (f *facts) willed() bool {
	if len(f.modals) == 0 && !f.r.able(f.claim.head) {
		return false
	}
	return !f.r.words.stative[f.r.word(f.r.doing(f.claim.head)).Lemma]
}

// modalWords returns the modals of the clause.
func (f *facts) modalWords() annot.Spans {
	var out annot.Spans
	for _, m := range f.modals {
		out = append(out, m.span)
	}
	return out
}

// ability reports whether a modal is "could".
func (r *reading) ability(sp annot.Span) bool {
	return strings.EqualFold(r.seg.Text.Slice(sp), "could")
}

// turnedBy reports whether a modal is one that negation turns into its
// opposite: what "could not" be is not possible, and what one "does not have
// to" do is not demanded.
func (r *reading) turnedBy(sp annot.Span) bool {
	switch first, _, _ := strings.Cut(strings.ToLower(r.seg.Text.Slice(sp)), " "); first {
	case "could", "possible", "need", "needs", "needed", "have", "has", "had":
		return true
	}
	return false
}

// threatWords returns what shows a threat that no verb of threatening names:
// the modal of what is threatened, or the connective where there is none.
func (f *facts) threatWords() annot.Spans {
	if len(f.modals) > 0 {
		return f.modalWords()
	}
	return f.r.cond.List[f.condition].Connective
}

// join puts spans in reading order.
func join(first annot.Span, more ...annot.Span) annot.Spans {
	return append(annot.Spans{first}, more...).Normal()
}

func inside(ss annot.Spans, sp annot.Span) bool { return ss.Overlaps(sp) }
