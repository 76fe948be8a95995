package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"readout/internal/annot"
	"readout/internal/ingest"
	"readout/record"
)

// fake is a pool whose records hold nothing but the words.
func fake(jobs int, in io.Reader, read func(words string)) *pool {
	return &pool{
		jobs:   jobs,
		pieces: ingest.Input{Paths: []string{"-"}, Stdin: in, As: ingest.Lines}.Pieces(),
		source: func(_ ingest.Piece, src annot.Source) annot.Source { return src },
		read: func(_ annot.Source, words string) *record.Record {
			read(words)
			return &record.Record{Report: record.Report{Text: words}}
		},
		format: func(w io.Writer, r *record.Record) error {
			_, err := io.WriteString(w, r.Report.Text)
			return err
		},
	}
}

func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{\"text\":\"%d\"}\n", i)
	}
	return b.String()
}

func TestPoolKeepsOrder(t *testing.T) {
	const n = 500
	p := fake(8, strings.NewReader(numbered(n)), func(words string) {
		time.Sleep(time.Duration(len(words)*37%5) * time.Millisecond / 4)
	})
	i := 0
	for r := range p.results(context.Background()) {
		if want := fmt.Sprint(i); string(r.out) != want {
			t.Fatalf("result %s in the place of %s", r.out, want)
		}
		i++
	}
	if i != n {
		t.Errorf("%d results, want %d", i, n)
	}
}

// TestPoolIsBounded reads no further ahead than it must.
func TestPoolIsBounded(t *testing.T) {
	const jobs = 3
	var started atomic.Int64
	p := fake(jobs, strings.NewReader(numbered(1000)), func(string) { started.Add(1) })
	for range p.results(context.Background()) {
		time.Sleep(20 * time.Millisecond)
		if n := started.Load(); n > 8*jobs {
			t.Errorf("%d reports were read ahead of the first", n)
		}
		break
	}
}

func TestPoolStops(t *testing.T) {
	in, out := io.Pipe() // a writer that never ends
	defer out.Close()
	go fmt.Fprint(out, numbered(3))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for range fake(2, in, func(string) {}).results(ctx) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("%d results", n)
	}
}

func TestPoolOutlivesAFault(t *testing.T) {
	p := fake(2, strings.NewReader(numbered(5)), func(words string) {
		if words == "2" {
			panic("no such rule")
		}
	})
	var got []string
	for r := range p.results(context.Background()) {
		if r.err != nil {
			got = append(got, fmt.Sprintf("%d %s", r.err.Line, r.err.Code))
			continue
		}
		got = append(got, string(r.out))
	}
	if g := strings.Join(got, "|"); g != "0|1|3 internal|3|4" {
		t.Error(g)
	}
}

// TestLinesStream gives each record before the next report comes.
func TestLinesStream(t *testing.T) {
	in, reports := io.Pipe()
	records, out := io.Pipe()
	go func() {
		s := &lines{writer{bufio.NewWriter(out), nil}}
		err := drain(context.Background(), Streams{Err: io.Discard}, fake(4, in, func(string) {}), s)
		out.CloseWithError(err)
	}()
	answers := bufio.NewReader(records)
	for i := range 3 {
		fmt.Fprintf(reports, "{\"text\":\"%d\\n\"}\n", i)
		got := make(chan string)
		go func() {
			l, _ := answers.ReadString('\n')
			got <- l
		}()
		select {
		case l := <-got:
			if l != fmt.Sprintf("%d\n", i) {
				t.Errorf("got %q", l)
			}
		case <-time.After(time.Minute):
			t.Fatal("the record is held back")
		}
	}
	reports.Close()
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestOutputThatBreaks(t *testing.T) {
	s := &lines{writer{bufio.NewWriter(brokenPipe{}), nil}}
	err := drain(context.Background(), Streams{Err: io.Discard}, fake(2, strings.NewReader(numbered(100)), func(string) {}), s)
	var fail *failure
	if !errors.As(err, &fail) || fail.code != codeOutput {
		t.Errorf("got %v", err)
	}
}

func TestFileNames(t *testing.T) {
	f := &folder{used: map[string]bool{}}
	for _, tt := range []struct{ id, want string }{
		{"a.txt", "a.html"}, {"A.txt", "A-2.html"}, {"north/b.html", "north-b.html"}, {"wire.jsonl:3", "wire.jsonl-3.html"},
		{"../../etc", "-..-etc.html"}, {"...", "report.html"}, {"é", "-.html"},
	} {
		if got := f.name(tt.id); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.id, got, tt.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"format", "format", 0}, {"fromat", "format", 2}, {"", "abc", 3}, {"outlet", "output", 2}} {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("%s, %s: got %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
