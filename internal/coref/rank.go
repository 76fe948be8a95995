package coref

import (
	"bufio"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"readout/internal/annot"
)

// weightsFile holds the weights of the ranker, in the folder model.
const weightsFile = "coref.txt"

// Weights are what the ranker learned: a linear model, apart for each group of
// pronouns, and a hidden layer of rectified units that they share. The score of
// a candidate is the sum of both, and the exponentials of the scores, over all
// candidates and none, are probabilities (Denis and Baldridge, 2008).
type Weights struct {
	Units  int
	Linear []float32 // by group and feature
	Hidden []float32 // by feature and unit
	Out    []float32 // by unit
}

// NewWeights returns weights that are all zero.
func NewWeights(units int) *Weights {
	_, n := offsets()
	return &Weights{Units: units, Linear: make([]float32, 3*n), Hidden: make([]float32, n*units), Out: make([]float32, units)}
}

// A ranker weighs antecedents of pronouns by the features of features.go.
type ranker struct {
	at [numTemplates]int
	n  int
	w  *Weights
}

func newRanker(w *Weights) *ranker {
	r := &ranker{w: w}
	r.at, r.n = offsets()
	return r
}

func loadRanker(models fs.FS) (*ranker, error) {
	f, err := models.Open(weightsFile)
	if err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	defer f.Close()
	var r *ranker
	index := map[string]int{}
	for i, t := range templates {
		index[t.name] = i
	}
	sc := bufio.NewScanner(f)
	for line := 1; sc.Scan(); line++ {
		s := sc.Text()
		if s == "" || s[0] == '#' {
			continue
		}
		fields := strings.Fields(s)
		if r == nil {
			r, err = readOut(fields)
		} else {
			err = r.read(fields, index)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", weightsFile, line, err)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", weightsFile, err)
	}
	if r == nil {
		return nil, fmt.Errorf("%s: no weights", weightsFile)
	}
	return r, nil
}

// Weights are written in thousandths, those of the hidden layer in hundredths.
const (
	linearUnit = 1000
	hiddenUnit = 100
)

// readOut reads the first line: the weights of the units.
func readOut(fields []string) (*ranker, error) {
	if fields[0] != "units" || len(fields) > 1000 {
		return nil, fmt.Errorf("no line of units")
	}
	r := newRanker(NewWeights(len(fields) - 1))
	return r, readNumbers(r.w.Out, fields[1:], linearUnit)
}

// read reads a line: a template, a value, a weight for each group of pronouns
// and one for each unit.
func (r *ranker) read(f []string, index map[string]int) error {
	if len(f) != 5+r.w.Units {
		return fmt.Errorf("%d fields, want %d", len(f), 5+r.w.Units)
	}
	t, ok := index[f[0]]
	if !ok {
		return fmt.Errorf("no feature %q", f[0])
	}
	value, err := strconv.Atoi(f[1])
	if err != nil || value < 0 || value >= templates[t].size {
		return fmt.Errorf("no value %s of %q", f[1], f[0])
	}
	i := r.at[t] + value
	var linear [3]float32
	if err := readNumbers(linear[:], f[2:5], linearUnit); err != nil {
		return err
	}
	for g, w := range linear {
		r.w.Linear[g*r.n+i] = w
	}
	return readNumbers(r.w.Hidden[i*r.w.Units:(i+1)*r.w.Units], f[5:], hiddenUnit)
}

func readNumbers(to []float32, from []string, unit float32) error {
	for i, s := range from {
		n, err := strconv.Atoi(s)
		if err != nil {
			return fmt.Errorf("no number: %q", s)
		}
		to[i] = float32(n) / unit
	}
	return nil
}

