// Package mention finds the words of a report that speak of actors and of
// places: names, role nouns and nouns for bodies and groups, pronouns,
// capitals and buildings that stand for a government, and adjectives of
// nationality.
//
// In "Prime Minister Odile Varga told reporters in Tarsk that Lorvia wanted
// the strike settled before its officials met the union" it finds
//
//	[Odile Varga]          named, a person, title "Prime Minister"
//	[reporters]            nominal, a group of people
//	[Tarsk]                named, a place: "in"
//	[Lorvia]               named, a state: it wants something
//	[its]                  pronominal
//	[its officials]        nominal, people
//	[the union]            nominal, an organisation
//
// A name is told by its form, by the words around it and by what the whole
// report says of it: a title in front, a verb of saying behind, "in" before,
// "he" after. Lists know the countries, their capitals and seats of government,
// bodies between states, given names, and the nouns that names of organisations
// and places end in. A name of which the evidence does not say what it denotes
// is of unknown kind; it is never called a person on a bare guess.
//
// Whether a capital speaks or something happens in it is read from its place in
// the sentence: "Moscow wants", "talks with Moscow", "Moscow's offer" against
// "in Moscow", "flew to Moscow", "Moscow's suburbs".
//
// Which mentions speak of the same actor is left to package coref, what is
// known of an actor from elsewhere to package link.
//
// Known failures: coordinated first names ("Jan and Mila Hollub") are read as
// two people of whom the first has only a given name; names of works and laws
// are told from organisations by their last word alone; a surname that is also
// a country ("Holland said") is a country unless a given name stands before it
// somewhere in the report.
package mention
