package mention

import (
	"strings"

	"readout/internal/annot"
	"readout/internal/ud"
	"readout/record"
)

// finishPlace reads a country, a capital, a seat of government or a region in
// its context.
func (r *reader) finishPlace(d *draft) {
	d.Gender = annot.Neuter
	ground := !r.acts(d.Head, d.class == capital || d.class == listedPlace)
	switch d.class {
	case country:
		if d.Form == record.Named && (r.modifies(d) || r.has(d.first, inTitle)) {
			d.Form = record.Adjectival
		}
		if ground && !r.has(d.first, inTitle) {
			d.Kind, d.By = annot.PlaceMention, "mention/country-as-ground"
		} else {
			d.Kind, d.By = annot.StateMention, "mention/country"
		}
	case capital:
		if ground || r.modifies(d) {
			d.Kind, d.By = annot.PlaceMention, "mention/capital-as-city"
		} else {
			d.Kind, d.Form, d.By = annot.GovernmentMention, record.Metonym, "mention/capital-as-government"
		}
	case seat:
		switch {
		case ground && !r.modifies(d):
			d.Kind, d.By = annot.PlaceMention, "mention/seat-as-venue"
		case r.modifies(d):
			d.By = "mention/seat-as-body"
		default:
			d.Form, d.By = record.Metonym, "mention/seat-as-government"
		}
	case listedPlace:
		d.Kind = annot.PlaceMention
		if !ground && r.rel(d.Head).Universal() == ud.Nsubj && r.speaksFor(d) {
			d.Kind, d.By = annot.StateMention, "mention/region-as-actor" // "California said"
		}
	}
}

// speaksFor reports whether a region is the subject of a verb of saying that
// stands right behind it or behind an auxiliary: "California said".
func (r *reader) speaksFor(d *draft) bool {
	h := r.head(d.Head)
	if !r.speakerVerbs[r.lemma(h)] || r.lemma(h) == "talk" || h <= d.last || h > d.last+3 {
		return false
	}
	return d.first == 0 || r.lower[d.first-1] != "the"
}

// modifies reports whether a name only modifies the noun behind it: "a Kremlin
// aide", "US officials".
func (r *reader) modifies(d *draft) bool {
	switch r.rel(d.Head) {
	case ud.Compound, ud.Amod, ud.NmodDesc, ud.Flat:
		return r.head(d.Head) > d.last
	}
	return false
}

// acts reports whether the place named at t stands in a construction in which
// somebody speaks, wants or acts, or is spoken to. Where the words leave it
// open, wary decides for the place and otherwise for the actor.
func (r *reader) acts(t annot.TokenID, wary bool) bool {
	for r.rel(t) == ud.Conj && r.head(t) != annot.None && r.prep(t) == "" {
		t = r.head(t)
	}
	h := r.head(t)
	if h == annot.None {
		return false
	}
	lemma := r.lemma(h)
	if groundPrep(r.surfacePrep(t)) && r.rel(t) != ud.NmodPoss {
		return false
	}
	switch r.rel(t) {
	case ud.Nsubj, ud.NsubjOuter:
		if r.pos(h) != ud.VERB {
			return r.inMind(h)
		}
		return !r.ofPlace[lemma] || r.standsReady(h, lemma)
	case ud.NsubjPass:
		return !r.uponPlace[lemma] && !r.ofPlace[lemma]
	case ud.OblAgent, ud.Iobj, ud.Vocative:
		return true
	case ud.Obj:
		return !r.uponPlace[lemma] && !r.motion[lemma]
	case ud.NmodPoss:
		return r.owns(lemma, wary)
	case ud.Obl, ud.Nmod, ud.Conj:
		return r.actsBehind(t, h, lemma, wary)
	case ud.Appos, ud.Parataxis, ud.List, ud.Dep, ud.Root, ud.Orphan:
		return false
	case ud.Compound, ud.Amod, ud.NmodDesc:
		return !wary
	}
	return !wary
}

// standsReady reports whether a verb of being somewhere tells of a readiness
// instead: "stands ready", "remains committed".
func (r *reader) standsReady(h annot.TokenID, lemma string) bool {
	switch lemma {
	case "stand", "remain", "become", "sit", "see", "fall":
		if c := r.syn.Child(h, ud.Xcomp, ud.Advcl, ud.Ccomp); c != annot.None {
			return !r.placeAdjective(r.lower[c])
		}
		next := h + 1
		return r.in(next, h) && (r.lower[next] == "ready" || r.lower[next] == "by" || r.lower[next] == "firm" || r.lower[next] == "open")
	}
	return false
}

