// Package figure finds quantities and keeps their vagueness: bounds where the
// words give them, no point where they give none.
//
// It is a list of rules over classified atoms (see package numeral), each with
// its examples; phrases in front of a number ("more than", "about") and behind
// it ("or so") set its bounds. In
//
//	The port lost roughly a third of its trade, more than 40 million crowns a
//	month, and tens of thousands of tonnes of grain rot in its sheds.
//
// "roughly a third of its trade" is 33.3 percent, approximate, of "its trade";
// "more than 40 million" has a low and no high; "tens of thousands" is at
// least twice ten thousand, approximate, with no high.
//
// # Spans
//
// A figure's span runs from the phrase that bounds it to the end of its unit:
// "more than 9,000", "some 40 million euros a day", "300,000 tonnes". What is
// counted stands outside it, in Of ("workers"). A share takes in the whole that
// it is a share of ("roughly 20% of the valley"), since it is no quantity
// without it; Of is then that whole ("the valley").
//
// A bound under a negated verb turns round: who "will not pay more than 4 %"
// pays 4 percent at most, a high without a low.
//
// # Units
//
// Unit is empty for a count, "percent", "percentage points", an ISO 4217 code
// where the words tell the currency and otherwise the currency's name
// ("pesos"), "votes", or a measure in the plural, each with " per day" and the
// like for a rate. Fractions are percentages to one decimal. A bare dollar sign
// is USD, pounds are GBP, rupees INR, except in a report of a country that has
// such money of its own, by its dateline or by what it mostly speaks of: there
// they are "dollars", "pounds", "rupees", for the words do not say whose.
//
// # Left to others
//
// Dates, durations and clock times are package timex's; what times hold is left
// alone. Ordinals, ages, scores, addresses, labels ("Article 5"), names
// ("the Group of 20"), small numbers that only point back ("the two sides") and
// counts of sources ("two officials said") are no figures.
//
// # Known failures
//
// What a figure is of is looked for beside it and, for changes, at the verb;
// across clauses it stays empty. Without trees a noun phrase is guessed by the
// form of its words. "over" and "under" are taken for bounds unless the word
// before them takes them as prepositions. A bare count of people who turn out
// to be sources in the next sentence is kept.
package figure
