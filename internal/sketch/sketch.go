// Package sketch is test help for the rooms high up the corridor: it builds
// the layers that they read from a few lines written in the test, so that no
// retrained model can change what a rule's test sees.
//
//	-- tree.txt --
//	Halvik/PROPN/2/nsubj hopes:hope/VERB/0/root to/PART/4/mark win/VERB/2/xcomp/VerbForm=Inf
//	-- mentions.txt --
//	Halvik | state | named
//	she | person | pronominal | Tove Aasen
//	-- times.txt --
//	Friday | DATE | 2024-05-03
//
// A tree is a line of words, each with its part of speech, its head, its
// relation and, where a rule asks for them, its features; ":" gives a lemma
// other than the word itself. A mention is its words ("words#2" for the second occurrence), its kind, its
// form, and the words of an earlier mention of the same entity, if there is
// one. What the files leave out is empty.
package sketch

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/txtar"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/text"
	"readout/record"
)

// Layers are what a sketch gives.
type Layers struct {
	Seg          *annot.Segmentation
	Syn          *annot.Syntax
	Times        *annot.Times
	Mentions     *annot.Mentions
	Attributions *annot.Attributions
	Entities     *annot.Entities
	Conditions   *annot.Conditions
	Statements   *annot.Statements
	Want         string // the file want.txt, as it stands
}

// Parse builds the layers of a sketch.
func Parse(src []byte) (*Layers, error) {
	files := map[string]string{}
	for _, f := range txtar.Parse(src).Files {
		files[f.Name] = string(f.Data)
	}
	sents, err := trees(files["tree.txt"])
	if err != nil {
		return nil, err
	}
	seg, syn, err := conllu.Document(sents)
	if err != nil {
		return nil, fmt.Errorf("sketch: %w", err)
	}
	l := &Layers{Seg: seg, Syn: syn, Want: files["want.txt"], Attributions: &annot.Attributions{}, Conditions: &annot.Conditions{}, Statements: &annot.Statements{}}
	if err := l.mentions(files["mentions.txt"]); err != nil {
		return nil, err
	}
	return l, l.times(files["times.txt"])
}

// rows splits a file into lines of fields.
func rows(file string) [][]string {
	var out [][]string
	for line := range strings.Lines(file) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		out = append(out, fields)
	}
	return out
}

// find returns the span of words, or an error.
func (l *Layers) find(words string) (text.Span, error) {
	n := 1
	if w, num, ok := strings.Cut(words, "#"); ok {
		words = w
		n, _ = strconv.Atoi(num)
	}
	s, from := l.Seg.Text.String(), 0
	for {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return text.Span{}, fmt.Errorf("sketch: the text lacks %q", words)
		}
		if n--; n <= 0 {
			return text.Span{Start: from + i, End: from + i + len(words)}, nil
		}
		from += i + 1
	}
}

func kind(name string) (annot.MentionKind, error) {
	names := []string{"", "person", "government", "state", "organisation", "group", "outlet", "place", "other"}
	i := slices.Index(names, name)
	if i < 0 {
		return 0, fmt.Errorf("sketch: no kind of mention is called %q", name)
	}
	return annot.MentionKind(i), nil
}

func (l *Layers) mentions(file string) error {
	type row struct {
		m    annot.Mention
		same string
		name string
	}
	var all []row
	for _, f := range rows(file) {
		if len(f) < 3 {
			return fmt.Errorf("sketch: a mention is words | kind | form: %q", f)
		}
		sp, err := l.find(f[0])
		if err != nil {
			return err
		}
		k, err := kind(f[1])
		if err != nil {
			return err
		}
		x := row{name: f[0], m: annot.Mention{Span: sp, Whole: sp, Head: l.Syn.HeadOf(sp), Kind: k, Form: record.MentionForm(f[2]), Appositive: annot.None, By: "sketch/hand"}}
		if len(f) > 3 {
			x.same = f[3]
		}
		all = append(all, x)
	}
	slices.SortStableFunc(all, func(a, b row) int { return a.m.Span.Compare(b.m.Span) })
	var ms annot.Mentions
	var es annot.Entities
	entity := map[string]annot.EntityID{}
	for i, x := range all {
		e, ok := entity[x.same]
		if !ok || x.same == "" {
			e = annot.EntityID(len(es.List))
			es.List = append(es.List, annot.Entity{Kind: x.m.Kind, Named: x.m.Form == record.Named, Name: x.m.Span})
			entity[x.name] = e
		}
		es.List[e].Mentions = append(es.List[e].Mentions, annot.MentionID(i))
		es.References = append(es.References, annot.Reference{Entity: e, By: "sketch/hand"})
		ms.List = append(ms.List, x.m)
	}
	var err error
	if l.Mentions, err = annot.NewMentions(l.Seg, ms); err != nil {
		return fmt.Errorf("sketch: %w", err)
	}
	l.Entities, err = annot.NewEntities(l.Seg, l.Mentions, es)
	return err
}

func (l *Layers) times(file string) error {
	var ts annot.Times
	for _, f := range rows(file) {
		sp, err := l.find(f[0])
		if err != nil {
			return err
		}
		x := annot.Timex{Span: sp, Type: record.TimeType(f[1]), By: "sketch/hand"}
		if len(f) > 2 {
			x.Value, x.Resolved = f[2], true
		}
		ts.List = append(ts.List, x)
	}
	var err error
	l.Times, err = annot.NewTimes(l.Seg, ts)
	return err
}

// Words returns the words of spans, pieces joined by " … ".
func (l *Layers) Words(ss annot.Spans) string {
	parts := make([]string, len(ss))
	for i, s := range ss {
		parts[i] = l.Seg.Text.Slice(s)
	}
	return strings.Join(parts, " … ")
}

// Name returns the name of an entity, or "-" for None.
func (l *Layers) Name(e annot.EntityID) string {
	if e == annot.None {
		return "-"
	}
	return l.Seg.Text.Slice(l.Entities.List[e].Name)
}
