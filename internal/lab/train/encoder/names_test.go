package encoder

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/internal/ml/decode"
)

// corpusOf reads an invented corpus of names, "/" between word and tag.
func corpusOf(t *testing.T, s *sets, text string) []*example {
	t.Helper()
	path := filepath.Join(t.TempDir(), "names.conll")
	lines := strings.Join(strings.Fields(text), "\n")
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(lines, "|", "")), 0o644); err != nil {
		t.Fatal(err)
	}
	es, err := s.readNames(path, "/", ownClass)
	if err != nil {
		t.Fatal(err)
	}
	return es
}

func TestNamesAreReadInOurTokens(t *testing.T) {
	s := newSets()
	es := corpusOf(t, s, "The/O U/B-Location ./I-Location S/I-Location ./I-Location envoy/O Dr/O ./O J/B-Person ./I-Person Tarlenheim/I-Person left/O ./O He/O slept/O ./O")
	if len(es) != 1 {
		t.Fatalf("%d paragraphs", len(es))
	}
	if got, want := strings.Join(es[0].para.Words, " "), "The U.S. envoy Dr. J. Tarlenheim left . He slept ."; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if want := []int{0, 8}; !slices.Equal(es[0].sents, want) {
		t.Errorf("sentences begin at %v, want %v", es[0].sents, want)
	}
}

func TestNamesThatGoOnBegin(t *testing.T) {
	s := newSets()
	e := corpusOf(t, s, "Zenda/I-Location and/O Elsa/B-Person Marlow/I-Person spoke/O ./O Both/O agreed/O")[0]
	if got := s.names.list[e.names[0]]; got != "B-Location" {
		t.Errorf("the first word is %s", got)
	}
	if got := s.nameSpan(e.names, 2); got != 4 {
		t.Errorf("the person ends at %d, want 4", got)
	}
}

func TestForeignClasses(t *testing.T) {
	for _, c := range [][3]string{{"Marlow", "I-PER", "I-Person"}, {"Zenda", "B-country", "B-Location"}, {"Ruritanian", "B-misc", ""},
		{"1908", "O", ""}, {"June", "O", ""}, {"sea", "O", "O"}} {
		if got := foreignClass(c[0], c[1]); got != c[2] {
			t.Errorf("%s %s is %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// TestSwapKeepsWhatItShould: lengths, words outside names, and one other for
// one name.
func TestSwapKeepsWhatItShould(t *testing.T) {
	s := newSets()
	s.examples = corpusOf(t, s, "Elsa/B-Person Marlow/I-Person met/O Zenda/B-Organization FM/I-Organization in/O Zenda/B-Location ,/O and/O Elsa/B-Person Marlow/I-Person left/O Zenda/B-Location for/O OZF/B-Organization ./O")
	lists := &nameLists{countries: []people{{"RUR", []string{"Ola", "Rudolf"}, []string{"Tarlenheim", "Sapt"}}}, bits: map[string]uint8{}}
	lists.addPlace([]string{"Strelsau"})
	lists.addPlace([]string{"Orlesk"})
	tr := &trainer{opt: Options{NameSwap: 1}, sets: s, rng: 7, pool: newNamePool(s, lists)}
	e := s.examples[0]
	changed := false
	for range 50 {
		w := tr.swap(e)
		if len(w) != e.len() || w[2] != "met" || w[7] != "," {
			t.Fatalf("%q", w)
		}
		if w[0] != w[9] || w[1] != w[10] || w[6] != w[12] {
			t.Errorf("one name became two: %q", w)
		}
		changed = changed || w[0] != "Elsa"
	}
	if !changed {
		t.Error("no person was ever swapped")
	}
}

// TestMaskedNames: where every word is masked nothing is asked for, and a mask
// asks for no more than a class does.
func TestMaskedNames(t *testing.T) {
	const classes, ld = 3, 3
	scores := []float32{0.3, 1, -1, 0.2, 0.5, 0.1, -0.4, 0, 2}
	loss := func(gold ...int16) (float64, []float32) {
		c := &nameChain{classes: classes, steps: make([]float32, decode.NameWeights), grad: make([]float32, decode.NameWeights), weight: 1}
		c.prepare()
		x := slices.Clone(scores)
		return c.loss(x, ld, gold), x
	}
	free, grad := loss(masked, masked, masked)
	if math.Abs(free) > 1e-6 || slices.ContainsFunc(grad, func(g float32) bool { return g > 1e-6 || g < -1e-6 }) {
		t.Errorf("all masked: loss %g, gradient %v", free, grad)
	}
	some, _ := loss(1, masked, 0)
	all, _ := loss(1, 2, 0)
	if !(some > 0 && some < all) {
		t.Errorf("loss %g with a mask, %g without", some, all)
	}
}
