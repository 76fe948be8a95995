package statement

import (
	"slices"

	"readout/internal/annot"
	"readout/internal/ud"
)

// addressees returns whom something was said to, by the attribution's own
// clause: the object of "told", "to" behind "said", the reader of a letter.
func (r *reading) addressees(id annot.AttributionID) []annot.EntityID {
	a := r.att.List[id]
	h := a.CueHead
	if h == annot.None {
		return nil
	}
	var out []annot.EntityID
	if out = r.hearersOf(out, a, h); len(out) > 0 {
		return out
	}
	if up := r.speechAround(id); up != annot.None {
		return r.addressees(up)
	}
	if w := r.word(h); w.Rel == ud.Advcl && w.Head != annot.None && r.words.addressing[w.Lemma] && len(a.Source) == 0 {
		// "Asked whether he would go, she said": the subject is who was asked
		if s := r.syn.Child(w.Head, ud.Nsubj); s != annot.None && r.syn.Child(h, ud.Nsubj, ud.Obj, ud.Mark) == annot.None {
			return r.addHearers(nil, a, s)
		}
	}
	return nil
}

func (r *reading) hearersOf(out []annot.EntityID, a annot.Attribution, h annot.TokenID) []annot.EntityID {
	lemma := r.word(h).Lemma
	for c := range r.syn.Children(h) {
		if r.inSpans(a.Content, c) || r.inSpans(a.Source, c) {
			continue
		}
		switch w := r.word(c); w.Rel {
		case ud.Obj, ud.Iobj:
			if r.words.addressing[lemma] {
				out = r.addHearers(out, a, c)
			}
		case ud.NsubjPass:
			if r.words.addressing[lemma] {
				out = r.addHearers(out, a, c)
			}
		case ud.Obl, ud.Nmod:
			switch r.prepOf(c) {
			case "to":
				if r.words.to[lemma] {
					out = r.addHearers(out, a, c)
				}
			case "on", "upon":
				if lemma == "call" {
					out = r.addHearers(out, a, c)
				}
			case "in", "at", "during", "with":
				out = r.hearersOfOccasion(out, a, c)
			}
		}
	}
	return out
}

// hearersOfOccasion finds "in a letter to X", "in an interview with X".
func (r *reading) hearersOfOccasion(out []annot.EntityID, a annot.Attribution, c annot.TokenID) []annot.EntityID {
	lemma := r.word(c).Lemma
	if !r.words.events[lemma] && !r.words.to[lemma] {
		return out
	}
	for x := range r.syn.Children(c) {
		if r.rel(x) != ud.Nmod || r.inSpans(a.Content, x) {
			continue
		}
		if p := r.prepOf(x); p == "to" && r.words.to[lemma] || p == "with" && lemma == "interview" {
			out = r.addHearers(out, a, x)
		}
	}
	return out
}

// addHearers adds the actor of a phrase, or those of its coordinated parts.
func (r *reading) addHearers(out []annot.EntityID, a annot.Attribution, t annot.TokenID) []annot.EntityID {
	if r.timex[t] != annot.None {
		return out
	}
	m := r.mention[t]
	if e := r.ents.Of(m); e != annot.None {
		if k := r.ents.List[e].Kind; k != annot.PlaceMention && k != annot.OtherMention && !slices.Contains(out, e) {
			out = append(out, e)
		}
		if len(r.ms.List[m].Members) > 0 {
			return out
		}
	}
	for c := range r.syn.Children(t) {
		if r.rel(c) == ud.Conj && !r.inSpans(a.Content, c) && !r.clausal(c) {
			out = r.addHearers(out, a, c)
		}
	}
	return out
}

// prepOf returns the preposition of a phrase in lower case, the first of
// several, or "".
func (r *reading) prepOf(t annot.TokenID) string {
	if c := r.syn.Child(t, ud.Case); c != annot.None {
		return r.lower(c)
	}
	return ""
}

// speechAround returns the attribution whose act of speech a participle goes
// on with: "told them ..., adding". Hearers, place and time are the same.
func (r *reading) speechAround(id annot.AttributionID) annot.AttributionID {
	h := r.att.List[id].CueHead
	if h == annot.None || r.cues[id].class != say || r.rel(h) != ud.Advcl || !r.participle(h) || r.syn.Child(h, ud.Mark, ud.Nsubj) != annot.None {
		return annot.None
	}
	up := r.word(h).Head
	for i := int(id) - 1; i >= 0 && i >= int(id)-8; i-- {
		if r.att.List[i].CueHead == up && r.att.List[i].Within == r.att.List[id].Within {
			return annot.AttributionID(i)
		}
	}
	return annot.None
}

func (r *reading) participle(t annot.TokenID) bool {
	w := r.word(t)
	return w.UPOS == ud.VERB && (w.Feats.Has(ud.VerbFormGer) || w.Feats.Has(ud.VerbFormPart) && !w.Feats.Has(ud.TensePast))
}
