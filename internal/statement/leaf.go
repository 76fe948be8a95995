package statement

import (
	"slices"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// dropTriggers marks the attributions that stand in the trigger of a
// condition ("if the board refuses to" attributes no refusal), or in the
// consequence of one that the report itself states.
func (r *reading) dropTriggers() {
	for i, c := range r.cond.List {
		for _, sp := range append(slices.Clone(c.Trigger), c.Connective...) {
			fill(r, r.hangs, sp, annot.ConditionID(i))
		}
		if len(c.Trigger) > 0 {
			n := r.seg.SentenceAt(c.Trigger[0].Start)
			r.conds[n] = append(r.conds[n], annot.ConditionID(i))
		}
	}
	for i, a := range r.att.List {
		if h := a.CueHead; h != annot.None && r.hangs[h] != annot.None {
			c := &r.cond.List[r.hangs[h]]
			r.trigger[i] = c.Trigger.Contains(a.Cue) || c.Connective.Overlaps(a.Cue)
		}
		if !r.trigger[i] && a.Within == annot.None && !a.Cue.Empty() && r.ownConsequence(a.Cue) {
			r.trigger[i] = true
		}
	}
}

// ownConsequence reports whether a cue is part of what hangs on a condition of
// the report's own: "should the talks fail, the president could ask".
func (r *reading) ownConsequence(cue annot.Span) bool {
	n := r.seg.SentenceAt(cue.Start)
	if n == annot.None {
		return false
	}
	for _, id := range r.conds[n] {
		if c := &r.cond.List[id]; c.Attribution == annot.None && c.Consequence.Contains(cue) {
			return true
		}
	}
	return false
}

// standsAlone reports whether what a nested attribution gives can be read by
// itself: a clause, an infinitive, or a noun phrase that names something, not
// one that only looks back ("that account", "the idea", "it").
func (r *reading) standsAlone(id annot.AttributionID) bool {
	for _, sp := range r.att.List[id].Content {
		h := r.syn.HeadOf(sp)
		if h == annot.None {
			continue
		}
		if r.clausal(h) || !r.looksBack(h) {
			return true
		}
	}
	return false
}

// pointsBack reports whether all that an attribution gives is a relative
// pronoun: "a phrase that all have accepted".
func (r *reading) pointsBack(id annot.AttributionID) bool {
	c := r.att.List[id].Content
	first, end := r.seg.Within(c.Cover())
	return end == first+1 && r.word(first).Feats.Has(ud.PronTypeRel)
}

// spokenFor reports whether a nested attribution is no mouth of its own: what
// a speaker says in quotation marks of himself ("We hope"), which stays with
// the quotation; an act that is yet to come ("would highlight", "to ask"); a state
// of mind that somebody merely believes in, hopes for or fears; what the
// speaker further out denies, refuses to say or asks; or a noun without a holder ("such offers to"). These are still only the outer
// speaker's word.
func (r *reading) spokenFor(id annot.AttributionID) bool {
	a := r.att.List[id]
	if a.CueHead == annot.None || a.Within == annot.None {
		return false
	}
	if s := a.SourceHead; s != annot.None && r.words.firstPerson[r.lower(s)] && r.quoted[s] != annot.None {
		return true
	}
	if len(a.Source) == 0 && (r.nominal(id) || r.quoted[a.CueHead] != annot.None && r.word(a.CueHead).UPOS == ud.VERB && r.syn.Child(a.CueHead, ud.Nsubj, ud.NsubjPass, ud.Aux, ud.AuxPass) == annot.None) {
		return true // "such offers to", and “then talk to me about elections”
	}
	if r.inQuestion(id) {
		return true
	}
	if !a.Speech && r.behindAttitude(id) {
		return true
	}
	if r.withheld(a.Within) || r.cues[id].toCome() && !r.wished(id) || r.denied(id) || !a.Speech && r.surmised(a.Within) {
		return true
	}
	w := r.word(a.CueHead)
	return w.UPOS == ud.VERB && w.Rel == ud.Xcomp && w.Feats.Has(ud.VerbFormInf) && !r.words.raising[r.word(w.Head).Lemma]
}

// inQuestion reports whether an attribution is part of what is asked ("did the
// union offer a pause?"), and not itself the asking.
func (r *reading) inQuestion(id annot.AttributionID) bool {
	c := r.att.List[id].Content
	_, end := r.seg.Within(c[len(c)-1])
	return end > 0 && r.seg.Word(end-1) == "?" && r.cues[id].class != record.Undecided && r.quoted[end-1] == r.quoted[r.att.List[id].CueHead]
}

// surmised reports whether a cue tells of what somebody believes, hopes or
// fears.
func (r *reading) surmised(id annot.AttributionID) bool {
	switch r.cues[id].class {
	case record.Believed, record.Hoped, record.Feared:
		return true
	}
	return false
}

// behindAttitude reports whether a verb of believing, hoping or fearing stands
// right before an attribution, although none was found there: "he believed
// [both were willing]".
func (r *reading) behindAttitude(id annot.AttributionID) bool {
	a := r.att.List[id]
	first := r.extent(id).Normal()[0].Start
	t, _ := r.seg.Within(annot.Span{Start: first, End: first + 1})
	for t--; t >= 0 && (r.lower(t) == "that" || r.lower(t) == "both"); {
		t--
	}
	if t < 0 || r.word(t).UPOS != ud.VERB || !r.inSpans(r.att.List[a.Within].Content, t) {
		return false
	}
	f := cueFacts{}
	if !r.setSingle(&f, t) {
		return false
	}
	return f.class == record.Believed || f.class == record.Hoped || f.class == record.Feared
}

// wished reports whether a cue with "would" tells a state of mind all the same:
// "would prefer", "would consider".
func (r *reading) wished(id annot.AttributionID) bool {
	c := &r.cues[id]
	if r.att.List[id].Speech || c.modal != record.Expected {
		return false
	}
	return c.class == record.Desired || c.class == record.Interest || c.class == record.Undecided
}

// withheld reports whether a cue does not give its content as a fact: "did not
// say whether", "refused to say if", "asked whether".
func (r *reading) withheld(id annot.AttributionID) bool {
	c := &r.cues[id]
	return c.class == record.Refused || c.class == record.Undecided || c.class == say && c.negated
}

// doubled reports whether an attribution only repeats part of the cue of
// another: "had shown [interest]" beside "[had shown interest in]", or
// "[declined] to say" beside "[declined to say]".
func (r *reading) doubled(id annot.AttributionID) bool {
	a := &r.att.List[id]
	for i := max(0, int(id)-2); i < min(len(r.att.List), int(id)+3); i++ {
		o := &r.att.List[i]
		if i == int(id) || o.Cue.Empty() || o.Within != a.Within {
			continue
		}
		if o.Cue.Contains(a.Content.Cover()) || o.Cue.Contains(a.Cue) && o.Cue != a.Cue {
			return true
		}
	}
	return false
}

// looksBack reports whether a phrase is an anaphor: a pronoun, or a definite
// noun of speech or thought without anything that says which.
func (r *reading) looksBack(h annot.TokenID) bool {
	w := r.word(h)
	switch w.UPOS {
	case ud.PRON, ud.DET, ud.ADV, ud.PUNCT:
		return true
	case ud.NOUN:
	default:
		return false
	}
	if !r.words.anaphors[w.Lemma] {
		return false
	}
	if h > 0 && r.lower(h-1) == "such" && r.subtree(h).end == h+1 {
		return true // "any such plan"
	}
	definite := false
	for c := range r.syn.Children(h) {
		switch r.rel(c) {
		case ud.Det:
			definite = definite || !r.word(c).Feats.Has(ud.DefiniteInd)
		case ud.NmodPoss:
			definite = definite || r.word(c).UPOS == ud.PRON
		case ud.Nmod, ud.Acl, ud.AclRelcl, ud.Amod, ud.Compound, ud.Appos:
			return false
		}
	}
	return definite
}

// judges reports whether a cue says something of its own about what it takes,
// so that a nominal attribution inside ("rejected the board's demand that")
// does not take its statement away.
func (r *reading) judges(id annot.AttributionID) bool {
	switch r.cues[id].class {
	case record.Refused, record.RuledOut, record.Denied, record.Agreed, record.Evaluative, record.Undecided, record.Feared, record.Demanded:
		return true
	}
	return false
}

// nominal reports whether an attribution's cue is a noun, without a verb
// beside it.
func (r *reading) nominal(id annot.AttributionID) bool {
	a := &r.att.List[id]
	if a.CueHead == annot.None || r.word(a.CueHead).UPOS != ud.NOUN {
		return false
	}
	first, end := r.seg.Within(a.Cue)
	return !r.hasVerb(run{first, end})
}

// takenInside returns the attributions inside one that take statements of
// their own, looking through those that do not.
func (r *reading) takenInside(id annot.AttributionID) []annot.AttributionID {
	var out []annot.AttributionID
	for _, x := range r.inner[id] {
		switch {
		case !r.carry[x]:
			out = append(out, r.takenInside(x)...)
		default:
			out = append(out, x)
		}
	}
	return out
}

// denied reports whether an attribution stands under a denial: in the clause
// that is denied, not in a contrast added to it.
func (r *reading) denied(id annot.AttributionID) bool {
	for in, out := id, r.att.List[id].Within; out != annot.None; in, out = out, r.att.List[out].Within {
		if c := &r.cues[out]; c.class == record.Denied && !c.negated && !r.contrasted(in) {
			return true
		}
	}
	return false
}

// contrasted reports whether an attribution stands in a clause with "though",
// "while" and the like.
func (r *reading) contrasted(id annot.AttributionID) bool {
	for t := r.att.List[id].CueHead; t != annot.None; t = r.word(t).Head {
		if r.contrast(t) {
			return true
		}
		if r.rel(t) == ud.Ccomp {
			return false
		}
	}
	return false
}

// contrast reports whether a clause is set against the one it hangs on.
func (r *reading) contrast(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.rel(c) != ud.Mark && r.rel(c) != ud.Advmod {
			continue
		}
		switch r.lower(c) {
		case "while", "though", "although", "whereas", "albeit":
			return true
		}
	}
	return false
}

