// Package quote finds what stands in quotation marks: direct speech,
// fragments and scare quotes alike, in every style of marks that English
// papers and their sources use.
//
// An invented example, with the pieces it gives, marks included:
//
//	The envoy said: {“We heard {‘no deal’} twice.} (paragraph)
//	{“We will stay.”} She left.
//
// is one quotation of two pieces, opened again in the second paragraph, and
// one within it.
//
// Marks are tokens, as package segment cuts them, so that clitics ("won’t"),
// names ("O’Neill") and years ("’90s") never come into question. A single
// mark that could be a plural possessive ("‘The ministers’ offer stands,’ he
// said") is one where a better closing mark follows. A double mark that is
// never closed runs to the end of its paragraph, with a doubt; inches and
// seconds after digits are no marks. Time is linear in the tokens.
//
// Whose words they are is for package attribution; whether marks hold speech
// or distance, too.
//
// Known failures: a quotation that goes on in the next paragraph without a
// new opening mark ends with its first paragraph; a missing closing mark
// before a paragraph that opens a new quotation joins the two; in text that
// is wrapped by hand an unclosed quotation ends with its line.
package quote
