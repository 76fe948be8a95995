// Package explain shows what each stage of reading made of a report: every
// row of every layer in bracket form, with the rule or the model behind it.
//
//	attributions
//	  q1  [source The harbour board] [cue said] [content the berth was closed]
//	      reported · en2 The harbour board · by attribution/clause
//
// Rows are numbered from 1, attributions (q), statements (s), meetings (m) and
// the like as in the record; blocks (b), sentences (sn), mentions (mn) and
// entities (en) are not in it. The form is for people who work on the reader,
// and for comparing what two versions of it make of the same words.
package explain
