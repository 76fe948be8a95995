package position

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// doer returns who does what a verb or adjective says, and the token of the
// subject. In "Halvik will talk, its envoy said, but will not sign" trees give
// the second verb to the envoy: who is spoken of there is the first clause's.
func (r *reading) doer(t annot.TokenID) (annot.EntityID, annot.TokenID) {
	e, s := r.subject(t)
	if s == annot.None {
		return r.bySource(t)
	}
	if s > t {
		return e, s
	}
	if x := r.behindAside(t, s); x != annot.None {
		return r.party(x), x
	}
	at := r.seg.Tokens[t].Span.Start
	for i := range r.atts.List {
		a := &r.atts.List[i]
		if len(a.Content) < 2 || a.SourceHead != s || !a.Content[len(a.Content)-1].Contains(r.seg.Tokens[t].Span) || at < a.Cue.End {
			continue
		}
		first, end := r.seg.Within(a.Content[0])
		for x := first; x < end; x++ {
			if rel := r.syn.Words[x].Rel; rel == ud.Nsubj || rel == ud.NsubjPass {
				return r.party(x), x
			}
		}
	}
	return e, s
}

// bySource returns who is the source of a cue that its tree leaves without a
// subject, as where the subject hangs on a verb of saying further on.
func (r *reading) bySource(t annot.TokenID) (annot.EntityID, annot.TokenID) {
	for i := range r.atts.List {
		if a := &r.atts.List[i]; a.CueHead == t && a.SourceHead != annot.None && a.SourceHead < t {
			return r.party(a.SourceHead), a.SourceHead
		}
	}
	return annot.None, annot.None
}

// behindAside reads "Halvik will talk, officials said, and has agreed to pay":
// what stands behind the aside is Halvik's. It returns the subject of the
// clause before the aside, or None.
func (r *reading) behindAside(t, s annot.TokenID) annot.TokenID {
	said := r.syn.Words[t].Head
	cc := r.syn.Child(t, ud.Cc)
	if r.syn.Words[t].Rel != ud.Conj || said == annot.None || cc == annot.None || cc == 0 || r.seg.Word(cc-1) != "," || r.syn.Words[s].Head != said {
		return annot.None
	}
	for i := range r.atts.List {
		a := &r.atts.List[i]
		if a.CueHead != said || a.SourceHead != s || a.Form != record.Reported || a.Content[0].End > r.seg.Tokens[s].Span.Start {
			continue
		}
		if h := r.syn.HeadOf(a.Content[0]); h != annot.None {
			return r.syn.Child(h, ud.Nsubj, ud.NsubjPass)
		}
	}
	return annot.None
}

// subject returns the subject of a verb or adjective: its own, that of the verb
// over it, or the noun it describes.
func (r *reading) subject(t annot.TokenID) (annot.EntityID, annot.TokenID) {
	for v, steps := t, 0; v != annot.None && steps < 6; steps++ {
		w := &r.syn.Words[v]
		s := r.syn.Child(v, ud.Nsubj, ud.NsubjPass, ud.NsubjOuter)
		if x := r.syn.Child(v, ud.Expl, ud.Mark); s == annot.None && x != annot.None && r.pronoun(x) {
			s = x // "it was willing" is not always seen for what it is
		}
		if s != annot.None && s != t {
			if r.syn.Words[s].Rel == ud.NsubjPass && v == t && w.UPOS == ud.VERB && !r.adjectival(v) && r.syn.Child(v, ud.AuxPass) != annot.None {
				return r.agent(v)
			}
			if w.Rel == ud.AclRelcl && r.relative(s) {
				return r.entity(w.Head), w.Head
			}
			return r.party(s), s
		}
		if x := r.strayed(v); s == annot.None && x != annot.None {
			return r.party(x), x
		}
		switch w.Rel {
		case ud.AclRelcl, ud.Acl:
			if v == t && r.passive(v) && !r.adjectival(v) {
				return r.agent(v)
			}
			return r.entity(w.Head), w.Head
		case ud.Xcomp, ud.Conj, ud.Advcl, ud.Dep, ud.Parataxis:
			if up := w.Head; w.Rel == ud.Xcomp && up != annot.None {
				if o := r.syn.Child(up, ud.Obj, ud.Iobj); o != annot.None && o < v {
					return r.party(o), o // "left lenders unwilling to"
				}
			}
			if o := r.thanked(v); o != annot.None {
				return r.party(o), o
			}
			v = w.Head
		default:
			return annot.None, annot.None
		}
	}
	return annot.None, annot.None
}

