package statement

import (
	"slices"
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// cueFacts is what the words of a cue show.
type cueFacts struct {
	class   record.Firmness // say where the cue is neutral
	words   annot.Spans     // that show the class
	known   bool            // the list has the cue
	lemma   string          // of the word that shows the class, or of the cue's head
	negated bool
	neg     annot.Span
	modal   record.Firmness // possible or expected, or empty
	modalAt annot.Span
	failed  bool // "failed to", "unable to"
	perfect bool // "has not", "had not"
	past    bool // "did not"
	over    governor
}

// readCue reads the cue of an attribution.
func (r *reading) readCue(id annot.AttributionID) cueFacts {
	a := r.att.List[id]
	f := cueFacts{class: say}
	if a.Cue.Empty() {
		return f
	}
	first, end := r.seg.Within(a.Cue)
	f.words = annot.Spans{a.Cue}
	if a.CueHead != annot.None {
		f.lemma = r.word(a.CueHead).Lemma
	}
	r.cueClass(&f, a, run{first, end})
	if f.lemma == "consider" && f.class == record.Undecided && r.takesPredicate(a.CueHead) {
		f.class = record.Evaluative // "considered it an insult"
	}
	if f.lemma == "find" && f.class == record.Evaluative && !r.takesPredicate(a.CueHead) {
		f.class = say // a finding
	}

	if (f.class == record.Evaluative && r.words.grumbling[f.lemma] || f.class == record.Asserted && f.lemma != "accuse" && f.lemma != "blame") && r.saysClause(a) {
		f.class = say // "lamented: “They never call”", "complained that they must wait"
	}
	if f.class == record.Evaluative && (f.lemma == "dismiss" || f.lemma == "reject") && r.ofAccount(a) {
		f.class = record.Denied // "dismissed as propaganda a claim that"
	}
	r.viewed(&f, a)
	r.priced(&f, a)
	r.asked(&f, a, run{first, end})
	r.cueGroup(&f, a, run{first, end})
	r.negatedSource(&f, a)
	f.over = r.governorOf(a, &f)
	return f
}

// viewed tells views from what is merely seen: who sees a move
// as a ploy judges it, and who saw no change reports.
func (r *reading) viewed(f *cueFacts, a annot.Attribution) {
	if f.class != record.Believed || a.CueHead == annot.None {
		return
	}
	switch {
	case a.By == "attribution/object-with" || r.seenAs(f.lemma, a):
		f.class = record.Evaluative
	case f.lemma == "see" && len(a.Content) > 0:
		if first, end := r.seg.Within(a.Content[0]); first < end && r.lower(first) == "no" {
			f.class = say
		}
	}
}

// seenAs reports whether a verb of seeing says as what: "regards the visit as a
// provocation".
func (r *reading) seenAs(lemma string, a annot.Attribution) bool {
	switch lemma {
	case "regard", "view", "see", "perceive":
	default:
		return false
	}
	for _, x := range r.tokens(a.Content) {
		for t := x.first; t < x.end; t++ {
			if r.lower(t) == "as" && r.rel(t) == ud.Case && r.word(t).Head != annot.None && r.word(r.word(t).Head).Head == a.CueHead {
				return true
			}
		}
	}
	return false
}

// cueClass finds the class: by several words first, then by the word that
// carries the meaning, then by any other.
func (r *reading) cueClass(f *cueFacts, a annot.Attribution, cue run) {
	sentEnd := r.seg.Sentences[r.seg.SentenceOf(cue.first)].End
	reach := min(cue.end+4, sentEnd)
	for t := cue.first; t < cue.end; t++ {
		for _, ph := range r.phrasesAt(r.words.cues, t) {
			if len(ph.words) < 2 {
				continue
			}
			end := reach
			if slices.Contains(ph.words, anything) {
				end = sentEnd
			}
			if last, ok := r.matchAt(t, end, ph.words, 3); ok && (end != reach || !r.behindNoun(last, cue.end)) && !r.acrossClause(t, last, ph.words) {
				r.setClass(f, ph.class, t, last)
				r.votedDown(f, last)
				return
			}
		}
		if r.word(t).UPOS == ud.VERB && r.refuses(t) && r.setSingle(f, t) {
			return // "rejected calls for" calls for nothing
		}
	}
	for t := cue.first; t < cue.end && t != a.CueHead; t++ {
		if r.word(t).UPOS == ud.VERB && r.refuses(t) { // "refused to confirm or deny"
			r.setSingle(f, t)
			return
		}
	}
	if h := a.CueHead; h != annot.None && r.setSingle(f, h) && f.class != say && !r.words.light[r.word(h).Lemma] {
		return
	}
	for t := cue.end - 1; t >= cue.first; t-- {
		if u := r.word(t).UPOS; u != ud.NOUN && u != ud.ADJ && u != ud.VERB {
			continue
		}
		if t != a.CueHead && r.classedCue(t) && !r.onOccasion(t) && r.setSingle(f, t) {
			return // "declined to say", "expressed hope"
		}
	}
	if h := a.CueHead; h != annot.None && r.words.light[r.word(h).Lemma] {
		if o := r.syn.Child(h, ud.Obj); o != annot.None && r.word(o).UPOS == ud.NOUN && !r.inSpans(a.Content, o) && r.classedCue(o) {
			r.setSingle(f, o) // "expressed deep disappointment today that"
		}
	}
}

// acrossClause reports whether a phrase that was matched runs over the verb of
// another clause: "says it had nothing" is not "say nothing".
func (r *reading) acrossClause(t, last annot.TokenID, words []string) bool {
	if int(last-t) < len(words) || slices.Contains(words, anything) {
		return false
	}
	for u := t + 1; u < last; u++ {
		if r.rel(u) == ud.Nsubj && r.word(u).UPOS == ud.PRON {
			return true
		}
	}
	return false
}

// votedDown turns a vote to refuse something into a refusal: "voted on Friday
// to reject".
func (r *reading) votedDown(f *cueFacts, to annot.TokenID) {
	if f.lemma != "vote" || f.class != record.Agreed {
		return
	}
	for t := to + 1; t < min(to+3, annot.TokenID(len(r.seg.Tokens))); t++ {
		if r.word(t).UPOS == ud.VERB && r.refuses(t) {
			f.class, f.words = record.Refused, append(f.words, r.span(t)).Normal()
			return
		}
	}
}

// behindNoun reports whether a preposition behind a cue has a noun or pronoun
// before it, to which it belongs: "calls it a tax on", not "calls on".
func (r *reading) behindNoun(last, end annot.TokenID) bool {
	if u := r.word(last).UPOS; u != ud.ADP && u != ud.SCONJ || r.lower(last) == "as" || r.lower(last) == "that" {
		return false
	}
	for t := end; t < last; t++ {
		if u := r.word(t).UPOS; u == ud.NOUN || u == ud.PRON || u == ud.PROPN {
			return true
		}
	}
	return false
}

// onOccasion reports whether a noun of a cue only says where something was
// said: "said on a call", "told us over a drink".
func (r *reading) onOccasion(t annot.TokenID) bool {
	if r.word(t).UPOS != ud.NOUN {
		return false
	}
	switch r.prepOf(t) {
	case "on", "at", "during", "over", "via", "by", "through":
		return true
	}
	return false
}

// refuses reports whether the list has a word for a refusal.
func (r *reading) refuses(t annot.TokenID) bool {
	for _, ph := range r.phrasesAt(r.words.cues, t) {
		if len(ph.words) == 1 {
			return ph.class == record.Refused
		}
	}
	return false
}

// classedCue reports whether the list gives a word a class other than say.
func (r *reading) classedCue(t annot.TokenID) bool {
	for _, ph := range r.phrasesAt(r.words.cues, t) {
		if len(ph.words) == 1 {
			return ph.class != say
		}
	}
	return false
}

// takesPredicate reports whether a verb says what its object is.
func (r *reading) takesPredicate(t annot.TokenID) bool {
	if t == annot.None {
		return false
	}
	x := r.syn.Child(t, ud.Xcomp)
	if x == annot.None {
		return false
	}
	u := r.word(x).UPOS
	return u == ud.NOUN || u == ud.ADJ || u == ud.VERB && !strings.HasSuffix(r.lower(x), "ing") && r.syn.Child(x, ud.Mark) == annot.None
}

// phrasesAt returns the entries that may begin at a token.
func (r *reading) phrasesAt(p phrases, t annot.TokenID) []phrase {
	l, w := r.word(t).Lemma, r.lower(t)
	if l == "n't" || l == "n’t" {
		l = "not"
	}
	if w != l && r.word(t).UPOS != ud.PROPN {
		if list := p[w]; list != nil { // "prepared" is not what "prepare" is
			return list
		}
	}
	if list := p[l]; list != nil {
		return list
	}
	if list := p[w]; list != nil || r.word(t).UPOS != ud.VERB {
		return list
	}
	for _, suffix := range [...]string{"ing", "ed", "es", "s"} { // a lemma that the tagger has cut wrongly
		if stem, ok := strings.CutSuffix(w, suffix); ok && len(stem) > 2 {
			if list := p[stem]; list != nil {
				return list
			}
			if n := len(stem); stem[n-1] == stem[n-2] {
				return p[stem[:n-1]]
			}
			return p[stem+"e"]
		}
	}
	return nil
}

func (r *reading) setSingle(f *cueFacts, t annot.TokenID) bool {
	for _, ph := range r.phrasesAt(r.words.cues, t) {
		if len(ph.words) == 1 {
			r.setClass(f, ph.class, t, t)
			return true
		}
	}
	return false
}

func (r *reading) setClass(f *cueFacts, class record.Firmness, first, last annot.TokenID) {
	f.class, f.lemma, f.known = class, r.word(first).Lemma, true
	f.words = annot.Spans{r.seg.SpanOf(first, last)}
}

// asked tells questions from requests: who asks whether, or about something,
// leaves it open; and telling somebody to do something is a demand.
func (r *reading) asked(f *cueFacts, a annot.Attribution, cue run) {
	if len(a.Content) == 0 {
		return
	}
	first, end := r.seg.Within(a.Content[0])
	for first < end && r.word(first).UPOS == ud.PUNCT {
		first++
	}
	if first >= end {
		return
	}
	switch f.lemma {
	case "ask", "press", "quiz", "inquire", "enquire", "question":
		_, last := r.seg.Within(a.Content[len(a.Content)-1])
		if r.questions(first) || r.lower(cue.end-1) == "about" || f.class == record.Demanded && r.askedMark(last) {
			f.class = record.Undecided
		}
	case "tell":
		if h := r.syn.HeadOf(a.Content[0]); h != annot.None && r.word(h).UPOS == ud.VERB && r.infinitive(h) && (r.lower(first) == "to" || r.words.negation[r.lower(first)]) {
			f.class = record.Demanded
		}
	}
}

// questions reports whether a word opens a question.
func (r *reading) questions(t annot.TokenID) bool {
	switch r.lower(t) {
	case "whether", "if", "what", "who", "which", "how", "why", "when", "where", "whom", "whose", "about":
		return true
	}
	return false
}

// askedMark reports whether words that end before a token close with a
// question mark.
func (r *reading) askedMark(end annot.TokenID) bool {
	for t := end - 1; t >= 0 && t >= end-3; t-- {
		if r.seg.Word(t) == "?" {
			return true
		}
		if r.word(t).UPOS != ud.PUNCT {
			return false
		}
	}
	return false
}

// infinitive reports whether a verb has its "to".
func (r *reading) infinitive(t annot.TokenID) bool {
	for c := range r.syn.Children(t) {
		if r.rel(c) == ud.Mark && r.word(c).UPOS == ud.PART {
			return true
		}
	}
	return false
}

// saysOnly reports whether a cue is that of somebody who says no more than what
// follows: "would say only that".
func (r *reading) saysOnly(h annot.TokenID) bool {
	return h != annot.None && int(h)+1 < len(r.seg.Tokens) && r.lower(h+1) == "only" && r.words.saying[r.word(h).Lemma]
}

// toCome reports whether a cue has a modal of its own, beside the words that
// show its class ("would like").
func (f *cueFacts) toCome() bool {
	return f.modal != "" && (!f.known || !inside(f.words, f.modalAt))
}

// cueGroup reads auxiliaries and negation in the cue and on its head.
func (r *reading) cueGroup(f *cueFacts, a annot.Attribution, cue run) {
	see := func(t annot.TokenID) {
		w := r.word(t)
		switch {
		case r.words.negation[r.lower(t)]:
			if !f.negated && !r.notOnly(t) {
				f.negated, f.neg = true, r.span(t)
			}
		case f.modal == "" && (w.Lemma == "appear" || w.Lemma == "seem") && w.UPOS == ud.VERB && t != a.CueHead:
			f.modal, f.modalAt = record.Possible, r.span(t)
		case r.words.failing[w.Lemma]:
			f.failed = true
		case w.Rel.Universal() == ud.Aux && w.Lemma == "have":
			f.perfect = true
		case w.Rel.Universal() == ud.Aux && w.Lemma == "do" && w.Feats.Has(ud.TensePast):
			f.past = true
		}
		if f.modal == "" && (w.Rel.Universal() == ud.Aux || w.UPOS == ud.ADV) {
			for _, ph := range r.phrasesAt(r.words.modals, t) {
				if len(ph.words) == 1 && (ph.class == record.Possible || ph.class == record.Expected) {
					f.modal, f.modalAt = ph.class, r.span(t)
				}
			}
		}
	}
	for t := cue.first; t < cue.end; t++ {
		see(t)
	}
	if r.saysOnly(a.CueHead) {
		f.modal = ""
	}
	if h := a.CueHead; h != annot.None && f.negated && f.modal == "" && r.word(h).Feats.Has(ud.TensePast) {
		f.past = true // "neither accepted nor rejected"
	}
	if h := a.CueHead; h != annot.None && cue.has(h) {
		for c := range r.syn.Children(h) {
			if r.rel(c).Universal() == ud.Aux {
				for d := range r.syn.Children(c) {
					if r.rel(d) == ud.Advmod && !cue.has(d) && !r.inSpans(a.Content, d) {
						see(d) // "has not, however, said"
					}
				}
			}
			if !cue.has(c) && c < h && !r.inSpans(a.Content, c) && !r.aheadOfSource(a, c) && (r.rel(c).Universal() == ud.Aux || r.rel(c) == ud.Advmod || r.rel(c) == ud.CcPreconj || r.lower(c) == "nor") {
				see(c)
			}
		}
		if f.negated && r.rel(h) == ud.Conj && f.modal == "" {
			for c := range r.syn.Children(r.word(h).Head) { // "would neither confirm nor deny"
				if r.rel(c).Universal() == ud.Aux {
					see(c)
				}
			}
		}
	}
}

// aheadOfSource reports whether an adverb stands before the source of a cue
// and a mark or more between: "A letter, perhaps: diplomats say".
func (r *reading) aheadOfSource(a annot.Attribution, c annot.TokenID) bool {
	if a.SourceHead == annot.None || c > a.SourceHead {
		return false
	}
	for t := c + 1; t < a.SourceHead; t++ {
		if w := r.seg.Word(t); w == ":" || w == ";" || w == "—" || w == "–" {
			return true
		}
	}
	return false
}

// notOnly reports whether a "not" goes with an adverb that lifts it: "not only
// accepted but".
func (r *reading) notOnly(t annot.TokenID) bool {
	if int(t)+1 >= len(r.seg.Tokens) || r.lower(t) == "no" {
		return false
	}
	switch r.lower(t + 1) {
	case "only", "merely", "simply":
		return true
	}
	return false
}

// fails reports whether a cue is one that is left open where it is merely
// negated: a word of assent, of promising or of offering among them.
func (f *cueFacts) fails(r *reading) bool {
	switch f.class {
	case record.Agreed, record.Promised, record.Offered:
		return true
	}
	return r.words.fallible[f.lemma]
}

// negatedSource finds "nobody said", "no official confirmed".
func (r *reading) negatedSource(f *cueFacts, a annot.Attribution) {
	h := a.SourceHead
	if h == annot.None || f.negated {
		return
	}
	if t, _ := r.seg.Within(a.Source[0]); t < h && r.words.negation[r.lower(t)] && !r.numbered(t) {
		f.negated, f.neg = true, r.span(t) // "neither leader's office"
		return
	}
	if r.words.negation[r.lower(h)] && !r.numbered(h) {
		f.negated, f.neg = true, r.span(h)
		return
	}
	for c := range r.syn.Children(h) {
		if c < h && r.words.negation[r.lower(c)] && !r.numbered(c) {
			f.negated, f.neg = true, r.span(c)
			return
		}
	}
}

// refusing reports whether a negated cue refuses: it has a modal or stands in
// the present, so that what is negated is the will and not the event.
func (f *cueFacts) refusing() bool { return f.negated && !f.perfect && !f.past }

// unable reports whether the modal of a cue is one of ability: who could not
// say does not know.
func (f *cueFacts) unable(r *reading) bool {
	switch strings.ToLower(r.seg.Text.Slice(f.modalAt)) {
	case "could", "can":
		return true
	}
	return false
}
