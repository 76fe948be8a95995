package cli

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"readout/internal/export"
	"readout/record"
)

// exportFlags is what the command line of export says.
type exportFlags struct {
	inputFlags
	as     choice
	output string
}

func newExport(s Streams) *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export FILE|-|FOLDER...",
		Short: "Read reports, and write what is in them as a table",
		Long: `Export reads reports as readout read does, and writes a table for a
spreadsheet or a statistics program: of statements (--as csv), a row each with
speaker, chain, words and firmness; or of events in the terms of PLOVER (--as
plover, or --as plover-jsonl with an object a line).

A cell is empty where the words do not say. Events that are denied, only
possible, planned or alleged stand in the table too: see the column "status".`,
		Example: `  readout export --as csv --published 2031-04-10 report.txt > statements.csv
  readout export --as plover --output events.csv reports.jsonl folder/
  readout export --as plover-jsonl reports.jsonl | grep '"status":"asserted"'`,
		Args: needPaths,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !cmd.Flags().Changed("as") {
				return usage("as what? Give --as %s", f.as.Type())
			}
			return f.run(cmd.Context(), s, args)
		},
	}
	chooseVar(cmd, &f.as, "as", "", "the table", "csv", "plover", "plover-jsonl")
	cmd.Flags().Lookup("as").DefValue = "" // help must not name a default: there is none
	f.flags(cmd)
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "the file to write")
	return cmd
}

func (f *exportFlags) run(ctx context.Context, s Streams, paths []string) error {
	if err := f.check(); err != nil {
		return err
	}
	reader, err := f.own.open()
	if err != nil {
		return err
	}
	w, err := create(f.output, s.Out, paths)
	if err != nil {
		return err
	}
	heading, rows := f.table()
	if err := heading(w); err != nil {
		return written(err)
	}
	return drain(ctx, s, f.pool(reader, f.input(s, paths), rows), &table{w})
}

// table returns how the head of the table and the rows of a record are
// written.
func (f *exportFlags) table() (heading func(io.Writer) error, rows func(io.Writer, *record.Record) error) {
	switch f.as.value {
	case "plover":
		return export.Plover().Heading, export.Plover().CSV
	case "plover-jsonl":
		return func(io.Writer) error { return nil }, export.Plover().Lines
	}
	return export.Statements().Heading, export.Statements().CSV
}

// table writes the rows of one report behind those of another. A report that
// cannot be read is told of on standard error: it has no rows.
type table struct{ writer }

func (t *table) tells() bool { return false }

func (t *table) put(r result) error {
	_, err := t.Write(r.out)
	if err == nil && r.last {
		err = t.Flush()
	}
	return written(err)
}

func (t *table) close() error { return t.end() }