// strayed returns the subject of a clause that a parser hung on the verb of
// saying behind it: "Its offer stands, a spokesman said"; or None.
func (r *reading) strayed(v annot.TokenID) annot.TokenID {
	w := &r.syn.Words[v]
	if w.Rel != ud.Ccomp || w.Head < v {
		return annot.None
	}
	for c := range r.syn.Children(w.Head) {
		if c < v && (r.syn.Words[c].Rel == ud.Nsubj || r.syn.Words[c].Rel == ud.NsubjOuter) {
			return c
		}
	}
	return annot.None
}

// thanked returns the party that a gerund behind a preposition tells of, the
// object of the verb over it: "congratulated Halvik on agreeing"; or None.
func (r *reading) thanked(v annot.TokenID) annot.TokenID {
	w := &r.syn.Words[v]
	k := r.syn.Child(v, ud.Mark, ud.Case)
	if w.Rel != ud.Advcl || k == annot.None || w.Head == annot.None || !strings.HasSuffix(lower(r.seg.Word(v)), "ing") {
		return annot.None
	}
	switch lower(r.seg.Word(k)) {
	case "for", "on", "over", "into", "of":
		if o := r.syn.Child(w.Head, ud.Obj, ud.Iobj); o > w.Head && o < v && r.acts(r.entity(o)) {
			return o
		}
	}
	return annot.None
}

// relative reports whether a subject is a relative pronoun.
func (r *reading) relative(s annot.TokenID) bool {
	switch lower(r.seg.Word(s)) {
	case "which", "who", "that", "whom":
		return true
	}
	return false
}

// passive reports whether a verb is a participle that says what was done to
// its noun.
func (r *reading) passive(v annot.TokenID) bool {
	w := &r.syn.Words[v]
	if r.syn.Child(v, ud.AuxPass) != annot.None {
		return true
	}
	if up := w.Head; w.Rel == ud.Conj && up != annot.None && r.syn.Child(up, ud.AuxPass) != annot.None && w.Feats.Has(ud.VerbFormPart) && r.syn.Child(v, ud.Nsubj, ud.Obj) == annot.None {
		_, by := r.agent(v)
		return by != annot.None
	}
	return w.UPOS == ud.VERB && w.Feats.Has(ud.VerbFormPart) && w.Feats.Has(ud.TensePast) && r.syn.Child(v, ud.Aux, ud.Nsubj) == annot.None && w.Rel != ud.Conj
}

// agent returns who a passive says did it: "rejected by the guild".
func (r *reading) agent(v annot.TokenID) (annot.EntityID, annot.TokenID) {
	for c := range r.syn.Children(v) {
		if k := r.syn.Child(c, ud.Case); c > v && k != annot.None && lower(r.seg.Word(k)) == "by" {
			return r.entity(c), c
		}
	}
	return annot.None, annot.None
}

