package decode

import (
	"math"
	"slices"

	"readout/internal/ml/kernel"
)

// The scores that the second stage gives each token.
const (
	sourceIn = iota
	sourceStart
	sourceEnd
	contentIn
	contentStart
	contentEnd
	noSource  // of the cue's first word: there is no source
	noContent // the same for the content: the cue is none
	SegmentScores
)

// A Role is what a token is to a cue.
type Role uint8

// The roles.
const (
	NoRole Role = iota
	SourceRole
	ContentRole
)

// maxPieces is the number of runs that a content may have.
const maxPieces = 3

// The weights of a chain: for each step from one role to another, and for
// each further piece of content.
const (
	stepParams     = 9
	SegmentWeights = 16
)

// Segments reads one source and the pieces of one content off a sequence: a
// conditional random field over segments, whose score is the sum of the
// inner scores of their tokens, of a score of their first and of their last
// token, and of the steps between roles. A state is a role with what has
// been used up, so that decoding is linear in the tokens.
type Segments struct {
	states []chainState
	edges  []chainEdge
	into   [][]int     // edges by their end
	steps  []chainEdge // one for each weight that an edge may have, but for 0 within a role
	hops   [][]hop     // edges by their end, as decoding goes over them
}

// A hop is an edge into a state; cost is 0 within a role, else 1 and the
// number of its step.
type hop struct{ from, cost uint8 }

type chainState struct {
	role   Role
	source bool // used
	pieces int  // of content begun
}

type chainEdge struct {
	from, to int
	step     int // index of the weight, or -1 within a role
	piece    int // index of the weight of a further piece, or -1
}

// NewSegments returns the chain of one source and up to maxPieces pieces.
func NewSegments() *Segments {
	c := new(Segments)
	for p := 0; p <= maxPieces; p++ {
		c.states = append(c.states, chainState{NoRole, false, p}, chainState{NoRole, true, p}, chainState{SourceRole, true, p})
		if p > 0 {
			c.states = append(c.states, chainState{ContentRole, false, p}, chainState{ContentRole, true, p})
		}
	}
	c.into = make([][]int, len(c.states))
	for i, s := range c.states {
		for j, t := range c.states {
			e := chainEdge{from: i, to: j, step: -1, piece: -1}
			if s.role != t.role {
				e.step = int(s.role)*3 + int(t.role)
			}
			want := s
			want.role = t.role
			switch {
			case t.role == SourceRole && s.role != SourceRole:
				if s.source {
					continue
				}
				want.source = true
			case t.role == ContentRole && s.role != ContentRole:
				want.pieces++
				e.piece = stepParams + want.pieces
			}
			if want == t {
				c.into[j] = append(c.into[j], len(c.edges))
				c.edges = append(c.edges, e)
			}
		}
	}
	c.hops = make([][]hop, len(c.states))
	for j, ids := range c.into {
		for _, id := range ids {
			c.hops[j] = append(c.hops[j], hop{uint8(c.edges[id].from), c.cost(&c.edges[id])})
		}
	}
	return c
}

// cost returns the cost of a hop over an edge.
func (c *Segments) cost(e *chainEdge) uint8 {
	if e.step < 0 {
		return 0
	}
	same := func(s chainEdge) bool { return s.step == e.step && s.piece == e.piece }
	i := slices.IndexFunc(c.steps, same)
	if i < 0 {
		i = len(c.steps)
		c.steps = append(c.steps, *e)
	}
	return uint8(i) + 1
}

// inScore is the index of the score of a token within a role.
func inScore(r Role) int { return 3*int(r) - 3 }

// weigh returns the weight of an edge into token t, the token's inner score
// left out.
func (c *Segments) weigh(e *chainEdge, em []float32, w []float32, t int) float64 {
	if e.step < 0 {
		return 0
	}
	x := float64(w[e.step])
	if from := c.states[e.from].role; from != NoRole {
		x += float64(em[(t-1)*emissionRow+inScore(from)+2])
	}
	if to := c.states[e.to].role; to != NoRole {
		x += float64(em[t*emissionRow+inScore(to)+1])
	}
	if e.piece >= 0 {
		x += float64(w[e.piece])
	}
	return x
}

// emissionRow is the width of a row of scores.
const emissionRow = kernel.Panel

// last returns what ending in a state adds after n tokens.
func (c *Segments) last(s int, em []float32, n, cue int) float64 {
	st := c.states[s]
	var x float64
	if st.role != NoRole {
		x += float64(em[(n-1)*emissionRow+inScore(st.role)+2])
	}
	if !st.source {
		x += float64(em[cue*emissionRow+noSource])
	}
	if st.pieces == 0 {
		x += float64(em[cue*emissionRow+noContent])
	}
	return x
}

func (c *Segments) inner(s int, em []float32, t int, open []bool) float64 {
	r := c.states[s].role
	if r == NoRole {
		return 0
	}
	if !open[t] {
		return math.Inf(-1)
	}
	return float64(em[t*emissionRow+inScore(r)])
}

// A Memory is what decoding needs to work in; it serves one goroutine. The zero
// Memory is ready.
type Memory struct {
	alpha, beta []float64
	costs       []float64
	back        []uint8
	viterbi     []float32
	mark        []int32
	room        room
}

func grow[T any](x []T, n int) []T {
	if cap(x) < n {
		return make([]T, n)
	}
	return x[:n]
}

