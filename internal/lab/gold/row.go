package gold

import (
	"fmt"
	"strconv"
	"strings"

	"readout/record"
)

// A builder turns rows of notation into a record.
type builder struct {
	find *finder
	rec  *record.Record
	err  error // the first error of the row at hand
}

// fields are the "key: words" parts of a row; a part without a colon is a
// flag. Each is taken once, so that what is left over is a mistake.
type fields struct {
	b    *builder
	head []string
	kv   map[string]string
}

// row reads one line.
func (b *builder) row(line string) error {
	parts := strings.Split(line, " | ")
	f := &fields{b: b, head: strings.Fields(parts[0]), kv: map[string]string{}}
	if len(f.head) < 2 {
		return fmt.Errorf("a row begins with its layer and its id: %q", parts[0])
	}
	for _, p := range parts[1:] {
		k, v, _ := strings.Cut(p, ":")
		k = strings.TrimSpace(k)
		if _, twice := f.kv[k]; twice {
			return fmt.Errorf("%q stands twice", k)
		}
		f.kv[k] = strings.TrimSpace(v)
	}
	b.err = nil
	if err := b.layer(f); err != nil {
		return err
	}
	if b.err != nil {
		return b.err
	}
	for k := range f.kv {
		return fmt.Errorf("unknown field %q", k)
	}
	return nil
}

func (b *builder) layer(f *fields) error {
	switch f.head[0] {
	case "actor":
		b.actor(f)
	case "q":
		b.attribution(f)
	case "s":
		b.statement(f)
	case "m":
		b.meeting(f)
	case "c":
		b.condition(f)
	case "k":
		b.commitment(f)
	case "x":
		b.position(f)
	case "f":
		b.figure(f)
	case "t":
		b.time(f)
	case "p":
		b.rec.Places = append(b.rec.Places, record.Place{ID: f.head[1], Mentions: f.list("mentions"), Name: f.first("mentions")})
	case "e":
		b.event(f)
	default:
		return fmt.Errorf("unknown layer %q", f.head[0])
	}
	return nil
}

// label returns word i of the row's head.
func (f *fields) label(i int) string {
	if i >= len(f.head) {
		f.b.fail(fmt.Errorf("the row lacks word %d of its head", i+1))
		return ""
	}
	return f.head[i]
}

func (b *builder) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// take removes and returns a field.
func (f *fields) take(key string) (string, bool) {
	v, ok := f.kv[key]
	delete(f.kv, key)
	return v, ok
}

func (f *fields) has(key string) bool {
	_, ok := f.take(key)
	return ok
}

func (f *fields) text(key string) string {
	v, _ := f.take(key)
	return v
}

// id returns a reference, or nil.
func (f *fields) id(key string) *string {
	v, ok := f.take(key)
	if !ok || v == "" || v == "-" {
		return nil
	}
	return &v
}

func (f *fields) ids(key string) []string {
	v, _ := f.take(key)
	return append([]string{}, strings.Fields(strings.ReplaceAll(v, ",", " "))...)
}

// spans returns the pieces of one thing.
func (f *fields) spans(key string) record.Spans {
	v, ok := f.take(key)
	if !ok || v == "" || v == "-" {
		return record.Spans{}
	}
	ss, err := f.b.find.spans(v)
	if err != nil {
		f.b.fail(fmt.Errorf("%s: %w", key, err))
	}
	return ss
}

// list returns one span for each of several things: "words; words".
func (f *fields) list(key string) record.Spans {
	out := record.Spans{}
	for _, w := range f.words(f.kv[key]) {
		sp, err := f.b.find.span(w)
		if err != nil {
			f.b.fail(fmt.Errorf("%s: %w", key, err))
		}
		out = append(out, sp)
	}
	return out
}

// first takes a list field and returns the words of its first entry.
func (f *fields) first(key string) string {
	v, _ := f.take(key)
	ws := f.words(v)
	if len(ws) == 0 {
		f.b.fail(fmt.Errorf("%s is missing", key))
		return ""
	}
	w, _, _ := strings.Cut(ws[0], "#")
	return w
}

func (f *fields) words(v string) []string {
	var out []string
	for _, w := range strings.Split(v, ";") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// number returns a bound, or nil.
func (f *fields) number(key string) *float64 {
	v, ok := f.take(key)
	if !ok || v == "-" || v == "" {
		return nil
	}
	x, err := strconv.ParseFloat(v, 64)
	if err != nil {
		f.b.fail(fmt.Errorf("%s: %q is no number", key, v))
	}
	return &x
}
