package encode

import (
	"math"

	"readout/internal/annot"
	"readout/internal/ml/decode"
)

// attribute finds cues, reads source and content of each, and drops those
// without content and those inside the content of another.
func (r *run) attribute(x []float32, base annot.TokenID, rows int) {
	n, s := r.e.net, r.s
	scores := n.Cue.Forward(&s.arena, x, rows)
	r.findCues(scores, n.Cue.W.N)
	n.pairs(&s.arena, s, x, rows, s.cands, s.sentOf)
	first := len(r.cues.List)
	for i, c := range s.cands {
		q := s.pairSeqs[i]
		low, _ := c.Window()
		cue := annot.Cue{
			First: base + annot.TokenID(c.Start), End: base + annot.TokenID(c.End), Score: s.scores[i], By: "encode/cues",
		}
		roles := s.roles[q.Start:q.End]
		for k := 0; k < len(roles); {
			j := k + 1
			for j < len(roles) && roles[j] == roles[k] {
				j++
			}
			run := [2]annot.TokenID{base + annot.TokenID(low+k), base + annot.TokenID(low+j)}
			switch roles[k] {
			case decode.SourceRole:
				cue.Source = run
			case decode.ContentRole:
				cue.Content = append(cue.Content, run)
			}
			k = j
		}
		if len(cue.Content) > 0 {
			r.cues.List = append(r.cues.List, cue)
		}
	}
	r.cues.List = append(r.cues.List[:first], outermost(r.cues.List[first:])...)
}

// findCues collects runs of cue words with the probability of their first.
func (r *run) findCues(scores []float32, ld int) {
	s := r.s
	s.cands, s.scores = s.cands[:0], s.scores[:0]
	for _, q := range s.seqs {
		for i := q.Start; i < q.End; i++ {
			row := scores[i*ld : i*ld+3]
			if !(row[CueBegins]+r.e.CueBias > row[NoCue] && row[CueBegins]+r.e.CueBias >= row[CueGoesOn]) {
				continue
			}
			j := i + 1
			for j < q.End {
				next := scores[j*ld : j*ld+3]
				if next[CueGoesOn] <= next[NoCue] || next[CueGoesOn] <= next[CueBegins] {
					break
				}
				j++
			}
			s.cands = append(s.cands, Candidate{Start: i, End: j, Low: q.Start, High: q.End})
			e0, e1, e2 := math.Exp(float64(row[0])), math.Exp(float64(row[1])), math.Exp(float64(row[2]))
			s.scores = append(s.scores, float32(e1/(e0+e1+e2)))
			i = j - 1
		}
	}
}

// outermost drops cues whose words lie inside the content of another; of two
// that lie in each other, the likelier stays.
func outermost(cs []annot.Cue) []annot.Cue {
	kept := cs[:0]
	drop := make([]bool, len(cs))
	for i := range cs {
		for j := range cs {
			if i == j || drop[j] || !holds(&cs[j], &cs[i]) {
				continue
			}
			if holds(&cs[i], &cs[j]) && cs[i].Score > cs[j].Score {
				continue
			}
			drop[i] = true
		}
	}
	for i := range cs {
		if !drop[i] {
			kept = append(kept, cs[i])
		}
	}
	return kept
}

// holds reports whether the content of a holds the cue of b.
func holds(a, b *annot.Cue) bool {
	for _, p := range a.Content {
		if p[0] <= b.First && b.End <= p[1] {
			return true
		}
	}
	return false
}
