package gold

import (
	"cmp"
	"slices"

	"readout/record"
)

// Kappa is Cohen's kappa of the firmness classes of statements that both sides
// have: agreement beyond what chance would give, 1 at most (Cohen, 1960). It
// is 0 where nothing was paired or all is one class.
func (s *Score) Kappa() float64 {
	total, same := 0, 0
	rows, columns := map[record.Firmness]int{}, map[record.Firmness]int{}
	for k, n := range s.Confusion {
		total += n
		rows[k[0]] += n
		columns[k[1]] += n
		if k[0] == k[1] {
			same += n
		}
	}
	chance := 0
	for f, n := range rows {
		chance += n * columns[f]
	}
	if total*total == chance {
		return 0
	}
	seen, luck := float64(same)/float64(total), float64(chance)/float64(total*total)
	return (seen - luck) / (1 - luck)
}

// A Confused is a pair of firmness classes, gold's and the answer's, and how
// often it came up.
type Confused struct {
	Gold, Answer record.Firmness
	N            int
}

// Matrix lists the firmness classes that came up, gold's with the answers to
// it, most frequent first.
func (s *Score) Matrix() []Confused {
	var all []Confused
	asked := map[record.Firmness]int{}
	for k, n := range s.Confusion {
		all = append(all, Confused{k[0], k[1], n})
		asked[k[0]] += n
	}
	slices.SortFunc(all, func(a, b Confused) int {
		return cmp.Or(cmp.Compare(asked[b.Gold], asked[a.Gold]), cmp.Compare(a.Gold, b.Gold), cmp.Compare(b.N, a.N), cmp.Compare(a.Answer, b.Answer))
	})
	return all
}
