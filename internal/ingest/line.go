package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"readout/internal/annot"
)

// A line is one report as a JSON object. Keys that are missing or null are
// nil.
type line struct {
	ID        json.RawMessage `json:"id"` // a string; a number is taken as one
	Title     *string         `json:"title"`
	Text      *string         `json:"text"`
	HTML      *string         `json:"html"`
	Published *string         `json:"published"`
	Outlet    *string         `json:"outlet"`
	URL       *string         `json:"url"`
}

// line reads a piece that is a line of JSON.
func (p Piece) line() (Report, *Error) {
	var l line
	if err := json.Unmarshal(p.data, &l); err != nil {
		return Report{}, p.badLine(err)
	}
	id, ok := l.id()
	if !ok {
		return Report{}, p.fail(WrongType, `"id" is not a string`)
	}
	if id == "" {
		id = p.id
	}
	var r Report
	switch {
	case l.Text != nil && (*l.Text != "" || l.HTML == nil):
		r.Raw = *l.Text
	case l.HTML != nil:
		var err error
		if r, err = readPage([]byte(*l.HTML)); err != nil {
			return Report{}, p.fail(BadPage, err.Error())
		}
	default:
		return Report{}, p.fail(NoText, `neither "text" nor "html": give the words of the report as "text"`)
	}
	l.over(&r.Source)
	if l.Published != nil {
		if note := settleDate(&r.Source.Published); note != "" {
			r.Note = fmt.Sprintf("line %d: %s", p.Line, note)
		}
	}
	r.Source.ID = id
	return r, nil
}

// settleDate writes a date that is given in another form as ISO 8601, and says
// so of one that is none. That one stays: the record has a doubt about it, and
// the rest of the report is read all the same.
func settleDate(d *string) (note string) {
	iso := isoDate(*d)
	switch {
	case *d != "" && iso == "":
		return fmt.Sprintf(`"published" is %q, which is no date: give it as 2031-04-10 or 2031-04-10T08:15:00Z`, *d)
	case iso != "" && !strings.HasPrefix(*d, iso[:len("2031-04-10")]):
		*d = iso
	}
	return ""
}

// over writes what the line says over what a page says.
func (l *line) over(src *annot.Source) {
	for _, f := range []struct {
		to   *string
		from *string
	}{{&src.Title, l.Title}, {&src.Outlet, l.Outlet}, {&src.URL, l.URL}} {
		if f.from != nil {
			*f.to = strings.TrimSpace(*f.from)
		}
	}
	if l.Published != nil {
		src.Published, src.FromPage = strings.TrimSpace(*l.Published), false
	}
}

// id returns the id, empty where there is none, and false where it is neither
// string nor number.
func (l *line) id() (string, bool) {
	raw := bytes.TrimSpace(l.ID)
	if len(raw) == 0 || string(raw) == "null" {
		return "", true
	}
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s, true
	}
	var n json.Number
	if json.Unmarshal(raw, &n) == nil {
		return n.String(), true
	}
	return "", false
}

// badLine says in our words what the decoder says in its own.
func (p Piece) badLine(err error) *Error {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &typ) && typ.Field == "":
		return p.fail(NotAnObject, fmt.Sprintf(`a report is an object like {"text": "..."}, not %s`, article(typ.Value)))
	case errors.As(err, &typ):
		return p.fail(WrongType, fmt.Sprintf("%q is %s, not a string", typ.Field, article(typ.Value)))
	case errors.As(err, &syntax) && int(syntax.Offset) >= len(bytes.TrimRight(p.data, " \t\r")):
		return p.fail(NotJSON, "not JSON: the line ends too early; each report stands on one line")
	case errors.As(err, &syntax):
		return p.fail(NotJSON, fmt.Sprintf("not JSON at byte %d: %s", syntax.Offset, syntax.Error()))
	}
	return p.fail(NotJSON, "not JSON: "+err.Error())
}

// article puts the indefinite article before a JSON type's name, which may
// have the value behind it ("number 12").
func article(value string) string {
	name, _, _ := strings.Cut(value, " ")
	if name == "bool" {
		name = "truth value"
	}
	if strings.ContainsRune("aeiou", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}
