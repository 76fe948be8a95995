// Package markup writes spans into a text with brackets, and reads them back:
//
//	[source The union] [cue said] [content the offer was dead].
//
// A mark opens with "[", a label and a space, and closes with "]". A label is
// letters, digits, "-" and "_"; one that is numbered, as "cue/2", says which
// of several things of a kind it belongs to. Marks nest; they never cross. A
// bracket or backslash of the text itself is written with a backslash before
// it. The form serves the examples of rules, goldens and bug reports.
package markup
