package export

import (
	"fmt"
	"slices"
	"strings"

	"readout/record"
)

// parties returns who has a part in the talks: who speaks, meets, sets
// conditions, commits itself or holds a position.
func (b *builder) parties() []entry {
	part, said := b.part(), map[string]int{}
	for i := range b.r.Statements {
		if s := b.r.Statements[i].Speaker; s != nil {
			said[*s]++
		}
	}
	var out []entry
	for i := range b.r.Actors {
		a := &b.r.Actors[i]
		if !part[a.ID] || !b.r.Report.AboutTalks {
			continue
		}
		about := b.about(a)
		if n := said[a.ID]; n > 0 && a.Heard {
			about = append(about, counted(n, "statement"))
		}
		if bg := a.Background; bg != nil && bg.Name != a.Name {
			about = append(about, "by a list of names: "+bg.Name)
		}
		e := entry{ID: a.ID, Tag: label(a.Kind), Head: upperFirst(b.name(&a.ID)), Note: strings.Join(about, "; ")}
		if a.Kind == record.UnknownActor {
			e.Tag = "party"
		}
		out = append(out, e)
	}
	return out
}

// part returns the actors that have a part in the talks.
func (b *builder) part() map[string]bool {
	part := map[string]bool{}
	add := func(ids ...*string) {
		for _, id := range ids {
			if id != nil {
				part[*id] = true
			}
		}
	}
	for i := range b.r.Statements {
		add(b.r.Statements[i].Speaker)
	}
	for i := range b.r.Attributions {
		add(b.r.Attributions[i].Speaker)
	}
	for i := range b.r.Meetings {
		for _, p := range b.r.Meetings[i].Participants {
			add(&p.Actor)
		}
	}
	for i := range b.r.Conditions {
		add(b.r.Conditions[i].By, b.r.Conditions[i].To)
	}
	for i := range b.r.Commitments {
		add(b.r.Commitments[i].By, b.r.Commitments[i].To)
	}
	for i := range b.r.Positions {
		add(b.r.Positions[i].Holder)
	}
	return part
}

// about returns what the words tell of an actor, a phrase each.
func (b *builder) about(a *record.Actor) []string {
	var out []string
	if len(a.Titles) > 0 {
		out = append(out, strings.Join(a.Titles, ", "))
	}
	if a.Affiliation != nil {
		out = append(out, "of "+*a.Affiliation)
	}
	if names := b.names(a.Members); names != "" && !strings.EqualFold(names, a.Name) {
		out = append(out, "that is, "+names)
	}
	if !a.Named && a.Kind == record.Person {
		out = append(out, "unnamed")
	}
	return out
}

// listed returns what a list of names, and not the report, says of parties and
// of places.
func (b *builder) listed() []entry {
	part := b.part()
	var out []entry
	for i := range b.r.Actors {
		a := &b.r.Actors[i]
		if bg := a.Background; bg != nil && part[a.ID] {
			known := bg.Name
			if bg.Country != nil && *bg.Country != bg.Name {
				known += ", " + *bg.Country
			}
			out = append(out, entry{Tag: label(a.Kind), Head: a.Name, Note: known + ": " + bg.Why})
		}
	}
	return out
}

// unheard returns who is mentioned and never heard, the named first. Many
// without a name are only counted.
func (b *builder) unheard() []string {
	const many = 8
	if !b.r.Report.AboutTalks {
		return nil
	}
	var named, others []string
	seen := map[string]bool{}
	for i := range b.r.Actors {
		a := &b.r.Actors[i]
		name := b.name(&a.ID)
		if a.Heard || a.Kind == record.OutletKind || len(a.Members) > 0 || seen[strings.ToLower(name)] {
			continue
		}
		seen[strings.ToLower(name)] = true
		if a.Named {
			named = append(named, name)
		} else {
			others = append(others, name)
		}
	}
	if len(others) > many {
		others = []string{fmt.Sprintf("and %d without a name", len(others))}
	}
	return append(named, others...)
}

// voices returns every statement, by speaker in the order of their first
// words, the report's own voice last.
func (b *builder) voices() []voice {
	var out []voice
	at := map[string]int{}
	for i := range b.r.Statements {
		s := &b.r.Statements[i]
		key, v := b.speaker(s)
		j, ok := at[key]
		if !ok {
			j = len(out)
			at[key] = j
			out = append(out, v)
		}
		b.say(&out[j], s)
	}
	slices.SortStableFunc(out, func(x, y voice) int { return rank(x) - rank(y) })
	return out
}

// The names of the voices that are no actor's.
const (
	ownVoice = "The report itself"
	noVoice  = "Speaker not clear"
)

// rank puts the report's own voice behind everybody's.
func rank(v voice) int {
	switch v.Name {
	case ownVoice:
		return 2
	case noVoice:
		return 1
	}
	return 0
}

// speaker returns a key for the speaker of a statement, and its voice, empty.
func (b *builder) speaker(s *record.Statement) (string, voice) {
	switch {
	case s.Form == record.Narrator:
		return "report", voice{Name: ownVoice}
	case s.Speaker == nil || b.view.actors[*s.Speaker] == nil:
		return "nobody", voice{Name: noVoice}
	}
	a := b.view.actors[*s.Speaker]
	about := b.about(a)
	if !a.Heard {
		about = append(about, "not heard here")
	}
	return a.ID, voice{ID: a.ID, Name: upperFirst(b.name(s.Speaker)), About: strings.Join(about, "; ")}
}

// say adds a statement to a voice, under the chain it came through.
func (b *builder) say(v *voice, s *record.Statement) {
	chain, to := b.chain(s.Chain), b.setting(s)
	if n := len(v.Groups); n == 0 || v.Groups[n-1].Chain != chain || v.Groups[n-1].To != to {
		v.Groups = append(v.Groups, group{Chain: chain, To: to})
	}
	g := &v.Groups[len(v.Groups)-1]
	e := entry{ID: s.ID, Tag: b.firmness(s), Tone: toneOf(s.Firmness), Lines: []quote{{Words: b.words(s.Content), Spans: s.Content, Stmt: s.ID}}}
	e.Note = b.remark(s)
	g.Entries = append(g.Entries, e)
}

// remark says what stands beside a statement: where it was found, that it
// judges, and what the report itself sets it against.
func (b *builder) remark(s *record.Statement) string {
	var parts []string
	switch {
	case s.Headline:
		parts = append(parts, "in the headline")
	case s.Evaluative && s.Firmness != record.Evaluative:
		parts = append(parts, "a judgement")
	}
	for _, x := range s.Contrasts {
		if other := b.statements[x.With]; other != nil {
			parts = append(parts, "“"+b.words(x.Cue)+"”, against “"+opening(b.words(other.Content))+"”")
		}
	}
	return strings.Join(parts, "; ")
}

// opening returns the first words of a long quotation.
func opening(words string) string {
	const most = 8
	if f := strings.Fields(words); len(f) > most {
		return strings.Join(f[:most], " ") + " …"
	}
	return words
}

// setting returns to whom, where and when something was said, by the words.
func (b *builder) setting(s *record.Statement) string {
	var parts []string
	if n := b.names(s.Addressees); n != "" {
		parts = append(parts, "to "+n)
	}
	if p := b.where(s.Place); p != "" {
		parts = append(parts, "at "+p)
	}
	if t := b.when(s.Time); t != "" {
		parts = append(parts, t)
	}
	return strings.Join(parts, ", ")
}

// counted returns a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
