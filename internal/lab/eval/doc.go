// Package eval scores every layer against gold data, one scorer a file, and
// keeps the scoreboard (testdata/scores.txt): a line a layer, rewritten by
// "readoutlab eval --write". Scores come from dev parts; test parts are not
// read.
package eval
