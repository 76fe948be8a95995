// Package cli is the command line of readout: one file for each command.
//
// A command reads through package ingest, writes through package export, and
// ends with one of a few codes: 0 done, 1 something was found that needs a
// look, 2 used wrongly, 3 input that could not be read, 4 output or store that
// could not be written. docs/commands.md names every command and flag, and a
// test holds it to that.
package cli
