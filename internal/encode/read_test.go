package encode_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"readout/internal/annot"
	"readout/internal/encode"
	"readout/internal/text"
	"readout/lexicon"
	"readout/model"
)

// report is invented; a line is a paragraph, "|" parts its sentences.
const report = `Ruritania and Graustark edge towards fisheries deal
Ruritania 's envoy , Elsa Marlow , said on Tuesday that the two sides were “ close to an understanding ” on quotas . | According to a Graustark official , the talks will resume in Strelsau next week .
“ We have not agreed to anything , ” Marlow told reporters outside the Foreign Ministry . | “ But the door is open . ”
The Fishermen 's Union warned that it would strike unless the government published the text , and accused ministers of keeping boats in the dark .
Boris Tarlenheim , a spokesman for the Ruritanian navy , denied reports that two trawlers had been seized near Cape Zenda .`

// lay makes a segmentation of tokens parted by spaces.
func lay(src string) *annot.Segmentation {
	var s annot.Segmentation
	s.Text = text.New(src)
	at := 0
	for line := range strings.Lines(src) {
		block := annot.BlockID(len(s.Blocks))
		start := at
		for sent := range strings.SplitSeq(strings.TrimRight(line, "\n"), " | ") {
			first := annot.TokenID(len(s.Tokens))
			from := at
			for w := range strings.SplitSeq(sent, " ") {
				s.Tokens = append(s.Tokens, annot.Token{Span: text.Span{Start: at, End: at + len(w)}})
				at += len(w) + 1
			}
			s.Sentences = append(s.Sentences, annot.Sentence{Span: text.Span{Start: from, End: at - 1}, Block: block, First: first, End: annot.TokenID(len(s.Tokens))})
			at += 2
		}
		at -= 2
		s.Blocks = append(s.Blocks, annot.Block{Span: text.Span{Start: start, End: at - 1}, Kind: annot.Body})
	}
	seg, err := annot.NewSegmentation(s)
	if err != nil {
		panic(err)
	}
	return seg
}

func load(t testing.TB) *encode.Encoder {
	t.Helper()
	e, err := encode.Load(model.FS, lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// show writes a reading down, to be compared.
func show(seg *annot.Segmentation, r *encode.Reading) string {
	var b strings.Builder
	for i, w := range r.Syntax.Words {
		fmt.Fprintf(&b, "%s %s %s %s %d %s\n", seg.Word(annot.TokenID(i)), w.UPOS, w.Feats, w.Lemma, w.Head, w.Rel)
	}
	for _, n := range r.Names.List {
		fmt.Fprintf(&b, "%s %s\n", n.Kind, seg.Text.Slice(n.Span))
	}
	for _, c := range r.Cues.List {
		fmt.Fprintf(&b, "%d %d %v %v %.3f\n", c.First, c.End, c.Source, c.Content, c.Score)
	}
	return b.String()
}

// spell writes proposals by their words.
func spell(seg *annot.Segmentation, r *encode.Reading) []string {
	var out []string
	words := func(p [2]annot.TokenID) string {
		if p[0] == p[1] {
			return ""
		}
		return seg.Text.Slice(seg.SpanOf(p[0], p[1]-1))
	}
	for _, c := range r.Cues.List {
		s := "[" + words(c.Source) + "] " + words([2]annot.TokenID{c.First, c.End})
		for _, p := range c.Content {
			s += " [" + words(p) + "]"
		}
		out = append(out, s)
	}
	return out
}

func TestReadsAnInventedReport(t *testing.T) {
	e := load(t)
	seg := lay(report)
	r := e.Read(seg)
	t.Log(show(seg, r))
	got := spell(seg, r)
	t.Log(strings.Join(got, "\n"))
	for _, want := range []string{
		"[a Graustark official] According to [the talks will resume in Strelsau next week",
		"[Marlow] told",
		"[The Fishermen 's Union] warned",
	} {
		found := false
		for _, g := range got {
			found = found || strings.HasPrefix(g, want)
		}
		if !found {
			t.Errorf("no attribution %q", want)
		}
	}
}

func TestSameBytesOnManyGoroutines(t *testing.T) {
	e := load(t)
	seg := lay(strings.Repeat(report+"\n", 5) + report)
	want := show(seg, e.Read(seg))
	for _, n := range []int{1, 2, 8} {
		var wg sync.WaitGroup
		for range n {
			wg.Go(func() {
				for range 2 {
					if got := show(seg, e.Read(seg)); got != want {
						t.Errorf("another reading with %d goroutines", n)
					}
				}
			})
		}
		wg.Wait()
	}
}

// TestSameBytesOnEveryPath compares with a digest that is recorded once for
// all paths of package kernel: run it again with -tags purego, and on other
// processors.
func TestSameBytesOnEveryPath(t *testing.T) {
	seg := lay(report)
	sum := sha256.Sum256([]byte(show(seg, load(t).Read(seg))))
	got := hex.EncodeToString(sum[:]) + "\n"
	const path = "testdata/reading.sha256"
	if os.Getenv("READOUT_GOLDEN") == "write" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the reading of the invented report is another than the recorded one")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("“ A said “ b ’ ' c .")
	e := load(f)
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "?")), " ")
		if s == "" || strings.Contains(s, "|") {
			return
		}
		seg := lay(s)
		if r := e.Read(seg); r.Syntax == nil || r.Names == nil || r.Cues == nil {
			t.Fatal("a layer is missing")
		}
	})
}

func BenchmarkRead(b *testing.B) {
	e := load(b)
	seg := lay(strings.Repeat(report+"\n", 10) + report)
	b.ReportAllocs()
	for b.Loop() {
		e.Read(seg)
	}
	b.ReportMetric(float64(len(seg.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}
