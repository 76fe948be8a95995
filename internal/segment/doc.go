// Package segment cuts a report into blocks, sentences and tokens.
package segment
