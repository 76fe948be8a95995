package cli

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"

	"readout/internal/export"
)

// style returns how a page of text is set on an output: in colour on a
// terminal that has it, unless NO_COLOR says otherwise or the flag does; as
// wide as the flag, the terminal or COLUMNS say, and 100 columns where none
// does.
func style(out io.Writer, color string, width int) export.Style {
	const usual = 100
	s := export.Style{Width: width}
	f, isFile := out.(*os.File)
	screen := isFile && term.IsTerminal(int(f.Fd()))
	switch color {
	case "always":
		s.Color = true
	case "auto":
		s.Color = screen && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	if s.Width == 0 && screen {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil {
			s.Width = w
		}
	}
	if s.Width == 0 {
		if w, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil {
			s.Width = w
		}
	}
	if s.Width == 0 {
		s.Width = usual
	}
	return s
}
