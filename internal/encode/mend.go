package encode

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
)

// mend puts right what no English tree can be: what stands before the
// conjunction of a second conjunct cannot hang on that conjunct. In "warned of
// dismissals unless the port opens and threatened a lawsuit" the clause goes
// with "warned", however near "threatened" is. Moving a word up to the first
// conjunct keeps the tree a tree.
func mend(words []annot.Word) {
	for i := range words {
		c, h := annot.TokenID(i), words[i].Head
		if words[i].Rel != ud.Cc || h <= c || words[h].Rel != ud.Conj {
			continue
		}
		first := words[h].Head
		if first == annot.None || first > c {
			continue
		}
		for t := first + 1; t < c; t++ {
			if words[t].Head == h && words[t].UPOS != ud.PUNCT && words[t].Rel != ud.Cc && words[t].Rel != ud.CcPreconj {
				words[t].Head = first
			}
		}
	}
}

// complement gives a verb the infinitive that it takes, where a word between
// them made it look like a purpose: "failed on Tuesday to agree".
func (e *Encoder) complement(words []annot.Word) {
	for i := range words {
		w, t := &words[i], annot.TokenID(i)
		if w.Rel != ud.Advcl && w.Rel != ud.Acl || w.Head == annot.None || w.Head > t || !w.Feats.Has(ud.VerbFormInf) || !toInfinitive(words, t) {
			continue
		}
		h := w.Head
		if w.Rel == ud.Acl { // of "Tuesday"
			if words[h].Rel.Universal() != ud.Obl || words[h].UPOS != ud.PROPN || words[h].Head == annot.None {
				continue
			}
			h = words[h].Head
		}
		if words[h].UPOS == ud.VERB && e.infinitives[words[h].Lemma] && !takes(words, h) {
			w.Head, w.Rel = h, ud.Xcomp
		}
	}
}

// finite ties a finite verb that was coordinated with an infinitive to the
// verb above that, which it can be coordinated with: "failed to agree and will
// try again".
func finite(words []annot.Word) {
	for i := range words {
		w, t := &words[i], annot.TokenID(i)
		for w.Rel == ud.Conj && w.Head != annot.None && w.Head < t {
			h := w.Head
			up := words[h].Head
			if !words[h].Feats.Has(ud.VerbFormInf) || up == annot.None || up > h || words[up].UPOS != ud.VERB || !toInfinitive(words, h) || !isFinite(words, t, h) {
				break
			}
			w.Head = up
		}
	}
}

// isFinite reports whether a verb, or the auxiliary between it and the token
// before, is finite.
func isFinite(words []annot.Word, t, before annot.TokenID) bool {
	if words[t].UPOS != ud.VERB {
		return false
	}
	for c := before + 1; c < t; c++ {
		if words[c].Head == t && words[c].Rel.Universal() == ud.Aux {
			return words[c].Feats.Has(ud.VerbFormFin)
		}
	}
	return words[t].Feats.Has(ud.VerbFormFin) && words[t].Feats.Has(ud.TensePast)
}

// toInfinitive reports whether the verb at t has a "to" right before it, but
// for adverbs, that marks it, and no other mark and no subject.
func toInfinitive(words []annot.Word, t annot.TokenID) bool {
	for c := t - 1; c >= 0 && c >= t-3; c-- {
		switch w := &words[c]; {
		case w.UPOS == ud.PART && w.Rel == ud.Mark && w.Head == t:
			return c == 0 || words[c-1].Rel != ud.Mark // "in order to"
		case w.UPOS != ud.ADV:
			return false
		}
	}
	return false
}

// takes reports whether a verb has a clause or an object already.
func takes(words []annot.Word, h annot.TokenID) bool {
	for c := range words {
		if words[c].Head != h {
			continue
		}
		switch words[c].Rel.Universal() {
		case ud.Xcomp, ud.Ccomp, ud.Obj:
			return true
		}
	}
	return false
}