// Decode writes the best roles of n tokens to roles. Tokens that are not open
// (the cue) have none; cue is the index of the cue's first word.
func (c *Segments) Decode(s *Memory, roles []Role, em, w []float32, open []bool, cue int) {
	n, k := len(roles), len(c.states)
	s.alpha, s.back = grow(s.alpha, 2*k), grow(s.back, n*k)
	now, prev := s.alpha[:k], s.alpha[k:]
	for i := range prev {
		prev[i] = math.Inf(-1)
	}
	prev[0] = 0
	s.costs = grow(s.costs, 1+len(c.steps))
	clear(s.costs)
	for t := range n {
		for i := range c.steps {
			if e := &c.steps[i]; t > 0 || c.states[e.from].role == NoRole {
				s.costs[i+1] = c.weigh(e, em, w, t)
			}
		}
		back := s.back[t*k : (t+1)*k]
		for j, hops := range c.hops {
			best := math.Inf(-1)
			for _, h := range hops {
				if x := prev[h.from] + s.costs[h.cost]; x > best {
					best = x
					back[j] = h.from
				}
			}
			now[j] = best + c.inner(j, em, t, open)
		}
		now, prev = prev, now
	}
	best, top := 0, math.Inf(-1)
	for j, x := range prev {
		if x += c.last(j, em, n, cue); x > top {
			best, top = j, x
		}
	}
	for t := n - 1; t >= 0; t-- {
		roles[t] = c.states[best].role
		best = int(s.back[t*k+best])
	}
}

// Loss returns the negative log likelihood of the roles and adds weight times
// its gradient to dem and dw. Roles that the chain cannot read return zero.
func (c *Segments) Loss(s *Memory, roles []Role, em, w []float32, open []bool, cue int, weight float32, dem, dw []float32) float64 {
	n, k := len(roles), len(c.states)
	s.alpha, s.beta = grow(s.alpha, (n+1)*k), grow(s.beta, (n+1)*k)
	gold, ok := c.goldPath(roles, open)
	if !ok {
		return 0
	}
	c.forward(s, em, w, open, n)
	z := math.Inf(-1)
	for j := range k {
		s.beta[n*k+j] = c.last(j, em, n, cue)
		z = logAdd(z, s.alpha[n*k+j]+s.beta[n*k+j])
	}
	var right float64
	state := 0
	for t, id := range gold {
		e := &c.edges[id]
		right += c.weigh(e, em, w, t) + c.inner(e.to, em, t, open)
		c.credit(e, t, -weight, dem, dw)
		state = e.to
	}
	right += c.last(state, em, n, cue)
	c.creditLast(state, n, cue, -weight, dem)
	for j := range k {
		if p := math.Exp(s.alpha[n*k+j] + s.beta[n*k+j] - z); p > 1e-7 {
			c.creditLast(j, n, cue, weight*float32(p), dem)
		}
	}
	for t := n - 1; t >= 0; t-- {
		now, next := s.beta[t*k:(t+1)*k], s.beta[(t+1)*k:(t+2)*k]
		for i := range now {
			now[i] = math.Inf(-1)
		}
		for id := range c.edges {
			e := &c.edges[id]
			from := s.alpha[t*k+e.from]
			if math.IsInf(from, -1) || math.IsInf(next[e.to], -1) {
				continue
			}
			x := c.weigh(e, em, w, t) + c.inner(e.to, em, t, open) + next[e.to]
			now[e.from] = logAdd(now[e.from], x)
			if p := math.Exp(from + x - z); p > 1e-7 {
				c.credit(e, t, weight*float32(p), dem, dw)
			}
		}
	}
	return z - right
}

func (c *Segments) forward(s *Memory, em, w []float32, open []bool, n int) {
	k := len(c.states)
	for j := range k {
		s.alpha[j] = math.Inf(-1)
	}
	s.alpha[0] = 0
	for t := range n {
		prev, now := s.alpha[t*k:(t+1)*k], s.alpha[(t+1)*k:(t+2)*k]
		for j := range now {
			sum := math.Inf(-1)
			for _, id := range c.into[j] {
				e := &c.edges[id]
				if !math.IsInf(prev[e.from], -1) {
					sum = logAdd(sum, prev[e.from]+c.weigh(e, em, w, t))
				}
			}
			now[j] = sum + c.inner(j, em, t, open)
		}
	}
}

// goldPath returns the edges of a role sequence.
func (c *Segments) goldPath(roles []Role, open []bool) (path []int, ok bool) {
	state := 0
	for t, r := range roles {
		if r != NoRole && !open[t] {
			return nil, false
		}
		found := -1
		for id := range c.edges {
			if e := &c.edges[id]; e.from == state && c.states[e.to].role == r {
				found = id
			}
		}
		if found < 0 {
			return nil, false
		}
		path = append(path, found)
		state = c.edges[found].to
	}
	return path, true
}

func (c *Segments) credit(e *chainEdge, t int, x float32, dem, dw []float32) {
	to := c.states[e.to].role
	if to != NoRole {
		dem[t*emissionRow+inScore(to)] += x
	}
	if e.step < 0 {
		return
	}
	dw[e.step] += x
	if e.piece >= 0 {
		dw[e.piece] += x
	}
	if from := c.states[e.from].role; from != NoRole {
		dem[(t-1)*emissionRow+inScore(from)+2] += x
	}
	if to != NoRole {
		dem[t*emissionRow+inScore(to)+1] += x
	}
}

func (c *Segments) creditLast(s, n, cue int, x float32, dem []float32) {
	st := c.states[s]
	if st.role != NoRole {
		dem[(n-1)*emissionRow+inScore(st.role)+2] += x
	}
	if !st.source {
		dem[cue*emissionRow+noSource] += x
	}
	if st.pieces == 0 {
		dem[cue*emissionRow+noContent] += x
	}
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
