// Package export writes a record in the forms in which people and programs
// take it: a page of text, a page of HTML, JSON, and JSON a line each.
//
// The two pages show the same entries, in the same order and words: what the
// talks are, who is party to them, where meetings, conditions, commitments
// and positions stand, who is not heard, and then every statement by who made
// it. A page never shows words as quoted that the report does not: the
// report's own words follow a bar, with the report's own quotation marks, and
// everything else is the page's.
//
//	threat    Liss Okoro
//	          if    │ the talks fail
//	          then  │ to sell two ships
//	          report › Liss Okoro has threatened
//
// The package reads records only; it does not know how they are made.
package export
