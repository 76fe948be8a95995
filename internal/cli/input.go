package cli

import (
	"io"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/annot"
	"readout/internal/ingest"
	"readout/record"
)

// inputFlags is what the command lines of read and export say of the reports
// that are to be read.
type inputFlags struct {
	from                     choice
	published, outlet, title string
	own                      ownLists
	jobs                     int
}

// flags adds the flags that say it to a command.
func (f *inputFlags) flags(cmd *cobra.Command) {
	chooseVar(cmd, &f.from, "from", "", "how the input is to be taken", kinds()...)
	cmd.Flags().StringVar(&f.published, "published", "", "the day of publication, as 2031-04-10, on which \"Friday\" depends")
	cmd.Flags().StringVar(&f.outlet, "outlet", "", "who published the report")
	cmd.Flags().StringVar(&f.title, "title", "", "the headline of the report")
	f.own.flags(cmd)
	cmd.Flags().IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "how many reports are read at the same time")
}

func kinds() []string {
	var out []string
	for _, k := range ingest.Kinds() {
		out = append(out, string(k))
	}
	return out
}

// needPaths asks for something to read.
func needPaths(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage("what is to be read? Give a file, a folder, or - for standard input")
	}
	return nil
}

// check finds flags that cannot be meant.
func (f *inputFlags) check() error {
	if f.published != "" && !isDate(f.published) {
		return usage("--published %q is no date: give it as 2031-04-10 or 2031-04-10T08:15:00Z", f.published)
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

// input returns the reports that are to be read.
func (f *inputFlags) input(s Streams, paths []string) ingest.Input {
	return ingest.Input{Paths: paths, Stdin: s.In, As: ingest.Kind(f.from.value)}
}

// pool returns the workers that read them, and write each record by format.
func (f *inputFlags) pool(reader *readout.Reader, in ingest.Input, format func(io.Writer, *record.Record) error) *pool {
	return &pool{
		jobs:   f.jobs,
		pieces: in.Pieces(),
		read: func(src annot.Source, words string) *record.Record {
			return reader.Read(readout.Source(src), words)
		},
		source: f.source,
		format: format,
	}
}

// source adds what the flags say to what is known of a report. A line of JSON
// knows better than flags, which are for all reports; a page does not.
func (f *inputFlags) source(p ingest.Piece, src annot.Source) annot.Source {
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
