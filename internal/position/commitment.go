package position

import (
	"cmp"
	"slices"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// commitments reads off every statement whose cue is a word of committing
// what a party takes on, then what conditions promise, then what other words
// tell of a party, and last the statements that are left.
func (r *reading) commitments() []annot.Commitment {
	done := make([]bool, len(r.seg.Tokens))
	out := r.stated(nil, true, done)
	out = r.fromConditions(out)
	out = r.told(out, done)
	out = r.stated(out, false, done)
	slices.SortStableFunc(out, func(a, b annot.Commitment) int { return cmp.Compare(a.What[0].Start, b.What[0].Start) })
	return out
}

// stated adds what statements commit to: those that say it by their cue, or
// the others. It marks cues that have been judged.
func (r *reading) stated(out []annot.Commitment, byCue bool, done []bool) []annot.Commitment {
	for i := range r.stmts.List {
		s := &r.stmts.List[i]
		if s.Headline || s.Attribution == annot.None || !r.committed(s) || !commits(s.Firmness) || s.Speaker == annot.None || r.byCue(s) != byCue {
			continue
		}
		if _, negated := r.clauseSubject(s); !byCue && s.Firmness == record.Refused && !negated {
			continue // nobody will not do it
		}
		if h := r.syn.HeadOf(s.Content[0]); !byCue && s.Firmness != record.Refused && h != annot.None && (r.negated(h) || r.undone(h)) {
			continue
		}
		void := r.noComment(s) || r.atts.List[s.Attribution].CueHead != annot.None && r.onceReady(r.atts.List[s.Attribution].CueHead) || r.underNoun(s.Attribution) || r.hardly(s.Attribution) || r.alleged(s.Attribution) || r.undone(r.atts.List[s.Attribution].CueHead)
		c, ok := annot.Commitment{}, false
		if !void && (byCue || !taken(out, s.Content)) {
			c, ok = r.fromStatement(s)
		}
		if ok {
			c.Statement = annot.StatementID(i)
			out = append(out, c)
		}
		if ok || void {
			first, end := r.seg.Within(r.atts.List[s.Attribution].Cue)
			for t := first; t < end; t++ {
				done[t] = true
			}
		}
	}
	return out
}

// underNoun reports whether a cue is an infinitive that a noun only makes
// possible: "the right to veto the sale".
func (r *reading) underNoun(a annot.AttributionID) bool {
	t := r.atts.List[a].CueHead
	if t == annot.None {
		return false
	}
	w := &r.syn.Words[t]
	return w.Rel == ud.Acl && w.Feats.Has(ud.VerbFormInf) && w.Head != annot.None && r.syn.Words[w.Head].UPOS == ud.NOUN
}

// committed reports whether the word of a cue takes something on: who opposes
// or backs a thing holds a position, and that is all.
func (r *reading) committed(s *annot.Statement) bool {
	cue := r.atts.List[s.Attribution].CueHead
	if cue == annot.None || r.is("opposing", r.syn.Words[cue].Lemma) {
		return cue == annot.None
	}
	for c := range r.syn.Children(cue) {
		if f := lower(r.seg.Word(c)); s.Firmness == record.Interest && (f == "more" || f == "less") {
			return false // "more interested in protecting themselves than in a deal"
		}
	}
	if s.Firmness != record.Refused || !r.byCue(s) {
		return true
	}
	first, end := r.seg.Within(r.atts.List[s.Attribution].Cue)
	for t := first; t < end; t++ {
		if f, _ := r.frameAt(t); f != nil && (f.class == record.Refused || r.negated(t)) || r.denies(t, t+1) {
			return true
		}
	}
	return false
}

// byCue reports whether the words that make a statement firm stand in its cue.
func (r *reading) byCue(s *annot.Statement) bool {
	if len(s.FirmnessWords) == 0 {
		return true
	}
	return s.FirmnessWords.Overlaps(r.atts.List[s.Attribution].Cue)
}

// fromStatement reads one statement.
func (r *reading) fromStatement(s *annot.Statement) (annot.Commitment, bool) {
	excludes := r.excluded(s.Speaker, s.Firmness, s.Content)
	holder := r.committer(s, len(excludes) > 0)
	if !r.acts(holder) {
		return annot.Commitment{}, false
	}
	what, to := r.what(s, holder), r.to(s)
	if a, ok := r.whole(s); ok {
		what = annot.Spans{a}
	}
	if w, who := r.pastTaker(s, what); who != annot.None {
		what, to = w, who
	}
	if given, who := r.givenTo(s); who != annot.None {
		what, to = given, who
	}
	if s.Firmness == record.Promised && len(what) == 1 {
		if t := r.pastHearer(what[0]); t != annot.None {
			what, to = annot.Spans{{Start: r.seg.Tokens[t].Span.Start, End: what[0].End}}, r.entity(t-1)
		}
	}
	if x, _ := r.clauseSubject(s); s.Firmness == record.RuledOut && !r.byCue(s) && x != annot.None && !r.self(holder, x) && !r.pronoun(x) {
		first, last := r.syn.Edges(x) // "arbitration is off the menu"
		what = annot.Spans{r.cutAt(first, last+1)}
	}
	if v, last := r.seg.Within(what[len(what)-1]); len(what) == 1 && v < last && r.syn.Words[v].Feats.Has(ud.VerbFormInf) {
		what[0] = r.seg.SpanOf(v, r.ownEnd(v, last-1))
	}
	if h := r.syn.HeadOf(what[0]); h != annot.None && s.Firmness == record.Refused && (r.answering(act{head: h}) || r.keepsStance(h) || r.syn.Words[h].Lemma == "do") {
		return annot.Commitment{}, false
	}
	if h := r.syn.HeadOf(what[0]); h != annot.None && s.Firmness == record.Agreed && r.byCue(s) && r.is("fact-noun", r.syn.Words[h].Lemma) {
		return annot.Commitment{}, false
	}
	if c := r.atts.List[s.Attribution].CueHead; c != annot.None && s.Firmness == record.Agreed && r.syn.Words[c].Lemma == "agree" {
		if h := r.syn.HeadOf(what[0]); h != annot.None && r.opinion(&frame{takes: clause, class: record.Agreed}, act{head: h}) {
			return annot.Commitment{}, false
		}
	}
	if len(what) == 0 || r.empty(s, what) {
		return annot.Commitment{}, false
	}
	firmness := s.Firmness
	what = r.offTable(s, what)
	if first, _ := r.seg.Within(what[0]); (firmness == record.Offered || firmness == record.Promised || firmness == record.Agreed) && will(lower(r.seg.Word(first))) && r.denies(first, first+3) {
		firmness = record.Refused // "is ready to talk but will not disarm"
		what[0].Start = r.seg.Tokens[r.afterWill(first)].Span.Start
	}
	return annot.Commitment{Holder: holder, To: to, What: what, Firmness: firmness, Excludes: excludes, By: annot.By("position/" + string(firmness))}, true
}

// offTable leaves "on the table" out of what is put there.
func (r *reading) offTable(s *annot.Statement, what annot.Spans) annot.Spans {
	cue := r.atts.List[s.Attribution].CueHead
	first, end := r.seg.Within(what[len(what)-1])
	if cue == annot.None || end-first < 4 || r.syn.Words[end-1].Lemma != "table" || lower(r.seg.Word(end-3)) != "on" {
		return what
	}
	switch r.syn.Words[cue].Lemma {
	case "put", "lay", "place", "have", "leave":
		what[len(what)-1].End = r.seg.Tokens[end-4].Span.End
	}
	return what
}

// whole returns what the cue of a statement takes, by its own words, where
// the statement holds all that is attributed: it has the better edges.
func (r *reading) whole(s *annot.Statement) (annot.Span, bool) {
	a := &r.atts.List[s.Attribution]
	if a.CueHead == annot.None || !r.byCue(s) || !slices.Equal(a.Content, s.Content) || len(s.Content) > 1 {
		return annot.Span{}, false
	}
	f, last := r.frameAt(a.CueHead)
	if f == nil || f.class != s.Firmness {
		return annot.Span{}, false
	}
	x, ok := r.between(a.CueHead, last, f)
	if !ok {
		x, ok = r.complement(a.CueHead, last, f)
	}
	if !ok || !x.what.Contains(s.Content[0]) && !r.onlyActor(s.Content[0]) || !r.sensible(f, f.class, x) {
		return annot.Span{}, false
	}
	return x.what, true
}

// pastTaker cuts off to whom a thing is offered where a parser took it for part
// of the thing: "offered [the crews binding arbitration]".
func (r *reading) pastTaker(s *annot.Statement, what annot.Spans) (annot.Spans, annot.EntityID) {
	cue := r.atts.List[s.Attribution].CueHead
	if cue == annot.None || len(what) != 1 || s.Firmness != record.Offered && s.Firmness != record.Promised || !r.byCue(s) {
		return nil, annot.None
	}
	switch r.syn.Words[cue].Lemma {
	case "offer", "promise", "guarantee":
	default:
		return nil, annot.None
	}
	o := r.syn.Child(cue, ud.Obj, ud.Iobj)
	first, end := r.seg.Within(what[0])
	if o == annot.None || o < first || o+1 >= end || r.entity(o) == annot.None || r.syn.Child(o, ud.Conj) != annot.None {
		return nil, annot.None
	}
	if x := r.syn.Child(cue, ud.Xcomp); x != o+1 && r.syn.Child(cue, ud.Ccomp) != o+1 || r.syn.Child(o+1, ud.Mark) != annot.None {
		return nil, annot.None
	}
	return annot.Spans{r.cutAt(o+1, end)}, r.entity(o)
}

// pastHearer returns the subject of what is promised where its hearer stands
// before it without a mark: "[promised] crews there would be work"; or None.
func (r *reading) pastHearer(sp annot.Span) annot.TokenID {
	first, end := r.seg.Within(sp)
	for t := first + 1; t < min(end-1, first+6); t++ {
		switch u := r.syn.Words[t].UPOS; {
		case u == ud.VERB, u == ud.AUX, u == ud.SCONJ, u == ud.PUNCT:
			return annot.None
		case u == ud.PRON && (will(lower(r.seg.Word(t+1))) || lower(r.seg.Word(t+1)) == "'d"):
			if p := r.syn.Words[t-1].UPOS; p == ud.NOUN || p == ud.PROPN {
				return t
			}
			return annot.None
		}
	}
	return annot.None
}

// givenTo reads a passive with two objects, "villagers were promised a school":
// what, and to whom.
func (r *reading) givenTo(s *annot.Statement) (annot.Spans, annot.EntityID) {
	cue := r.atts.List[s.Attribution].CueHead
	if cue == annot.None {
		return nil, annot.None
	}
	n, o := r.syn.Child(cue, ud.NsubjPass), r.syn.Child(cue, ud.Obj)
	if n == annot.None || o == annot.None || o < cue {
		return nil, annot.None
	}
	first, last := r.syn.Edges(o)
	return annot.Spans{r.cutAt(first, last+1)}, r.entity(n)
}

// committer returns who is bound by a statement: its speaker, or the party
// that the speaker speaks for where that is what the clause is about ("its
// envoy said Halvik would not sign"). One named party's word on what another
// will not do binds nobody.
func (r *reading) committer(s *annot.Statement, excludes bool) annot.EntityID {
	subject, negated := r.clauseSubject(s)
	if subject == annot.None {
		if first, _ := r.seg.Within(s.Content[0]); will(lower(r.seg.Word(first))) && !r.ents.List[s.Speaker].Named {
			return r.client(s.Speaker) // "[a spokesman said she was open to talks but] would not discuss"
		}
		return s.Speaker
	}
	switch lower(r.seg.Word(subject)) {
	case "we":
		if !r.ents.List[s.Speaker].Named {
			return r.client(s.Speaker)
		}
		return r.principal(s.Speaker)
	case "i":
		return s.Speaker
	}
	x := r.entity(subject)
	if m := r.ms.ByHead(subject); m != annot.None && r.ms.List[m].Form == record.Pronominal {
		switch who := &r.ents.List[s.Speaker]; {
		case who.Kind != annot.PersonMention: // a carrier's "it would" is its own
			return s.Speaker
		case !who.Named && (x == annot.None || x == s.Speaker):
			return r.client(s.Speaker) // an aide's "he was ready" is the minister's
		case !r.ents.SpeaksFor(r.ms, s.Speaker, x):
			return s.Speaker
		}
	}
	switch {
	case x == annot.None || x == s.Speaker || excludes:
		return s.Speaker
	case r.belongs(x, s.Speaker) && r.ents.List[x].Kind == annot.GroupMention:
		return s.Speaker // who vows that "his troops will hold"
	case r.ents.SpeaksFor(r.ms, s.Speaker, x):
		return x
	case s.Firmness != record.Refused || !negated:
		if !r.byCue(s) {
			return x // the word of committing is said of another
		}
		return s.Speaker
	case !r.ents.List[s.Speaker].Named, r.minister(s.Speaker, x):
		return x
	}
	return annot.None
}

// minister reports whether a person with a title speaks of a state or a
// government as its own may: "Norland will not sell, the energy minister Ola
// Berg said", where the words tie the speaker to no other state.
func (r *reading) minister(speaker, party annot.EntityID) bool {
	who := &r.ents.List[speaker]
	if k := r.ents.List[party].Kind; k != annot.StateMention && k != annot.GovernmentMention || who.Kind != annot.PersonMention || len(who.Titles) == 0 {
		return false
	}
	for _, m := range who.Mentions {
		sp := r.ms.List[m].Whole
		for i := max(0, int(m)-8); i < len(r.ms.List); i++ { // few stand before it in its phrase
			n := &r.ms.List[i]
			if n.Span.Start >= sp.End {
				break
			}
			if !sp.Contains(n.Span) {
				continue
			}
			if e := r.ents.Of(annot.MentionID(i)); e != annot.None && e != party && e != speaker && (r.ents.List[e].Kind == annot.StateMention || r.ents.List[e].Kind == annot.GovernmentMention) {
				return false
			}
		}
	}
	return true
}

// client returns for whom an unnamed voice speaks: the first actor in the
// words for it ("a lawyer for Corr & Sons"), or itself.
func (r *reading) client(speaker annot.EntityID) annot.EntityID {
	for _, m := range r.ents.List[speaker].Mentions {
		sp := r.ms.List[m].Span
		for i := int(m) + 1; i < len(r.ms.List) && r.ms.List[i].Span.Start < sp.End; i++ {
			if e := r.entity(r.ms.List[i].Head); e != annot.None && e != speaker && sp.Contains(r.ms.List[i].Span) {
				return e
			}
		}
	}
	return speaker
}

// clauseSubject returns the subject of what a statement holds, and whether its
// clause has "will not", "would not"; None where it holds no clause.
func (r *reading) clauseSubject(s *annot.Statement) (annot.TokenID, bool) {
	first, end := r.seg.Within(s.Content[0])
	for t := first; t < min(end, first+12); t++ {
		if rel := r.syn.Words[t].Rel; rel != ud.Nsubj && rel != ud.NsubjPass {
			continue
		}
		verb := r.syn.Words[t].Head
		if verb == annot.None || r.syn.Words[t].Feats.Has(ud.Poss) {
			continue
		}
		negated := false
		for c := range r.syn.Children(verb) {
			negated = negated || will(lower(r.seg.Word(c))) && r.negated(verb)
		}
		return t, negated
	}
	return annot.None, false
}

// empty reports whether what is left says nothing of a commitment: a bare
// "that", "nothing", a charge that is turned down, or an offer under "without".
func (r *reading) empty(s *annot.Statement, what annot.Spans) bool {
	first, end := r.seg.Within(what[0])
	if first >= end {
		return true
	}
	switch f := lower(r.seg.Word(first)); {
	case f == "if", f == "provided", f == "so" && end-first > 2 && lower(r.seg.Word(first+1)) == "long":
		return true // "[interested] so long as others audit it"
	case f == "as", f == "and" && end-first > 1 && r.syn.Words[first+1].Feats.Has(ud.VerbFormFin):
		return true // "dismissed [as nonsense]", "refused [and gives no sign of it]"
	case (f == "that" || f == "this") && (end-first == 1 || end-first > 1 && lower(r.seg.Word(first+1)) == "as"):
		return true
	case lower(r.seg.Word(end-1)) == "nothing":
		return true
	case s.Firmness != record.Refused && end-first > 2 && r.denies(end-1, end) && r.syn.Words[end-2].UPOS != ud.VERB:
		return true // "[offered support,] the Liberals did not"
	}
	if s.Firmness != record.Refused && s.Firmness != record.RuledOut && r.syn.Words[first].UPOS == ud.AUX && r.denies(first, first+2) && !will(lower(r.seg.Word(first))) {
		return true // "[agreed to halve it but] have not decided when"
	}
	if h := r.syn.HeadOf(what[0]); h != annot.None && r.class(r.syn.Words[h].Lemma) == s.Firmness && r.syn.Child(h, ud.Nsubj) != annot.None && r.syn.Child(h, ud.Obj, ud.Obl, ud.Xcomp, ud.Ccomp) == annot.None {
		return true // "[said] her side had accepted": what, it does not say
	}
	if s.Firmness == record.Refused {
		if h := r.syn.HeadOf(what[0]); h != annot.None && r.is("claim-noun", r.syn.Words[h].Lemma) {
			return true
		}
	}
	cue := r.atts.List[s.Attribution].Cue
	if t, _ := r.seg.Within(cue); !cue.Empty() && t > 0 && lower(r.seg.Word(t-1)) == "without" {
		return true
	}
	return false
}

// hardly reports whether a source says that nobody or few do it: "no owner
// agreed", "not all", "few ministers". That commits nobody.
func (r *reading) hardly(a annot.AttributionID) bool {
	source := r.atts.List[a].Source
	if len(source) == 0 {
		return false
	}
	first, end := r.seg.Within(source[0])
	if first >= end {
		return false
	}
	switch lower(r.seg.Word(first)) {
	case "no", "none", "nobody", "neither", "not", "few", "hardly":
		return true
	}
	return first > 0 && lower(r.seg.Word(first-1)) == "not"
}

// commits reports whether a statement of this firmness is a commitment.
func commits(f record.Firmness) bool {
	switch f {
	case record.Offered, record.Promised, record.Refused, record.RuledOut, record.Interest, record.Agreed:
		return true
	}
	return false
}

// to returns the actor to whom it is offered or refused: an indirect object
// of the cue, or an actor behind "to".
func (r *reading) to(s *annot.Statement) annot.EntityID {
	cue := r.atts.List[s.Attribution].CueHead
	if cue == annot.None {
		return annot.None
	}
	for c := range r.syn.Children(cue) {
		switch w := &r.syn.Words[c]; {
		case w.Rel == ud.Iobj:
			return r.entity(c)
		case w.Rel == ud.Obl:
			if p := r.syn.Child(c, ud.Case); p != annot.None && lower(r.seg.Word(p)) == "to" {
				return r.entity(c)
			}
		}
	}
	return annot.None
}
