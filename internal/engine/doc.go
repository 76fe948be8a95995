// Package engine walks the corridor once: it loads every stage of reading and
// calls each in order, from the text of a report to its annotated document.
//
// [Engine.Annotate] is the diagram of the program. An engine is loaded once,
// never changes, and may be used by many goroutines at a time.
package engine
