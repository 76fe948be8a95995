package mention

import (
	"strconv"
	"strings"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/ud"
	"readout/record"
)

// A proof is the evidence for what a name denotes, gathered over the whole
// report.
type proof struct {
	person, place, body float32
	state               float32    // that it is a country of which no list knows
	speaks              int        // times that it is the subject of a verb of saying
	votes               [3]float32 // of the model: person, place, body
	voters              int
}

func (p *proof) add(q proof) {
	p.person += q.person
	p.place += q.place
	p.body += q.body
	p.state += q.state
	p.speaks += q.speaks
	p.voters += q.voters
	for i, v := range q.votes {
		p.votes[i] += v
	}
}

// all counts in the verbs of saying (people speak, but so do bodies, and
// often) and the mean vote of the model.
func (p proof) all() proof {
	n := float32(min(p.speaks, 3))
	p.person += min(0.6*n, 1.2)
	p.body += 0.3 * n
	if p.voters > 0 {
		n = float32(p.voters)
		p.person += p.votes[0] / n
		p.place += p.votes[1] / n
		p.body += p.votes[2] / n
	}
	return p
}

// best returns the kind for which the evidence is strong enough and clearly
// stronger than for the others.
func (p proof) best() annot.MentionKind {
	switch {
	case p.person >= 2 && p.person > p.place+0.9 && p.person > p.body+0.9:
		return annot.PersonMention
	case p.place >= 2 && p.place > p.person+0.9 && p.place >= p.body:
		return annot.PlaceMention
	case p.body >= 2 && p.body > p.person+0.9:
		return annot.OrganisationMention
	}
	return annot.UnknownMention
}

// business reports whether a report tells of the business of firms.
func (r *reader) business() bool {
	for t := range r.words {
		if id := annot.TokenID(t); r.pos(id) == ud.NOUN && r.businessNouns[r.lemma(id)] {
			return true
		}
	}
	return false
}

// settle decides what the names denote.
func (r *reader) settle() {
	r.ofBusiness = r.business()
	for i := range r.drafts {
		r.title(i)
	}
	r.likeNamed()
	r.pronounProof()
	for i := range r.drafts {
		if d := &r.drafts[i]; d.class == noClass && !d.dropped {
			d.proof = r.proofAt(d)
			for _, t := range r.conjuncts(d.Head) {
				if o := r.owner[t]; o >= 0 && r.drafts[o].Kind != annot.PersonMention && r.drafts[o].Kind != annot.UnknownMention {
					d.proof.person--
				}
			}
		}
	}
	r.poolProof(true)
	r.likeNamed()
	r.poolProof(false)
	r.likeNamed()
	r.likeCoordinated()
	r.likeNamed()
	for i := range r.drafts {
		r.finishName(i)
	}
	for i := range r.drafts {
		if d := &r.drafts[i]; !d.dropped {
			r.bodyBehind(d)
		}
	}
	r.statesTogether()
	r.ownAdjectives()
}

// statesTogether reads an unknown name as a state where it is coordinated with
// a place that acts: "Lorvia and Tarsk agreed".
func (r *reader) statesTogether() {
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.dropped || d.Kind != annot.UnknownMention && !r.onlySpeaks(d) || d.class != noClass {
			continue
		}
		for _, t := range r.conjuncts(d.Head) {
			if o := r.owner[t]; o >= 0 && (r.drafts[o].Kind == annot.StateMention || r.drafts[o].Kind == annot.GovernmentMention || strings.HasSuffix(r.words[r.drafts[o].last], "Federation")) && r.drafts[o].Form != record.Adjectival {
				d.Kind, d.By, d.Gender = annot.StateMention, "mention/like-its-fellow", annot.Neuter
			}
		}
		if d.Kind == annot.StateMention {
			for _, j := range r.byName[r.text[d.Span.Start:d.Span.End]] {
				if x := &r.drafts[j]; (x.Kind == annot.UnknownMention || x.Kind == annot.PersonMention) && !x.dropped {
					x.Kind, x.By, x.Gender = annot.StateMention, "mention/like-its-fellow", annot.Neuter
				}
			}
		}
	}
}

