// Package tag is the part-of-speech and morphology tagger: it gives each
// token its UPOS, features and lemma.
//
// A greedy averaged perceptron (Collins 2002) reads left to right and picks a
// class, a UPOS together with the treebanks' finer tag and the verb form. The
// features that a class leaves open and the lemma come from tables of the
// treebanks' forms, and from the rules of English inflection for forms that
// the tables lack. For
//
//	Envoys hadn't been told.
//
// it gives NOUN envoy Number=Plur, AUX have, PART not, AUX be, VERB tell
// VerbForm=Part with Voice=Pass, and PUNCT.
//
// Heads and relations are left to package parse. A sentence without lower
// case, or with every long word capitalised, is read as a headline, in which
// capitals say little; names in such lines are the weakest point. Nominative
// and accusative "it" and "you" are not told apart by their syntax.
package tag
