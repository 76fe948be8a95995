package mention

import (
	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// A pronoun is what a form tells of whom it can mean.
type pronoun struct {
	kind   annot.MentionKind
	gender annot.Gender
	count  record.Count
}

// personal lists the pronouns that are mentions. "You" is none.
func personal(w string) (pronoun, bool) {
	switch w {
	case "he", "him", "his", "himself":
		return pronoun{annot.PersonMention, annot.Masculine, record.One}, true
	case "she", "her", "hers", "herself":
		return pronoun{annot.PersonMention, annot.Feminine, record.One}, true
	case "i", "me", "my", "mine", "myself":
		return pronoun{annot.PersonMention, annot.UnknownGender, record.One}, true
	case "we", "us", "our", "ours", "ourselves":
		return pronoun{annot.GroupMention, annot.UnknownGender, record.UnknownCount}, true
	case "it", "its", "itself":
		return pronoun{annot.UnknownMention, annot.Neuter, record.One}, true
	case "they", "them", "their", "theirs", "themselves":
		return pronoun{annot.GroupMention, annot.UnknownGender, record.UnknownCount}, true
	}
	return pronoun{}, false
}

// pronouns finds personal and possessive pronouns, and "both" and "all" that
// stand alone.
func (r *reader) pronouns() {
	for t := range annot.TokenID(len(r.words)) {
		if r.pos(t) != ud.PRON && r.pos(t) != ud.DET || r.owner[t] >= 0 {
			continue
		}
		if p, ok := personal(r.lower[t]); ok {
			if r.pos(t) == ud.PRON && !r.empty(t) {
				r.pronoun(t, p, "mention/pronoun")
			}
			continue
		}
		if w := r.lower[t]; (w == "both" || w == "neither") && r.syn.Child(t, ud.Nmod) == annot.None && r.standsAlone(t) {
			r.pronoun(t, pronoun{annot.GroupMention, annot.UnknownGender, record.Two}, "mention/both")
		}
	}
}

// answers finds the labels of answers, "A:", in an interview of questions and
// answers: like a pronoun, each means whoever is interviewed.
func (r *reader) answers() {
	asked := false
	for i := range r.seg.Blocks {
		first, end := r.seg.Within(r.seg.Blocks[i].Span)
		if first+1 >= end || r.words[first+1] != ":" {
			continue
		}
		switch r.words[first] {
		case "Q", "Question", "QUESTION":
			asked = true
		case "A", "Answer", "ANSWER":
			if asked && r.owner[first] < 0 {
				r.pronoun(first, pronoun{annot.PersonMention, annot.UnknownGender, record.One}, "mention/answer-label")
			}
		}
	}
}

// standsAlone reports whether a quantifier is a phrase of its own: an argument,
// or right before a verb.
func (r *reader) standsAlone(t annot.TokenID) bool {
	switch r.rel(t) {
	case ud.Nsubj, ud.Obj, ud.NsubjPass, ud.Obl:
		return true
	}
	return r.in(t+1, t) && (r.pos(t+1) == ud.VERB || r.pos(t+1) == ud.AUX)
}

func (r *reader) pronoun(t annot.TokenID, p pronoun, by annot.By) {
	d := draft{first: t, last: t, appositive: -1}
	d.Span, d.Head, d.Form, d.Kind = r.seg.Tokens[t].Span, t, record.Pronominal, p.kind
	d.Gender, d.Count, d.Definite, d.By, d.Whole = p.gender, p.count, true, by, d.Span
	r.drafts = append(r.drafts, d)
}

// empty reports whether "it" stands for nothing: "it is clear that".
func (r *reader) empty(t annot.TokenID) bool {
	if r.lower[t] != "it" {
		return false
	}
	h := r.head(t)
	if r.rel(t) == ud.Expl {
		return h == annot.None || !partyState(r.lemma(h))
	}
	if h == annot.None {
		return true
	}
	if r.rel(t) == ud.Nsubj {
		switch r.lemma(h) {
		case "seem", "appear", "rain", "snow", "emerge", "transpire":
			return true
		}
		return r.syn.Child(h, ud.Csubj, ud.CsubjOuter) != annot.None
	}
	return false
}

// partyState reports whether an adjective tells of a party's mind, so that "it"
// before it is never empty, whatever the tree says: "it was ready to sign".
func partyState(adjective string) bool {
	switch adjective {
	case "ready", "willing", "prepared", "open", "unwilling", "reluctant", "eager", "keen", "able", "unable", "determined", "committed", "happy", "optimistic", "hopeful", "confident", "aware", "grateful", "opposed":
		return true
	}
	return false
}

// ofOnePerson reports whether a noun for states or for people next to one is
// said to be one person's own: "my neighbour", but not "my country".
func (r *reader) ofOnePerson(t annot.TokenID) bool {
	p := r.syn.Child(t, ud.NmodPoss)
	if p == annot.None || r.lower[t] != "neighbour" && r.lower[t] != "neighbor" {
		return false
	}
	return r.lower[p] == "my" || r.lower[p] == "his" || r.lower[p] == "her"
}
