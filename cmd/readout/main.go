// Readout shows where talks stand, from the news reports about them.
package main

import (
	"os"
	"runtime/debug"

	"readout/internal/cli"
)

func main() {
	debug.SetGCPercent(200) // a report takes some tens of megabytes: time is worth more
	os.Exit(cli.Run(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}
