package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"readout/record"
)

// A Table is a flat form of records: a row for each entry of one kind, with
// the same columns for all reports. A cell is empty where the words do not
// give what its column asks.
type Table struct {
	Columns []string
	numbers []string // the columns that hold numbers
	rows    func(*view) [][]string
}

// Heading writes the names of the columns as a line of CSV (RFC 4180, with a
// line feed at the end of a row).
func (t Table) Heading(w io.Writer) error { return writeCSV(w, [][]string{t.Columns}) }

// CSV writes the rows of one record, without a heading.
func (t Table) CSV(w io.Writer, r *record.Record) error { return writeCSV(w, t.rows(newView(r))) }

// Lines writes the rows of one record as JSON, an object a line with the
// columns as keys; what is not given is null.
func (t Table) Lines(w io.Writer, r *record.Record) error {
	for _, row := range t.rows(newView(r)) {
		b, err := t.object(row)
		if err != nil {
			return fmt.Errorf("writing a row: %w", err)
		}
		if _, err := w.Write(append(b, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// object returns a row as an object, its keys in the order of the columns.
func (t Table) object(row []string) ([]byte, error) {
	var b bytes.Buffer
	for i, cell := range row {
		b.WriteByte("{,"[min(i, 1)])
		key, err := json.Marshal(t.Columns[i])
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		if cell == "" {
			b.WriteString("null")
			continue
		}
		if slices.Contains(t.numbers, t.Columns[i]) {
			b.WriteString(cell)
			continue
		}
		value, err := marshal(cell)
		if err != nil {
			return nil, err
		}
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// marshal writes a string as JSON, with < and & as they stand.
func marshal(s string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(s)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

func writeCSV(w io.Writer, rows [][]string) error {
	c := csv.NewWriter(w)
	if err := c.WriteAll(rows); err != nil {
		return fmt.Errorf("writing rows: %w", err)
	}
	return nil
}

// Statements is the table of statements, a row each.
func Statements() Table {
	return Table{
		Columns: []string{"report", "outlet", "published", "statement", "speaker", "speaker_kind", "speaker_named", "chain", "cue", "form", "firmness",
			"firmness_words", "negated", "evaluative", "addressees", "said_at", "said_on", "issues", "condition", "trigger", "consequence",
			"content", "quotes", "start", "end", "headline", "rule"},
		numbers: []string{"start", "end"},
		rows:    (*view).statementRows,
	}
}

func (v *view) statementRows() [][]string {
	conditions := index(v.r.Conditions, func(x *record.Condition) string { return x.ID })
	rows := make([][]string, 0, len(v.r.Statements))
	for i := range v.r.Statements {
		s := &v.r.Statements[i]
		kind, named := "", ""
		if a := v.actor(s.Speaker); a != nil {
			kind, named = string(a.Kind), truth(a.Named)
		}
		var condition, trigger, consequence string
		if s.Condition != nil {
			if c := conditions[*s.Condition]; c != nil {
				condition, trigger, consequence = string(c.Kind), v.words(c.Trigger), v.words(c.Consequence)
			}
		}
		rows = append(rows, []string{
			v.r.Report.ID, given(v.r.Report.Outlet), given(v.r.Report.Published), s.ID, v.called(s.Speaker), kind, named, v.chain(s.Chain), v.cue(s), string(s.Form),
			string(s.Firmness), v.words(s.FirmnessWords), truth(s.Negated), truth(s.Evaluative), v.everyone(s.Addressees), v.where(s.Place), v.moment(s.Time),
			strings.Join(s.Issues, "; "), condition, trigger, consequence,
			v.words(s.Content), v.words(s.Quotes), first(s.Content), last(s.Content), truth(s.Headline), s.By,
		})
	}
	return rows
}

// cue returns the words by which a statement's innermost mouth spoke.
func (v *view) cue(s *record.Statement) string {
	if len(s.Chain) == 0 {
		return ""
	}
	if q := v.attributions[s.Chain[len(s.Chain)-1]]; q != nil {
		return v.words(q.Cue)
	}
	return ""
}

// actor returns the actor of an id, or nil.
func (v *view) actor(id *string) *record.Actor {
	if id == nil {
		return nil
	}
	return v.actors[*id]
}

// called returns the name of an actor as the text has it.
func (v *view) called(id *string) string {
	if a := v.actor(id); a != nil {
		return oneLine(a.Name)
	}
	return ""
}

// everyone returns the names of several actors, apart by semicolons.
func (v *view) everyone(ids []string) string {
	var names []string
	for _, id := range ids {
		if n := v.called(&id); n != "" {
			names = append(names, n)
		}
	}
	return strings.Join(names, "; ")
}

// moment returns the value of a time, or its words where it has none.
func (v *view) moment(id *string) string {
	if id == nil || v.times[*id] == nil {
		return ""
	}
	if t := v.times[*id]; t.Value == nil {
		return v.slice(t.Span)
	}
	return *v.times[*id].Value
}

func given(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func truth(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func first(ss record.Spans) string {
	if len(ss) == 0 {
		return ""
	}
	return fmt.Sprint(ss[0][0])
}

func last(ss record.Spans) string {
	if len(ss) == 0 {
		return ""
	}
	return fmt.Sprint(ss[len(ss)-1][1])
}
