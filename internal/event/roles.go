package event

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// parties returns the actors at t and those coordinated with it; of a group
// that is a list of names, its members.
func (r *reading) parties(t annot.TokenID) []annot.EntityID {
	if t == annot.None {
		return nil
	}
	out := r.party(nil, t)
	for c := range r.syn.Children(t) {
		if r.syn.Words[c].Rel == ud.Conj {
			out = r.party(out, c)
		}
	}
	return out
}

func (r *reading) party(out []annot.EntityID, t annot.TokenID) []annot.EntityID {
	m := r.mentionAt(t)
	if m == annot.None {
		if a := r.syn.Child(t, ud.Appos); a != annot.None { // "its spokesman, Karl Osten"
			m = r.ms.ByHead(a)
		} else if r.is("amount", r.syn.Words[t].Lemma) { // "thousands of nurses"
			if n := r.syn.Child(t, ud.Nmod); n != annot.None && r.caseOf(n) == "of" {
				m = r.ms.ByHead(n)
			}
		}
	}
	e := r.ents.Of(m)
	if e == annot.None {
		return out
	}
	row := r.ents.List[e]
	if row.Kind == annot.PlaceMention || row.Kind == annot.OtherMention || row.Kind == annot.OutletMention {
		return out
	}
	who := []annot.EntityID{e}
	if r.enumerated(row, r.ms.List[m].Span) {
		who = row.Members
	}
	for _, x := range who {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// mentionAt returns the mention of which a word is the head, or the name that
// it ends: trees hang clauses on the last word of "Federation of Buyers".
func (r *reading) mentionAt(t annot.TokenID) annot.MentionID {
	if m := r.ms.ByHead(t); m != annot.None || r.syn.Words[t].UPOS != ud.PROPN {
		return m
	}
	end := r.seg.Tokens[t].Span.End
	for up, steps := r.syn.Words[t].Head, 0; up != annot.None && steps < 3; up, steps = r.syn.Words[up].Head, steps+1 {
		if m := r.ms.ByHead(up); m != annot.None {
			if r.ms.List[m].Form == record.Named && r.ms.List[m].Span.End == end {
				return m
			}
			break
		}
	}
	return annot.None
}

// enumerated reports whether the words for a group are the names of its
// members ("Halvik and Dorn"), and no word for them ("the two sides").
func (r *reading) enumerated(group annot.Entity, words annot.Span) bool {
	for _, x := range group.Members {
		named := false
		for _, m := range r.ents.List[x].Mentions {
			named = named || words.Contains(r.ms.List[m].Span)
		}
		if !named {
			return false
		}
	}
	return len(group.Members) > 0
}

// actors returns who does it: the subject, the agent of a passive, or the
// subject of the verb that controls this one.
func (r *reading) actors(verb annot.TokenID) []annot.EntityID {
	if r.passive(verb) {
		return r.agent(verb)
	}
	if a := r.cueOf[verb]; a != annot.None && r.atts.List[a].SourceHead != annot.None && (r.atts.List[a].SourceHead < verb || r.syn.Child(verb, ud.Nsubj) == annot.None) {
		if s := r.syn.Child(verb, ud.Nsubj); s != annot.None && r.relative(verb, s) {
			return r.antecedent(verb, s)
		}
		if p := r.parties(r.atts.List[a].SourceHead); len(p) > 0 {
			return p
		}
	}
	for v := verb; v != annot.None; v = r.syn.Words[v].Head {
		if s := r.syn.Child(v, ud.Nsubj, ud.NsubjPass); s != annot.None {
			if r.relative(v, s) {
				return r.antecedent(v, s)
			}
			if p := r.firstPerson(s); len(p) > 0 {
				return p
			}
			if p := r.parties(s); len(p) > 0 || r.syn.Words[s].UPOS == ud.PRON {
				return p
			}
			if p := r.ofNoun(s); len(p) > 0 {
				return p // "Halvik's warplanes shelled the port"
			}
			if r.nounRoot(s) == "" {
				return r.whence(s)
			}
			return r.byWhomBelow(s) // "an attack on a bus by rebels killed nine"
		}
		switch r.syn.Words[v].Rel.Universal() {
		case ud.Advcl:
			if a := r.cueOf[r.syn.Words[v].Head]; a != annot.None && r.atts.List[a].Speech && r.cueOf[v] == annot.None && !r.fronted(v) {
				return nil // "officials said, killing nine": not the officials
			}
		case ud.Xcomp, ud.Conj:
		case ud.Acl:
			if r.syn.Words[v].Rel == ud.AclRelcl || r.syn.Words[v].Feats.Has(ud.VerbFormGer) || r.mainClause(v) {
				return r.parties(r.syn.Words[v].Head)
			}
			if h := r.syn.Words[v].Head; r.is("decision", r.syn.Words[h].Lemma) {
				return r.ofNoun(h) // "Halvik's decision to lift the embargo"
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// agent returns by whom the deed of a passive is done, also where the parser
// took "by" to what stands between: "held for six hours by soldiers".
func (r *reading) agent(verb annot.TokenID) []annot.EntityID {
	if a := r.syn.Child(verb, ud.OblAgent); a != annot.None {
		return r.parties(a)
	}
	for c := range r.syn.Children(verb) {
		if c > verb && r.syn.Words[c].Rel.Universal() == ud.Obl {
			if p := r.byWhom(c); len(p) > 0 {
				return p
			}
		}
	}
	return nil
}

// partiesBetween returns the parties that a noun or gerund tells something
// between: "clashes between Halvik and Dorn".
func (r *reading) partiesBetween(t annot.TokenID) []annot.EntityID {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Nmod, ud.Obl:
			if r.caseOf(c) == "between" {
				return r.parties(c)
			}
		}
	}
	return nil
}

// fronted reports whether a clause stands before the verb above it.
func (r *reading) fronted(v annot.TokenID) bool { return v < r.syn.Words[v].Head }

// firstPerson returns who says "I" or "we" in a quotation.
func (r *reading) firstPerson(t annot.TokenID) []annot.EntityID {
	if w := r.seg.Word(t); !strings.EqualFold(w, "we") && w != "I" {
		return nil
	}
	a := r.inside[t]
	if a == annot.None || r.atts.List[a].SourceHead == annot.None {
		return nil
	}
	return r.parties(r.atts.List[a].SourceHead)
}

// antecedent returns whom a relative pronoun takes up. "Who" is somebody, and
// no body that stands nearer: "Lind of the Harbour Trust, who met Osten".
func (r *reading) antecedent(verb, pronoun annot.TokenID) []annot.EntityID {
	at := r.syn.Words[verb].Head
	found := r.parties(at)
	if !strings.EqualFold(r.seg.Word(pronoun), "who") || len(found) != 1 || !body(r.ents.List[found[0]].Kind) {
		return found
	}
	for up, steps := r.syn.Words[at].Head, 0; up != annot.None && steps < 3; up, steps = r.syn.Words[up].Head, steps+1 {
		if m := r.ms.ByHead(up); m != annot.None && r.ms.List[m].Kind == annot.PersonMention {
			return r.parties(up)
		}
		if r.syn.Words[up].UPOS == ud.VERB {
			break
		}
	}
	return found
}

// body reports whether a kind of mention denotes a body and not people.
func body(k annot.MentionKind) bool {
	switch k {
	case annot.OrganisationMention, annot.GovernmentMention, annot.StateMention:
		return true
	}
	return false
}

// relative reports whether the subject of a verb is the pronoun of a relative
// clause: "the envoy, who met Osten".
func (r *reading) relative(verb, subject annot.TokenID) bool {
	if r.syn.Words[verb].Rel != ud.AclRelcl {
		return false
	}
	switch strings.ToLower(r.seg.Word(subject)) {
	case "who", "which", "that":
		return true
	}
	return false
}

// recipients returns to whom it is done: the object, the subject of a
// passive, or who stands behind "against", "with", "to", "on". What the
// actors own is none.
func (r *reading) recipients(verb annot.TokenID, actors []annot.EntityID) []annot.EntityID {
	if r.passive(verb) {
		s := r.syn.Child(verb, ud.NsubjPass)
		if s == annot.None && r.syn.Words[verb].Rel.Universal() == ud.Acl {
			s = r.syn.Words[verb].Head
		}
		if p := r.parties(s); len(p) > 0 || s == annot.None {
			return p
		}
		return r.ofNoun(s)
	}
	if o := r.syn.Child(verb, ud.Iobj); o != annot.None {
		if p := r.parties(o); len(p) > 0 {
			return p
		}
	}
	if o := r.syn.Child(verb, ud.Obj); o != annot.None {
		if p := r.parties(o); len(p) > 0 {
			return p
		}
		if p := r.ofNoun(o); len(p) > 0 && !meets(p, actors) {
			return p // "rejected the union's offer", not "lifted its sanctions"
		}
		if p := r.against(o); len(p) > 0 {
			return p
		}
	}
	return r.against(verb)
}

// ownForce reports whether an object is soldiers or arms that the one who
// moves them has: "pulled its tanks back", "mobilised two brigades".
func (r *reading) ownForce(o annot.TokenID, actors []annot.EntityID) bool {
	l := r.syn.Words[o].Lemma
	if !r.class["force"][l] && !r.class["arms"][l] && !r.class["vessel"][l] {
		return false
	}
	poss := r.syn.Child(o, ud.NmodPoss)
	return poss == annot.None && r.syn.Child(o, ud.Amod) == annot.None || poss != annot.None && meets(r.parties(poss), actors)
}

// recipientsOf returns to whom a verb does what its noun says: "imposed
// sanctions on Dorn", "gave Dorn aid".
func (r *reading) recipientsOf(verb, noun annot.TokenID) []annot.EntityID {
	if p := r.parties(r.syn.Child(verb, ud.Iobj)); len(p) > 0 {
		return p
	}
	if p := r.against(noun); len(p) > 0 {
		return p
	}
	return r.against(verb)
}

// against returns the parties in a prepositional dependent that names the
// other side, or in one below it ("attacks on the bases of Dorn").
func (r *reading) against(t annot.TokenID) []annot.EntityID {
	for depth := 0; depth < 2; depth++ {
		if p := r.behindPreposition(t, depth); len(p) > 0 {
			return p
		}
	}
	return nil
}

func (r *reading) behindPreposition(t annot.TokenID, depth int) []annot.EntityID {
	for c := range r.syn.Children(t) {
		switch rel := r.syn.Words[c].Rel; rel.Universal() {
		case ud.Obl, ud.Nmod:
			if rel == ud.OblAgent || rel == ud.NmodPoss {
				continue
			}
		default:
			continue
		}
		switch r.caseOf(c) {
		case "against", "with", "on", "at", "to", "upon", "from", "of", "for", "towards", "toward", "over", "between", "among", "into":
		default:
			continue
		}
		var p []annot.EntityID
		if depth > 0 {
			if p = r.ofNoun(c); len(p) == 0 {
				p = r.behindPreposition(c, depth-1)
			}
		} else {
			p = r.parties(c)
		}
		if len(p) > 0 {
			return p
		}
	}
	return nil
}

// ofNoun returns whose deed a noun is: its possessor, an adjective or
// compound that names a party, or who stands behind "by".
func (r *reading) ofNoun(t annot.TokenID) []annot.EntityID {
	for c := range r.syn.Children(t) {
		switch w := &r.syn.Words[c]; {
		case w.Rel == ud.NmodPoss, c < t && (w.Rel == ud.Amod || w.Rel == ud.Compound):
			if p := r.parties(c); len(p) > 0 {
				return p
			}
		case w.Rel == ud.Nmod && (r.caseOf(c) == "by" || r.caseOf(c) == "from" && r.nounRoot(t) == record.Request):
			return r.parties(c)
		}
	}
	return nil
}

// byWhom returns who stands behind "by" under a noun.
func (r *reading) byWhom(noun annot.TokenID) []annot.EntityID {
	for c := range r.syn.Children(noun) {
		if r.syn.Words[c].Rel == ud.Nmod && r.caseOf(c) == "by" {
			return r.parties(c)
		}
	}
	return nil
}

// whence returns whose people or things a noun names by its origin: "warplanes
// from Halvik", "gunboats of Dorn".
func (r *reading) whence(noun annot.TokenID) []annot.EntityID {
	for c := range r.syn.Children(noun) {
		if k := r.caseOf(c); r.syn.Words[c].Rel == ud.Nmod && (k == "from" || k == "of") {
			return r.parties(c)
		}
	}
	return nil
}

// byWhomBelow returns who stands behind "by" under what a noun of a deed is
// done to.
func (r *reading) byWhomBelow(noun annot.TokenID) []annot.EntityID {
	for c := range r.syn.Children(noun) {
		if r.syn.Words[c].Rel == ud.Nmod {
			if p := r.byWhom(c); len(p) > 0 {
				return p
			}
		}
	}
	return nil
}

// object returns the words of what a verb is done to: its objects and
// complements, the subject of a passive, and what stands behind a
// preposition, unless that is a time.
func (r *reading) object(verb annot.TokenID) annot.Spans {
	var out annot.Spans
	for c := range r.syn.Children(verb) {
		switch rel := r.syn.Words[c].Rel; rel.Universal() {
		case ud.Obj, ud.Iobj, ud.Xcomp, ud.Ccomp:
		case ud.Nsubj:
			if rel != ud.NsubjPass {
				continue
			}
		case ud.Obl:
			if rel == ud.OblAgent || c < verb || r.temporal(c) {
				continue
			}
		default:
			continue
		}
		first, last := r.syn.Edges(c)
		out = append(out, r.seg.SpanOf(first, last))
	}
	return out.Normal()
}

// behind returns the words of the prepositional complements of a noun.
func (r *reading) behind(noun annot.TokenID) annot.Spans {
	var out annot.Spans
	for c := range r.syn.Children(noun) {
		if r.syn.Words[c].Rel == ud.Nmod && c > noun && r.caseOf(c) != "by" && !r.temporal(c) {
			first, last := r.syn.Edges(c)
			out = append(out, r.seg.SpanOf(first, last))
		}
	}
	return out.Normal()
}

// temporal reports whether a word heads a time.
func (r *reading) temporal(t annot.TokenID) bool {
	sp := r.seg.Tokens[t].Span
	for i := range r.times.List {
		if r.times.List[i].Span.Overlaps(sp) {
			return true
		}
	}
	return false
}

func (r *reading) caseOf(t annot.TokenID) string {
	if c := r.syn.Child(t, ud.Case); c != annot.None {
		return strings.ToLower(r.seg.Word(c))
	}
	return ""
}

func (r *reading) passive(verb annot.TokenID) bool {
	if a := r.syn.Child(verb, ud.OblAgent); a != annot.None && r.is("means", r.syn.Words[a].Lemma) {
		return r.syn.Child(verb, ud.AuxPass) != annot.None // "conferred by telephone"
	}
	if r.syn.Child(verb, ud.NsubjPass) != annot.None && r.syn.Child(verb, ud.AuxPass, ud.OblAgent) == annot.None && (r.syn.Words[verb].Feats.Has(ud.VerbFormFin) || r.syn.Words[verb].Rel == ud.Root) {
		return false // "the nurses called on the board": no passive, whatever the tree says
	}
	return r.syn.Child(verb, ud.NsubjPass, ud.AuxPass, ud.OblAgent) != annot.None || r.sharesPassive(verb) ||
		r.syn.Words[verb].Rel == ud.Acl && r.syn.Words[verb].Feats.Has(ud.VoicePass) && !r.mainClause(verb)
}

// mainClause reports whether what the parser took for a participle behind the
// head of its sentence is the verb of a main clause: "the envoy backed Halvik's
// call" without a verb above it.
func (r *reading) mainClause(verb annot.TokenID) bool {
	w := &r.syn.Words[verb]
	if w.Rel != ud.Acl || !w.Feats.Has(ud.TensePast) || w.Head == annot.None || w.Head > verb || r.syn.Child(verb, ud.OblAgent) != annot.None {
		return false
	}
	up := &r.syn.Words[w.Head]
	return up.Rel == ud.Root && (up.UPOS == ud.NOUN || up.UPOS == ud.PROPN) && r.syn.Child(w.Head, ud.Cop, ud.Nsubj) == annot.None
}

// sharesPassive reports whether a participle leans on the auxiliary of the
// passive that it is coordinated with: "33 were hurt and 130 displaced".
func (r *reading) sharesPassive(verb annot.TokenID) bool {
	w := &r.syn.Words[verb]
	if w.Rel != ud.Conj || w.Head == annot.None || !w.Feats.Has(ud.VerbFormPart|ud.TensePast) || r.syn.Child(verb, ud.Obj, ud.Aux) != annot.None {
		return false
	}
	return r.syn.Child(w.Head, ud.AuxPass) != annot.None
}
