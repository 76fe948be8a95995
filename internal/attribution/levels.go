package attribution

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/internal/ud"
	"readout/record"
)

// settle parts cues that stand side by side but that the tree puts inside the
// content of an earlier one: "X said the offer was dead, adding that ...",
// "X admitted a delay but said ...".
func (r *reading) settle() {
	for i := range r.found {
		c := &r.found[i]
		closing := r.closingPhrase(c)
		if !closing && (!c.class.speech() || !r.beside(c)) {
			continue
		}
		cut := c.cue.first - 1
		for cut > 0 && (r.is(cut, ud.PUNCT, ud.CCONJ)) && r.shuts[cut] == annot.None {
			cut--
		}
		if r.sharesAux(i) {
			continue
		}
		outer := -1
		low, high := r.mates(i)
		for j := low; j < high; j++ {
			o := &r.found[j]
			if o.head >= c.cue.first || r.sent[o.head] != r.sent[c.head] || r.inside[o.head] != r.inside[c.head] || !closing && !o.class.speech() {
				continue
			}
			for k := range o.content {
				if a := &o.content[k]; a.has(c.cue.first) && a.first <= cut {
					a.last = cut
					if outer < 0 || o.head < r.found[outer].head {
						outer = j
					}
				}
			}
		}
		if closing {
			continue
		}
		if outer < 0 && (c.sourceHead == annot.None || r.conditional(c.head)) {
			outer = r.earlier(i)
		}
		if e := r.earlier(i); outer < 0 && e >= 0 && c.sourceHead != annot.None && r.gerundive(c.head) && r.lemma(c.head) != "cite" && r.lemma(c.head) != "quote" {
			if o := &r.found[e]; len(o.content) == 1 && o.content[0].first > o.cue.last && o.content[0].has(c.sourceHead) && o.content[0].last < c.cue.first {
				outer = e
			}
		}
		if outer >= 0 && r.found[outer].sourceHead != annot.None {
			c.source, c.sourceHead = r.found[outer].source, r.found[outer].sourceHead
		}
	}
}

// sharesAux parts no cue from what is reported where it shares "had" with
// another reported cue: "X said Y had asked for a delay and offered to pay".
// The content around both then holds it, and the source is Y.
func (r *reading) sharesAux(i int) bool {
	c := &r.found[i]
	h := r.headOf(c.head)
	if r.rel(c.head) != ud.Conj || h == annot.None || h > c.head || r.hasChild(c.head, ud.Aux) || r.feats(c.head, ud.TensePres) {
		return false
	}
	if a := r.child(h, ud.Aux); a == annot.None || r.lemma(a) != "have" {
		return false
	}
	low, high := r.mates(i)
	inner, outer := -1, -1
	for j := low; j < high; j++ {
		o := &r.found[j]
		switch {
		case o.head == h && o.class > noClass && len(o.source) > 0:
			inner = j
		case o.head < h && slices.ContainsFunc(o.content, func(a run) bool { return a.has(h) }):
			outer = j
		}
	}
	if inner < 0 || outer < 0 {
		return false
	}
	c.source, c.sourceHead = r.found[inner].source, r.found[inner].sourceHead
	last := &r.found[outer].content[len(r.found[outer].content)-1]
	if end := c.content[len(c.content)-1].last; r.sent[end] == r.sent[last.last] {
		last.last = max(last.last, end)
	}
	k := &r.found[inner].content[len(r.found[inner].content)-1]
	if k.has(c.cue.first) {
		k.last = c.cue.first - 1
		for k.last > k.first && r.is(k.last, ud.PUNCT, ud.CCONJ) && r.shuts[k.last] == annot.None {
			k.last--
		}
	}
	return true
}

// closingPhrase reports whether a cue is "according to" at the end of a
// sentence, which then holds for all of it.
func (r *reading) closingPhrase(c *candidate) bool {
	return strings.EqualFold(r.form(c.cue.first), "according") && c.cue.first > 0 && r.isMark(c.cue.first-1, ",") &&
		len(c.source) > 0 && r.endsSentence(c.source[len(c.source)-1].last)
}

// order sorts what was found by cue.
func (r *reading) order() {
	slices.SortStableFunc(r.found, func(a, b candidate) int {
		if c := cmp.Compare(a.cue.first, b.cue.first); c != 0 {
			return c
		}
		return cmp.Compare(a.cue.last, b.cue.last)
	})
}

// mates returns the candidates [low, high) whose cues are in the sentence of
// that of candidate i, once they are in order.
func (r *reading) mates(i int) (low, high int) {
	s := r.sent[r.found[i].cue.first]
	for low = i; low > 0 && r.sent[r.found[low-1].cue.first] == s; low-- {
	}
	for high = i + 1; high < len(r.found) && r.sent[r.found[high].cue.first] == s; high++ {
	}
	return low, high
}

