// Package timex finds time expressions in newswire English and places them on
// the calendar, with TIMEX3 types and values.
//
// It is a grammar written as rules over classified atoms (see package
// numeral): rules.go lists the constructions, each with its examples. In
//
//	The delegates met on Tuesday and will return in early March.
//
// read with the publication date 2024-01-18, "Tuesday" is the last one on or
// before that day, 2024-01-16, since the verb is in the past; "early March"
// is 2024-03 with the mod START, since "will" makes it a plan. Without a
// publication date both stay unresolved, and a doubt asks for it. The clock
// of the machine is never consulted.
//
// # Spans
//
// Spans are those of TIMEX3: determiners and modifiers belong to the
// expression ("more than a decade", "the end of March"), prepositions do not
// ("June 2021" in "since June 2021"). A range with two complete ends is two
// expressions; one joined by a dash, or whose ends share a month or a year,
// is one, with an EDTF interval as its value.
//
// # Known failures
//
// Events as anchors ("the day after the vote") give a duration, or nothing. A
// year is not carried over from one sentence to months in the next, except
// through the anchor. Bare hours ("at five") are not read. Feasts of the
// Islamic calendar are reckoned by the tabular calendar, a day either way;
// those of the Hindu and Chinese calendars are not known.
package timex
