// Package corpus reads gold data: treebanks, attributions, names, times,
// coreference. Each reader gives one data set in the program's own terms
// (bytes, not code points) and says in its errors which file and line is bad.
// Nothing here is read when a report is read.
package corpus
