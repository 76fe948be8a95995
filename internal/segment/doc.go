// Package segment cuts a report into blocks, sentences and tokens, and finds
// its frame: headline, byline, dateline, credit and the furniture of the page
// around it.
//
// An invented example:
//
//	Ministers to meet over quota
//	By Ada Writer
//	LISBON, May 3 (Reuters) - "Will they agree?" Ms. Ostrand asked. They won't.
//	Read more: What each side wants
//
// is a headline, a byline, a body paragraph and furniture. The dateline gives
// a place and a date, the agency in it the credit; the body has two
// sentences, the first ending with "asked .", the second being "They wo n't
// .".
//
// Tokens follow the English UD treebanks EWT and GUM: clitics and the parts of
// "cannot" are tokens, hyphens and slashes part words except after prefixes,
// currency signs, per cents and units stand apart from their number, the stop
// of an abbreviation belongs to it. Tags and spaces that are written as HTML
// entities are layout: no token includes them. What is not layout, frame or
// space lies in exactly one token.
//
// A sentence ends at a stop, a question or an exclamation mark, with the
// brackets and quotation marks that close there, unless a rule says that it
// goes on (see rules.go): several sentences in one quotation are several,
// while a quoted question with its attribution is one. Every line is a
// paragraph, but lines wrapped by hand are joined. Bylines, credits and
// furniture are blocks without sentences.
//
// What stands in quotation marks is for package quote, dates and places for
// timex and link.
//
// Known failures: an unlisted abbreviation before a capital ends a sentence;
// a listed one before a name does not ("at Halden Corp. Ostrand said"); a
// headline with a full stop is only known by its capitals, by the caller's
// title or by its echo in the lead; a lone last name that is no agency's is
// taken for a credit or a byline; speech without any marks is cut by luck.
package segment
