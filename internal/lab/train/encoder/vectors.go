package encoder

import (
	"bufio"
	"compress/gzip"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/encode"
	"readout/internal/ml/kernel"
)

// Vectors are word vectors learned from text without labels: skip-grams with
// negative samples (Mikolov et al. 2013), one half of each row over a wide
// window, the other with a separate output for each of the four nearest
// positions (Ling et al. 2015), which serves syntax better.
type Vectors struct {
	Words []string // by falling frequency
	Dim   int
	Rows  []float32 // len(Words) x Dim
	Caps  []uint8   // how the word is written away from the start of a sentence, 0 to 3

	Listed []uint8 // what lists of facts say of it
}

const (
	halfDim   = 64
	maxWords  = 50000
	minCount  = 12
	passes    = 3
	negatives = 5
)

// corpusText calls do for the text of every unlabelled article.
func corpusText(dir string, do func(string)) error {
	for _, name := range []string{"allsides.jsonl.gz", "reuters21578.jsonl.gz"} {
		f, err := os.Open(filepath.Join(dir, "unlabelled", name))
		if err != nil {
			return err
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		sc := bufio.NewScanner(z)
		sc.Buffer(nil, 1<<26)
		for sc.Scan() {
			var row struct{ Text string }
			if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			do(row.Text)
		}
		if err := sc.Err(); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		f.Close()
	}
	return nil
}

// roughTokens splits text about as the treebanks do, quickly: vectors need
// no exact borders.
func roughTokens(s string, do func(string)) {
	for _, field := range strings.Fields(s) {
		for field != "" {
			r, n := utf8.DecodeRuneInString(field)
			if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '$' && false {
				break
			}
			do(field[:n])
			field = field[n:]
		}
		end := len(field)
		for end > 0 {
			r, n := utf8.DecodeLastRuneInString(field[:end])
			if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' && strings.Contains(field[:end-1], ".") {
				break
			}
			if r == '.' && end <= 5 && abbreviation(field[:end]) {
				break
			}
			end -= n
		}
		roughWord(field[:end], do)
		for _, r := range field[end:] {
			do(string(r))
		}
	}
}

func abbreviation(s string) bool {
	switch s {
	case "Mr.", "Mrs.", "Ms.", "Dr.", "Sen.", "Rep.", "Gov.", "Gen.", "St.", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.", "No.", "Inc.", "Co.", "Ltd.", "Jr.":
		return true
	}
	return len(s) == 2 && unicode.IsUpper(rune(s[0]))
}

func roughWord(w string, do func(string)) {
	for {
		i := strings.IndexAny(w, "-—–/")
		if i <= 0 {
			break
		}
		_, n := utf8.DecodeRuneInString(w[i:])
		roughClitic(w[:i], do)
		do(w[i : i+n])
		w = w[i+n:]
	}
	roughClitic(w, do)
}

func roughClitic(w string, do func(string)) {
	if w == "" {
		return
	}
	n := strings.ReplaceAll(w, "’", "'")
	low := strings.ToLower(n)
	if strings.HasSuffix(low, "n't") && len(low) > 3 {
		do(n[:len(n)-3])
		do(n[len(n)-3:])
		return
	}
	if i := strings.LastIndexByte(n, '\''); i > 0 {
		switch low[min(i, len(low)):] {
		case "'s", "'re", "'ll", "'ve", "'d", "'m":
			do(n[:i])
			do(n[i:])
			return
		}
	}
	do(w)
}

