package encode

import (
	"readout/internal/ml/kernel"
	"readout/internal/ml/net"
)

// Places of tokens towards a cue: distance by sentence.
const (
	placeSteps = 24
	placeRows  = placeSteps * 5
)

// place returns the row of a token's place towards a cue: the tokens between
// them, and the sentences.
func place(offset, sentences int) int32 {
	step := 0
	if d := max(offset, -offset); d > 0 {
		switch {
		case d <= 4:
			step = d
		case d <= 6:
			step = 5
		case d <= 9:
			step = 6
		case d <= 14:
			step = 7
		case d <= 24:
			step = 8
		case d <= 40:
			step = 9
		default:
			step = 10
		}
		if offset < 0 {
			step += 11
		}
	}
	side := 0
	switch {
	case sentences == -1:
		side = 1
	case sentences == 1:
		side = 2
	case sentences < -1:
		side = 3
	case sentences > 1:
		side = 4
	}
	return int32(side*placeSteps + step)
}

// pairReach is how far from a cue its source and content are looked for, in
// tokens.
const pairReach = 120

// A Candidate is a cue to be read: rows [Start, End) in a paragraph that has
// the rows [Low, High).
type Candidate struct {
	Start, End int
	Low, High  int
}

// Window returns the rows that are looked at.
func (c Candidate) Window() (low, high int) {
	return max(c.Low, c.Start-pairReach), min(c.High, c.End+pairReach)
}

// offset is the signed distance from the cue, 0 inside it.
func (c Candidate) offset(row int) int {
	switch {
	case row < c.Start:
		return row - c.Start
	case row >= c.End:
		return row - c.End + 1
	}
	return 0
}

// Places appends the place rows of a candidate's window; sent numbers the
// sentences of the rows.
func (c Candidate) Places(dst []int32, sent []int32) []int32 {
	low, high := c.Window()
	for r := low; r < high; r++ {
		dst = append(dst, place(c.offset(r), int(sent[r]-sent[c.Start])))
	}
	return dst
}

// CueMean returns for each candidate the mean of its rows.
func (n *Network) CueMean(a *net.Arena, x []float32, cs []Candidate) []float32 {
	dim := n.Sizes.Dim
	q := a.Zeros(len(cs) * dim)
	for i, c := range cs {
		row := q[i*dim : (i+1)*dim]
		for r := c.Start; r < c.End; r++ {
			kernel.Axpy(row, 1/float32(c.End-c.Start), x[r*dim:(r+1)*dim])
		}
	}
	return q
}

// Combine lays out the rows of the second stage: for each candidate those of
// its window, token, cue, place and branch added up and token and cue
// multiplied.
func (n *Network) Combine(out []float32, tok, left, cue, right []float32, cs []Candidate, places, branches []int32) {
	d := n.Sizes.Pair
	row := 0
	for i, c := range cs {
		q, g := cue[i*d:(i+1)*d], right[i*d:(i+1)*d]
		low, high := c.Window()
		for r := low; r < high; r++ {
			z, t, l := out[row*d:(row+1)*d], tok[r*d:(r+1)*d], left[r*d:(r+1)*d]
			p, b := n.PairPlace.Row(places[row]), n.PairBranch.Row(branches[row])
			for j := range z {
				z[j] = t[j] + q[j] + p[j] + b[j] + float32(l[j]*g[j])
			}
			row++
		}
	}
}

// pairs reads the roles of the windows of candidates, one after another.
func (n *Network) pairs(a *net.Arena, s *scratch, x []float32, rows int, cs []Candidate, sent []int32) {
	s.places, s.branches, s.pairSeqs = s.places[:0], s.branches[:0], s.pairSeqs[:0]
	for _, c := range cs {
		start := len(s.places)
		s.places = c.Places(s.places, sent)
		s.branches = c.Branches(s.branches, &s.absolute, sent)
		s.pairSeqs = append(s.pairSeqs, net.Seq{Start: start, End: len(s.places)})
	}
	total := len(s.places)
	s.roles = grow(s.roles, total)
	if len(cs) == 0 {
		return
	}
	tok, left := n.PairToken.Forward(a, x, rows), n.PairLeft.Forward(a, x, rows)
	q := n.CueMean(a, x, cs)
	cue, right := n.PairCue.Forward(a, q, len(cs)), n.PairRight.Forward(a, q, len(cs))
	s.open = grow(s.open, total)
	d := n.Sizes.Pair
	for i := 0; i < len(cs); {
		j := i + 1
		for j < len(cs) && s.pairSeqs[j].End-s.pairSeqs[i].Start <= pairRows {
			j++
		}
		m := a.Mark()
		start, end := s.pairSeqs[i].Start, s.pairSeqs[j-1].End
		z := a.Floats((end - start) * d)
		n.Combine(z, tok, left, cue[i*d:], right[i*d:], cs[i:j], s.places[start:end], s.branches[start:end])
		n.decodePairs(a, s, z, i, cs[i:j])
		a.Release(m)
		i = j
	}
}

// pairRows is about how many rows of the second stage are read at once.
const pairRows = 1000

// decodePairs reads the roles of the candidates from number first on, whose
// rows are z.
func (n *Network) decodePairs(a *net.Arena, s *scratch, z []float32, first int, cs []Candidate) {
	seqs := make([]net.Seq, len(cs))
	base := s.pairSeqs[first].Start
	for i := range cs {
		q := s.pairSeqs[first+i]
		seqs[i] = net.Seq{Start: q.Start - base, End: q.End - base}
	}
	rows := seqs[len(cs)-1].End
	z = n.PairStack.Forward(a, z, seqs, rows)
	em := n.PairOut.Forward(a, z, rows)
	for i, c := range cs {
		q := s.pairSeqs[first+i]
		low, _ := c.Window()
		open := s.open[q.Start:q.End]
		for j := range open {
			open[j] = low+j < c.Start || low+j >= c.End
		}
		n.chain.Decode(&s.memory, s.roles[q.Start:q.End], em[seqs[i].Start*n.PairOut.W.N:], n.PairChain.W, open, c.Start-low)
	}
}

// CueClasses are the classes of the cue head.
const (
	NoCue = iota
	CueBegins
	CueGoesOn
)