// earlier returns the first act of speech in the sentence and quotation of a
// candidate, or -1.
func (r *reading) earlier(i int) int {
	c, first := &r.found[i], -1
	for j := i - 1; j >= 0 && r.sent[r.found[j].head] == r.sent[c.head]; j-- {
		if o := &r.found[j]; r.inside[o.head] == r.inside[c.head] && o.class.speech() {
			first = j
		}
	}
	return first
}

// beside reports whether a cue has no subject of its own and is set off: a
// participle behind a comma, or a second finite verb.
func (r *reading) beside(c *candidate) bool {
	v := c.head
	if !r.is(v, ud.VERB) || r.subjectful(v) || c.cue.first == 0 || c.rule == "attribution/according-to" || strings.EqualFold(r.form(v), "according") {
		return false
	}
	if r.gerundive(v) && c.cue.last >= v {
		p := c.cue.first - 1
		return r.isMark(p, ",-–—") || r.is(p, ud.CCONJ, ud.SCONJ) && r.isMark(p-1, ",-–—")
	}
	for t := c.cue.first; t < v; t++ {
		if r.is(t, ud.PART) && r.rel(t) == ud.Mark {
			return false
		}
	}
	first := c.cue.first
	if r.is(first-1, ud.AUX, ud.VERB) && r.rel(first-1) == ud.Aux {
		first-- // an auxiliary that the tree hangs elsewhere
	}
	return first > 0 && r.is(first-1, ud.CCONJ) && r.finite(v) && !r.feats(v, ud.VerbFormInf)
}

// attributions turns candidates into rows: in order of cue, each with the
// one around it.
func (r *reading) attributions() annot.Attributions {
	r.order()
	var out annot.Attributions
	for i := range r.found {
		c := &r.found[i]
		r.nameHead(c)
		r.partAgent(c)
		row := annot.Attribution{
			Source: r.spans(c.source), Cue: r.seg.SpanOf(c.cue.first, c.cue.last), Content: r.spans(c.content),
			SourceHead: c.sourceHead, CueHead: c.head, Within: annot.None, Speech: c.class.speech(),
			Headline: r.seg.Blocks[r.block(c.head)].Kind == annot.Headline, By: c.rule,
		}
		row.Form = r.formOf(c.content)
		out.List = append(out.List, row)
	}
	r.nest(out.List)
	return r.prune(out)
}

// nameHead moves the head of a source to the head of a mention in it, where
// the mentions see the phrase otherwise than the tree ("Ms" for "Ms Tolland").
func (r *reading) nameHead(c *candidate) {
	if r.heads == nil || c.sourceHead == annot.None || r.heads[c.sourceHead] != annot.None || len(c.source) == 0 || !c.source[0].has(c.sourceHead) {
		return
	}
	if t := r.holding(c.source[0], c.sourceHead); t != annot.None {
		c.sourceHead = t
		return
	}
	for t := c.source[0].first; t <= c.source[0].last; t++ {
		if m := r.heads[t]; m != annot.None && r.ms.List[m].Form != record.Adjectival && r.ms.List[m].Appositive == annot.None && !r.is(t, ud.PRON) {
			c.sourceHead = t
			return
		}
	}
}

// prune drops what is said, inside another's words, to be said one day: "X
// said Y would highlight the risks" is X's word alone.
func (r *reading) prune(in annot.Attributions) annot.Attributions {
	kept := in.List[:0]
	for i, row := range in.List {
		c := &r.found[i]
		if row.Within != annot.None && (r.unsaid(c, &r.found[row.Within]) || r.nobodys(c)) {
			continue
		}
		kept = append(kept, row)
	}
	if len(kept) < len(in.List) {
		in.List = kept
		r.nest(in.List)
	}
	return in
}

// nobodys reports whether an inner candidate is no link, since nobody is found
// whose word or mind it is, or since somebody who is quoted only tells what he
// or his hearer sees or knows.
func (r *reading) nobodys(c *candidate) bool {
	if !r.is(c.head, ud.VERB) || r.beside(c) {
		return false
	}
	if r.lemma(c.head) == "comment" && r.negated(c.head) {
		return true // "said it did not comment on speculation"
	}
	if s := c.sourceHead; s != annot.None && r.headOf(s) == c.head && len(c.source) == 1 && c.source[0].len() == 1 {
		switch strings.ToLower(r.form(s)) {
		case "who":
			return true // a question
		case "one", "anyone", "anybody":
			return true
		}
	}
	if len(c.source) == 0 {
		return !r.passive(c.head) && !r.infinite(c.head) && r.finite(c.head)
	}
	if c.class != knowClass && c.class != perceiveClass && r.lemma(c.head) != "see" && r.lemma(c.head) != "like" || r.inside[c.head] == annot.None {
		return false
	}
	if r.negated(c.head) && r.hasFinite(c.content[0]) {
		return false // "we do not know if"
	}
	switch strings.ToLower(r.form(c.sourceHead)) {
	case "i", "we", "you", "nobody", "one", "everybody", "everyone":
		return true
	}
	return false
}

