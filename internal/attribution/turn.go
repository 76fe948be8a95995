package attribution

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// longestSpeaker bounds how many words may stand before the colon of a turn.
const longestSpeaker = 7

// turns reads what a mark alone attributes: "Ndiaye: We agreed." at the head
// of a paragraph, "Minister: no deal" in a headline, and a closing dash.
func (r *reading) turns() {
	for b := range r.seg.Blocks {
		a, ok := r.blockRun(annot.BlockID(b))
		if !ok {
			continue
		}
		headline := r.seg.Blocks[b].Kind == annot.Headline
		if c, ok := r.colonTurn(a, headline); ok {
			r.add("attribution/colon-turn", c)
		}
	}
}

// blockRun returns the tokens of a block.
func (r *reading) blockRun(b annot.BlockID) (run, bool) {
	first, end := r.seg.Within(r.seg.Blocks[b].Span)
	return run{first, end - 1}, end > first
}

func (r *reading) colonTurn(a run, headline bool) (candidate, bool) {
	colon := a.first
	for colon <= a.last && colon-a.first <= longestSpeaker && !r.isMark(colon, ":") {
		if r.is(colon, ud.VERB, ud.AUX) || r.isMark(colon, ".;?!“\"") {
			return candidate{}, false
		}
		colon++
	}
	if colon == a.first || colon >= a.last || !r.isMark(colon, ":") {
		return candidate{}, false
	}
	h := r.nameIn(run{a.first, colon - 1}, headline)
	if h == annot.None || r.claimed(run{colon, a.last}) {
		return candidate{}, false
	}
	content := run{colon + 1, a.last}
	for content.last > content.first && r.isMark(content.last, ".") && r.shuts[content.last] == annot.None {
		content.last--
	}
	src := r.trim(run{a.first, colon - 1})
	return candidate{class: sayClass, head: colon, cue: run{colon, colon}, source: []run{src}, sourceHead: h, content: []run{content}}, true
}

// nameIn returns the head of a run that names somebody who can speak, or
// None.
func (r *reading) nameIn(a run, headline bool) annot.TokenID {
	h := a.first
	for t := a.first; t <= a.last; t++ {
		if g := r.headOf(t); g == annot.None || !a.has(g) {
			if !r.is(t, ud.PUNCT) {
				h = t
				break
			}
		}
	}
	if r.speakerKind(h) {
		return h
	}
	if r.is(h, ud.PROPN) && (!headline || r.ms == nil) {
		return h
	}
	if headline {
		if _, ok := r.words.speakers[r.lemma(h)]; ok {
			return h
		}
	}
	return annot.None
}

// speakerKind reports whether a token heads a mention of somebody who can
// speak.
func (r *reading) speakerKind(h annot.TokenID) bool {
	if r.ms == nil {
		return false
	}
	m := r.heads[h]
	if m == annot.None {
		return false
	}
	switch r.ms.List[m].Kind {
	case annot.PersonMention, annot.GovernmentMention, annot.OrganisationMention, annot.GroupMention, annot.OutletMention, annot.StateMention:
		return true
	}
	return false
}

// claimed reports whether the first words behind a colon belong to another
// attribution whose cue stands before it.
func (r *reading) claimed(a run) bool {
	for i := range r.found {
		if r.found[i].cue.has(a.first) {
			return true
		}
		if r.found[i].head < a.first {
			for _, c := range r.found[i].content {
				if c.overlaps(a) && c.first >= a.first {
					return true
				}
			}
		}
	}
	return false
}
