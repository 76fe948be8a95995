package thing

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// A form is how a phrase is worded, as far as it tells what the phrase can
// take up.
type form uint8

const (
	first     form = iota // "I", "my"
	firstPl               // "we"
	second                // "you"
	personal              // "he", "her"
	they                  // "they", "their"
	it                    // "it", "its"
	this                  // "this", "these", standing alone
	that                  // "that", "those", standing alone
	name                  // a proper noun
	definite              // "the deal"
	pointing              // "this deal"
	possessed             // "its deal", "the union's deal"
	indef                 // "a deal", "any deal"
	bare                  // "deals", "progress"
	number                // "two", standing alone
	act                   // a verb, which "this" may take up
	numForms
	numVoices = second + 1
)

func (f form) voice() bool   { return f <= second }
func (f form) pronoun() bool { return f <= that }
func (f form) noun() bool    { return f > that && f != act }

// A role is what a phrase is to its clause.
type role uint8

const (
	subject role = iota
	passive
	object
	oblique
	modifier
	owner
	fellow // a later conjunct
	predicate
	expletive
	other
	numRoles
)

// A determiner is the word that determines a phrase.
type determiner uint8

const (
	noDet determiner = iota
	theDet
	aDet
	thisDet
	anyDet // "no", "each", "every", "some", ...
	anotherDet
	suchDet
	allDet // "both", "all"
	whichDet
	numDets
)

// A tail says what follows the head of a phrase.
type tail uint8

const (
	noTail tail = iota
	ofTail
	nounTail
	relativeTail
	clauseTail
	appositive
	numTails
)

// A phrase is a noun phrase, a pronoun or, as what a pronoun may take up, a
// verb. Words are known by their hashes, in lower case.
type phrase struct {
	head, first, last annot.TokenID // first and last of the span, both included
	group             bool          // a coordination as a whole
	form              form
	role              role
	det               determiner
	tail              tail
	lone              uint8 // the kind of the actor or place that it is the only mention of, and 1; 0 for none
	plural            int8  // 0 unknown, 1 one, 2 more
	sent              annot.SentenceID
	block             annot.BlockID
	quoted            annot.QuotationID
	clause            annot.TokenID // the word that it hangs on, or None
	size              int           // tokens
	noun              uint64        // the lemma of the head; of a name its last word
	core              uint64        // the head with what stands before it but the article
	full              uint64        // everything but the article
	initials          uint64        // of a name of several words; 0 for none
	owner             uint64        // whose it is; 0 for nobody's
	before, behind    [2]int32      // the words before and behind the head, in reader.words
}

// gather lists the phrases of the report in reading order.
func (r *reader) gather() {
	r.phrases = make([]phrase, 0, len(r.seg.Tokens)/3)
	for s := range r.seg.Sentences {
		sent := &r.seg.Sentences[s]
		for t := sent.First; t < sent.End; t++ {
			f, ok := r.formOf(t)
			if !ok {
				continue
			}
			if f != act && !r.held[1][t] && r.syn.Child(t, ud.Conj) != annot.None {
				r.add(t, f, annot.SentenceID(s), true)
			}
			if !r.held[0][t] {
				r.add(t, f, annot.SentenceID(s), false)
			}
		}
	}
	r.ready()
}

// formOf says how the phrase with a head is worded; false where the token
// heads none.
func (r *reader) formOf(t annot.TokenID) (form, bool) {
	w := &r.syn.Words[t]
	switch w.Rel {
	case ud.Flat, ud.Fixed, ud.Goeswith, ud.Case, ud.Mark, ud.Discourse, ud.Punct, ud.Cc, ud.Det, ud.Advmod, ud.DetPredet:
		return 0, false
	}
	switch w.UPOS {
	case ud.PRON:
		f, ok := pronounForm(r.lower(t))
		return f, ok && (f != that || !w.Feats.Has(ud.PronTypeRel))
	case ud.PROPN:
		return r.nounForm(t), true
	case ud.NOUN, ud.SYM, ud.X:
		return r.nounForm(t), w.Rel != ud.Compound
	case ud.NUM:
		return number, w.Rel != ud.Nummod && w.Rel != ud.Compound
	case ud.AUX:
		return act, w.Rel == ud.Cop && clausal(r.syn.Words[w.Head].Rel)
	case ud.VERB:
		return act, clausal(w.Rel)
	}
	return 0, false
}

