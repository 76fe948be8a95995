package parse

import "readout/internal/ud"

// A Kind is what a transition does.
type Kind uint8

// The transitions of the arc-hybrid system.
const (
	Shift Kind = iota // move the next word onto the stack
	Left              // the top of the stack becomes a dependent of the next word
	Right             // the top of the stack becomes a dependent of the one below
)

// none stands for "no node" in a State.
const none = -1

// A State is a sentence half parsed: words 0 to n-1, and the root as n.
type State struct {
	stack []int32
	next  int32 // the first word not yet shifted
	root  int32
	nodes []node
}

// A node is what the parse has said of a word.
type node struct {
	head          int32
	label         uint8 // class number of the relation; 0 for none
	left, left2   int32 // outermost dependents on the left, or none
	right, right2 int32
	nLeft, nRight uint8  // how many, up to 255
	setLeft       uint32 // hash of the relations on the left
	setRight      uint32
}

// Reset begins a sentence of n words.
func (s *State) Reset(n int) {
	s.stack = s.stack[:0]
	s.next, s.root = 0, int32(n)
	s.nodes = s.nodes[:0]
	for range n + 1 {
		s.nodes = append(s.nodes, node{head: none, left: none, left2: none, right: none, right2: none})
	}
}

// Done reports whether all words have heads.
func (s *State) Done() bool { return s.next == s.root && len(s.stack) == 0 }

// Legal says which kinds of transition may follow. One always may until the
// state is done. Only the last word on the stack may become the root's
// dependent, so that the tree has one root.
func (s *State) Legal() [3]bool {
	k, more := len(s.stack), s.next < s.root
	return [3]bool{Shift: more, Left: k > 0 && (more || k == 1), Right: k > 1}
}

// Fits reports whether the relation of a move, whose kind is legal, is that
// of the root just where the root becomes the head.
func (s *State) Fits(m Move) bool {
	return m.Kind == Shift || (m.Rel == ud.Root) == (m.Kind == Left && s.next == s.root)
}

// Top returns the word on top of the stack, or -1.
func (s *State) Top() int {
	if len(s.stack) == 0 {
		return none
	}
	return int(s.stack[len(s.stack)-1])
}

// Apply makes a transition, which must be legal, with the number of a
// relation above 0 for arcs.
func (s *State) Apply(k Kind, label uint8) {
	if k == Shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	top := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	d := &s.nodes[top]
	d.label = label
	if k == Left {
		d.head = s.next
		h := &s.nodes[s.next]
		h.left, h.left2 = top, h.left
		h.nLeft += 1 &^ (h.nLeft / 255)
		h.setLeft += 1 << (label & 31)
		return
	}
	d.head = s.stack[len(s.stack)-1]
	h := &s.nodes[d.head]
	h.right, h.right2 = top, h.right
	h.nRight += 1 &^ (h.nRight / 255)
	h.setRight += 1 << (label & 31)
}

// Head returns the head of a word and the number of its relation. The root's
// dependent has n, the number of words, as its head.
func (s *State) Head(i int) (head int, label uint8) {
	return int(s.nodes[i].head), s.nodes[i].label
}

// Costs returns for each kind of transition how many arcs of the gold tree
// are out of reach after it that were in reach before. The head of the root's
// dependent is n.
func (s *State) Costs(gold []int32) [3]int {
	var cost [3]int
	b := s.next
	k := len(s.stack) - 1
	for i, w := range s.stack {
		if b < s.root && (gold[w] == b || i < k && gold[b] == w) {
			cost[Shift]++
		}
	}
	if k < 0 {
		return cost
	}
	top := s.stack[k]
	if k > 0 && gold[top] == s.stack[k-1] {
		cost[Left]++
	}
	if gold[top] > b {
		cost[Left]++
	}
	if gold[top] >= b {
		cost[Right]++
	}
	for d := b; d < s.root; d++ {
		if gold[d] == top {
			cost[Left]++
			cost[Right]++
		}
	}
	return cost
}
