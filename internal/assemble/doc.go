// Package assemble turns an annotated document into the public record.
//
// It decides nothing about words: it numbers rows, converts byte offsets to
// code points, turns references round where the record looks the other way
// (a condition names its statement), and gathers doubts. Identifiers are
// given in reading order, so the same document gives the same bytes.
//
// What it leaves to others: what the layers hold. An entity that denotes a
// place becomes a place; one that is neither actor nor place is left out, and
// so is every reference to it.
package assemble
