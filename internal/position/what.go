package position

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// noComment reports whether what is refused is only an answer: "declined to
// say", "refused to comment", "would not say whether".
func (r *reading) noComment(s *annot.Statement) bool {
	if s.Firmness != record.Refused {
		return false
	}
	a := &r.atts.List[s.Attribution]
	if a.CueHead != annot.None && answers(r.syn.Words[a.CueHead].Lemma) && r.negated(a.CueHead) {
		return true
	}
	if a.CueHead != annot.None && r.principal(s.Speaker) != s.Speaker && r.discusses(a) {
		return true // a spokesman who "declined to discuss prices"
	}
	refused := false
	spans := append(annot.Spans{a.Cue}, s.Content...)
	for _, sp := range spans {
		first, end := r.seg.Within(sp)
		for t := first; t < min(end, first+8); t++ {
			switch lemma := r.syn.Words[t].Lemma; {
			case lemma == "decline", lemma == "refuse", lemma == "not", lemma == "neither":
				refused = true
			case lemma == "draw" && refused, lemma == "comment" && refused:
				return true
			case answers(lemma) && refused:
				return true
			case t == first && question(lower(r.seg.Word(t))):
				return true // nobody refuses a "whether"
			}
		}
	}
	return false
}

// discusses reports whether the first verb of a cue or its content is "discuss".
func (r *reading) discusses(a *annot.Attribution) bool {
	for _, sp := range append(annot.Spans{a.Cue}, a.Content...) {
		first, end := r.seg.Within(sp)
		for t := first; t < min(end, first+4); t++ {
			if r.syn.Words[t].Lemma == "discuss" {
				return true
			}
		}
	}
	return false
}

func answers(lemma string) bool {
	switch lemma {
	case "comment", "say", "confirm", "answer", "elaborate", "disclose", "specify", "speculate", "identify", "reveal", "name":
		return true
	}
	return false
}

func question(form string) bool {
	switch form {
	case "whether", "what", "who", "why", "how", "when", "where", "which":
		return true
	}
	return false
}

// what returns the thing or act, without the cue, a leading "to" or "that",
// the holder's own "we will", and the condition behind it.
func (r *reading) what(s *annot.Statement, holder annot.EntityID) annot.Spans {
	what := append(annot.Spans{}, s.Content...)
	for len(what) > 1 && r.onlyActor(what[0]) { // "promised [parliament] that", "[it] was ready but would not"
		what = what[1:]
	}
	first, end := r.seg.Within(what[0])
	from := r.beginning(s, holder, first, end)
	if from > first {
		what[0].Start = r.seg.Tokens[from].Span.Start
	}
	for i := range what {
		a, b := r.seg.Within(what[i])
		for t := a + 1; t < b; t++ {
			if (r.condition(t, b) || r.aside(t, b)) && r.seg.Tokens[t-1].Span.End > what[i].Start {
				last := t - 1
				for last > a && r.trailing(last) {
					last--
				}
				what[i].End = r.seg.Tokens[last].Span.End
				return what[:i+1]
			}
		}
	}
	if a, b := r.seg.Within(what[len(what)-1]); b-a > 2 && lower(r.seg.Word(b-1)) == "that" {
		what[len(what)-1].End = r.seg.Tokens[b-2].Span.End // "a demand that he turned down"
	}
	return what
}

// onlyActor reports whether a span holds nothing but a mention of an actor.
func (r *reading) onlyActor(sp annot.Span) bool {
	m := r.ms.At(sp)
	return m != annot.None && r.entity(r.ms.List[m].Head) != annot.None
}

// afterWill returns the first token behind "will not", "would" and the like.
func (r *reading) afterWill(t annot.TokenID) annot.TokenID {
	x := t + 1
	for int(x)+1 < len(r.syn.Words) && r.syn.Words[x].Rel != ud.AuxPass && r.syn.Words[x].Rel != ud.Cop && (r.syn.Words[x].UPOS == ud.AUX || r.syn.Words[x].UPOS == ud.PART || r.syn.Words[x].UPOS == ud.ADV) {
		x++
	}
	return x
}

// beginning returns the first token of the thing or act in a content.
func (r *reading) beginning(s *annot.Statement, holder annot.EntityID, first, end annot.TokenID) annot.TokenID {
	if first+1 >= end {
		return first
	}
	for t := first; t < min(first+6, end-1); t++ { // "in principle" to cap duties
		if lower(r.seg.Word(t)) == "to" && (r.syn.Words[t].UPOS == ud.PART || t == first) {
			if t > first && lower(r.seg.Word(t-1)) == "not" {
				return t - 1 // what is promised is not to do it
			}
			return t + 1
		}
		if u := r.syn.Words[t].UPOS; u == ud.VERB || r.syn.Words[t].Rel == ud.Nsubj || u == ud.DET || u == ud.NOUN && (t == first || r.syn.Words[t-1].UPOS != ud.ADP && r.syn.Words[t-1].UPOS != ud.ADJ) {
			break
		}
	}
	from := first
	for from < end-1 && markOf(r.seg.Word(from)) {
		from++
	}
	if will(lower(r.seg.Word(from))) && s.Firmness == record.Refused {
		if x := r.afterWill(from); x < end && !r.denies(x, x+1) {
			return x // "will not beg armed men"
		}
	}
	from = first
	if lower(r.seg.Word(from)) == "that" && r.syn.Words[from].UPOS == ud.SCONJ {
		from++
	}
	for t := from; t < min(from+12, end-1); t++ { // "we will not be dragged"
		if rel := r.syn.Words[t].Rel; rel != ud.Nsubj && rel != ud.NsubjPass || !r.self(holder, t) && !(s.Firmness == record.Refused && r.pronoun(t)) {
			continue
		}
		verb := r.syn.Words[t].Head
		if verb == annot.None || verb <= t {
			continue
		}
		x := r.pastAux(t+1, verb)
		refuses := s.Firmness == record.Refused || s.Firmness == record.RuledOut
		if x > t && x < end && (!r.denies(t, x) || refuses) && !r.denies(x, x+1) {
			return x
		}
	}
	return from
}

