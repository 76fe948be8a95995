package thing

import "readout/internal/annot"

// The templates of features, in the order in which weights are laid out. All
// but a few are counted apart for each form of the later phrase. What a value
// means is said where it is set.
const (
	// of a pair
	fForms         = iota // forms of both
	fDistance             // sentences between
	fRank                 // phrases between
	fMatch                // how the words match
	fMatchForms           // the same, with the form of the earlier
	fMatchDistance        // the same, with the sentences between
	fMods                 // what stands before the heads
	fBehind               // what stands behind them
	fOwner                // whose they are
	fOwned                // the same, with the match
	fPlural               // one or more
	fRoles                // roles of both
	fSeen                 // how often the earlier's noun came before it
	fPlace                // paragraph and quotation
	fOpens                // the earlier is the first of its sentence
	fSize                 // words of the earlier
	fClause               // how their clauses hang together
	fDeed                 // where a verb stands
	fDets                 // determiners of both
	fChain                // how long the earlier's chain is
	fChainMatch           // best match in that chain
	fVoice                // for "I", "we", "you": sentence, paragraph, question
	fTurn                 // the same, paragraphs between
	fQuoted               // the same, paragraph and quotation
	fAsk                  // the same, questions
	fTalk                 // the same, questions of the report
	fClash                // the same, the chain so far in the paragraph
	fLone                 // of which kind of actor or place they are, where it is met once
	fLike                 // likeness of two nouns
	fLikeHere             // likeness of two nouns where they stand
	// of a phrase that takes up nothing
	nForm
	nRole
	nSeen
	nSize
	nTail
	nDet
	nPlace
	nCopula
	nVoice
	nWord
	nLone
	numTemplates
)

const (
	nf      = int(numForms)
	nv      = int(numVoices)
	nr      = int(numRoles)
	matches = 8
	steps   = 7 // of distance
	kinds   = 3 // pronouns, what is known to the reader, other nouns
	lexical = 1024
	lones   = int(annot.OtherMention) + 2
)

// sizes says how many values each template has.
var sizes = [numTemplates]int{
	fForms: nf * nf, fDistance: nf * steps, fRank: nf * steps, fMatch: nf * matches, fMatchForms: matches * nf,
	fMatchDistance: kinds * matches * steps, fMods: nf * 5, fBehind: nf * 5, fOwner: nf * 5, fOwned: nf * 5 * 5, fPlural: nf * 4,
	fRoles: kinds * nr * nr, fSeen: nf * 5, fPlace: nf * 8, fOpens: nf * 2, fSize: nf * 5, fClause: nf * 6, fDeed: nf * 8,
	fDets: int(numDets) * int(numDets), fChain: nf * 6, fChainMatch: nf * 5,
	fVoice: nv * nv * 3 * 40, fTurn: nv * nv * 3 * 8, fQuoted: nv * nv * 8, fAsk: nv * nv * 4 * 8, fTalk: nv * nv * 4 * 4, fClash: nv * nv * 6,
	fLone: nf * lones * lones, fLike: nf * 10, fLikeHere: nf * 10,
	nForm: nf, nRole: nf * nr, nSeen: nf * 8, nSize: nf * 5, nTail: nf * int(numTails), nDet: nf * int(numDets), nPlace: nf * 4,
	nCopula: nf * 5, nVoice: nv * 4, nWord: lexical, nLone: nf * lones,
}

// starts says where the weights of each template begin; the last entry is how
// many there are.
var starts = offsets()

func offsets() (at [numTemplates + 1]int) {
	for i, n := range sizes {
		at[i+1] = at[i] + n
	}
	return at
}

// Features returns how many features there are.
func Features() int { return starts[numTemplates] }

func (r *reader) put(template, value int) {
	r.feat = append(r.feat, uint16(starts[template]+value))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func distance(n int) int {
	switch {
	case n < 4:
		return n
	case n < 8:
		return 4
	case n < 16:
		return 5
	}
	return 6
}

func bucket(n int) int {
	switch {
	case n < 3:
		return n
	case n < 6:
		return 3
	}
	return 4
}
