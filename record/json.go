package record

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// MarshalJSON writes a list of spans; an empty one is [], never null.
func (ss Spans) MarshalJSON() ([]byte, error) {
	b := make([]byte, 0, 2+16*len(ss))
	b = append(b, '[')
	for i, s := range ss {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '[')
		b = strconv.AppendInt(b, int64(s[0]), 10)
		b = append(b, ',')
		b = strconv.AppendInt(b, int64(s[1]), 10)
		b = append(b, ']')
	}
	return append(b, ']'), nil
}

// MarshalJSON writes a record as one line, its keys in the order of the type,
// every key present and every empty list as []. It does not change r. The
// same record gives the same bytes.
//
// Characters that only matter inside HTML are left as they are here, but
// [json.Marshal] escapes them afterwards; an [json.Encoder] told not to does
// not.
func (r Record) MarshalJSON() ([]byte, error) {
	type plain Record // without this method
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(plain(r.filled())); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// filled returns the record with a list, if an empty one, wherever it had
// none. It copies what it changes.
func (r Record) filled() Record {
	r.Actors = each(r.Actors, func(a *Actor) {
		a.Titles, a.Members = each(a.Titles, nil), each(a.Members, nil)
		a.Mentions = each(a.Mentions, func(m *Mention) { m.Alternatives = each(m.Alternatives, nil) })
	})
	r.Statements = each(r.Statements, func(s *Statement) {
		s.Chain, s.Addressees, s.Issues = each(s.Chain, nil), each(s.Addressees, nil), each(s.Issues, nil)
		s.Contrasts = each(s.Contrasts, nil)
	})
	r.Meetings = each(r.Meetings, func(m *Meeting) {
		m.Participants, m.Agenda = each(m.Participants, nil), each(m.Agenda, nil)
		m.Statements, m.Candidates = each(m.Statements, nil), each(m.Candidates, nil)
	})
	r.Commitments = each(r.Commitments, func(c *Commitment) { c.Excludes = each(c.Excludes, nil) })
	r.Attributions, r.Conditions = each(r.Attributions, nil), each(r.Conditions, nil)
	r.Positions, r.Figures = each(r.Positions, nil), each(r.Figures, nil)
	r.Times, r.Places = each(r.Times, nil), each(r.Places, nil)
	r.Things, r.Open = each(r.Things, nil), each(r.Open, nil)
	r.Tensions = each(r.Tensions, func(t *Tension) { t.Statements = each(t.Statements, nil) })
	r.Events, r.Doubts = each(r.Events, nil), each(r.Doubts, nil)
	return r
}

// each returns a list that is not nil, a copy where f is given, with f done
// to every row of the copy.
func each[T any](list []T, f func(*T)) []T {
	if list == nil {
		return []T{}
	}
	if f == nil {
		return list
	}
	list = append([]T{}, list...) // not nil, though list be empty
	for i := range list {
		f(&list[i])
	}
	return list
}