// onlySpeaks reports whether a name of one word was taken for a person's for
// no more than speaking, as states do.
func (r *reader) onlySpeaks(d *draft) bool {
	if d.Kind != annot.PersonMention || d.first != d.last || d.titled || d.By != "mention/name-by-context" {
		return false
	}
	words := r.text[d.Span.Start:d.Span.End]
	if _, given := r.given[words]; given || r.leaders[words] {
		return false
	}
	var p proof
	for _, j := range r.byName[words] {
		if r.drafts[j].titled {
			return false
		}
		p.add(r.drafts[j].proof)
	}
	return p.person <= 0.5
}

// ownAdjectives reads a name that only modifies a noun as the adjective of
// another name of the report: "Lorvian" beside "Lorvia".
func (r *reader) ownAdjectives() {
	for i := range r.drafts {
		d := &r.drafts[i]
		unlisted := d.class == noClass && !d.dropped || d.class == peopleAdj && d.proof.voters > 0 // seen by the model alone
		if !unlisted || d.first != d.last || d.titled || !r.modifies(d) {
			continue
		}
		if stem := adjectiveStem(r.words[d.first]); stem != "" && r.hasStem(stem, i) {
			d.Form, d.Kind, d.By, d.Gender, d.dropped = record.Adjectival, annot.StateMention, "mention/adjective-of-a-name", annot.Neuter, false
		}
	}
}

// adjectiveStem returns what is left of a word without an ending of adjectives
// of nationality, or "".
func adjectiveStem(w string) string {
	for _, end := range []string{"ian", "ean", "an", "n", "ese", "ish", "ic", "i"} {
		if strings.HasSuffix(w, end) && len(w)-len(end) >= 4 {
			return w[:len(w)-len(end)]
		}
	}
	return ""
}

// hasStem reports whether a state or place of the report, other than draft i,
// begins with stem and is hardly longer.
func (r *reader) hasStem(stem string, i int) bool {
	for j := range r.drafts {
		d := &r.drafts[j]
		if j == i || d.dropped || d.first != d.last || d.Kind == annot.PersonMention || d.Kind == annot.OrganisationMention {
			continue
		}
		if w := r.words[d.first]; w != r.words[r.drafts[i].first] && len(w) <= len(stem)+3 && strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// likeNamed gives a name whose kind is open the kind that the same name, or a
// longer one that ends or begins with it, has elsewhere in the report.
func (r *reader) likeNamed() {
	kinds, shorter := map[string]int{}, map[string]int{}
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.dropped || d.class != noClass || d.Kind == annot.UnknownMention {
			continue
		}
		words := r.text[d.Span.Start:d.Span.End]
		if _, ok := kinds[words]; !ok || d.titled {
			kinds[words] = i
		}
		if d.Kind == annot.OrganisationMention && r.suffixes[r.words[d.last]] { // "Zorvax Bio" and "Zorvax" of "Zorvax Bio Inc."
			for t := d.first; t < d.last && r.words[t] != ","; t++ {
				if short := r.text[d.Span.Start:r.seg.Tokens[t].Span.End]; r.has(t, isWord) {
					if _, ok := kinds[short]; !ok {
						kinds[short] = i
					}
				}
			}
		}
		if d.Kind == annot.PersonMention && d.last > d.first {
			shorter[spelling(r.surname(d))] = i
			if first := spelling(r.words[d.first]); shorter[first] == 0 {
				shorter[first] = i
			}
		}
	}
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.dropped || d.class == nationality || d.class == people || d.class == peopleAdj {
			continue
		}
		words := r.text[d.Span.Start:d.Span.End]
		if j, ok := kinds[words]; ok && d.Kind == annot.UnknownMention {
			d.Kind, d.Gender = r.drafts[j].Kind, r.drafts[j].Gender
			if s, ok := shorter[spelling(words)]; ok && r.drafts[s].Gender != d.Gender {
				d.Gender = annot.UnknownGender // "Holt" beside "Mrs Holt" and "Karl Holt"
			}
		} else if j, ok := shorter[spelling(words)]; ok && r.yields(d) {
			d.Kind, d.Gender, d.class = annot.PersonMention, r.drafts[j].Gender, noClass
			d.Country, d.By = "", "mention/short-for-full-name"
		}
	}
}

