package text

import "unicode/utf8"

// stride is how many bytes lie between two entries of a Mapper's index. It
// bounds a look-up to a scan of that many bytes.
const stride = 64

// A Mapper converts between byte offsets of one text and the units that the
// world outside counts in. It is the only place where that is done.
type Mapper struct {
	s     string
	ascii bool
	runes []int // runes[i]: code points before byte i*stride
	utf16 []int // the same in UTF-16 units
}

// NewMapper indexes t, in time linear in its length.
func NewMapper(t *Text) *Mapper {
	m := &Mapper{s: t.s, ascii: true}
	for i := 0; i < len(t.s); i++ {
		if t.s[i] >= utf8.RuneSelf {
			m.ascii = false
			m.index()
			break
		}
	}
	return m
}

func (m *Mapper) index() {
	n := len(m.s)/stride + 1
	m.runes, m.utf16 = make([]int, n), make([]int, n)
	points, units := 0, 0
	for i := 0; i <= len(m.s); i++ {
		if i%stride == 0 {
			m.runes[i/stride], m.utf16[i/stride] = points, units
		}
		if i < len(m.s) && utf8.RuneStart(m.s[i]) {
			points++
			units++
			if m.s[i] >= 0xF0 { // four bytes: outside the basic plane
				units++
			}
		}
	}
}

// CodePoints returns how many code points stand before a byte offset, which
// must lie in [0, Len] on a boundary.
func (m *Mapper) CodePoints(offset int) int {
	if m.ascii {
		return offset
	}
	n := m.runes[offset/stride]
	for i := offset / stride * stride; i < offset; i++ {
		if utf8.RuneStart(m.s[i]) {
			n++
		}
	}
	return n
}

// UTF16 returns how many UTF-16 units stand before a byte offset, which must
// lie in [0, Len] on a boundary.
func (m *Mapper) UTF16(offset int) int {
	if m.ascii {
		return offset
	}
	n := m.utf16[offset/stride]
	for i := offset / stride * stride; i < offset; i++ {
		if utf8.RuneStart(m.s[i]) {
			n++
			if m.s[i] >= 0xF0 {
				n++
			}
		}
	}
	return n
}

// Byte returns the byte offset at which code point n begins, or the length of
// the text where it has no more than n.
func (m *Mapper) Byte(n int) int {
	if n <= 0 {
		return 0
	}
	if m.ascii {
		return min(n, len(m.s))
	}
	lo, hi := 0, len(m.runes)
	for hi-lo > 1 { // the last entry that does not lie beyond n
		if mid := (lo + hi) / 2; m.runes[mid] <= n {
			lo = mid
		} else {
			hi = mid
		}
	}
	i, points := lo*stride, m.runes[lo]
	for ; i < len(m.s); i++ {
		if utf8.RuneStart(m.s[i]) {
			if points == n {
				return i
			}
			points++
		}
	}
	return len(m.s)
}
