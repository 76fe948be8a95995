// Readoutlab is the program for those who make Readout: checks, scores,
// goldens, training.
package main

import (
	"os"

	"readout/internal/cli/lab"
)

func main() {
	os.Exit(lab.Run(os.Args[1:], os.Stdout, os.Stderr))
}