// countWords returns the vocabulary with counts and casing.
func countWords(dir string) (words []string, counts []int, caps []uint8, err error) {
	type stat struct{ n, mid, low, title, upper int }
	stats := map[string]*stat{}
	err = corpusText(dir, func(text string) {
		prev := "."
		roughTokens(text, func(w string) {
			key := encode.Key(w)
			s := stats[key]
			if s == nil {
				s = &stat{}
				stats[key] = s
			}
			s.n++
			if len(prev) > 0 && unicode.IsLower(rune(prev[0])) {
				s.mid++
				switch r, _ := utf8.DecodeRuneInString(w); {
				case !unicode.IsUpper(r):
					s.low++
				case len(w) > 1 && strings.ToUpper(w) == w:
					s.upper++
				default:
					s.title++
				}
			}
			prev = w
		})
	})
	if err != nil {
		return nil, nil, nil, err
	}
	for w, s := range stats {
		if s.n >= minCount {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int {
		if d := stats[b].n - stats[a].n; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	words = words[:min(len(words), maxWords)]
	for _, w := range words {
		s := stats[w]
		counts = append(counts, s.n)
		c := uint8(0)
		if s.mid > 2 {
			switch up := float64(s.title+s.upper) / float64(s.mid); {
			case up > 0.9:
				c = 3
			case up > 0.4:
				c = 2
			case up > 0.05:
				c = 1
			}
		}
		caps = append(caps, c)
	}
	return words, counts, caps, nil
}

// LearnVectors learns word vectors from the unlabelled text under dir.
func LearnVectors(dir string, seed int64, report func(string)) (*Vectors, error) {
	words, counts, caps, err := countWords(dir)
	if err != nil {
		return nil, fmt.Errorf("vectors: %w", err)
	}
	id := make(map[string]int32, len(words))
	for i, w := range words {
		id[w] = int32(i)
	}
	var docs [][]int32
	total := 0
	err = corpusText(dir, func(text string) {
		var doc []int32
		roughTokens(text, func(w string) {
			if i, ok := id[encode.Key(w)]; ok {
				doc = append(doc, i)
			} else {
				doc = append(doc, -1)
			}
		})
		docs = append(docs, doc)
		total += len(doc)
	})
	if err != nil {
		return nil, fmt.Errorf("vectors: %w", err)
	}
	report(fmt.Sprintf("vectors: %d words, %d tokens", len(words), total))
	v := &Vectors{Words: words, Dim: 2 * halfDim, Rows: make([]float32, len(words)*2*halfDim), Caps: caps}
	for half, positional := range []bool{false, true} {
		g := newSkipGram(counts, positional, seed+int64(half))
		for pass := range passes {
			g.pass(docs, float64(pass)/passes, total)
			report(fmt.Sprintf("vectors: half %d pass %d", half, pass))
		}
		for i := range words {
			row := g.in[i*halfDim : (i+1)*halfDim]
			copy(v.Rows[i*v.Dim+half*halfDim:], row)
		}
	}
	v.scale()
	return v, nil
}

// scale brings the whole table to unit variance of 0.3 a cell.
func (v *Vectors) scale() {
	var sum float64
	for _, x := range v.Rows {
		sum += float64(x) * float64(x)
	}
	f := float32(0.3 / math.Sqrt(sum/float64(len(v.Rows))))
	for i := range v.Rows {
		v.Rows[i] *= f
	}
}

type skipGram struct {
	in         []float32
	out        [][]float32 // one a position, or one
	table      []int32
	keep       []float32
	rng        *rand.Rand
	positional bool
	sigmoid    [1024]float32
}

func newSkipGram(counts []int, positional bool, seed int64) *skipGram {
	g := &skipGram{rng: rand.New(rand.NewSource(seed)), positional: positional}
	n := len(counts)
	g.in = make([]float32, n*halfDim)
	for i := range g.in {
		g.in[i] = (g.rng.Float32() - 0.5) / halfDim
	}
	outs := 1
	if positional {
		outs = 4
	}
	for range outs {
		g.out = append(g.out, make([]float32, n*halfDim))
	}
	var sum, pow float64
	for _, c := range counts {
		sum += float64(c)
		pow += math.Pow(float64(c), 0.75)
	}
	t := 1e-4
	if positional {
		t = 1e-3
	}
	g.table = make([]int32, 0, 1<<22)
	for i, c := range counts {
		f := float64(c) / sum
		g.keep = append(g.keep, float32(math.Min(1, math.Sqrt(t/f)+t/f)))
		share := math.Pow(float64(c), 0.75) / pow * (1 << 22)
		for k := 0; k < max(1, int(share)); k++ {
			g.table = append(g.table, int32(i))
		}
	}
	for i := range g.sigmoid {
		x := (float64(i) - 512) / 64
		g.sigmoid[i] = float32(1 / (1 + math.Exp(-x)))
	}
	return g
}

func (g *skipGram) pass(docs [][]int32, done float64, total int) {
	seen := 0
	var kept []int32
	for _, doc := range docs {
		alpha := float32(0.03 * math.Max(1e-2, 1-done-float64(seen)/float64(total)/passes))
		seen += len(doc)
		kept = kept[:0]
		for _, w := range doc {
			switch {
			case w < 0:
				if g.positional {
					kept = append(kept, -1)
				}
			case g.keep[w] >= 1 || g.rng.Float32() < g.keep[w]:
				kept = append(kept, w)
			case g.positional:
				kept = append(kept, -1)
			}
		}
		for i, w := range kept {
			if w < 0 {
				continue
			}
			reach := 2
			if !g.positional {
				reach = 1 + g.rng.Intn(5)
			}
			for j := max(0, i-reach); j <= min(len(kept)-1, i+reach); j++ {
				if j == i || kept[j] < 0 {
					continue
				}
				out := g.out[0]
				if g.positional {
					d := j - i + 2
					if d > 2 {
						d--
					}
					out = g.out[d]
				}
				g.pair(w, kept[j], out, alpha)
			}
		}
	}
}

func (g *skipGram) pair(w, context int32, out []float32, alpha float32) {
	row := g.in[int(w)*halfDim : int(w+1)*halfDim]
	var grad [halfDim]float32
	for k := range negatives + 1 {
		target, label := context, float32(1)
		if k > 0 {
			target, label = g.table[g.rng.Intn(len(g.table))], 0
			if target == context {
				continue
			}
		}
		o := out[int(target)*halfDim : int(target+1)*halfDim]
		x := kernel.Dot(row, o)
		p := g.sigmoid[min(1023, max(0, int(x*64)+512))]
		step := (label - p) * alpha
		kernel.Axpy(grad[:], step, o)
		kernel.Axpy(o, step, row)
	}
	kernel.Axpy(row, 1, grad[:])
}

// Save writes the vectors to a working file.
func (v *Vectors) Save(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(f).Encode(v); err != nil {
		return fmt.Errorf("vectors: %w", err)
	}
	return f.Close()
}

// LoadVectors reads what [Vectors.Save] wrote.
func LoadVectors(path string) (*Vectors, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	v := new(Vectors)
	if err := gob.NewDecoder(f).Decode(v); err != nil {
		return nil, fmt.Errorf("vectors: %w", err)
	}
	return v, nil
}
