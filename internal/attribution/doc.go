// Package attribution finds the words that attribute: who is said to say,
// think, want or do in words what (source, cue, content), at every level.
package attribution