// inMind reports whether a predicate that is no verb ascribes something to
// somebody: "is ready", "is unhappy", not "is a city".
func (r *reader) inMind(h annot.TokenID) bool {
	if r.pos(h) == ud.ADJ {
		return !r.placeAdjective(r.lower[h])
	}
	return !r.venues[r.lemma(h)] && !r.placeNouns[r.lemma(h)]
}

func (r *reader) placeAdjective(w string) bool {
	switch w {
	case "cold", "hot", "quiet", "calm", "dark", "empty", "beautiful", "snowy", "wet", "sunny", "foggy", "crowded", "home", "close", "near", "far":
		return true
	}
	return false
}

// owns reports whether what a place possesses is a government's.
func (r *reader) owns(lemma string, wary bool) bool {
	if r.placeNouns[lemma] {
		return !wary
	}
	return true
}

// actsBehind reads a place behind a preposition.
func (r *reader) actsBehind(t, h annot.TokenID, lemma string, wary bool) bool {
	switch prep := r.prep(t); prep {
	case "by", "with", "between", "against", "among", "on", "upon", "about", "for", "like", "without", "than", "regarding", "concerning", "towards", "toward":
		if r.motion[lemma] {
			return false
		}
		return true
	case "to", "from":
		return !r.motion[lemma] && !r.placeNouns[lemma]
	case "of":
		return r.powerNouns[lemma] || !wary && !r.placeNouns[lemma]
	case "":
		return !wary && r.rel(t) != ud.Obl
	default:
		if groundPrep(prep) {
			return false
		}
	}
	return !wary
}

// groundPrep reports whether a preposition takes a place, never an actor.
func groundPrep(w string) bool {
	switch w {
	case "in", "at", "near", "outside", "inside", "across", "around", "throughout", "through", "via", "into", "within",
		"above", "over", "off", "beyond", "beneath", "under", "onto", "amid":
		return true
	}
	return false
}

// actsAsState reads a place that no list knows as an actor where it speaks or
// acts: a country, or a capital that stands for one.
func (r *reader) actsAsState(d *draft) {
	switch r.rel(d.Head).Universal() {
	case ud.Nsubj, ud.Nmod, ud.Obl, ud.Obj, ud.Iobj, ud.Conj:
	default:
		return
	}
	if r.placeHeads[r.words[d.last]] || r.placeFirst[r.words[d.first]] || !r.acts(d.Head, true) {
		return
	}
	d.Kind, d.By = annot.StateMention, "mention/place-as-actor"
}

// finishPeople reads an adjective or a noun of nationality.
func (r *reader) finishPeople(d *draft) {
	noun := r.pos(d.Head) == ud.NOUN || r.pos(d.Head) == ud.PROPN
	if r.modifies(d) || !noun && d.class != people || r.has(d.first, inTitle) {
		d.Form, d.Kind, d.By = record.Adjectival, annot.StateMention, "mention/adjective-of-nationality"
		if d.Country == "" { // "European", "Arab": no state's
			d.Kind, d.By = annot.OtherMention, "mention/adjective-of-no-state"
		}
		return
	}
	if d.class == nationality && r.rel(d.Head).Universal() != ud.Nsubj && r.lower[max(d.first, 1)-1] != "the" {
		d.dropped = true // the language, or a slip of the tagger
		return
	}
	d.Form, d.Kind, d.By = record.Nominal, annot.GroupMention, "mention/people-of-a-nation"
}

// hasAdjective reports whether the report has an adjective of a name that ends
// like a country's: "Lorvian boats" beside "Lorvia".
func (r *reader) hasAdjective(d *draft, words string) bool {
	if d.first != d.last || len(words) < 5 || !strings.ContainsAny(words[len(words)-1:], "aeoy") {
		return false
	}
	for i := range r.drafts {
		x := &r.drafts[i]
		if x.first != x.last || x.class != noClass && x.class != peopleAdj || len(r.words[x.first]) < len(words) || !r.modifies(x) {
			continue
		}
		if stem := adjectiveStem(r.words[x.first]); stem != "" && stem != words && strings.HasPrefix(words, stem) && len(words) <= len(stem)+2 {
			return true
		}
	}
	return false
}
