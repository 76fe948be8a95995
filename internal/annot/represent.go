package annot

import (
	"readout/internal/ud"
	"readout/record"
)

// SpeaksFor reports whether the words make one entity the voice of another:
// a mention of the first holds one of the second, as "its envoy", "a
// spokeswoman for the mayor" and "the union's leader" do, or the second is
// called by the first's own pronoun, as a lawyer's "her client" is.
func (e *Entities) SpeaksFor(ms *Mentions, speaker, party EntityID) bool {
	if speaker == None || party == None || speaker == party {
		return false
	}
	return e.holds(ms, speaker, party, true) || e.holds(ms, party, speaker, false)
}

// holds reports whether a mention of outer has one of inner in it. Whole says
// to look at the phrase with title and apposition; else it has to be a pronoun
// in the mention itself. Both lists are in reading order, so one walk is
// enough.
func (e *Entities) holds(ms *Mentions, outer, inner EntityID, whole bool) bool {
	in := e.List[inner].Mentions
	i := 0
	for _, m := range e.List[outer].Mentions {
		row := &ms.List[m]
		sp := row.Span
		if whole && !row.Whole.Empty() {
			sp = Span{Start: min(sp.Start, row.Whole.Start), End: max(sp.End, row.Whole.End)}
		}
		for i < len(in) && ms.List[in[i]].Span.Start < sp.Start {
			i++
		}
		for j := i; j < len(in) && ms.List[in[j]].Span.Start < sp.End; j++ {
			n := &ms.List[in[j]]
			if sp.Contains(n.Span) && n.Span != row.Span && (whole || n.Form == record.Pronominal) {
				return true
			}
		}
	}
	return false
}

// Setter returns whose condition it is: of the party that is to act, where the
// speaker speaks for that party, is an unnamed voice that passes on what a body
// will do, or is nobody; else of the speaker.
func (c *Condition) Setter(syn *Syntax, ms *Mentions, ents *Entities, speaker EntityID) EntityID {
	if !c.Holder.Empty() {
		if who := ents.Of(ms.ByHead(syn.HeadOf(c.Holder))); who != None {
			return who
		}
	}
	doer, at := ents.doer(syn, ms, c.Consequence)
	if at == None || doer == None || doer == speaker {
		return speaker
	}
	if c.To != None && ms.List[at].Form == record.Pronominal && doer == ents.Of(ms.ByHead(c.To)) {
		return speaker // "told colleagues they might": not the colleagues
	}
	head := syn.HeadOf(c.Consequence[0])
	pledge := c.Kind == record.Threat || c.Kind == record.Promise
	if speaker == None { // told by the report, or by nobody: "is said to be ready to"
		if pledge || c.Attribution == None && (c.Exchange || negated(syn, head) && syn.Child(head, ud.Aux) != None) {
			return doer
		}
		return None
	}
	pronoun := ms.List[at].Form == record.Pronominal
	switch person := ents.List[speaker].Kind == PersonMention; {
	case ents.body(speaker) && pronoun, (ents.body(speaker) || ents.List[doer].Kind == GroupMention) && ents.holds(ms, doer, speaker, false):
		return speaker // a carrier's "it would resume flights", a union's "its members will strike"
	case c.Kind == record.Warning: // who warns of "it" or of what his own will do, warns himself
		if !pronoun && ents.holds(ms, speaker, doer, true) {
			return doer
		}
		return speaker
	case ents.SpeaksFor(ms, speaker, doer), !(person && ents.List[speaker].Named) && (pledge || negated(syn, head)) && (ents.body(doer) || !ents.body(speaker) && ents.List[doer].Kind == GroupMention && !pronoun) && syn.Child(head, ud.Cop) == None:
		return doer
	}
	return speaker
}

// negated reports whether a clause is denied by "not".
func negated(syn *Syntax, head TokenID) bool {
	for c := range syn.Children(head) {
		if syn.Words[c].Feats.Has(ud.PolarityNeg) {
			return true
		}
	}
	return false
}

// body reports whether an entity is a body that can be bound by what is said
// of it: a state, a government, an organisation, or a group by its name.
func (e *Entities) body(id EntityID) bool {
	switch x := &e.List[id]; x.Kind {
	case StateMention, GovernmentMention, OrganisationMention:
		return true
	case GroupMention:
		return x.Named
	}
	return false
}

// Doer returns who is to act by the words of a clause: its subject, or that of
// the verb that it completes; None where no entity is known by it.
func (e *Entities) Doer(syn *Syntax, ms *Mentions, clause Spans) EntityID {
	who, _ := e.doer(syn, ms, clause)
	return who
}

// doer is Doer with the mention.
func (e *Entities) doer(syn *Syntax, ms *Mentions, clause Spans) (EntityID, MentionID) {
	if len(clause) == 0 {
		return None, None
	}
	if h := syn.HeadOf(clause[0]); h != None && syn.Child(h, ud.AuxPass) != None {
		return None, None // "or be wound up": done to its subject
	}
	raised := false
	for t, steps := syn.HeadOf(clause[0]), 0; t != None && steps < 4; steps++ {
		s := syn.Child(t, ud.Nsubj)
		if s == None && raised {
			s = syn.Child(t, ud.NsubjPass) // "is understood to be ready to leave"
		}
		if s != None {
			m := ms.ByHead(s)
			return e.Of(m), m
		}
		raised = raised || syn.Words[t].Rel == ud.Xcomp
		if r := syn.Words[t].Rel; r != ud.Xcomp && r != ud.Conj {
			return None, None
		}
		t = syn.Words[t].Head
	}
	return None, None
}
