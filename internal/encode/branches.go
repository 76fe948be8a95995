package encode

// A Tree gives for each row its head's row, or -1 for a root, and the class
// of its relation. An empty Tree is not known.
type Tree struct {
	Heads, Rels []int32
}

// Rows of the table of branches.
const (
	branchUnknown  = 0 // another sentence, or no tree
	branchCue      = 1
	branchUnder    = 2   // + relation to the cue of the branch that holds the token
	branchAncestor = 64  // + relation of the branch that holds the cue
	branchAside    = 128 // + the same, for what else hangs on the ancestor
	branchRows     = 192
)

// deepest bounds climbing, in case heads run in a circle.
const deepest = 100

// Branches appends for each row of a candidate's window where it hangs
// towards the cue.
func (c Candidate) Branches(dst []int32, t *Tree, sent []int32) []int32 {
	low, high := c.Window()
	for r := low; r < high; r++ {
		switch {
		case len(t.Heads) == 0 || sent[r] != sent[c.Start]:
			dst = append(dst, branchUnknown)
		case r >= c.Start && r < c.End:
			dst = append(dst, branchCue)
		default:
			dst = append(dst, c.branch(t, int32(r)))
		}
	}
	return dst
}

// cueHead is the first row of the cue whose head lies outside it.
func (c Candidate) cueHead(t *Tree) int32 {
	for r := c.Start; r < c.End; r++ {
		if h := int(t.Heads[r]); h < c.Start || h >= c.End {
			return int32(r)
		}
	}
	return int32(c.Start)
}

// branch climbs from a row to the cue, or to the first of the rows above the
// cue.
func (c Candidate) branch(t *Tree, r int32) int32 {
	top := c.cueHead(t)
	for range deepest {
		h := t.Heads[r]
		if h >= int32(c.Start) && h < int32(c.End) {
			return branchUnder + t.Rels[r]
		}
		if h < 0 {
			break
		}
		if side, ok := above(t, top, r); ok {
			return branchAncestor + side
		}
		if side, ok := above(t, top, h); ok {
			return branchAside + side
		}
		r = h
	}
	if side, ok := above(t, top, r); ok {
		return branchAncestor + side
	}
	return branchUnknown
}

// above reports whether a row stands above the cue, and the relation of the
// branch that leads to the cue.
func above(t *Tree, top, r int32) (side int32, ok bool) {
	for range deepest {
		h := t.Heads[top]
		if h == r {
			return t.Rels[top], true
		}
		if h < 0 {
			return 0, false
		}
		top = h
	}
	return 0, false
}