// party returns the actor that a subject denotes; "we" and "I" are the
// speaker's, or his whom he speaks for.
func (r *reading) party(s annot.TokenID) annot.EntityID {
	switch lower(r.seg.Word(s)) {
	case "we", "us", "our", "ourselves":
		if st := r.stmts.Holding(r.seg.Tokens[s].Span); st != annot.None && r.stmts.List[st].Speaker != annot.None {
			if who := r.stmts.List[st].Speaker; r.ents.List[who].Named {
				return who
			}
			return r.client(r.stmts.List[st].Speaker)
		}
		return annot.None
	case "i", "me", "my":
		if st := r.stmts.Holding(r.seg.Tokens[s].Span); st != annot.None {
			return r.stmts.List[st].Speaker
		}
	}
	e := r.entity(s)
	if p := r.syn.Child(s, ud.NmodPoss); p != annot.None && r.syn.Words[s].Lemma == "member" && (r.pronoun(p) || r.syn.Words[p].UPOS == ud.PRON) {
		return r.party(p) // "its members will not" is the union's
	}
	if e != annot.None && lower(r.seg.Word(s)) == "members" && r.syn.Child(s, ud.NmodPoss, ud.Nmod, ud.Det, ud.Amod) == annot.None {
		if who := r.speakerAt(s); who != annot.None && r.client(who) != who {
			return r.client(who) // "members would never, its secretary said"
		}
	}
	if e == annot.None && r.pronoun(s) {
		if e = r.speakerAt(s); e != annot.None {
			return r.client(e)
		}
	}
	return e
}

// speakerAt returns who says the words at t, by the innermost attribution that
// holds them.
func (r *reading) speakerAt(t annot.TokenID) annot.EntityID {
	sp := r.seg.Tokens[t].Span
	best, size := annot.EntityID(annot.None), 0
	for i := range r.atts.List {
		a := &r.atts.List[i]
		if !a.Content.Contains(sp) || a.SourceHead == annot.None || size > 0 && a.Content.Len() >= size {
			continue
		}
		best, size = r.entity(a.SourceHead), a.Content.Len()
	}
	return best
}

// owner returns whose a noun of committing is: its possessive, who stands
// behind "by", "from" or "of", or who gives, makes or issues it.
func (r *reading) owner(n annot.TokenID) annot.EntityID {
	if p := r.syn.Child(n, ud.NmodPoss); p != annot.None {
		if e := r.party(p); e != annot.None {
			return e
		}
	}
	for c := range r.syn.Children(n) {
		if c < n {
			continue
		}
		if k := r.syn.Child(c, ud.Case); k != annot.None {
			switch lower(r.seg.Word(k)) {
			case "by", "from":
				if e := r.entity(c); e != annot.None {
					return e
				}
			}
		}
	}
	return annot.None
}

// acts reports whether an entity can bind itself: no place, no outlet.
func (r *reading) acts(e annot.EntityID) bool {
	if e == annot.None {
		return false
	}
	switch r.ents.List[e].Kind {
	case annot.OutletMention, annot.PlaceMention, annot.OtherMention:
		return false
	}
	return true
}

// ownAccount reports whether what the words at t tell of a party may stand as
// its own: the report's word, its own, or that of one who speaks for it or
// gives no name. Strict leaves out what any other party says of it.
func (r *reading) ownAccount(t annot.TokenID, party annot.EntityID, strict bool) bool {
	at := r.seg.Tokens[t].Span.Start
	for i := range r.stmts.List {
		s := &r.stmts.List[i]
		if s.Attribution == annot.None {
			continue
		}
		a := &r.atts.List[s.Attribution]
		if sp := a.Cue; sp.Start <= at && at < sp.End && hedged(s.Firmness) && !(s.Firmness == record.ThreatenedIf && r.syn.Words[t].Lemma == "offer") {
			return false
		}
		if !a.Content.Has(at) || !s.Content.Has(at) || r.addedTo(a, t) {
			continue
		}
		switch s.Firmness {
		case record.Believed, record.Hoped, record.Feared, record.Desired, record.Demanded, record.Undecided, record.Denied, record.Floated, record.ThreatenedIf, record.Threatened:
			return false
		}
		if r.alleged(s.Attribution) {
			return false
		}
		if strict && s.Speaker != party && s.Speaker != annot.None && r.ents.List[s.Speaker].Named && !r.speaks(s.Speaker, party) {
			return false
		}
	}
	return true
}

