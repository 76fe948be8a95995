// Package pack is the container of the program's model files: a header that
// says what the file is and for which features it was trained, then a row of
// numbers, strings and arrays that the reader takes in the order in which
// they were written.
//
// The header is "RDMD", a format byte, the kind of model, its version and the
// hash of its feature set. A reader names the header it can use; a file with
// another is refused with an error that says which part differs, since
// weights for other features would read without complaint and tag nonsense.
// All integers are little-endian.
package pack
