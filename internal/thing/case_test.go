package thing

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/record"
)

// A world is the layers of one case: trees, the mentions that entities hold,
// and states of nought.
type world struct {
	seg  *annot.Segmentation
	syn  *annot.Syntax
	ms   *annot.Mentions
	ents *annot.Entities
	sta  *annot.States
}

func parse(t testing.TB, src, held string) *world {
	t.Helper()
	seg, syn, err := conllu.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	return newWorld(t, seg, syn, held)
}

// newWorld makes each word of held, wherever it comes, a mention of an actor of
// its own.
func newWorld(t testing.TB, seg *annot.Segmentation, syn *annot.Syntax, held string) *world {
	t.Helper()
	w := &world{seg: seg, syn: syn, sta: &annot.States{Width: Width, Here: Width / 2, Rows: make([]float32, Width*len(seg.Tokens))}}
	var ms annot.Mentions
	var ents annot.Entities
	of := map[string]annot.EntityID{}
	for k := range seg.Tokens {
		word := seg.Word(annot.TokenID(k))
		if !slices.Contains(strings.Fields(held), word) {
			continue
		}
		sp := seg.Tokens[k].Span
		e, ok := of[word]
		if !ok {
			e = annot.EntityID(len(ents.List))
			of[word] = e
			ents.List = append(ents.List, annot.Entity{Kind: annot.OrganisationMention, Name: sp})
		}
		ents.List[e].Mentions = append(ents.List[e].Mentions, annot.MentionID(len(ms.List)))
		ms.List = append(ms.List, annot.Mention{Span: sp, Whole: sp, Head: annot.TokenID(k), Form: record.Named, Kind: annot.OrganisationMention, Appositive: annot.None})
		ents.References = append(ents.References, annot.Reference{Entity: e})
	}
	var err error
	if w.ms, err = annot.NewMentions(seg, ms); err != nil {
		t.Fatal(err)
	}
	if w.ents, err = annot.NewEntities(seg, w.ms, ents); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) reader() *reader {
	r := newReader(w.seg, nil, w.syn, w.sta, w.ms, w.ents)
	r.gather()
	return r
}

func (w *world) find(f *Finder) *annot.Things {
	return f.Find(w.seg, nil, w.syn, w.sta, nil, w.ms, w.ents)
}

// byHand returns a finder that links nouns which match in their head, firmly
// where all their words do, and "it" to a subject before it.
func byHand() *Finder {
	w := NewWeights()
	for f := range nf {
		w.Linear[starts[fMatch]+f*matches+sameFull] = 4
		w.Linear[starts[fMatch]+f*matches+sameCore] = 2
		w.Linear[starts[fMatch]+f*matches+sameHead] = -0.5
		w.Linear[starts[fMatch]+f*matches+noMatch] = -9
		w.Linear[starts[fMatch]+f*matches+toPronoun] = -9
	}
	w.Linear[starts[fForms]+int(it)*nf+int(definite)] = 13
	w.Linear[starts[fRoles]+int(subject)*nr+int(object)] = -5
	return NewWith(w)
}

// TestCases reads each case: trees.conllu, held.txt with words that actors
// have, and what is to come out: phrases.txt with form and span of each
// phrase, or things.txt with the mentions of each thing, "!" before firm ones.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := map[string]string{}
			for _, f := range txtar.Parse(b).Files {
				parts[f.Name] = string(f.Data)
			}
			w := parse(t, parts["trees.conllu"], parts["held.txt"])
			if want, ok := parts["phrases.txt"]; ok {
				if got := w.phrases(); got != want {
					t.Errorf("phrases:\n%swant:\n%s", got, want)
				}
			}
			if want, ok := parts["things.txt"]; ok {
				if got := w.things(byHand()); got != want {
					t.Errorf("things:\n%swant:\n%s", got, want)
				}
			}
		})
	}
}

var formNames = [numForms]string{"first", "first-plural", "second", "personal", "they", "it", "this", "that", "name", "definite", "pointing",
	"possessed", "indefinite", "bare", "number", "act"}

func (w *world) phrases() string {
	var b strings.Builder
	r := w.reader()
	for i := range r.phrases {
		p := &r.phrases[i]
		fmt.Fprintf(&b, "%s\t%s\n", formNames[p.form], w.seg.Text.Slice(w.seg.SpanOf(p.first, p.last)))
	}
	return b.String()
}

func (w *world) things(f *Finder) string {
	var b strings.Builder
	for _, t := range w.find(f).List {
		for j, m := range t.Mentions {
			if j > 0 {
				b.WriteString(" | ")
			}
			if m.Firm {
				b.WriteString("!")
			}
			b.WriteString(w.seg.Text.Slice(m.Span))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