// namesItself reports whether a cue only gives a name: "calling itself Black
// Sand", "likes to be called the Closer".
func (r *reading) namesItself(id annot.AttributionID) bool {
	a := &r.att.List[id]
	if a.CueHead == annot.None || r.word(a.CueHead).Lemma != "call" && r.word(a.CueHead).Lemma != "style" {
		return false
	}
	first, end := r.seg.Within(a.Content.Cover())
	return first < end && r.word(first).Feats.Has(ud.Reflex) && int(first)+1 < int(end) && r.word(first+1).UPOS == ud.PROPN
}

// saysClause reports whether what is attributed is a clause.
func (r *reading) saysClause(a annot.Attribution) bool {
	for _, sp := range a.Content {
		if h := r.syn.HeadOf(sp); h != annot.None && r.clausal(h) {
			return true
		}
	}
	return false
}

// ofAccount reports whether what is attributed is an account that somebody
// gives: a claim, a report.
func (r *reading) ofAccount(a annot.Attribution) bool {
	for _, x := range r.tokens(a.Content) {
		for t := x.first; t < x.end; t++ {
			switch r.word(t).Lemma {
			case "claim", "report", "rumour", "rumor", "allegation", "accusation", "charge", "suggestion", "speculation":
				if r.rel(t) != ud.Nmod && (r.word(t).Head == a.CueHead || r.rel(t) == ud.Obj || r.rel(t) == ud.Appos) {
					return true
				}
			case "that":
				return false
			}
		}
	}
	return false
}

// priced reports whether what is put forward is a sum, and so an offer: "has
// tabled $2m".
func (r *reading) priced(f *cueFacts, a annot.Attribution) {
	if f.class != record.Floated || len(a.Content) == 0 {
		return
	}
	switch f.lemma {
	case "put", "table", "pitch", "submit":
	default:
		return
	}
	first, end := r.seg.Within(a.Content[0])
	for t := first; t < min(end, first+4); t++ {
		if u := r.word(t).UPOS; u == ud.SYM || u == ud.NUM {
			f.class = record.Offered
			return
		}
	}
}
