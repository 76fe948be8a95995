// Package golden is test help: it prints a record by its words instead of its
// offsets, and compares what is printed with what was recorded before.
//
// A case is a txtar file: the report, and the digest of its record. Running
// the tests with READOUT_GOLDEN=write rewrites the digests; the difference is
// for the one who commits it to read and to give reasons for. Goldens record
// behaviour, right or wrong; what is right is the business of gold data.
package golden
