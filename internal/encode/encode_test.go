package encode

import (
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"readout/internal/ml/net"
	"readout/model"
)

func TestHalves(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 10000 {
		v := float32(r.NormFloat64() * math.Pow(10, r.Float64()*8-6))
		got := fromHalf(toHalf(v))
		if math.Abs(float64(got-v)) > math.Abs(float64(v))/2000+1e-7 {
			t.Fatalf("%g comes back as %g", v, got)
		}
	}
}

func TestLemmaScripts(t *testing.T) {
	for _, c := range [][2]string{{"Talks", "talk"}, {"went", "go"}, {"said", "say"}, {"Ruritania", "Ruritania"}, {"ENVOYS", "envoy"}, {"better", "good"}, {"naïve", "naïf"}} {
		s := parseScript(LemmaScript(c[0], c[1]))
		if got := s.apply(c[0]); got != c[1] {
			t.Errorf("%s: %s, want %s (%s)", c[0], got, c[1], LemmaScript(c[0], c[1]))
		}
	}
}

func TestWordList(t *testing.T) {
	words := []string{"the", "", "strike", "çeşme", "the", strings.Repeat("long", 50)}
	l := newWordList(words)
	l.index()
	if got := l.list(); !slices.Equal(got, words) {
		t.Errorf("the list comes back as %q", got)
	}
	for _, c := range []struct {
		key  string
		want int32
	}{{"the", 4}, {"", 1}, {"strike", 2}, {"çeşme", 3}, {words[5], 5}, {"strik", -1}} {
		if got := l.find([]byte(c.key)); got != c.want {
			t.Errorf("%q is found at %d, want %d", c.key, got, c.want)
		}
	}
	if none := new(wordList); none.find([]byte("the")) != -1 {
		t.Error("an empty list has a word")
	}
}

// TestFile holds both ways of reading the shipped file to each other, and the
// file to its checksum.
func TestFile(t *testing.T) {
	b, err := model.FS.ReadFile(fileName)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Unmarshal(b)
	if err != nil {
		t.Fatal(err)
	}
	lean, err := parse(string(b), false)
	if err != nil {
		t.Fatal(err)
	}
	p := &Paragraph{Words: []string{"Talks", "resume", "in", "Strelsau", "."}, Glued: make([]bool, 5), First: make([]bool, 5)}
	fs := whole.Extract(nil, p)
	var a net.Arena
	if x, y := whole.Gather(&a, fs), lean.Gather(&a, lean.Extract(nil, p)); !slices.Equal(x, y) {
		t.Error("the rows of a network that reads are not those of one that trains")
	}
	broken := append([]byte(nil), b...)
	broken[len(broken)/2]++
	if _, err := Unmarshal(broken); err == nil {
		t.Error("a broken file is taken")
	}
	for _, n := range []int{0, 11, 40, 5000, len(b) / 2, len(b) - 1} {
		if _, err := parse(string(b[:n]), false); err == nil {
			t.Errorf("a file of %d bytes is taken", n)
		}
	}
}