// spelling brings the transliterations of a name together.
func spelling(name string) string { return lex.FoldSpelling(lex.Fold(name)) }

// yields reports whether a name gives way to the reading as the short form of
// a full name: an unknown one does, and a listed firm of one word ("Ford" beside
// "Doug Ford"), a listed place only as a bare subject.
func (r *reader) yields(d *draft) bool {
	if d.class == noClass {
		return d.Kind == annot.UnknownMention || d.By == "mention/acronym"
	}
	if d.class == listedOrg && d.first == d.last && d.Kind == annot.OrganisationMention && !r.has(d.first, isUpper) {
		return true
	}
	return (d.class == country || d.class == capital || d.class == listedPlace) && d.first == d.last &&
		(r.rel(d.Head).Universal() == ud.Nsubj && r.speakerVerbs[r.lemma(r.head(d.Head))])
}

// surname returns the last part of a person's name with its particles.
func (r *reader) surname(d *draft) string {
	t := d.last
	for t > d.first+1 && (r.particles[r.lower[t-1]] || r.words[t-1] == "-" || r.words[t] == "-") {
		t--
	}
	if r.familyFirst[r.words[d.first]] {
		if _, given := r.given[r.words[d.first]]; !given {
			return r.words[d.first]
		}
	}
	return r.text[r.seg.Tokens[t].Span.Start:d.Span.End]
}

// poolProof adds up the evidence of all mentions of a name and settles what it
// can: first for names of several words, so that their short forms can follow
// them.
func (r *reader) poolProof(long bool) {
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.dropped || d.Kind != annot.UnknownMention || d.class != noClass || (d.last > d.first) != long {
			continue
		}
		words := r.text[d.Span.Start:d.Span.End]
		var p proof
		for _, j := range r.byName[words] {
			p.add(r.drafts[j].proof)
		}
		p.add(r.formProof(d, words, p.voters == 0 || p.votes[0] > 0, p.speaks > 0))
		if p = p.all(); p.state >= 2 && p.person < 2.5 && !r.has(d.first, isUpper) {
			d.class, d.By = country, "mention/name-by-context"
			continue
		}
		if k := p.best(); k != annot.UnknownMention {
			d.Kind, d.By = k, "mention/name-by-context"
		}
	}
}

// formProof is what the form of an unknown name makes likely. Two or three
// words in capitals are a person's unless the model sees something else, that
// is, unless a person is not likely.
func (r *reader) formProof(d *draft, words string, likely, speaks bool) proof {
	var p proof
	if r.leaders[words] {
		p.person += 3
	}
	if _, ok := r.given[words]; ok {
		p.person += 1.5
	}
	if n := d.last - d.first + 1; n >= 2 && n <= 4 && !strings.ContainsAny(words, "&/0123456789") && r.allNames(d) {
		p.person += 0.5
		if likely {
			p.person += 1.5
		}
	}
	if d.last > d.first && r.word(d.last).Feats.Has(ud.NumberPlur) {
		p.person -= 1.5 // "Hallam Ports"
		p.body++
	}
	p.place += r.mapped(words)
	if _, given := r.given[r.words[d.first]]; r.ofBusiness && speaks && !given && !r.leaders[r.words[d.last]] {
		p.body += 2 // a person is not called so without more of a name
		p.person--
	}
	if _, given := r.given[words]; d.first == d.last && !given && !r.leaders[words] {
		p.person -= 0.5 // nor is a firm that declines to comment one
	}
	if d.first == d.last && camel(words) {
		p.body += 2
		p.person--
	}
	if r.hasAdjective(d, words) {
		p.state += 2
		p.person -= 2
	}
	if strings.HasSuffix(words, "ia") && d.first == d.last && len(words) > 5 {
		p.place++
		p.state += 0.5
		p.person -= 0.5
	}
	for _, end := range []string{"stan", "burg", "mark", "grad", "ville", "abad", "shire", "land"} {
		if strings.HasSuffix(words, end) && len(words) > len(end)+2 {
			p.place++
		}
	}
	return p
}

// camel reports whether a capital stands inside a word behind a small letter:
// "StreamOne".
func camel(w string) bool {
	for i := 2; i < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' && w[i-1] >= 'a' && w[i-1] <= 'z' && !strings.HasPrefix(w, "Mc") && !strings.HasPrefix(w, "Mac") {
			return true
		}
	}
	return false
}

