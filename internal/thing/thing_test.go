package thing

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/model"
	"readout/record"
)

func TestWeightsComeBack(t *testing.T) {
	w := NewWeights()
	for i, part := range [][]float32{w.Linear, w.In, w.Bias, w.Look, w.Out} {
		for j := range part {
			part[j] = 127 * float32((i+j)%3-1)
		}
	}
	b := w.Marshal()
	back, err := Unmarshal(b)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(back.Linear, w.Linear) || !slices.Equal(back.Out, w.Out) || !bytes.Equal(back.Marshal(), b) {
		t.Error("other weights came back")
	}
	for name, bad := range map[string][]byte{
		"nothing": nil, "another file": []byte("RDOE00000000000000"), "cut short": b[:len(b)-1], "a bit turned": flip(b),
	} {
		if _, err := Unmarshal(bad); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func flip(b []byte) []byte {
	b = slices.Clone(b)
	b[len(b)/2] ^= 1
	return b
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		later, earlier []uint64
		want           int
	}{
		{nil, nil, 0}, {[]uint64{1}, []uint64{1}, 1}, {nil, []uint64{1}, 2}, {[]uint64{1}, []uint64{2, 1}, 2},
		{[]uint64{1, 2}, []uint64{2}, 3}, {[]uint64{1}, nil, 3}, {[]uint64{1}, []uint64{2}, 4},
	} {
		if got := fit(c.later, c.earlier); got != c.want {
			t.Errorf("fit(%v, %v) = %d, want %d", c.later, c.earlier, got, c.want)
		}
	}
}

// TestWorded holds firm links to parts that a common noun names.
func TestWorded(t *testing.T) {
	ms := []annot.ThingMention{
		{Form: record.Pronominal, To: annot.None}, {Form: record.Pronominal, To: 0, Firm: true}, // pronouns alone
		{Form: record.Nominal, To: 1}, {Form: record.Pronominal, To: 2, Firm: true}, // a noun with its pronoun
		{Form: record.Named, To: 3}, {Form: record.Named, To: 4, Firm: true}, // a name alone
	}
	worded(ms)
	for j, want := range []bool{false, false, false, true, false, false} {
		if ms[j].Firm != want {
			t.Errorf("mention %d firm: %v", j, ms[j].Firm)
		}
	}
}

// TestTurns holds the candidates of "I" to two of its own paragraph and one of
// each before it, and the chain so far to what it is in the paragraph.
func TestTurns(t *testing.T) {
	const turn = `# newpar
1	I	I	PRON	PRP	_	2	nsubj	_	_
2	know	know	VERB	VBP	_	0	root	_	_
3	what	what	PRON	WP	_	5	obj	_	_
4	you	you	PRON	PRP	_	5	nsubj	_	_
5	want	want	VERB	VBP	_	2	ccomp	_	SpaceAfter=No
6	?	?	PUNCT	.	_	2	punct	_	_

1	I	I	PRON	PRP	_	2	nsubj	_	_
2	do	do	VERB	VBP	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`
	r := parse(t, strings.Repeat(turn, 3), "").reader()
	last := len(r.phrases) - 1
	for r.phrases[last].form != first {
		last--
	}
	for a := range last + 1 {
		r.meet(a)
	}
	r.candidates(last)
	var forms [numVoices]int
	for _, c := range r.cand {
		forms[r.phrases[c].form]++
	}
	if forms[first] != 3 || forms[second] != 3 {
		t.Errorf("candidates of the last %q: %v", "I", forms)
	}
	i, you := int(r.voices[first][4]), int(r.voices[second][2]) // of the last paragraph
	for _, c := range []struct{ earlier, want int }{{int(r.voices[first][0]), 0}, {i, 2}, {you, 3}} {
		r.of, r.chains = make([]int32, len(r.phrases)), nil
		for x := range r.of {
			r.of[x] = -1
		}
		if c.want > 0 {
			r.join(c.earlier, int(r.voices[first][1]), 0)
		}
		if got := r.clash(&r.phrases[last], c.earlier); got != c.want {
			t.Errorf("clash with %d: %d, want %d", c.earlier, got, c.want)
		}
	}
	if r.talk != 0 {
		t.Errorf("questions %d where no paragraph ends in one", r.talk)
	}
}

// TestLearnMarksWhatIsRight asks for the gold links, and for none where gold
// has none.
func TestLearnMarksWhatIsRight(t *testing.T) {
	w := parse(t, `1	The	the	DET	DT	_	2	det	_	_
2	pact	pact	NOUN	NN	Number=Sing	3	nsubj	_	_
3	failed	fail	VERB	VBD	_	0	root	_	_

1	The	the	DET	DT	_	2	det	_	_
2	pact	pact	NOUN	NN	Number=Sing	5	nsubj	_	_
3	and	and	CCONJ	CC	_	4	cc	_	_
4	it	it	PRON	PRP	Number=Sing	2	conj	_	_
5	lapsed	lapse	VERB	VBD	_	0	root	_	_
`, "")
	gold := map[annot.TokenID]int{1: 7, 4: 7}
	lesson := Learn(nil, w.seg, nil, w.syn, w.sta, w.ms, w.ents, func(h annot.TokenID, group bool) int {
		if n, ok := gold[h]; ok && !group {
			return n
		}
		return -1
	})
	right, alone := 0, 0
	for _, e := range lesson.Examples {
		if len(e.Features) != len(e.Right) || len(e.To) != len(e.Right) {
			t.Fatal("lists of different length")
		}
		if e.Right[0] {
			alone++
		} else {
			right++
		}
	}
	if right != 1 || alone == 0 {
		t.Errorf("%d phrases take up another and %d none", right, alone)
	}
}

// FuzzFind asks of any trees that what is found passes its constructor, twice
// the same, and holds nothing that an actor holds.
func FuzzFind(f *testing.F) {
	f.Add("The offer fell short . Owners said it was fair .", []byte{13, 8, 3, 200, 7})
	f.Add("This , they said , is the union 's plan and its price", []byte{1, 5, 12, 8, 8, 17})
	shipped, err := New(model.FS)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string, dice []byte) {
		if len(s) > 1500 || len(dice) == 0 {
			return
		}
		w := wild(t, s, dice)
		if w == nil {
			return
		}
		got := w.find(shipped)
		if _, err := annot.NewThings(w.seg, *got); err != nil {
			t.Fatal(err)
		}
		again := w.find(shipped)
		if len(again.List) != len(got.List) {
			t.Fatal("found twice, otherwise")
		}
		for i, x := range got.List {
			if !slices.Equal(x.Mentions, again.List[i].Mentions) {
				t.Fatal("found twice, otherwise")
			}
			for _, m := range x.Mentions {
				e := w.ents.Of(w.ms.ByHead(m.Head))
				if !m.Group && e != annot.None && (m.Firm && w.ents.List[e].Kind != annot.UnknownMention || len(w.ents.List[e].Mentions) > 1) {
					t.Fatalf("an actor's %q", w.seg.Text.Slice(m.Span))
				}
			}
		}
	})
}