// coordinate ties a bare verb of speech to the verb that it goes on from,
// where the tree ties it to one inside what was said: "said it would wait
// after Velm left, but warned that". A past form does not go on from an
// infinitive, and what goes on behind a comma and "but" seldom from the clause
// of a time or a reason. What the network attributes by such a verb goes to
// the subject that it then has.
func (e *Encoder) coordinate(seg *annot.Segmentation, words []annot.Word, cues []annot.Cue) {
	for i := range words {
		v := annot.TokenID(i)
		w := &words[i]
		if w.Rel != ud.Conj || w.Head == annot.None || w.Head > v || !e.speech[w.Lemma] || !barePast(words, v) {
			continue
		}
		cc := v - 1
		for cc > w.Head && words[cc].UPOS == ud.ADV {
			cc--
		}
		apart := cc > w.Head+1 && strings.EqualFold(seg.Word(cc), "but") && seg.Word(cc-1) == ","
		up := w.Head
		for up != annot.None && words[up].Head != annot.None && words[up].Head < up &&
			(words[up].Feats.Has(ud.VerbFormInf) || apart && words[up].Rel.Universal() == ud.Advcl) {
			up = words[up].Head
		}
		if up != w.Head && words[up].UPOS == ud.VERB && e.speech[words[up].Lemma] {
			w.Head = up
			if who := subjectRun(words, up); who[1] > 0 {
				attributeTo(cues, v, who)
			}
		}
	}
}

// attributeTo gives the proposed attribution by the cue at v to who.
func attributeTo(cues []annot.Cue, v annot.TokenID, who [2]annot.TokenID) {
	for i := range cues {
		if c := &cues[i]; c.First <= v && v < c.End {
			c.Source = who
		}
	}
}

// subjectRun returns the tokens of the subject of a verb, which stand before
// it; none where it has no subject there.
func subjectRun(words []annot.Word, up annot.TokenID) (who [2]annot.TokenID) {
	subject := annot.TokenID(annot.None)
	for c := up - 1; c >= 0 && c >= up-longSubject; c-- {
		if words[c].Head == up && words[c].Rel.Universal() == ud.Nsubj {
			subject = c
			break
		}
	}
	if subject == annot.None {
		return who
	}
	first := subject
	for c := subject - 1; c >= 0 && c >= subject-longSubject; c-- {
		if under(words, c, subject) {
			first = c
		}
	}
	end := subject + 1
	for c := end; c < up; c++ {
		if under(words, c, subject) && words[c].UPOS != ud.PUNCT {
			end = c + 1
		}
	}
	return [2]annot.TokenID{first, end}
}

// longSubject bounds the search for a subject, in tokens.
const longSubject = 40

// under reports whether a token hangs on another, at whatever remove.
func under(words []annot.Word, t, top annot.TokenID) bool {
	for steps := 0; t != annot.None && steps < longSubject; steps++ {
		if t == top {
			return true
		}
		t = words[t].Head
	}
	return false
}

// barePast reports whether a verb is a past form without an auxiliary or a
// subject of its own.
func barePast(words []annot.Word, v annot.TokenID) bool {
	if words[v].UPOS != ud.VERB || !words[v].Feats.Has(ud.TensePast) {
		return false
	}
	for c := v - 1; c >= 0 && c >= v-6; c-- {
		if words[c].Head != v {
			continue
		}
		switch words[c].Rel.Universal() {
		case ud.Aux, ud.Nsubj, ud.Mark, ud.Csubj:
			return false
		}
	}
	return true
}

// enthrone makes the verb of a sentence its root where a relative clause has
// swallowed it: "The crews, who had waited, voted to leave".
func enthrone(seg *annot.Segmentation, words []annot.Word) {
	for _, sent := range seg.Sentences {
		root := sent.First
		for root < sent.End && words[root].Rel != ud.Root {
			root++
		}
		if root == sent.End || words[root].UPOS != ud.NOUN && words[root].UPOS != ud.PROPN {
			continue
		}
		if v := swallowed(seg, words, sent, root); v != annot.None {
			words[v].Head, words[v].Rel = annot.None, ud.Root
			words[root].Head, words[root].Rel = v, ud.Nsubj
			for t := v + 1; t < sent.End; t++ {
				if words[t].Head == root {
					words[t].Head = v
				}
			}
		}
	}
}

// swallowed returns the verb of which the noun at root is the subject but that
// hangs in the relative clause of the noun, behind the comma that closes it.
func swallowed(seg *annot.Segmentation, words []annot.Word, sent annot.Sentence, root annot.TokenID) annot.TokenID {
	rel := annot.TokenID(annot.None)
	for t := root + 1; t < sent.End; t++ {
		if h := words[t].Head; h == root {
			switch words[t].Rel.Universal() {
			case ud.Cop, ud.Nsubj:
				return annot.None
			case ud.Acl:
				if words[t].Rel == ud.AclRelcl && rel == annot.None {
					rel = t
				}
			}
		}
	}
	if rel == annot.None {
		return annot.None
	}
	for v := rel + 2; v < sent.End; v++ {
		if words[v].Head != rel || words[v].UPOS != ud.VERB || seg.Word(v-1) != "," || !barePast(words, v) {
			continue
		}
		switch words[v].Rel.Universal() {
		case ud.Advcl, ud.Conj, ud.Parataxis:
			return v
		}
	}
	return annot.None
}

