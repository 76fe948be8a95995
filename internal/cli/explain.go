package cli

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"readout/internal/engine"
	"readout/internal/explain"
	"readout/internal/ingest"
	"readout/internal/text"
	"readout/model"
)

// explainFlags is what the command line of explain says.
type explainFlags struct {
	layers               []string
	published, old, from string
	own                  ownLists
}

func newExplain(s Streams) *cobra.Command {
	var f explainFlags
	from := choice{}
	cmd := &cobra.Command{
		Use:   "explain FILE|-",
		Short: "Show what each stage of reading made of a report, and by which rule",
		Long: `Explain shows every layer of a reading in bracket form, with the rule or the
model behind each row: sentences, quotations, trees, times, mentions,
attributions, statements and so on. It is for finding out why the record says
what it says.`,
		Example: `  readout explain report.txt
  readout explain --layer attributions --layer statements report.txt
  readout explain --diff ./readout-before report.txt`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("one report is to be explained: give a file, or - for standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			f.from = from.value
			return f.run(cmd.Context(), s, args[0])
		},
	}
	cmd.Flags().StringArrayVarP(&f.layers, "layer", "l", nil, "a layer to show, several times for several (default: all)")
	cmd.Flags().StringVar(&f.published, "published", "", "the day of publication, as 2031-04-10")
	f.own.flags(cmd)
	cmd.Flags().StringVar(&f.old, "diff", "", "another readout: show only what differs from what it makes of the report")
	chooseVar(cmd, &from, "from", "", "how the input is to be taken", kinds()...)
	err := cmd.RegisterFlagCompletionFunc("layer", cobra.FixedCompletions(explain.Layers(), cobra.ShellCompDirectiveNoFileComp))
	if err != nil { // only where a flag is registered twice
		panic(err)
	}
	return cmd
}

func (f *explainFlags) run(ctx context.Context, s Streams, path string) error {
	for _, l := range f.layers {
		if !slices.Contains(explain.Layers(), l) {
			return usage("there is no layer %q: the layers are %s", l, strings.Join(explain.Layers(), ", "))
		}
	}
	if f.published != "" && !isDate(f.published) {
		return usage("--published %q is no date: give it as 2031-04-10", f.published)
	}
	if f.old != "" && path == "-" {
		return usage("--diff reads the report twice: give a file")
	}
	if f.old != "" && f.own.given() {
		return usage("--diff runs the other program without --names and --issues: give one of them")
	}
	page, err := f.explain(s.In, path)
	if err != nil {
		return err
	}
	if f.old != "" {
		if page, err = f.compare(ctx, path, page); err != nil {
			return err
		}
	}
	_, err = io.WriteString(s.Out, page)
	return written(err)
}

// explain reads the first report of a path and explains it.
func (f *explainFlags) explain(in io.Reader, path string) (string, error) {
	words, err := f.own.words()
	if err != nil {
		return "", err
	}
	e, err := engine.Load(words, model.FS)
	if err != nil {
		return "", &failure{codeOutput, fmt.Errorf("this program is broken: %w", err)}
	}
	for piece := range (ingest.Input{Paths: []string{path}, Stdin: in, As: ingest.Kind(f.from)}).Pieces() {
		r, bad := piece.Report()
		if bad != nil {
			return "", &failure{codeInput, bad}
		}
		if f.published != "" {
			r.Source.Published, r.Source.FromPage = f.published, false
		}
		var b strings.Builder
		err := explain.Write(&b, e.Annotate(r.Source, text.New(r.Raw)), f.layers...)
		return b.String(), err
	}
	return "", &failure{codeInput, fmt.Errorf("%s: no report in it", path)}
}

// compare runs another version of the program on the same report, and returns
// how its explanation differs.
func (f *explainFlags) compare(ctx context.Context, path, page string) (string, error) {
	args := []string{"explain", "--from", f.from}
	if f.published != "" {
		args = append(args, "--published", f.published)
	}
	for _, l := range f.layers {
		args = append(args, "--layer", l)
	}
	before, err := exec.CommandContext(ctx, f.old, append(args, "--", path)...).Output()
	if err != nil {
		return "", &failure{codeInput, fmt.Errorf("--diff %s: %w", f.old, err)}
	}
	if len(before) == 0 {
		return "", &failure{codeInput, fmt.Errorf("--diff %s: it wrote nothing; is it another readout?", f.old)}
	}
	return string(diff.Diff("before", before, "now", []byte(page))), nil
}