// clausal reports whether a word with this relation heads a clause.
func clausal(rel ud.DepRel) bool {
	switch rel {
	case ud.Root, ud.Conj, ud.Ccomp, ud.Parataxis, ud.Advcl, ud.Xcomp, ud.AclRelcl, ud.Acl, ud.Csubj:
		return true
	}
	return false
}

func pronounForm(w string) (form, bool) {
	switch w {
	case "i", "me", "my", "mine", "myself":
		return first, true
	case "we", "us", "our", "ours", "ourselves":
		return firstPl, true
	case "you", "your", "yours", "yourself", "yourselves":
		return second, true
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		return personal, true
	case "they", "them", "their", "theirs", "themselves", "'em":
		return they, true
	case "it", "its", "itself":
		return it, true
	case "this", "these":
		return this, true
	case "that", "those":
		return that, true
	}
	return 0, false
}

func (r *reader) nounForm(t annot.TokenID) form {
	_, d := r.determiner(t)
	switch {
	case r.syn.Child(t, ud.NmodPoss) != annot.None:
		return possessed
	case d == thisDet:
		return pointing
	case r.syn.Words[t].UPOS == ud.PROPN:
		return name
	case d == theDet || d == allDet:
		return definite
	case d == noDet:
		return bare
	}
	return indef
}

// determiner returns the word before a noun that determines it, or None.
func (r *reader) determiner(t annot.TokenID) (annot.TokenID, determiner) {
	for c := range r.syn.Children(t) {
		if c > t {
			break
		}
		if rel := r.syn.Words[c].Rel; rel == ud.Det || rel == ud.DetPredet {
			return c, determinerOf(r.lower(c))
		}
	}
	return annot.None, noDet
}

func determinerOf(w string) determiner {
	switch w {
	case "the":
		return theDet
	case "a", "an":
		return aDet
	case "this", "that", "these", "those":
		return thisDet
	case "another":
		return anotherDet
	case "such":
		return suchDet
	case "both", "all":
		return allDet
	case "which", "what", "whatever":
		return whichDet
	}
	return anyDet
}

// add makes the phrase of a head.
func (r *reader) add(t annot.TokenID, f form, s annot.SentenceID, group bool) {
	w := &r.syn.Words[t]
	p := phrase{head: t, first: t, last: t, form: f, group: group, sent: s, block: r.seg.Sentences[s].Block,
		quoted: r.quoted[t], lone: r.lone[t], clause: w.Head, role: r.roleOf(t)}
	_, p.det = r.determiner(t)
	switch {
	case group, w.Feats.Has(ud.NumberPlur), f == they, f == firstPl:
		p.plural = 2
	case w.Feats.Has(ud.NumberSing), f == it:
		p.plural = 1
	}
	if f != act {
		p.first, p.last = r.edges(t, group)
	}
	p.size = int(p.last-p.first) + 1
	if f.noun() {
		r.wordsOf(&p)
	}
	r.phrases = append(r.phrases, p)
}

// roleOf says what a token is to its clause.
func (r *reader) roleOf(t annot.TokenID) role {
	if r.syn.Child(t, ud.Cop) != annot.None {
		return predicate
	}
	switch rel := r.syn.Words[t].Rel; rel {
	case ud.NsubjPass, ud.CsubjPass:
		return passive
	case ud.NmodPoss:
		return owner
	case ud.Expl:
		return expletive
	case ud.Conj:
		return fellow
	default:
		switch rel.Universal() {
		case ud.Nsubj:
			return subject
		case ud.Obj, ud.Iobj:
			return object
		case ud.Obl:
			return oblique
		case ud.Nmod:
			return modifier
		}
	}
	return other
}

func (r *reader) lower(t annot.TokenID) string { return strings.ToLower(r.seg.Word(t)) }
