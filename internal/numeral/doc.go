// Package numeral reads numbers as reports write them: "9,000", "1.5bn",
// "twenty-five", "two million", "the 21st", "a third".
//
// It first cuts tokens into atoms, runs of letters, runs of digits and single
// marks, so that its readers need not care whether "20m", "3-5" or "10a.m."
// came as one token or as several. The readers then work on atoms, by
// position; each returns the position behind what it read.
//
// What a number counts, and whether it is a date, a figure or a part of a
// name, is for the callers to say.
package numeral
