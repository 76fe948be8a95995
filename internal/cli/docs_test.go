package cli

import (
	"io"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"readout/internal/explain"
	"readout/internal/ingest"
)

// TestCommandsAreDocumented finds commands, flags and choices that
// docs/commands.md does not name, and commands without an example.
func TestCommandsAreDocumented(t *testing.T) {
	b, err := os.ReadFile("../../docs/commands.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(b)
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		if !strings.Contains(page, "`"+cmd.CommandPath()) {
			t.Errorf("%s is not in docs/commands.md", cmd.CommandPath())
		}
		if cmd.Example == "" || cmd.Short == "" {
			t.Errorf("%s has no example or no summary", cmd.CommandPath())
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if !strings.Contains(page, "`--"+f.Name) {
				t.Errorf("%s --%s is not in docs/commands.md", cmd.CommandPath(), f.Name)
			}
			if c, ok := f.Value.(*choice); ok {
				for _, x := range c.choices {
					if !strings.Contains(page, "`"+x+"`") {
						t.Errorf("%s --%s %s is not in docs/commands.md", cmd.CommandPath(), f.Name, x)
					}
				}
			}
		})
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(newRoot(Streams{Out: io.Discard, Err: io.Discard}))
	for _, l := range explain.Layers() {
		if !strings.Contains(page, "`"+l+"`") {
			t.Errorf("the layer %s is not in docs/commands.md", l)
		}
	}
	for _, c := range ingest.Codes() {
		if !strings.Contains(page, "`"+string(c)+"`") {
			t.Errorf("the error %s is not in docs/commands.md", c)
		}
	}
}
