package event

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// parties returns the actors at t and those coordinated with it; of a group,
// its members.
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
	e := r.ents.Of(r.ms.ByHead(t))
	if e == annot.None {
		return out
	}
	row := r.ents.List[e]
	if row.Kind == annot.PlaceMention || row.Kind == annot.OtherMention || row.Kind == annot.OutletMention {
		return out
	}
	if len(row.Members) > 0 {
		return append(out, row.Members...)
	}
	return append(out, e)
}

// actors returns who does it: the subject, the agent of a passive, or the
// subject of the verb that controls this one.
func (r *reading) actors(verb annot.TokenID) []annot.EntityID {
	if r.passive(verb) {
		return r.parties(r.syn.Child(verb, ud.OblAgent))
	}
	for v := verb; v != annot.None; v = r.syn.Words[v].Head {
		if s := r.syn.Child(v, ud.Nsubj, ud.NsubjPass); s != annot.None {
			return r.parties(s)
		}
		switch r.syn.Words[v].Rel.Universal() {
		case ud.Xcomp, ud.Conj, ud.Advcl:
		case ud.Acl:
			if r.syn.Words[v].Rel == ud.AclRelcl || r.syn.Words[v].Feats.Has(ud.VerbFormGer) {
				return r.parties(r.syn.Words[v].Head)
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// recipients returns to whom it is done: the object, the subject of a
// passive, or who stands behind "against", "with", "to", "on".
func (r *reading) recipients(verb annot.TokenID) []annot.EntityID {
	if r.passive(verb) {
		return r.parties(r.syn.Child(verb, ud.NsubjPass))
	}
	if o := r.syn.Child(verb, ud.Obj, ud.Iobj); o != annot.None {
		if p := r.parties(o); len(p) > 0 {
			return p
		}
		if p := r.against(o); len(p) > 0 {
			return p
		}
		if p := r.ofNoun(o); len(p) > 0 {
			return p // "rejected the union's offer"
		}
	}
	return r.against(verb)
}

// against returns the parties in a prepositional dependent that names the
// other side.
func (r *reading) against(t annot.TokenID) []annot.EntityID {
	for c := range r.syn.Children(t) {
		switch r.syn.Words[c].Rel.Universal() {
		case ud.Obl, ud.Nmod:
		default:
			continue
		}
		k := r.syn.Child(c, ud.Case)
		if k == annot.None {
			continue
		}
		switch strings.ToLower(r.seg.Word(k)) {
		case "against", "with", "on", "at", "to", "upon", "from", "of":
			if p := r.parties(c); len(p) > 0 {
				return p
			}
		}
	}
	return nil
}

// ofNoun returns whose deed a noun is: its possessor, or an adjective or
// compound that names a party.
func (r *reading) ofNoun(t annot.TokenID) []annot.EntityID {
	for c := range r.syn.Children(t) {
		switch w := &r.syn.Words[c]; {
		case w.Rel == ud.NmodPoss, c < t && (w.Rel == ud.Amod || w.Rel == ud.Compound):
			if p := r.parties(c); len(p) > 0 {
				return p
			}
		case w.Rel == ud.Nmod:
			if k := r.syn.Child(c, ud.Case); k != annot.None && strings.EqualFold(r.seg.Word(k), "by") {
				return r.parties(c)
			}
		}
	}
	return nil
}

func (r *reading) passive(verb annot.TokenID) bool {
	return r.syn.Child(verb, ud.NsubjPass, ud.AuxPass, ud.OblAgent) != annot.None ||
		r.syn.Words[verb].Rel == ud.Acl && r.syn.Words[verb].Feats.Has(ud.VoicePass)
}
