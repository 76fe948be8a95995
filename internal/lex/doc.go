// Package lex reads the plain-text word lists of the folder lexicon.
//
// A list is lines of tab-separated fields under headings in brackets:
//
//	# a comment
//	[speech]
//	say	said	# fields, then a comment
//
// Blank lines and comments count for nothing. Every complaint names file and
// line, since it is a person who has to mend the list.
package lex
