// Package record holds the record: what reading one report gives, in the form
// in which it leaves the program.
//
// Every claim in a record stands on spans of the report's own text, counted in
// Unicode code points, and on the chain of mouths it came through. What the
// words do not give is null (a nil pointer here); what was looked for and not
// found is an empty list, never null. [Check] states the invariants and finds
// what breaks them.
//
// The package imports nothing of the project, so that a program which only
// wants to read records need not carry the reader.
package record
