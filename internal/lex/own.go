package lex

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// An OwnName is one that the user of the program knows and its lists do not:
// a club's director, a union, a village.
type OwnName struct {
	Name    string   // in full
	Aliases []string // other names and spellings
	Kind    string   // one of OwnKinds
	Gender  string   // "m", "f" or empty
	Office  string   // "chair"
	Of      string   // the body in which the office is held
	Country string   // ISO 3166 alpha-3, or empty
	From    string   // when the office began, ISO 8601: a year, a month or a day; or empty
	Until   string   // and ended
}

// OwnKinds are the kinds that an OwnName can have.
var OwnKinds = [...]string{"person", "organisation", "group", "outlet", "government", "state", "place"}

// ownColumns are the columns of a file of own names; the first must be there.
var ownColumns = [...]string{"name", "aliases", "kind", "gender", "office", "of", "country", "from", "until"}

// ownFile is where a file system made by WithOwn keeps them.
const ownFile = "own-names.csv"

// ParseOwn reads own names from a table: comma, semicolon or tab between the
// columns, which a first line names in any order; "|" between aliases; a line
// that begins with "#" is none. An error gives the file, the line and what to
// do.
func ParseOwn(text, file string) ([]OwnName, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.Comment, r.FieldsPerRecord, r.TrimLeadingSpace = separator(text), '#', -1, true
	var columns []string
	var out []OwnName
	owner := map[string]string{} // of each alias
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, ownSyntax(file, err)
		}
		line, _ := r.FieldPos(0)
		if columns == nil {
			if columns, err = ownHeader(row); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, line, err)
			}
			continue
		}
		n, err := parseOwn(columns, row)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, line, err)
		}
		for _, a := range n.Aliases {
			if other, ok := owner[Fold(a)]; ok && other != n.Name {
				return nil, fmt.Errorf("%s:%d: the alias %q stands for %s already; a name that two share can be an alias of neither", file, line, a, other)
			}
			owner[Fold(a)] = n.Name
		}
		out = append(out, n)
	}
	if columns == nil {
		return nil, fmt.Errorf("%s: it is empty; its first line names the columns: %s", file, strings.Join(ownColumns[:], ","))
	}
	return out, nil
}

// separator returns what stands between the columns, by the first line that is
// no comment.
func separator(text string) rune {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		for _, c := range "\t;" {
			if strings.ContainsRune(line, c) {
				return c
			}
		}
		break
	}
	return ','
}

// ownSyntax says where a table cannot be taken apart.
func ownSyntax(file string, err error) error {
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		return fmt.Errorf("%s:%d: %w; put a field that holds a quotation mark or the separator in double quotation marks, and double those within", file, bad.Line, bad.Err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

func ownHeader(row []string) ([]string, error) {
	columns := make([]string, len(row))
	for i, c := range row {
		columns[i] = strings.ToLower(strings.TrimSpace(c))
		if !slices.Contains(ownColumns[:], columns[i]) {
			return nil, fmt.Errorf("no column is called %q; the first line names the columns, of %s", c, strings.Join(ownColumns[:], ", "))
		}
		if slices.Contains(columns[:i], columns[i]) {
			return nil, fmt.Errorf("the column %s stands twice", c)
		}
	}
	if !slices.Contains(columns, "name") {
		return nil, fmt.Errorf("there is no column name; the first line names the columns, of %s", strings.Join(ownColumns[:], ", "))
	}
	return columns, nil
}

func parseOwn(columns, row []string) (OwnName, error) {
	if len(row) > len(columns) {
		return OwnName{}, fmt.Errorf("%d fields for %d columns; is there a separator within a field?", len(row), len(columns))
	}
	var n OwnName
	for i, f := range row {
		f = strings.Join(strings.Fields(f), " ")
		switch columns[i] {
		case "aliases":
			for a := range strings.SplitSeq(f, "|") {
				if a = strings.TrimSpace(a); a != "" {
					n.Aliases = append(n.Aliases, a)
				}
			}
		default:
			*map[string]*string{"name": &n.Name, "kind": &n.Kind, "gender": &n.Gender, "office": &n.Office, "of": &n.Of,
				"country": &n.Country, "from": &n.From, "until": &n.Until}[columns[i]] = f
		}
	}
	if n.Kind == "" {
		n.Kind = "person"
	}
	return n, n.check()
}

// check finds what cannot be meant.
func (n *OwnName) check() error {
	switch {
	case n.Name == "":
		return errors.New("the name is empty")
	case !slices.Contains(OwnKinds[:], n.Kind):
		return fmt.Errorf("the kind %q is none of %s", n.Kind, strings.Join(OwnKinds[:], ", "))
	case n.Gender != "" && n.Gender != "m" && n.Gender != "f":
		return fmt.Errorf("the gender %q is neither m nor f nor empty", n.Gender)
	case n.Country != "" && !alpha3(n.Country):
		return fmt.Errorf("the country %q is no code of three capitals (ISO 3166), as NZL", n.Country)
	}
	for _, s := range append([]string{n.Name}, n.Aliases...) {
		if c, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(c) {
			return fmt.Errorf("%q does not begin with a capital letter, so it would not be seen as a name", s)
		}
	}
	for _, d := range [...]struct{ column, value string }{{"from", n.From}, {"until", n.Until}} {
		if d.value != "" && !isoDay(d.value) {
			return fmt.Errorf("%s %q is no date: give a year, a month or a day, as 2031, 2031-04 or 2031-04-10", d.column, d.value)
		}
	}
	if n.Until != "" && n.Until < n.From[:min(len(n.From), len(n.Until))] {
		return fmt.Errorf("until %s lies before from %s", n.Until, n.From)
	}
	return nil
}

func alpha3(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func isoDay(s string) bool {
	for _, layout := range [...]string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// WithOwn returns a file system of lists that also holds own names, as
// [ParseOwn] takes them.
func WithOwn(fsys fs.FS, text string) fs.FS { return owned{fsys, text} }

// owned is a file system with one file more.
type owned struct {
	fs.FS
	text string
}

// ReadFile reads a file.
func (o owned) ReadFile(name string) ([]byte, error) {
	s, err := o.ReadText(name)
	return []byte(s), err
}

// ReadText reads a file, see [ReadText].
func (o owned) ReadText(name string) (string, error) {
	if name == ownFile {
		return o.text, nil
	}
	return ReadText(o.FS, name)
}

// OwnNames returns the own names that a file system holds; most hold none.
func OwnNames(fsys fs.FS) ([]OwnName, error) {
	text, err := ReadText(fsys, ownFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return ParseOwn(text, ownFile)
}
