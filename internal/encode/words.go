package encode

import "encoding/binary"

// A wordList is a list of strings that lie in one text, each behind its length
// as a varint, with a table to find them by: what a map would do, made in one
// pass over the text and in a few hundred pages of memory.
type wordList struct {
	text   string
	starts []uint32 // of each with its length, and the end of the last
	slots  []int32  // open addressing: 1 and the number of a string, 0 for free
}

func newWordList(words []string) wordList {
	var text []byte
	l := wordList{starts: make([]uint32, 0, len(words)+1)}
	for _, w := range words {
		l.starts = append(l.starts, uint32(len(text)))
		text = append(binary.AppendUvarint(text, uint64(len(w))), w...)
	}
	l.starts = append(l.starts, uint32(len(text)))
	l.text = string(text)
	return l
}

func (l wordList) len() int { return max(0, len(l.starts)-1) }

func (l wordList) at(i int) string {
	s := l.text[l.starts[i]:l.starts[i+1]]
	for s[0] >= 0x80 {
		s = s[1:]
	}
	return s[1:]
}

func (l wordList) list() []string {
	out := make([]string, l.len())
	for i := range out {
		out[i] = l.at(i)
	}
	return out
}

// index makes the table. Of equal strings the last is found.
func (l *wordList) index() {
	size := 1
	for size < 3*l.len()/2 {
		size *= 2
	}
	l.slots = make([]int32, size)
	for i := range l.len() {
		w := l.at(i)
		at := slot(w) & uint32(size-1)
		for l.slots[at] != 0 && l.at(int(l.slots[at]-1)) != w {
			at = (at + 1) & uint32(size-1)
		}
		l.slots[at] = int32(i) + 1
	}
}

// find returns the number of a string, or -1.
func (l *wordList) find(key []byte) int32 {
	if len(l.slots) == 0 {
		return -1
	}
	mask := uint32(len(l.slots) - 1)
	for at := slot(key) & mask; l.slots[at] != 0; at = (at + 1) & mask {
		if l.at(int(l.slots[at]-1)) == string(key) {
			return l.slots[at] - 1
		}
	}
	return -1
}

// slot is 32-bit FNV-1a with its bits mixed.
func slot[T string | []byte](s T) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	h *= 0x2c1b3c6d
	return h ^ h>>13
}
