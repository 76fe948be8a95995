package position

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
	"readout/record"
)

// A frame is a word, or a few, by which a party takes something on, with what
// may follow it: "offer" an infinitive or a noun phrase, "sign up" a phrase
// with "to".
type frame struct {
	rest   []string // the lemmas behind the first, in order
	class  record.Firmness
	takes  complements
	preps  []string
	denied bool // only under "no": "had no intention of"
	narrow bool // its noun phrase has to name a proposal: "dismissed the offer"
}

// complements is a set of what may follow a frame.
type complements uint8

const (
	nounPhrase complements = 1 << iota
	gerund
	infinitive
	clause
)

// committing are the classes of lexicon/commitments.txt that hold frames.
var committing = [...]record.Firmness{record.Offered, record.Interest, record.Promised, record.Agreed, record.Refused, record.RuledOut}

// frames reads the frames of verbs and adjectives, or of nouns, by first lemma.
func frames(f *lex.File, prefix string) map[string][]frame {
	out := map[string][]frame{}
	for _, class := range committing {
		for _, e := range f.Section(prefix + string(class)) {
			words := strings.Fields(e.Fields[0])
			fr := frame{rest: words[1:], class: class}
			for _, w := range strings.Fields(e.Field(1)) {
				switch w {
				case "no":
					fr.denied = true
				case "np":
					fr.takes |= nounPhrase
				case "proposal":
					fr.takes |= nounPhrase
					fr.narrow = true
				case "ing":
					fr.takes |= gerund
				case "inf":
					fr.takes |= infinitive
				case "that":
					fr.takes |= clause
				default:
					fr.preps = append(fr.preps, w)
				}
			}
			out[words[0]] = append(out[words[0]], fr)
		}
	}
	return out
}

// frameAt returns the frame whose first word is t and that has most words, with
// its last token.
func (r *reading) frameAt(t annot.TokenID) (*frame, annot.TokenID) {
	w := &r.syn.Words[t]
	from := r.frames
	switch w.UPOS {
	case ud.VERB, ud.ADJ:
	case ud.AUX:
		if w.Lemma != "be" {
			return nil, annot.None
		}
	case ud.NOUN:
		from = r.nounFrames
	default:
		return nil, annot.None
	}
	var best *frame
	at := annot.TokenID(annot.None)
	list := from[w.Lemma]
	if list == nil && w.Feats.Has(ud.VerbFormPart) {
		list = from[lower(r.seg.Word(t))] // "prepared", "interested"
	}
	for i := range list {
		if f := &list[i]; best == nil || len(f.rest) > len(best.rest) {
			if last, ok := r.phrase(t, f.rest); ok {
				best, at = f, last
			}
		}
	}
	return best, at
}

// bareFrame returns the frame of one word that begins at t, or nil.
func (r *reading) bareFrame(t annot.TokenID) *frame {
	if r.syn.Words[t].UPOS != ud.VERB {
		return nil
	}
	list := r.frames[r.syn.Words[t].Lemma]
	for i := range list {
		if len(list[i].rest) == 0 {
			return &list[i]
		}
	}
	return nil
}

// phrase reports whether the words of a phrase follow its first one: a
// particle or a preposition right behind, a noun within a few words or as a
// complement of it. It returns the last of them.
func (r *reading) phrase(t annot.TokenID, rest []string) (annot.TokenID, bool) {
	last := t
	for _, w := range rest {
		next := r.next(t, last, w)
		if next == annot.None {
			return annot.None, false
		}
		last = next
	}
	return last, true
}

func (r *reading) next(t, last annot.TokenID, lemma string) annot.TokenID {
	end := r.seg.Sentences[r.seg.SentenceOf(t)].End
	for x := last + 1; x < end; x++ {
		w := &r.syn.Words[x]
		if w.Lemma == lemma || lower(r.seg.Word(x)) == lemma {
			if w.UPOS == ud.ADP || w.UPOS == ud.ADV || w.UPOS == ud.PART {
				if x == last+1 || w.Head == t {
					return x
				}
				continue
			}
			if x <= last+5 || w.Head == t {
				return x
			}
			continue
		}
		if x > last+12 || w.UPOS == ud.PUNCT && x <= last+2 || w.UPOS == ud.VERB && w.Feats.Has(ud.VerbFormFin) {
			break
		}
	}
	return annot.None
}

// A turn is a verb, or a few words, by which a stance is kept, repeated or
// moved. Alone says that it needs no word for the stance.
type turn struct {
	rest   []string
	change record.Change
	alone  bool
	yields bool // refusing it is a refusal, and tells of no stance: "would not give in"
}

// turns reads the turns of lexicon/positions.txt, by first lemma.
func turns(f *lex.File) (map[string][]turn, error) {
	out := map[string][]turn{}
	for _, change := range [...]record.Change{record.ChangeUnchanged, record.ChangeRepeated, record.ChangeMoved} {
		entries, err := f.Need(string(change))
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			words := strings.Fields(e.Fields[0])
			switch e.Field(1) {
			case "", "alone", "yield":
			default:
				return nil, e.Errorf("%q is no mark of a verb", e.Field(1))
			}
			out[words[0]] = append(out[words[0]], turn{rest: words[1:], change: change, alone: e.Field(1) != "", yields: e.Field(1) == "yield"})
		}
	}
	return out, nil
}

// turnAt returns the turn whose first word is t and that has most words, with
// its last token. Of two as long, one that needs no stance.
func (r *reading) turnAt(t annot.TokenID) (*turn, annot.TokenID) {
	var best *turn
	at := annot.TokenID(annot.None)
	list := r.turns[r.syn.Words[t].Lemma]
	for i := range list {
		if f := &list[i]; best == nil || len(f.rest) > len(best.rest) || len(f.rest) == len(best.rest) && f.alone {
			if last, ok := r.phrase(t, f.rest); ok {
				best, at = f, last
			}
		}
	}
	return best, at
}

// has reports whether a frame takes a complement.
func (f *frame) has(c complements) bool { return f.takes&c != 0 }

// prep reports whether a frame takes a phrase with this preposition.
func (f *frame) prep(form string) bool {
	for _, p := range f.preps {
		if p == form {
			return true
		}
	}
	return false
}

// class says what a single word takes on: "offer", "ready", "refuse"; empty
// for others.
func (r *reading) class(lemma string) record.Firmness {
	for _, f := range r.frames[lemma] {
		if len(f.rest) == 0 {
			return f.class
		}
	}
	return ""
}
