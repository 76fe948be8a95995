// Package link ties the actors and places of a report to what lists know of
// them, apart from the words: a country, the government that a capital stands
// for, a body between states, the holder of an office, a place with its
// coordinates.
//
// In "Lorvia's premier Odile Varga met Holt in Geneva", of three people and
// places with a name, it knows only
//
//	[Geneva]   Switzerland, 46.20 N 6.15 E; why: gazetteer, the largest of that name
//
// since no list has the others. A link always says which list it comes from
// and how the name was matched.
//
// It prefers to say nothing. A surname alone is tied to an office holder only
// where no other country has one of that name and the report speaks of the
// country, or gives the title; a person with another given name never is. An
// actor without a name gets no link at all. Holders are looked up as of the
// report's date; without a date, or beyond the end of the list, the link says
// so.
//
// How often it is right: of the 3,750 persons with a name in 813 reports of
// newspapers outside the West (the worldwide newswire, train and dev), 177 were
// tied to an office; judged by hand, 174 rightly. The three others were bare
// family names that millions bear, which are no longer tied without the office.
// Countries of names, nationalities and capitals are scored by readoutlab eval
// links.
//
// Known failures: a namesake of a leader who is mentioned by surname alone in
// a report about that leader's country; small places; a city that shares its
// name with a larger one, unless the report names its country.
package link