// pronoun reports whether a token is a pronoun of the third person.
func (r *reading) pronoun(t annot.TokenID) bool {
	switch lower(r.seg.Word(t)) {
	case "it", "they", "he", "she":
		return true
	}
	return false
}

// pastAux returns the first token behind "will not", "would", "am not going
// to" before a verb, or first-1 where none of them stands there.
func (r *reading) pastAux(first, verb annot.TokenID) annot.TokenID {
	for t := first; t <= verb+2 && int(t)+1 < len(r.syn.Words); t++ {
		switch f := lower(r.seg.Word(t)); {
		case f == "going" && lower(r.seg.Word(t+1)) == "to":
			return t + 2
		case will(f) && t < verb:
			return r.afterWill(t)
		}
	}
	return first - 1
}

// denies reports whether a negation stands among tokens: it must not be cut
// off what is promised.
func (r *reading) denies(first, end annot.TokenID) bool {
	for t := first; t < min(end, annot.TokenID(len(r.seg.Tokens))); t++ {
		switch lower(r.seg.Word(t)) {
		case "not", "n't", "n’t", "never":
			return true
		}
	}
	return false
}

func will(form string) bool {
	switch form {
	case "will", "would", "wo", "’ll", "'ll", "won't", "won’t":
		return true
	}
	return false
}

// markOf reports whether a word is a quotation mark.
func markOf(w string) bool {
	switch w {
	case "“", "‘", "\"", "'", "``", "„", "«":
		return true
	}
	return false
}

// self reports whether a subject is the holder itself, in whatever person.
func (r *reading) self(holder annot.EntityID, t annot.TokenID) bool {
	switch lower(r.seg.Word(t)) {
	case "we", "i":
		return true
	}
	return holder != annot.None && r.entity(t) == holder
}

// condition reports whether the condition of a commitment begins at t.
func (r *reading) condition(t, end annot.TokenID) bool {
	switch lower(r.seg.Word(t)) {
	case "before", "once", "until", "after":
		w := &r.syn.Words[t]
		return w.Rel == ud.Mark || w.Rel == ud.Advmod && w.Head > t && r.syn.Words[w.Head].Rel == ud.Advcl && r.syn.Child(w.Head, ud.Nsubj, ud.NsubjPass) > t
	case "and", "but":
		return t+1 < end && lower(r.seg.Word(t+1)) == "that" && r.syn.Words[t+1].UPOS == ud.SCONJ
	case "according":
		return t+1 < end && lower(r.seg.Word(t+1)) == "to"
	case "if", "provided", "unless", "providing":
		return r.syn.Words[t].Rel == ud.Mark || r.syn.Words[t].UPOS == ud.SCONJ || r.syn.Words[t].UPOS == ud.VERB
	case "in":
		if t+2 < end && lower(r.seg.Word(t+2)) == "for" || t+1 < end && lower(r.seg.Word(t+1)) == "return" {
			next := lower(r.seg.Word(t + 1))
			return next == "exchange" || next == "return"
		}
	case "on":
		return t+1 < end && lower(r.seg.Word(t+1)) == "condition"
	}
	return false
}

// trailing reports whether a word leads over to a condition.
func (r *reading) trailing(t annot.TokenID) bool {
	switch lower(r.seg.Word(t)) {
	case ",", "but", "only", "and", "–", "—", "-":
		return true
	}
	return false
}

// beforeParticiple returns the last token before a comma with a participle
// behind it ("..., making a deal unlikely"), which goes with the clause and
// says something else.
func (r *reading) beforeParticiple(t, right annot.TokenID) annot.TokenID {
	for x := t + 1; x+1 <= right; x++ {
		if r.seg.Word(x) == "," && r.syn.Words[x+1].UPOS == ud.VERB && r.syn.Words[x+1].Feats.Has(ud.VerbFormGer) {
			return x - 1
		}
		if r.seg.Word(x) == "," && strings.HasSuffix(r.seg.Word(x+1), "ing") && r.syn.Words[x+1].UPOS == ud.VERB {
			return x - 1
		}
	}
	return right
}

// since returns the first time behind "since" in a clause, or None.
func (r *reading) since(t annot.TokenID) annot.TimexID {
	words := r.clause(t)
	first, end := r.seg.Within(words)
	for x := first; x < end; x++ {
		if lower(r.seg.Word(x)) != "since" {
			continue
		}
		behind := annot.Span{Start: r.seg.Tokens[x].Span.End, End: words.End}
		for i := range r.times.List {
			if r.times.List[i].Span.Overlaps(behind) {
				return annot.TimexID(i)
			}
		}
	}
	return annot.None
}
