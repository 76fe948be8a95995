package text

import (
	"cmp"
	"slices"
)

// A Span is a half-open range [Start, End) of byte offsets into a [Text].
// The zero Span is empty and stands for "no words".
type Span struct {
	Start, End int
}

// Len returns the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no bytes.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies inside s; an empty o never does.
func (s Span) Contains(o Span) bool {
	return !o.Empty() && s.Start <= o.Start && o.End <= s.End
}

// Has reports whether the byte offset lies inside s.
func (s Span) Has(offset int) bool { return s.Start <= offset && offset < s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Cover returns the smallest span that holds both; an empty one counts for
// nothing.
func (s Span) Cover(o Span) Span {
	switch {
	case s.Empty():
		return o
	case o.Empty():
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// Compare orders spans by start, then by end.
func (s Span) Compare(o Span) int {
	if c := cmp.Compare(s.Start, o.Start); c != 0 {
		return c
	}
	return cmp.Compare(s.End, o.End)
}

// Spans is one thing said in several pieces, in reading order and without
// overlap.
type Spans []Span

// Cover returns the smallest span that holds every piece.
func (ss Spans) Cover() Span {
	var c Span
	for _, s := range ss {
		c = c.Cover(s)
	}
	return c
}

// Has reports whether some piece holds the byte offset.
func (ss Spans) Has(offset int) bool {
	for _, s := range ss {
		if s.Has(offset) {
			return true
		}
	}
	return false
}

// Contains reports whether one piece holds the whole of o.
func (ss Spans) Contains(o Span) bool {
	for _, s := range ss {
		if s.Contains(o) {
			return true
		}
	}
	return false
}

// ContainsAll reports whether every piece of o lies in a piece of ss. It is
// false for an empty o.
func (ss Spans) ContainsAll(o Spans) bool {
	for _, s := range o {
		if !ss.Contains(s) {
			return false
		}
	}
	return len(o) > 0
}

// Overlaps reports whether some piece shares a byte with o.
func (ss Spans) Overlaps(o Span) bool {
	for _, s := range ss {
		if s.Overlaps(o) {
			return true
		}
	}
	return false
}

// Len returns the bytes of all pieces together.
func (ss Spans) Len() int {
	n := 0
	for _, s := range ss {
		n += s.Len()
	}
	return n
}

// Normal returns the pieces in reading order, empty ones dropped and those
// that touch or overlap joined. It does not change ss.
func (ss Spans) Normal() Spans {
	sorted := slices.Clone(ss)
	slices.SortFunc(sorted, Span.Compare)
	out := sorted[:0]
	for _, s := range sorted {
		switch n := len(out); {
		case s.Empty():
		case n > 0 && s.Start <= out[n-1].End:
			out[n-1].End = max(out[n-1].End, s.End)
		default:
			out = append(out, s)
		}
	}
	return out
}
