package markup

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout/internal/text"
)

// A Mark is a labelled span of a plain text.
type Mark struct {
	Label string
	Group int // the number behind the label, or 0 where there is none
	Span  text.Span
}

// String returns the label as it stands in a bracket.
func (m Mark) String() string {
	if m.Group == 0 {
		return m.Label
	}
	return m.Label + "/" + strconv.Itoa(m.Group)
}

// Parse takes the marks out of a text: it returns the plain text and its
// marks by start, outer before inner. Errors give the byte offset in s.
func Parse(s string) (plain string, marks []Mark, err error) {
	var b strings.Builder
	var open []int // indices into marks
	for i := 0; i < len(s); {
		switch s[i] {
		case '\\':
			if i+1 == len(s) || !strings.ContainsRune(`[]\`, rune(s[i+1])) {
				return "", nil, fmt.Errorf("markup: offset %d: a backslash stands before a bracket or backslash only", i)
			}
			b.WriteByte(s[i+1])
			i += 2
		case '[':
			m, n, err := parseLabel(s[i:])
			if err != nil {
				return "", nil, fmt.Errorf("markup: offset %d: %w", i, err)
			}
			m.Span.Start = b.Len()
			open = append(open, len(marks))
			marks = append(marks, m)
			i += n
		case ']':
			if len(open) == 0 {
				return "", nil, fmt.Errorf("markup: offset %d: nothing to close", i)
			}
			m := &marks[open[len(open)-1]]
			open = open[:len(open)-1]
			if m.Span.End = b.Len(); m.Span.Empty() {
				return "", nil, fmt.Errorf("markup: offset %d: an empty mark", i)
			}
			i++
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	if len(open) > 0 {
		return "", nil, fmt.Errorf("markup: [%s is not closed", marks[open[0]])
	}
	return b.String(), marks, nil
}

// parseLabel reads "[label " and returns how long it is.
func parseLabel(s string) (Mark, int, error) {
	head, _, ok := strings.Cut(s[1:], " ")
	if !ok {
		return Mark{}, 0, fmt.Errorf("no space behind a label")
	}
	label, group, numbered := strings.Cut(head, "/")
	m := Mark{Label: label}
	if !validLabel(label) {
		return Mark{}, 0, fmt.Errorf("%q is no label", head)
	}
	if numbered {
		n, err := strconv.Atoi(group)
		if err != nil || n < 1 || strconv.Itoa(n) != group {
			return Mark{}, 0, fmt.Errorf("%q is no number", group)
		}
		m.Group = n
	}
	return m, len(head) + 2, nil
}

func validLabel(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_') {
			return false
		}
	}
	return s != ""
}

// Print writes marks into a plain text. Of marks with one span the earlier
// stands outside. Marks that cross, are empty or lie outside the text, and
// labels that [Parse] would not read, are errors.
func Print(plain string, marks []Mark) (string, error) {
	sorted := slices.Clone(marks)
	slices.SortStableFunc(sorted, func(a, b Mark) int {
		if c := cmp.Compare(a.Span.Start, b.Span.Start); c != 0 {
			return c
		}
		return cmp.Compare(b.Span.End, a.Span.End)
	})
	var b strings.Builder
	var open []Mark
	at := 0
	upTo := func(end int) {
		for ; at < end; at++ {
			if strings.IndexByte(`[]\`, plain[at]) >= 0 {
				b.WriteByte('\\')
			}
			b.WriteByte(plain[at])
		}
	}
	closeBefore := func(start int) {
		for len(open) > 0 && open[len(open)-1].Span.End <= start {
			upTo(open[len(open)-1].Span.End)
			b.WriteByte(']')
			open = open[:len(open)-1]
		}
	}
	for _, m := range sorted {
		if m.Span.Start < 0 || m.Span.Empty() || m.Span.End > len(plain) || !validLabel(m.Label) || m.Group < 0 {
			return "", fmt.Errorf("markup: [%s at %v cannot be written", m, m.Span)
		}
		closeBefore(m.Span.Start)
		if len(open) > 0 && m.Span.End > open[len(open)-1].Span.End {
			return "", fmt.Errorf("markup: [%s at %v crosses [%s at %v", m, m.Span, open[len(open)-1], open[len(open)-1].Span)
		}
		upTo(m.Span.Start)
		b.WriteString("[" + m.String() + " ")
		open = append(open, m)
	}
	closeBefore(len(plain))
	upTo(len(plain))
	return b.String(), nil
}
