// Package timex finds time expressions in newswire English and places them on
// the calendar, with TIMEX3 types and values.
//
// It is a grammar written as rules over classified atoms (see package
// numeral): rules.go lists the constructions, each with its examples. Of the
// expressions that may begin at one place the longest counts. In
//
//	The delegates met on Tuesday and will return in early March.
//
// read with the publication date 2024-01-18, "Tuesday" is the last one on or
// before that day, 2024-01-16, since the verb is in the past; "early March"
// is 2024-03 with the mod START, since "will" makes it a plan. Without a
// publication date both stay unresolved, and a doubt asks for it. The clock
// of the machine is never consulted.
//
// # How a time is placed
//
// The anchor is the date that the caller gives, or the page, or a dateline
// whose date is complete. What lacks a year, a month or more is completed from
// it: in a plan the next such day, month or season on or after the anchor, in a
// report of the past the last one on or before it. Which of the two it is, the
// verb above the expression says (tense.go); "ahead of" and "due to" say it
// before any verb. Where nothing says it, as for a date before a noun ("the
// 3 July vote"), the nearest counts. "The following day", "a week later", "that
// year" hang on the last date before them, two sentences back at most, and
// stay open where there is none. Day and month that could be either way round
// ("03/04/2025") are settled by the order of the report's other dates; without
// such evidence the value is the EDTF set of both, unresolved.
//
// # Spans
//
// Spans are those of TIMEX3: determiners and modifiers belong to the
// expression ("more than a decade", "the end of March"), prepositions do not
// ("June 2021" in "since June 2021"). A range with two complete ends is two
// expressions; one joined by a dash, or whose ends lean on one another ("3 to 5
// May", "from May to September", "2 to 4 p.m."), is one, with an EDTF interval
// as its value; so is a length of time between two ("two to three weeks", P2W/P3W).
//
// # Known failures
//
// Events as anchors give a duration only ("two days after the vote"), and days
// known by an event give their day without its year ("in the wake of September
// 11"). A year is not carried over from one sentence to the months of the
// next. How fast something goes ("90,000 tonnes a year") is part of a figure and
// no time. Bare hours ("at five") and dates without a year in numbers ("5/3") are
// not read, historical periods ("the Middle Ages") neither. A present tense
// that tells of the past ("his order in May is the test") is taken for neither.
// Feasts of the Islamic calendar are reckoned by the tabular calendar, a day
// either way (mod APPROX); those of the Hindu and Chinese calendars, and days
// that differ by country, such as those of independence, are not known.
package timex
