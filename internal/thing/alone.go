package thing

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// ofNone lists the features of a phrase that takes up nothing.
func (r *reader) ofNone(a int) []uint16 {
	r.feat = r.feat[:0]
	p := &r.phrases[a]
	f := int(p.form)
	r.put(nForm, f)
	r.put(nRole, f*nr+int(p.role))
	r.put(nPlace, f*4+int(min(p.sent, 3)))
	if p.form.voice() {
		r.put(nVoice, f*4+b2i(len(r.voices[p.form]) > 1)+2*b2i(p.quoted != annot.None))
		return r.feat
	}
	r.put(nCopula, f*5+r.copula(p))
	if !p.form.noun() {
		return r.feat
	}
	r.put(nLone, f*lones+int(p.lone))
	r.put(nSeen, f*8+r.seenAs(a))
	r.put(nSize, f*5+bucket(p.size-1))
	r.put(nTail, f*int(numTails)+int(p.tail))
	r.put(nDet, f*int(numDets)+int(p.det))
	r.put(nWord, int(p.noun%lexical))
	return r.feat
}

// copula tells how the clause of a subject is built: 0 it is no subject, 1 a
// verb, 2 a copula, 3 a verb with a clause behind it, 4 a copula with one, as
// in "it is clear that".
func (r *reader) copula(p *phrase) int {
	if p.clause == annot.None || p.role != subject && p.role != passive && p.role != expletive {
		return 0
	}
	v := 1 + b2i(r.syn.Child(p.clause, ud.Cop) != annot.None)
	if r.syn.Child(p.clause, ud.Ccomp, ud.Csubj, ud.Xcomp, ud.Advcl) != annot.None {
		v += 2
	}
	return v
}

// seenAs tells the closest match before a phrase: 0 none, 1 the noun, 2 with
// what stands before it, 3 word for word; and from 4 the same of a noun met
// more than three times.
func (r *reader) seenAs(a int) int {
	best, n := 0, 0
	p := &r.phrases[a]
	for x := r.same[a]; x >= 0 && n < mostSame; x = r.same[x] {
		best = max(best, min(nounMatch(p, &r.phrases[x]), sameFull))
		n++
	}
	return best + 4*b2i(n > 3)
}
