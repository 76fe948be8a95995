package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/export"
	"readout/internal/ingest"
	"readout/record"
)

// readFlags is what the command line of read says.
type readFlags struct {
	inputFlags
	format, color choice
	output        string
	width         int
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
		Args: needPaths,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), s, args) },
	}
	chooseVar(cmd, &f.format, "format", "f", "the form of the output", "text", "json", "jsonl", "html")
	f.flags(cmd)
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "the file to write; for several pages of HTML a folder")
	chooseVar(cmd, &f.color, "color", "", "colour in text", "auto", "always", "never")
	cmd.Flags().IntVar(&f.width, "width", 0, "columns of text, from 80 to 120 (default: those of the terminal, or 100)")
	return cmd
}

// check finds flags that cannot be meant.
func (f *readFlags) check() error {
	if f.width != 0 && (f.width < 80 || f.width > 120) {
		return usage("--width %d: a page has from 80 to 120 columns", f.width)
	}
	return f.inputFlags.check()
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
	in := f.input(s, paths)
	if in.As == ingest.Detect && f.format.value == "jsonl" && len(paths) == 1 && paths[0] == "-" {
		in.As = ingest.Lines // what comes in as lines goes out as lines, whatever the first one is
	}
	return drain(ctx, s, f.pool(reader, in, f.formatter(s.Out)), out)
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
func drain(ctx context.Context, s Streams, p *pool, out sink) error {
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