// wild lays a text out with trees made of bytes, its first word an actor.
func wild(t *testing.T, s string, dice []byte) *world {
	poss := []string{"NOUN", "PRON", "VERB", "PROPN", "ADJ", "DET", "PUNCT", "NUM"}
	rels := []string{"nsubj", "obj", "obl", "nmod", "nmod:poss", "conj", "acl:relcl", "det", "case", "amod", "compound", "flat", "ccomp", "cop", "appos"}
	var b strings.Builder
	n := 0
	for i, w := range strings.Fields(s) {
		d := int(dice[i%len(dice)])
		if n > 0 && d%9 == 0 {
			b.WriteByte('\n')
			n = 0
		}
		n++
		head, rel := max(1, d%n), rels[d%len(rels)]
		if n == 1 {
			head, rel = 0, "root"
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t_\t_\t%d\t%s\t_\t_\n", n, w, strings.ToLower(w), poss[d%len(poss)], head, rel)
	}
	seg, syn, err := conllu.Parse(b.String())
	if err != nil || len(seg.Tokens) == 0 {
		return nil
	}
	first, _, _ := strings.Cut(strings.TrimSpace(seg.Text.String()), " ")
	return newWorld(t, seg, syn, first)
}

func BenchmarkFind(b *testing.B) {
	const sentence = `1	The	the	DET	DT	_	2	det	_	_
2	offer	offer	NOUN	NN	Number=Sing	3	nsubj	_	_
3	covered	cover	VERB	VBD	_	0	root	_	_
4	its	its	PRON	PRP$	Person=3	5	nmod:poss	_	_
5	price	price	NOUN	NN	Number=Sing	3	obj	_	_
6	and	and	CCONJ	CC	_	8	cc	_	_
7	two	two	NUM	CD	_	8	nummod	_	_
8	quotas	quota	NOUN	NNS	Number=Plur	5	conj	_	SpaceAfter=No
9	.	.	PUNCT	.	_	3	punct	_	_

`
	f, err := New(model.FS)
	if err != nil {
		b.Fatal(err)
	}
	w := parse(b, strings.Repeat(sentence, 100), "")
	for b.Loop() {
		w.find(f)
	}
	b.ReportMetric(float64(800*b.N)/b.Elapsed().Seconds(), "words/s")
}