// Format writes weights, in the layout of the features, as the text that the
// room reads. Features that training never met are left out.
func (w *Weights) Format() string {
	at, n := offsets()
	var b strings.Builder
	b.WriteString("# Weights for the antecedents of pronouns: feature, value, weights for he, they and it in thousandths, weights for each unit in hundredths.\nunits")
	writeNumbers(&b, w.Out, linearUnit)
	b.WriteByte('\n')
	for t, tm := range templates {
		for v := range tm.size {
			i := at[t] + v
			linear := []float32{w.Linear[i], w.Linear[n+i], w.Linear[2*n+i]}
			hidden := w.Hidden[i*w.Units : (i+1)*w.Units]
			zero := func(x float32) bool { return x == 0 }
			if !slices.ContainsFunc(linear, func(x float32) bool { return !zero(x) }) && !slices.ContainsFunc(hidden, func(x float32) bool { return !zero(x) }) {
				continue
			}
			fmt.Fprintf(&b, "%s %d", tm.name, v)
			writeNumbers(&b, linear, linearUnit)
			writeNumbers(&b, hidden, hiddenUnit)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func writeNumbers(b *strings.Builder, numbers []float32, unit float64) {
	for _, x := range numbers {
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(int(math.Round(float64(x) * unit))))
	}
}

// score weighs a candidate of a pronoun of a group. sums is memory for the
// units.
func (r *ranker) score(group int, features []uint16, sums []float32) float64 {
	s := float32(0)
	clear(sums)
	for _, f := range features {
		s += r.w.Linear[group*r.n+int(f)]
		row := r.w.Hidden[int(f)*r.w.Units : (int(f)+1)*r.w.Units]
		for u, w := range row {
			sums[u] += w
		}
	}
	for u, x := range sums {
		s += r.w.Out[u] * max(x, 0)
	}
	return float64(s)
}

// candidates weighs the actors that m can mean, best first. The weights are
// probabilities and sum to one with that of none, which is returned apart.
func (r *reader) candidates(m int) (list []candidate, none float64) {
	c := r.context(m)
	if c.group == 0 && len(c.fits) == 1 {
		return []candidate{{c.fits[0].cluster, 1}}, 0
	}
	sums := make([]float32, r.ranker.w.Units)
	for i, f := range c.fits {
		list = append(list, candidate{f.cluster, r.ranker.score(c.group, r.ofCluster(c, f.cluster, f.mention, i), sums)})
	}
	none = math.Inf(-1)
	if c.group > 0 {
		none = r.ranker.score(c.group, r.ofNone(c), sums)
	}
	top := none
	for _, x := range list {
		top = max(top, x.weight)
	}
	sum := math.Exp(none - top)
	for i := range list {
		list[i].weight = math.Exp(list[i].weight - top)
		sum += list[i].weight
	}
	for i := range list {
		list[i].weight /= sum
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	return list, math.Exp(none-top) / sum
}

// A fit is a cluster that a pronoun can mean, with the mention that is looked
// at: its last one before the pronoun, or else the first one after it.
type fit struct {
	cluster, mention int
}

// possible lists the clusters that the pronoun can mean by number, gender,
// kind and the rules of the sentence, the one mentioned last first.
func (r *reader) possible(c *context) []fit {
	var list []fit
	seen := map[int]bool{}
	for x := c.m - 1; x >= 0 && r.sent[c.m]-r.sent[x] <= reach; x-- {
		k := r.of[x]
		if k < 0 || seen[k] || !r.fits(c.m, k) || r.ruledOut(c.m, x) {
			continue
		}
		seen[k] = true
		if !r.excluded(c.m, k) {
			list = append(list, fit{k, x})
		}
	}
	for _, x := range r.ahead(c.m) {
		if k := r.of[x]; k >= 0 && !seen[k] && r.fits(c.m, k) && !r.excluded(c.m, k) {
			seen[k] = true
			list = append(list, fit{k, x})
		}
	}
	return list
}

// Features returns how many features there are.
func Features() int {
	_, n := offsets()
	return n
}

// With returns a resolver that weighs antecedents by other weights.
func (v *Resolver) With(w *Weights) *Resolver {
	return &Resolver{lists: v.lists, ranker: newRanker(w)}
}

// An Example is a pronoun with the features of its candidates, the likeliest
// to be asked first being that of the actor mentioned last. Where the pronoun
// can mean no actor, the last candidate is none. Right marks those that it
// means.
type Example struct {
	Group      int // of the pronoun: of people, of groups, of bodies
	Candidates [][]uint16
	Right      []bool
}

// Whom a mention refers to in gold data, where it is no chain's number.
const (
	Unlabelled = -1 // nothing is known of the mention
	NoActor    = -2 // it refers to no actor
)

// A lesson is gold data for one report.
type lesson struct {
	gold     []int
	examples []Example
}

// Learn resolves a report like Resolve, but gives each pronoun the antecedent
// of the gold data, and returns an example for each. gold holds, by mention,
// the number of its chain, or Unlabelled or NoActor; what is unlabelled is
// resolved by the weights of v.
func (v *Resolver) Learn(seg *annot.Segmentation, quo *annot.Quotations, syn *annot.Syntax, ms *annot.Mentions, att *annot.Attributions, gold []int) []Example {
	r := newReader(v, seg, quo, syn, ms, att)
	r.teach = &lesson{gold: gold}
	r.all()
	return r.teach.examples
}

// taught makes an example of m and places it as the gold data say. It reports
// false where they say nothing.
func (r *reader) taught(m int) bool {
	gold := r.teach.gold[m]
	if gold == Unlabelled {
		return false
	}
	c := r.context(m)
	e := Example{Group: c.group}
	first := -1
	for i, f := range c.fits {
		right := gold >= 0 && r.inChain(f.cluster, gold, m)
		e.Candidates = append(e.Candidates, slices.Clone(r.ofCluster(c, f.cluster, f.mention, i)))
		e.Right = append(e.Right, right)
		if right && first < 0 {
			first = f.cluster
		}
	}
	if c.group > 0 {
		e.Candidates = append(e.Candidates, slices.Clone(r.ofNone(c)))
		e.Right = append(e.Right, gold == NoActor)
	}
	if slices.Contains(e.Right, true) && len(e.Right) > 1 {
		r.teach.examples = append(r.teach.examples, e)
	}
	if first >= 0 {
		r.join(m, first, "coref/gold")
	}
	return true
}

// inChain reports whether a cluster has a mention of a gold chain.
func (r *reader) inChain(c, chain, m int) bool {
	for _, x := range r.clusters[c].mentions {
		if x != m && r.teach.gold[x] == chain {
			return true
		}
	}
	return false
}
