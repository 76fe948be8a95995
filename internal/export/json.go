package export

import (
	"bytes"
	"fmt"
	"io"

	"readout/record"
)

// JSONL writes a record as one line of JSON.
func JSONL(w io.Writer, r *record.Record) error {
	b, err := r.MarshalJSON()
	if err != nil {
		return fmt.Errorf("writing the record: %w", err)
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// JSON writes a record as indented JSON and a newline. Lists that hold only
// numbers, or only such lists, stay on their line: a span is one thing.
func JSON(w io.Writer, r *record.Record) error {
	b, err := r.MarshalJSON()
	if err != nil {
		return fmt.Errorf("writing the record: %w", err)
	}
	_, err = w.Write(indent(b))
	return err
}

// indent lays out compact JSON.
func indent(compact []byte) []byte {
	out := make([]byte, 0, 2*len(compact))
	depth := 0
	line := func() {
		out = append(out, '\n')
		for range depth {
			out = append(out, "  "...)
		}
	}
	for i := 0; i < len(compact); i++ {
		switch c := compact[i]; c {
		case '"':
			end := i + 1 + stringEnd(compact[i+1:])
			out = append(out, compact[i:end]...)
			i = end - 1
		case '{', '[':
			if end := flat(compact[i:]); end > 0 {
				out = append(out, bytes.ReplaceAll(compact[i:i+end], []byte(","), []byte(", "))...)
				i += end - 1
				continue
			}
			out = append(out, c)
			depth++
			line()
		case '}', ']':
			depth--
			line()
			out = append(out, c)
		case ',':
			out = append(out, c)
			line()
		case ':':
			out = append(out, ": "...)
		default:
			out = append(out, c)
		}
	}
	return append(out, '\n')
}

// stringEnd returns the length of a JSON string whose opening mark has
// passed, the closing one included.
func stringEnd(b []byte) int {
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(b)
}

// flat returns the length of the list or object that b begins with, where it
// is empty or holds only numbers and lists of numbers, and 0 where not.
func flat(b []byte) int {
	depth := 0
	for i, c := range b {
		switch {
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case c == ',' || c == '-' || c == '.' || '0' <= c && c <= '9' || c == 'e' || c == '+':
		default:
			return 0
		}
	}
	return 0
}
