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

// A ranker weighs antecedents of pronouns: a linear model over the features
// of features.go, whose exponentials, over all candidates and none, are
// probabilities (Denis and Baldridge, 2008).
type ranker struct {
	at      [numTemplates]int
	weights []float32
}

func loadRanker(models fs.FS) (*ranker, error) {
	f, err := models.Open(weightsFile)
	if err != nil {
		return nil, fmt.Errorf("coref: %w", err)
	}
	defer f.Close()
	r := &ranker{}
	var n int
	r.at, n = offsets()
	r.weights = make([]float32, n)
	index := map[string]int{}
	for i, t := range templates {
		index[t.name] = i
	}
	sc := bufio.NewScanner(f)
	for line := 1; sc.Scan(); line++ {
		if s := sc.Text(); s != "" && s[0] != '#' {
			if err := r.read(s, index); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", weightsFile, line, err)
			}
		}
	}
	return r, sc.Err()
}

// read reads a line: a template, a group of pronouns, a value and a weight.
func (r *ranker) read(s string, index map[string]int) error {
	f := strings.Split(s, "\t")
	if len(f) != 4 {
		return fmt.Errorf("%d fields, want 4", len(f))
	}
	t, ok := index[f[0]]
	if !ok {
		return fmt.Errorf("no feature %q", f[0])
	}
	group := slices.Index(groupNames[:], f[1])
	value, err := strconv.Atoi(f[2])
	if group < 0 || err != nil || value < 0 || value >= templates[t].size {
		return fmt.Errorf("no value %s %s of %q", f[1], f[2], f[0])
	}
	w, err := strconv.ParseFloat(f[3], 32)
	if err != nil {
		return err
	}
	r.weights[r.at[t]+group*templates[t].size+value] = float32(w)
	return nil
}

// groupNames name the groups of pronouns.
var groupNames = [3]string{"he", "they", "it"}

// FormatWeights writes weights, in the layout of the features, as the text
// that the room reads.
func FormatWeights(weights []float32) string {
	at, _ := offsets()
	var b strings.Builder
	b.WriteString("# Weights for the antecedents of pronouns: feature, pronouns, value, weight.\n")
	for t, tm := range templates {
		for g, name := range groupNames {
			for v := range tm.size {
				if w := weights[at[t]+g*tm.size+v]; w != 0 {
					fmt.Fprintf(&b, "%s\t%s\t%d\t%.3f\n", tm.name, name, v, w)
				}
			}
		}
	}
	return b.String()
}

func (r *ranker) score(features []uint16) float64 {
	s := float32(0)
	for _, f := range features {
		s += r.weights[f]
	}
	return float64(s)
}

// candidates weighs the actors that m can mean, best first. The weights are
// probabilities and sum to one with that of none, which is returned apart.
func (r *reader) candidates(m int) (list []candidate, none float64) {
	c := r.context(m)
	for i, f := range r.possible(c) {
		list = append(list, candidate{f.cluster, r.ranker.score(r.ofCluster(c, f.cluster, f.mention, i))})
	}
	none = math.Inf(-1)
	if c.group > 0 {
		none = r.ranker.score(r.ofNone(c))
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
	if x := r.ahead(c.m); x >= 0 && r.of[x] >= 0 && !seen[r.of[x]] && r.fits(c.m, r.of[x]) && !r.excluded(c.m, r.of[x]) {
		list = append(list, fit{r.of[x], x})
	}
	return list
}

// ahead returns the subject of the main clause behind a fronted phrase or
// clause in which m stands, or -1.
func (r *reader) ahead(m int) int {
	t := r.ms.List[m].Head
	for n := 0; n < 12 && t != annot.None; n++ {
		if s := r.subjectAt(t); s > m && r.ms.List[s].Head > r.ms.List[m].Head {
			if len(r.ms.List[s].Members) == 0 && r.isName(&r.ms.List[s]) {
				return s
			}
			return -1
		}
		t = r.headOf(t)
	}
	return -1
}