// whoClause gives a relative clause with "who" to a person where the tree hangs
// it on a body or a place: "said Lind of the Harbour Board, who expects".
func whoClause(seg *annot.Segmentation, words []annot.Word, names []annot.Name) {
	for _, n := range names {
		if n.Kind != annot.OrganisationName && n.Kind != annot.LocationName && n.Kind != annot.FacilityName {
			continue
		}
		first, end := seg.Within(n.Span)
		if first >= end || int(end)+1 >= len(words) || seg.Word(end) != "," {
			continue
		}
		switch seg.Word(end + 1) {
		case "who", "whose", "whom":
		default:
			continue
		}
		for t := end + 2; int(t) < len(words) && t < end+longSubject; t++ {
			w := &words[t]
			if w.Rel != ud.AclRelcl || w.Head < first || w.Head >= end {
				continue
			}
			if up := outOf(words, w.Head, first, end); up != annot.None {
				w.Head = up
			}
			break
		}
	}
}

// outOf returns the noun before [first, end) that a name there belongs to by a
// preposition, or annot.None.
func outOf(words []annot.Word, t, first, end annot.TokenID) annot.TokenID {
	for steps := 0; t >= first && t < end; steps++ {
		if words[t].Head == annot.None || steps > longSubject {
			return annot.None
		}
		if h := words[t].Head; h < first {
			if words[t].Rel.Universal() == ud.Nmod && (words[h].UPOS == ud.NOUN || words[h].UPOS == ud.PROPN) {
				return h
			}
			return annot.None
		}
		t = words[t].Head
	}
	return annot.None
}

// turns parts the label of a turn from what is said in it: "HOST: And the
// crews?" coordinates nobody with the host. The label is the root, as in UD,
// and what the tree hung on it from behind the colon is said beside it. A label
// is written in capitals, or opens other paragraphs too.
func turns(seg *annot.Segmentation, words []annot.Word) {
	labels := map[string]int{}
	opens := func(i int) string {
		sent := &seg.Sentences[i]
		if i > 0 && seg.Sentences[i-1].Block == sent.Block {
			return ""
		}
		if colon := labelColon(seg, words, sent.First, sent.End); colon != annot.None {
			return seg.Text.Slice(seg.SpanOf(sent.First, colon-1))
		}
		return ""
	}
	for i := range seg.Sentences {
		if label := opens(i); label != "" {
			labels[label]++
		}
	}
	for i, sent := range seg.Sentences {
		if label := opens(i); labels[label] > 1 || label != "" && label == strings.ToUpper(label) && seg.Blocks[sent.Block].Kind != annot.Headline {
			partLabel(words, sent.First, labelColon(seg, words, sent.First, sent.End), sent.End)
		}
	}
}

// longestLabel bounds the label of a turn, in tokens.
const longestLabel = 6

// labelColon returns the colon behind the few words that a sentence opens with,
// none of them a verb in small letters or a mark; or None.
func labelColon(seg *annot.Segmentation, words []annot.Word, first, end annot.TokenID) annot.TokenID {
	for t := first; t+1 < end && t <= first+longestLabel; t++ {
		switch w := seg.Word(t); {
		case w == ":" && t > first:
			return t
		case words[t].UPOS == ud.PUNCT && w != "-" && w != ".", (words[t].UPOS == ud.VERB || words[t].UPOS == ud.AUX) && w != strings.ToUpper(w):
			return annot.None
		}
	}
	return annot.None
}

// partLabel makes the label before a colon the root of its sentence.
func partLabel(words []annot.Word, first, colon, end annot.TokenID) {
	within := func(t annot.TokenID) bool { return t >= first && t < colon }
	head := annot.TokenID(annot.None)
	for t := first; t < colon; t++ {
		if within(words[t].Head) {
			continue
		}
		if head == annot.None {
			head = t
			continue
		}
		words[t].Head, words[t].Rel = head, ud.Flat
	}
	if head == annot.None {
		return
	}
	for t := colon; t < end; t++ {
		w := &words[t]
		switch {
		case w.Head == annot.None || within(w.Head) && w.UPOS != ud.PUNCT:
			w.Head, w.Rel = head, ud.Parataxis
		}
	}
	words[head].Head, words[head].Rel = annot.None, ud.Root
}
