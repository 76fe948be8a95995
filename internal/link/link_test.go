package link

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/internal/text"
	"readout/lexicon"
	"readout/record"
)

func linker(t testing.TB) *Linker {
	t.Helper()
	l, err := New(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// An actor is an entity of one mention. A title stands right before its words.
type actor struct {
	words, title, country string
	form                  record.MentionForm
	kind                  annot.MentionKind
	by                    annot.By
	unnamed               bool
}

// world lays actors out in a text of one sentence.
func world(t testing.TB, s string, actors []actor) (*annot.Segmentation, *annot.Mentions, *annot.Entities) {
	t.Helper()
	seg := annot.Segmentation{Text: text.New(s), Blocks: []annot.Block{{Span: text.Span{End: len(s)}, Kind: annot.Body, By: "test"}},
		Sentences: []annot.Sentence{{Span: text.Span{End: len(s)}, End: 1}}, Tokens: []annot.Token{{Span: text.Span{End: len(s)}}}}
	checked, err := annot.NewSegmentation(seg)
	if err != nil {
		t.Fatal(err)
	}
	var ms annot.Mentions
	var es annot.Entities
	for i, a := range actors {
		at := strings.Index(s, a.words)
		if at < 0 {
			t.Fatalf("no %q in %q", a.words, s)
		}
		m := annot.Mention{Span: text.Span{Start: at, End: at + len(a.words)}, Form: a.form, Kind: a.kind, Country: a.country, Appositive: annot.None, By: a.by}
		e := annot.Entity{Kind: a.kind, Named: !a.unnamed, Name: m.Span, Mentions: []annot.MentionID{annot.MentionID(i)}}
		if a.title != "" {
			p := at - len(a.title) - 1
			m.Titles = annot.Spans{{Start: p, End: p + len(a.title)}}
			e.Titles = m.Titles
		}
		m.Whole = m.Span
		ms.List = append(ms.List, m)
		es.List = append(es.List, e)
		es.References = append(es.References, annot.Reference{Entity: annot.EntityID(i)})
	}
	mm, err := annot.NewMentions(checked, ms)
	if err != nil {
		t.Fatal(err)
	}
	ee, err := annot.NewEntities(checked, mm, es)
	if err != nil {
		t.Fatal(err)
	}
	return checked, mm, ee
}

func person(words string) actor {
	return actor{words: words, form: record.Named, kind: annot.PersonMention, by: "mention/given-name"}
}

func state(words, country string) actor {
	return actor{words: words, form: record.Named, kind: annot.StateMention, country: country, by: "mention/country"}
}

func TestLink(t *testing.T) {
	l := linker(t)
	titled := func(words, title, country string) actor {
		return actor{words: words, title: title, country: country, form: record.Named, kind: annot.PersonMention, by: "mention/title-and-name"}
	}
	for _, c := range []struct {
		text   string
		actors []actor
		date   string
		want   string // "name | country | part of why" of the first actor; "" for no link
	}{
		{"Norway wants more.", []actor{state("Norway", "NOR")}, "", "Norway | NOR | name of a country"},
		{"Ottawa wants more.", []actor{{words: "Ottawa", form: record.Metonym, kind: annot.GovernmentMention, country: "CAN", by: "mention/capital-as-government"}}, "", "Canadian government | CAN | capital"},
		{"The African Union met.", []actor{{words: "African Union", form: record.Named, kind: annot.OrganisationMention, by: "mention/listed-name"}}, "", "African Union |  | organisations list"},
		{"They met in Geneva.", []actor{{words: "Geneva", form: record.Named, kind: annot.PlaceMention, by: "mention/name-by-context"}}, "", "Geneva | CHE | only place"},
		{"They met in Ottawa.", []actor{{words: "Ottawa", form: record.Named, kind: annot.PlaceMention, country: "CAN", by: "mention/capital-as-city"}}, "", "Ottawa | CAN | capital"},
		{"They met in Ostrenholm.", []actor{{words: "Ostrenholm", form: record.Named, kind: annot.PlaceMention, by: "mention/name-by-context"}}, "", ""},
		{"William Ruto spoke.", []actor{person("William Ruto")}, "2024-05-01", "William Ruto | KEN | matched by full name"},
		{"William Ruto spoke.", []actor{person("William Ruto")}, "2020-05-01", "William Ruto | KEN | not in office on 2020-05-01"},
		{"William Ruto spoke.", []actor{person("William Ruto")}, "", "William Ruto | KEN | no date to look it up by"},
		{"Ruto spoke of Kenya.", []actor{person("Ruto"), state("Kenya", "KEN")}, "2024-05-01", "William Ruto | KEN | the country is in the report"},
		{"President Ruto spoke.", []actor{titled("Ruto", "President", "KEN")}, "2024-05-01", "William Ruto | KEN | the country of the title"},
		{"Ruto spoke.", []actor{person("Ruto")}, "2024-05-01", ""},
		{"Li spoke of China.", []actor{person("Li"), state("China", "CHN")}, "2024-05-01", ""},
		{"Premier Li spoke.", []actor{titled("Li", "Premier", "CHN")}, "2024-05-01", "Li Qiang | CHN | the country of the title"},
		{"Amina Ruto spoke of Kenya.", []actor{person("Amina Ruto"), state("Kenya", "KEN")}, "2024-05-01", ""},
		{"The Kenyan leader spoke.", []actor{{words: "The Kenyan leader", form: record.Nominal, kind: annot.PersonMention, country: "KEN", unnamed: true, by: "mention/role-noun"}}, "", ""},
	} {
		seg, ms, es := world(t, c.text, c.actors)
		times := &annot.Times{}
		if c.date != "" {
			times.Anchor = annot.AnchorDate{Year: int(c.date[0]-'0')*1000 + int(c.date[1]-'0')*100 + int(c.date[2]-'0')*10 + int(c.date[3]-'0'), Month: 5, Day: 1, How: record.AnchorGiven}
		}
		got := l.Link(seg, ms, es, times).Entities[0]
		if c.want == "" {
			if got != (annot.Link{}) {
				t.Errorf("%s %s: linked to %+v", c.text, c.date, got)
			}
			continue
		}
		f := strings.Split(c.want, " | ")
		if got.Name != f[0] || got.Country != strings.TrimSpace(f[1]) || !strings.Contains(got.Why, f[2]) {
			t.Errorf("%s %s: got %q %q %q, want %s", c.text, c.date, got.Name, got.Country, got.Why, c.want)
		}
	}
}

// The lists must be in order, and what they name must exist.
func TestLists(t *testing.T) {
	places, err := lex.OpenTable(lexicon.FS, "gazetteer.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := places.Check(); err != nil {
		t.Error(err)
	}
	l := linker(t)
	for _, h := range l.lists.holders {
		if len(h.of) == 3 && strings.ToUpper(h.of) == h.of {
			if _, ok := l.lists.countries[h.of]; !ok {
				t.Errorf("%v holds an office in %q, which is no country of the list", h.names, h.of)
			}
		} else if _, ok := l.lists.bodies[h.of]; !ok {
			t.Errorf("%v holds an office in %q, which is no body of the list", h.names, h.of)
		}
		if h.until != "" && h.until < h.from {
			t.Errorf("%v of %s: until %s before from %s", h.surnames, h.of, h.until, h.from)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		linker(b)
	}
}
