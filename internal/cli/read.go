package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/annot"
	"readout/internal/export"
	"readout/internal/ingest"
	"readout/record"
)

// readFlags is what the command line of read says.
type readFlags struct {
	format, from, color      choice
	published, outlet, title string
	own                      ownLists
	output                   string
	width, jobs              int
}

func newRead(s Streams) *cobra.Command {
	var f readFlags
	cmd := &cobra.Command{
		Use:   "read FILE|-|FOLDER...",
		Short: "Read reports, and show or write what is in them",
		Long: `Read takes plain text, saved web pages (.html, .htm), lines of JSON (.jsonl),
each also with .gz, folders of these, and standard input as "-".

A line of JSON is one report: {"id", "title", "text" or "html", "published",
"outlet", "url"}, all but the words optional. Records come in the order of the
reports; a report that cannot be read is told of in its place, and the rest
goes on.`,
		Example: `  readout read report.txt
  readout read --published 2031-04-10 --format html --output report.html report.txt
  readout read --format jsonl reports.jsonl folder/ > records.jsonl
  curl -s https://example.org/report.html | readout read -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("what is to be read? Give a file, a folder, or - for standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), s, args) },
	}
	chooseVar(cmd, &f.format, "format", "f", "the form of the output", "text", "json", "jsonl", "html")
	chooseVar(cmd, &f.from, "from", "", "how the input is to be taken", kinds()...)
	cmd.Flags().StringVar(&f.published, "published", "", "the day of publication, as 2031-04-10, on which \"Friday\" depends")
	cmd.Flags().StringVar(&f.outlet, "outlet", "", "who published the report")
	cmd.Flags().StringVar(&f.title, "title", "", "the headline of the report")
	f.own.flags(cmd)
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "the file to write; for several pages of HTML a folder")
	chooseVar(cmd, &f.color, "color", "", "colour in text", "auto", "always", "never")
	cmd.Flags().IntVar(&f.width, "width", 0, "columns of text, from 80 to 120 (default: those of the terminal, or 100)")
	cmd.Flags().IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "how many reports are read at the same time")
	return cmd
}

func kinds() []string {
	var out []string
	for _, k := range ingest.Kinds() {
		out = append(out, string(k))
	}
	return out
}

// check finds flags that cannot be meant.
func (f *readFlags) check() error {
	if f.published != "" && !isDate(f.published) {
		return usage("--published %q is no date: give it as 2031-04-10 or 2031-04-10T08:15:00Z", f.published)
	}
	if f.width != 0 && (f.width < 80 || f.width > 120) {
		return usage("--width %d: a page has from 80 to 120 columns", f.width)
	}
	if f.jobs < 1 {
		return usage("--jobs %d: at least one report must be read at a time", f.jobs)
	}
	return nil
}

// isDate reports whether s is a date or a date-time of ISO 8601.
func isDate(s string) bool {
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15:04Z07:00"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

func (f *readFlags) run(ctx context.Context, s Streams, paths []string) error {
	if err := f.check(); err != nil {
		return err
	}
	reader, err := f.own.open()
	if err != nil {
		return err
	}
	out, err := f.sink(s.Out, paths)
	if err != nil {
		return err
	}
	in := ingest.Input{Paths: paths, Stdin: s.In, As: ingest.Kind(f.from.value)}
	if in.As == ingest.Detect && f.format.value == "jsonl" && len(paths) == 1 && paths[0] == "-" {
		in.As = ingest.Lines // what comes in as lines goes out as lines, whatever the first one is
	}
	p := &pool{
		jobs:   f.jobs,
		pieces: in.Pieces(),
		read: func(src annot.Source, words string) *record.Record {
			return reader.Read(readout.Source(src), words)
		},
		source: f.source,
		format: f.formatter(s.Out),
	}
	return f.drain(ctx, s, p, out)
}

// source adds what the flags say to what is known of a report. A line of JSON
// knows better than flags, which are for all reports; a page does not.
func (f *readFlags) source(p ingest.Piece, src annot.Source) annot.Source {
	for _, x := range []struct {
		to   *string
		flag string
	}{{&src.Title, f.title}, {&src.Outlet, f.outlet}} {
		if x.flag != "" && (p.Line == 0 || *x.to == "") {
			*x.to = x.flag
		}
	}
	if f.published != "" && (p.Line == 0 || src.Published == "" || src.FromPage) {
		src.Published, src.FromPage = f.published, false
	}
	return src
}

// formatter returns how one record is written.
func (f *readFlags) formatter(out io.Writer) func(io.Writer, *record.Record) error {
	switch f.format.value {
	case "json":
		return export.JSON
	case "jsonl":
		return export.JSONL
	case "html":
		return export.HTML
	}
	if f.output != "" {
		out = nil
	}
	st := style(out, f.color.value, f.width)
	return func(w io.Writer, r *record.Record) error { return export.Text(w, r, st) }
}

// drain writes what the pool reads, in order, and ends with the code that
// fits.
func (f *readFlags) drain(ctx context.Context, s Streams, p *pool, out sink) error {
	reports, failed := 0, 0
	for res := range p.results(ctx) {
		reports++
		if res.note != "" {
			fmt.Fprintf(s.Err, "readout: %s: %s\n", res.piece.Path, res.note)
		}
		if res.err != nil {
			failed++
			if !out.tells() {
				fmt.Fprintln(s.Err, "readout: "+res.err.Error())
			}
		}
		if err := out.put(res); err != nil {
			return err
		}
	}
	if err := out.close(); err != nil {
		return err
	}
	switch {
	case ctx.Err() != nil:
		return &failure{codeStopped, fmt.Errorf("stopped after %d %s", reports, plural(reports, "report"))}
	case failed == 1 && reports == 1:
		return &failure{codeInput, nil}
	case failed > 0:
		return &failure{codeInput, fmt.Errorf("%d of %d %s could not be read", failed, reports, plural(reports, "report"))}
	}
	return nil
}

func plural(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}

// several reports whether the paths stand for more than one report, as far as
// can be told before they are read.
func several(paths []string) bool {
	if len(paths) != 1 {
		return true
	}
	info, err := os.Stat(paths[0])
	return err == nil && info.IsDir() || strings.Contains(paths[0], ".jsonl") || strings.Contains(paths[0], ".ndjson")
}
