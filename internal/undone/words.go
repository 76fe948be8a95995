package undone

// disclaims reports whether a verb denies what it takes.
func disclaims(lemma string) bool {
	switch lemma {
	case "deny", "refute", "dispute", "rebut", "disprove", "debunk", "disavow", "contradict", "rubbish", "scotch", "dismiss", "reject", "discount", "doubt", "repudiate":
		return true
	}
	return false
}

// vouches reports whether a verb gives its clause for true.
func vouches(lemma string) bool {
	switch lemma {
	case "confirm", "say", "acknowledge", "admit", "announce", "verify", "reveal", "disclose", "concede", "state", "claim", "report", "tell", "suggest", "imply", "indicate", "mean", "know", "believe", "think":
		return true
	}
	return false
}

// untrue reports whether a word says of a report that it does not hold.
func untrue(lemma string) bool {
	switch lemma {
	case "untrue", "false", "wrong", "incorrect", "inaccurate", "premature", "mistaken", "baseless", "groundless", "unfounded", "fake", "bogus", "fabricated", "invented", "erroneous",
		"exaggerated", "misleading", "unsubstantiated", "unconfirmed", "nonsense", "rubbish", "fiction", "fabrication", "lie", "invention", "rumour", "rumor", "speculation", "falsehood", "hoax", "propaganda", "misinformation", "disinformation":
		return true
	}
	return false
}

// sure reports whether a word vouches for a clause, so that its negation does
// not.
func sure(lemma string) bool {
	switch lemma {
	case "clear", "certain", "sure", "confirm", "confirmed", "definite", "verify", "verified", "likely", "evident", "aware", "convinced", "guaranteed", "known":
		return true
	}
	return false
}

// unsure reports whether a word leaves a clause open.
func unsure(lemma string) bool {
	switch lemma {
	case "unclear", "uncertain", "unsure", "unlikely", "doubtful", "debatable", "questionable", "sceptical", "skeptical", "possible", "conceivable", "improbable", "unconfirmed", "unaware":
		return true
	}
	return false
}

// proves reports whether a noun vouches for a clause.
func proves(lemma string) bool {
	switch lemma {
	case "sign", "evidence", "indication", "proof", "hint", "confirmation", "word", "news", "guarantee", "assurance", "prospect", "chance", "certainty", "clue", "signal", "suggestion", "likelihood", "possibility", "inkling", "knowledge", "record", "hope", "expectation", "way":
		return true
	}
	return false
}

// rumour reports whether a noun stands for what somebody has said or heard.
func rumour(lemma string) bool {
	switch lemma {
	case "report", "claim", "suggestion", "rumour", "rumor", "speculation", "allegation", "story", "notion", "idea", "assertion", "account", "statement", "talk", "news", "impression", "insinuation", "contention", "accusation", "charge", "information", "leak":
		return true
	}
	return false
}