// unsaid reports whether an inner candidate is no link of its own: something
// that the outer one only expects, wants or offers to be said or done, or a
// willingness that the outer one only believes in.
func (r *reading) unsaid(c, outer *candidate) bool {
	if outer.rule == "attribution/passive-infinitive" && !c.class.speech() && outer.class != askClass && outer.class != directClass {
		return false // "is understood to want"
	}
	if r.is(c.head, ud.ADJ) || r.words.adjectives[strings.ToLower(r.form(c.head))] != nil && c.class == intendClass {
		return c.class == intendClass && !outer.class.speech()
	}
	if c.class > supportClass || !r.is(c.head, ud.VERB) {
		return false
	}
	if r.modal(c.head) {
		if l := r.lemma(c.head); l == "prefer" || l == "favour" || l == "favor" || l == "welcome" {
			return false
		}
		return c.sourceHead == annot.None || !r.feats(c.sourceHead, ud.Person1) // "I can promise" is a promise
	}
	if !r.infinite(c.head) || r.hasChild(c.head, ud.Aux) {
		return false
	}
	return c.class <= askClass && outer.class > revealClass || c.cue.first == outer.content[len(outer.content)-1].first && outer.class >= askClass
}

// nest finds for each attribution the closest one whose content holds its
// cue. Where contents cross, the inner one keeps what lies inside.
func (r *reading) nest(list []annot.Attribution) {
	byBlock := make([][]int, len(r.seg.Blocks)) // of content
	for i, row := range list {
		last := annot.BlockID(annot.None)
		for _, c := range row.Content {
			if b := r.blockAt(c.Start); b != annot.None && b != last {
				byBlock[b] = append(byBlock[b], i)
				last = b
			}
		}
	}
	for i := range list {
		best, size := annot.AttributionID(annot.None), 0
		if b := r.blockAt(list[i].Cue.Start); b != annot.None {
			for _, j := range byBlock[b] {
				if i == j || !list[j].Content.Contains(list[i].Cue) || list[i].Content.Contains(list[j].Cue) {
					continue
				}
				if n := list[j].Content.Len(); best == annot.None || n < size {
					best, size = annot.AttributionID(j), n
				}
			}
		}
		list[i].Within = best
	}
	for i := range list {
		if w := list[i].Within; w != annot.None {
			if inner := within(list[i].Content, list[w].Content); len(inner) > 0 {
				list[i].Content = inner
			}
		}
	}
	r.through(list)
}

// blockAt returns the block of a byte offset, or None.
func (r *reading) blockAt(offset int) annot.BlockID {
	if s := r.seg.SentenceAt(offset); s != annot.None {
		return r.seg.Sentences[s].Block
	}
	return annot.None
}

// within returns the parts of a that lie in b.
func within(a, b text.Spans) text.Spans {
	var out text.Spans
	for _, x := range a {
		for _, y := range b {
			if s := (text.Span{Start: max(x.Start, y.Start), End: min(x.End, y.End)}); !s.Empty() {
				out = append(out, s)
			}
		}
	}
	return out.Normal()
}

// spans converts runs of tokens, in reading order.
func (r *reading) spans(runs []run) text.Spans {
	var out text.Spans
	for _, a := range runs {
		out = append(out, r.seg.SpanOf(a.first, a.last))
	}
	return out.Normal()
}

// formOf says how content is given by how quotation marks cover it: whole
// utterances, or parts of one, are direct; noun phrases and parts of sentences
// are fragments; single words in marks are no quotation.
func (r *reading) formOf(content []run) record.Form {
	all, quoted, fragments, spoken := 0, 0, false, false
	for _, c := range content {
		for t := c.first; t <= c.last; {
			q := r.outer[t]
			if q == annot.None {
				all += r.words1(t)
				t++
				continue
			}
			n, from := 0, t
			for ; t <= c.last && r.outer[t] == q; t++ {
				n += r.words1(t)
			}
			all, quoted = all+n, quoted+n
			whole := r.opens[from] == q && r.shuts[t-1] == q
			fragments = fragments || n > 1 || !whole || n == r.wordCount(c)
			spoken = spoken || !whole || r.hasFinite(run{from, t - 1}) || r.utterance(q)
		}
	}
	switch {
	case quoted == 0 || !fragments:
		return record.Reported
	case quoted >= all && spoken:
		return record.Direct
	}
	return record.Fragment
}

// words1 is 1 for a token that is no mark.
func (r *reading) words1(t annot.TokenID) int {
	if r.is(t, ud.PUNCT) {
		return 0
	}
	return 1
}

func (r *reading) wordCount(a run) int {
	n := 0
	for t := a.first; t <= a.last; t++ {
		n += r.words1(t)
	}
	return n
}
