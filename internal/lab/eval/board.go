package eval

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout/internal/engine"
)

// A Line is one line of the scoreboard: a score with its precision, recall
// and F1 in percent over N gold items, or a measure with its unit.
type Line struct {
	Name     string
	P, R, F1 float64
	N        int
	Measure  float64
	Unit     string // empty for a score
}

// scored returns the line of a tally.
func scored(name string, t Tally) Line {
	p, r, f := t.Scores()
	return Line{Name: name, P: p, R: r, F1: f, N: t.Gold}
}

// measured returns the line of a measure.
func measured(name string, v float64, unit string) Line {
	return Line{Name: name, Measure: v, Unit: unit}
}

// String returns the line as it stands on the board.
func (l Line) String() string {
	if l.Unit != "" {
		return fmt.Sprintf("%-42s %.0f %s", l.Name, l.Measure, l.Unit)
	}
	return fmt.Sprintf("%-42s P %5.1f  R %5.1f  F1 %5.1f  n %d", l.Name, l.P, l.R, l.F1, l.N)
}

// A Layer is something that is scored.
type Layer struct {
	Name string
	Doc  string // what is scored, on what
	run  func(*bench) ([]Line, error)
}

// bench is what scorers share.
type bench struct {
	ctx    context.Context
	data   string
	engine *engine.Engine
}

// Layers are the layers scored, in the order of the board.
func Layers() []Layer {
	return []Layer{
		{"trees", "sentences, tokens, tags and trees from raw text, on EWT dev and GUM dev", scoreTrees},
		{"attribution", "outermost attributions on PolNeAR dev, by the published protocol and others", scoreAttribution},
		{"who", "names on worldwide newswire dev, coreference on OntoGUM dev and GAP dev, metonyms on sentences of our own", scoreWho},
		{"unnamed", "sources without a name that stay so, in PolNeAR, worldwide newswire, unlabelled reports and our own", scoreUnnamed},
		{"links", "countries of names in worldwide newswire dev, by the names of mledoze/countries", scoreLinks},
		{"times", "time expressions on Recognizers-Text, duckling and WikiWars train, and on GUM dev", scoreTimes},
		{"events", "who did what to whom on the PLOVER training pairs, by root: pair given, and end to end", scoreEvents},
		{"gold", "every layer of the record on our own annotated reports, dev part", scoreGold},
		{"agreement", "the second annotator of our own gold against the first, as if it were the program", scoreAgreement},
		{"reading", "records that keep the contract, words a second on one core, peak memory", scoreReading},
	}
}

// Run scores the layers named, or all, and calls each with the lines of every
// layer as it is done.
func Run(ctx context.Context, e *engine.Engine, data string, names []string, each func(Layer, []Line, time.Duration)) error {
	layers := Layers()
	for _, n := range names {
		if !slices.ContainsFunc(layers, func(l Layer) bool { return l.Name == n }) {
			return fmt.Errorf("no layer is called %q", n)
		}
	}
	b := &bench{ctx: ctx, data: data, engine: e}
	for _, l := range layers {
		if len(names) > 0 && !slices.Contains(names, l.Name) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		start := time.Now()
		lines, err := l.run(b)
		if err != nil {
			return fmt.Errorf("%s: %w", l.Name, err)
		}
		each(l, lines, time.Since(start))
	}
	return nil
}

// ReadBoard parses a scoreboard; lines that begin with "#" are comments.
func ReadBoard(r io.Reader) ([]Line, error) {
	var out []Line
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		s := sc.Text()
		if strings.TrimSpace(s) == "" || strings.HasPrefix(s, "#") {
			continue
		}
		l, err := parseLine(s)
		if err != nil {
			return nil, fmt.Errorf("scoreboard line %d: %w", n, err)
		}
		out = append(out, l)
	}
	return out, sc.Err()
}

// parseLine reads a line from its end, since a name may be wider than its
// column.
func parseLine(s string) (Line, error) {
	f := strings.Fields(s)
	if n := len(f) - 8; n > 0 && f[n] == "P" {
		l := Line{Name: strings.Join(f[:n], " ")}
		for i, into := range []*float64{&l.P, &l.R, &l.F1} {
			v, err := strconv.ParseFloat(f[n+2*i+1], 64)
			if err != nil {
				return Line{}, err
			}
			*into = v
		}
		count, err := strconv.Atoi(f[n+7])
		l.N = count
		return l, err
	}
	if n := len(f) - 2; n > 0 {
		v, err := strconv.ParseFloat(f[n], 64)
		return Line{Name: strings.Join(f[:n], " "), Measure: v, Unit: f[n+1]}, err
	}
	return Line{}, fmt.Errorf("neither a score nor a measure: %q", s)
}

// Drops returns what the new lines say that is worse than the old: a score
// lower by 0.1 or more. Measures depend on the machine and are not compared.
func Drops(old, now []Line) []string {
	var out []string
	for _, o := range old {
		i := slices.IndexFunc(now, func(l Line) bool { return l.Name == o.Name })
		if i < 0 || o.Unit != "" {
			continue
		}
		if n := now[i]; n.F1 < o.F1-0.05 {
			out = append(out, fmt.Sprintf("%s: F1 %.1f, was %.1f", o.Name, n.F1, o.F1))
		}
	}
	return out
}