// mapped weighs what the gazetteer says of a name.
func (r *reader) mapped(words string) float32 {
	most := 0
	for _, f := range r.gazetteer.Lookup(lex.Fold(words)) {
		if n, err := strconv.Atoi(f[len(f)-1]); err == nil {
			most = max(most, n)
		}
		most = max(most, 1)
	}
	switch {
	case most == 0:
		return 0
	case most < 100:
		return 1
	case most < 500:
		return 1.5
	}
	return 2.2
}

// allNames reports whether every word of a name is tagged as one and none is
// written small elsewhere in the report.
func (r *reader) allNames(d *draft) bool {
	for t := d.first; t <= d.last; t++ {
		if r.has(t, isWord) && (r.pos(t) != ud.PROPN || r.lowered[r.lower[t]] || r.has(t, isUpper) && (t == d.last || len(r.words[t]) > 3)) && !r.particles[r.lower[t]] {
			return false
		}
	}
	return true
}

// likeCoordinated gives an unknown name the kind of a named person or place
// that it is coordinated with.
func (r *reader) likeCoordinated() {
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.dropped || d.Kind != annot.UnknownMention || d.proof.body > 0 || d.proof.place > 0 {
			continue
		}
		for _, t := range r.conjuncts(d.Head) {
			o := r.owner[t]
			if o < 0 || o == i || r.drafts[o].dropped {
				continue
			}
			if k := r.drafts[o].Kind; k == annot.PersonMention || k == annot.PlaceMention && r.drafts[o].class == noClass {
				d.Kind, d.By = k, "mention/like-its-fellow"
			}
		}
	}
}

// conjuncts returns the other members of the coordination that t is in.
func (r *reader) conjuncts(t annot.TokenID) []annot.TokenID {
	top := t
	if r.rel(t) == ud.Conj {
		top = r.head(t)
	}
	var out []annot.TokenID
	if top != t {
		out = append(out, top)
	}
	for c := range r.syn.Children(top) {
		if r.rel(c) == ud.Conj && c != t {
			out = append(out, c)
		}
	}
	return out
}

// finishName gives a name its gender, and its reading in context: state or
// ground, government or building.
func (r *reader) finishName(i int) {
	d := &r.drafts[i]
	if d.dropped {
		return
	}
	if d.Kind == annot.PersonMention && d.Gender == annot.UnknownGender {
		d.Gender = r.genderOf(d)
	}
	if !d.titled {
		d.Whole = r.wholeOfName(d)
	} else {
		d.Whole = d.Whole.Cover(r.wholeOfName(d))
	}
	switch d.class {
	case nationality, peopleAdj, people:
		r.finishPeople(d)
	case country, capital, seat, listedPlace:
		r.finishPlace(d)
	case noClass:
		switch d.Kind {
		case annot.UnknownMention:
			r.finishUnknown(d)
		case annot.PlaceMention:
			r.actsAsState(d)
		}
	}
	switch d.Kind {
	case annot.PersonMention, annot.UnknownMention:
	case annot.GroupMention:
		d.Count = record.UnknownCount
		d.Gender = annot.UnknownGender
	default:
		d.Gender = annot.Neuter
	}
}

// genderOf reads the gender of a person from the given name.
func (r *reader) genderOf(d *draft) annot.Gender {
	g, ok := r.given[r.words[d.first]]
	if !ok && d.last > d.first { // a lone one can be a surname: "Grant said"
		g = r.alsoGiven[r.words[d.first]]
	}
	return g
}

// finishUnknown reads an unknown name as a place where only a place fits.
func (r *reader) finishUnknown(d *draft) {
	if d.proof.place >= 2 && d.proof.person < 1 {
		d.Kind, d.By = annot.PlaceMention, "mention/in-a-place"
	}
	d.Gender = annot.UnknownGender
}

// wholeOfName is the phrase around a name, but never less than the name.
func (r *reader) wholeOfName(d *draft) annot.Span {
	sp := r.whole(d.Head)
	if !sp.Contains(d.Span) {
		return d.Span
	}
	return sp
}
