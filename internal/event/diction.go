package event

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// onlySaid reports whether a verb, though coded, only says something here:
// "denied that it had moved", "refused to comment", "asked whether", "warned
// that it might rain".
func (r *reading) onlySaid(t annot.TokenID, d deed) bool {
	if d.root == record.Request && r.unnamed(r.syn.Child(t, ud.Xcomp, ud.Ccomp, ud.Advcl)) {
		return true // "asked not to be named"
	}
	if d.last != t {
		return false
	}
	lemma := r.syn.Words[t].Lemma
	that := r.syn.Child(t, ud.Ccomp)
	x := r.syn.Child(t, ud.Xcomp)
	switch {
	case d.root == record.Threaten && lemma != "threaten" && !r.is("vow", lemma):
		return !r.threat(t, d)
	case r.is("claim", lemma):
		return len(d.recipients) == 0 && d.by == "event/verb" // "disputed the figure"
	case lemma == "decline" && r.is("private", r.lemmaOf(x)):
		return true // "declined to discuss clients"
	case d.root == record.Reject && (r.answers(x) || r.is("no answer", r.lemmaOf(r.syn.Child(t, ud.Obj)))):
		return true // "refused to elaborate", "declined further comment"
	case d.root == record.Reject && r.is("account", r.lemmaOf(r.syn.Child(t, ud.Obj))):
		return true // "dismissed a report that"
	case r.is("diction", lemma) && that != annot.None:
		return lemma != "allege" || !r.ofAnother(that, d)
	case lemma == "deny" && x != annot.None:
		return true
	case r.is("diction", lemma) && len(d.recipients) == 0 && len(d.object) == 0:
		return d.root != record.Agree // but "her side had accepted"
	}
	return false
}

// ofAnother reports whether a clause tells what another party has done.
func (r *reading) ofAnother(clause annot.TokenID, d deed) bool {
	p := r.parties(r.syn.Child(clause, ud.Nsubj, ud.NsubjPass))
	return len(p) > 0 && !meets(p, d.actors)
}

// answers reports whether what is refused is only an answer: "refused to say",
// "declined to take questions".
func (r *reading) answers(x annot.TokenID) bool {
	if x == annot.None {
		return false
	}
	return r.is("answer", r.syn.Words[x].Lemma) || r.is("no answer", r.lemmaOf(r.syn.Child(x, ud.Obj)))
}

// unnamed reports whether a verb says that somebody is not to be named.
func (r *reading) unnamed(x annot.TokenID) bool {
	if x == annot.None || r.syn.Child(x, ud.AuxPass) == annot.None {
		return false
	}
	return r.negated(x) && r.is("answer", r.syn.Words[x].Lemma) || r.is("no answer", r.lemmaOf(r.syn.Child(x, ud.NsubjPass)))
}

// threat reports whether a warning is of what the one who warns, or those he
// speaks for, will do: "warned that it would close the port", "his members
// will strike, he warned".
func (r *reading) threat(t annot.TokenID, d deed) bool {
	clause := r.clauseOf(t)
	if clause == annot.None {
		for c := range r.syn.Children(t) {
			if r.syn.Words[c].Rel.Universal() == ud.Obl && r.caseOf(c) == "about" {
				return false // "warned the bank about its loans"
			}
		}
		return len(d.recipients) > 0
	}
	if !r.has(clause, "will", "would", "shall", "’ll", "'ll") || r.negated(clause) {
		return false
	}
	s := r.syn.Child(clause, ud.Nsubj, ud.NsubjPass)
	if s == annot.None {
		return false
	}
	if w := strings.ToLower(r.seg.Word(s)); w == "we" || w == "i" {
		return true
	}
	if r.unless(clause) {
		return true // "warned that the ban would be extended unless"
	}
	return meets(r.parties(s), d.actors) || meets(r.ofNoun(s), d.actors) || meets(r.parties(s), r.spokenFor(t))
}

// unless reports whether a clause holds unless something is done.
func (r *reading) unless(clause annot.TokenID) bool {
	for c := range r.syn.Children(clause) {
		if m := r.syn.Child(c, ud.Mark); m != annot.None && strings.EqualFold(r.seg.Word(m), "unless") {
			return true
		}
	}
	return false
}

// clauseOf returns the verb of what a verb of saying tells: of its clause, or
// of the sentence that it is set into.
func (r *reading) clauseOf(t annot.TokenID) annot.TokenID {
	if c := r.syn.Child(t, ud.Ccomp); c != annot.None {
		return c
	}
	if r.syn.Words[t].Rel.Universal() == ud.Parataxis {
		return r.syn.Words[t].Head
	}
	return annot.None
}

// spokenFor returns for whom the source of a cue speaks: "their spokesman".
func (r *reading) spokenFor(cue annot.TokenID) []annot.EntityID {
	if a := r.cueOf[cue]; a != annot.None && r.atts.List[a].SourceHead != annot.None {
		return r.ofNoun(r.atts.List[a].SourceHead)
	}
	return r.ofNoun(r.syn.Child(cue, ud.Nsubj))
}

func meets(a, b []annot.EntityID) bool {
	for _, e := range a {
		if slices.Contains(b, e) {
			return true
		}
	}
	return false
}

// unreal reports whether what a verb tells stands in a condition, or as an
// infinitive that only says what was agreed to, threatened or wished for: the
// verb above it is the event, if there is one.
func (r *reading) unreal(t annot.TokenID) bool {
	for v, steps := t, 0; v != annot.None && steps < 3; v, steps = r.syn.Words[v].Head, steps+1 {
		if m := r.syn.Child(v, ud.Mark); m != annot.None {
			switch strings.ToLower(r.seg.Word(m)) {
			case "if", "unless", "whether", "until":
				return true
			}
		}
		if rel := r.syn.Words[v].Rel.Universal(); rel != ud.Xcomp && rel != ud.Conj {
			break
		}
	}
	up := r.syn.Words[t].Head
	if up != annot.None && r.asksThat(t, up) {
		return true
	}
	if up == annot.None || !r.syn.Words[t].Feats.Has(ud.VerbFormInf) {
		return false
	}
	switch r.syn.Words[t].Rel.Universal() {
	case ud.Xcomp, ud.Ccomp:
	default:
		return false
	}
	if r.is("wish", r.syn.Words[up].Lemma) || r.is("willing", strings.ToLower(r.seg.Word(up))) {
		return true
	}
	if r.syn.Words[up].UPOS != ud.VERB {
		return false
	}
	_, ok := r.code(up)
	return ok
}

// asksThat reports whether a clause is what a verb asks for, which has not
// happened: "insisted that Dorn release them".
func (r *reading) asksThat(t, up annot.TokenID) bool {
	w := &r.syn.Words[t]
	if w.Rel != ud.Ccomp || w.Feats.Has(ud.TensePast) || r.syn.Child(t, ud.Aux) != annot.None {
		return false
	}
	lemma := r.syn.Words[up].Lemma
	return r.is("bid", lemma) || r.verb[lemma] == record.Request
}

// lemmaOf returns the lemma of a word, empty for None.
func (r *reading) lemmaOf(t annot.TokenID) string {
	if t == annot.None {
		return ""
	}
	return r.syn.Words[t].Lemma
}
