// Package ud holds the labels of Universal Dependencies that the program
// uses: parts of speech, morphological features, dependency relations.
//
// Labels are small integers with a strict parse; the zero value is Unknown.
// See https://universaldependencies.org/guidelines.html (version 2).
package ud
