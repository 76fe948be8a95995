package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError says what is wrong with a flag, and which may be meant.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) || len(unknown.GetSpecifiedName()) < 2 {
		return usage("%w", err)
	}
	near, best := "", 3 // further away is another word
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if d := distance(unknown.GetSpecifiedName(), f.Name); d < best && !f.Hidden {
			near, best = f.Name, d
		}
	})
	if near == "" {
		return usage("%w", err)
	}
	return usage("%w; did you mean --%s?", err, near)
}

// distance returns how many letters must be put in, left out or changed to
// make one word of another (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// A choice is a flag whose value is one of a list.
type choice struct {
	value   string
	choices []string
}

func (c *choice) String() string { return c.value }

// Type returns the list, as help shows it.
func (c *choice) Type() string { return strings.Join(c.choices, "|") }

// Set takes a value that is on the list.
func (c *choice) Set(s string) error {
	for _, ok := range c.choices {
		if s == ok {
			c.value = s
			return nil
		}
	}
	return fmt.Errorf("it is one of %s", strings.Join(c.choices, ", "))
}

// chooseVar adds a choice to a command, completion included. The first of the
// list is what holds where the flag is not given.
func chooseVar(cmd *cobra.Command, c *choice, name, short, help string, choices ...string) {
	c.value, c.choices = choices[0], choices
	cmd.Flags().VarP(c, name, short, help)
	err := cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(choices, cobra.ShellCompDirectiveNoFileComp))
	if err != nil { // only where a flag is registered twice
		panic(err)
	}
}