// addedTo reports whether a verb stands in a clause that a comma adds to the
// thing of a content, and that is no part of what is proposed or believed:
// "proposed a patrol, which Velm turned down".
func (r *reading) addedTo(a *annot.Attribution, t annot.TokenID) bool {
	w := &r.syn.Words[t]
	if w.Rel != ud.AclRelcl || a.Form != record.Reported || w.Head == annot.None || a.CueHead == annot.None || a.CueHead > w.Head {
		return false
	}
	first, _ := r.syn.Edges(t)
	if r.syn.Words[a.CueHead].Lemma == "say" {
		return false
	}
	return r.seg.Word(first) == "," || first > 0 && r.seg.Word(first-1) == ","
}

// hedged reports whether a statement was judged to be less than its cue's own
// word: denied, possible, left open.
func hedged(f record.Firmness) bool {
	switch f {
	case record.Possible, record.Denied, record.Demanded, record.Desired, record.Hoped, record.Feared, record.Believed, record.Floated, record.Evaluative, record.Threatened, record.ThreatenedIf:
		return true
	}
	return false
}

// speaks reports whether one may bind another by his word: his envoy, his
// minister, a member of it.
func (r *reading) speaks(speaker, party annot.EntityID) bool {
	return r.ents.SpeaksFor(r.ms, speaker, party) || r.ents.SpeaksFor(r.ms, party, speaker) || r.minister(speaker, party) || r.belongs(party, speaker)
}

// byAdjective returns the state whose adjective stands before a stance: "the
// Greek line"; or None.
func (r *reading) byAdjective(n annot.TokenID) annot.EntityID {
	for c := range r.syn.Children(n) {
		if rel := r.syn.Words[c].Rel; c > n || rel != ud.Amod && rel != ud.Compound {
			continue
		}
		if e := r.entity(c); e != annot.None && (r.ents.List[e].Kind == annot.StateMention || r.ents.List[e].Kind == annot.GovernmentMention) {
			return e
		}
	}
	return annot.None
}

// behind returns whose stance a voice tells: its own where it has a name, and is
// no spokesman's.
func (r *reading) behind(e annot.EntityID) annot.EntityID {
	if e == annot.None || r.ents.List[e].Named {
		if e == annot.None {
			return e
		}
		return r.principal(e)
	}
	return r.client(e)
}

// principal returns for whom a spokesman speaks, by the words of his title or
// of the phrase that he is known by, or the actor itself.
func (r *reading) principal(e annot.EntityID) annot.EntityID {
	if r.ents.List[e].Kind != annot.PersonMention {
		return e
	}
	for _, m := range r.ents.List[e].Mentions {
		row := &r.ms.List[m]
		if !r.spokesman(row) {
			continue
		}
		sp := row.Whole
		for i := max(0, int(m)-8); i < len(r.ms.List) && r.ms.List[i].Span.Start < sp.End; i++ {
			if x := r.ents.Of(annot.MentionID(i)); x != annot.None && x != e && sp.Contains(r.ms.List[i].Span) && r.acts(x) && r.ents.List[x].Kind != annot.PersonMention {
				return x
			}
		}
	}
	return e
}

// spokesman reports whether a mention is headed or titled by a word for one who
// only lends his voice: "a company spokesman", "ministry spokeswoman Ada Lind".
func (r *reading) spokesman(m *annot.Mention) bool {
	if strings.HasPrefix(lower(r.syn.Words[m.Head].Lemma), "spokes") {
		return true
	}
	for _, title := range m.Titles {
		if strings.Contains(lower(r.seg.Text.Slice(title)), "spokes") {
			return true
		}
	}
	return false
}

// belongs reports whether words for a party hold its speaker: "his country",
// "Ms Orm's party".
func (r *reading) belongs(party, speaker annot.EntityID) bool {
	for _, m := range r.ents.List[party].Mentions {
		sp := r.ms.List[m].Span
		for i := int(m) + 1; i < len(r.ms.List) && r.ms.List[i].Span.Start < sp.End; i++ {
			if sp.Contains(r.ms.List[i].Span) && r.ents.Of(annot.MentionID(i)) == speaker {
				return true
			}
		}
	}
	return false
}
