// Readout shows where talks stand, from the news reports about them.
package main

import (
	"os"

	"readout/internal/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}
