// Package undone tells an act that words name from one that was done.
//
// In "None of the crews has accepted, and reports that Halvik had agreed were
// untrue, though it came close to signing" nobody accepted, agreed or signed:
// the subject is none, the report is denied, and the act was only near.
//
// It reads the words before a verb, its subject, agent and object, and the
// clauses over it. It leaves to those who ask the verb's own "not", modals,
// and conjunctions such as "if".
//
// Known failures: a denial in another sentence; "only" before a name, which
// denies nothing of it; a noun of speech that the tree parts from its clause.
package undone
