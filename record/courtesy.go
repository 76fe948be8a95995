package record

import "strings"

// Courtesy reports whether a statement only tells how its source dealt with the
// reporter: "declined to comment", "asked not to be named", "did not respond to
// a request for an interview". Words are those of its content.
func (s *Statement) Courtesy(words string) bool {
	switch s.Firmness {
	case Refused, Demanded, Undecided, Desired:
	default:
		return false
	}
	list := strings.Fields(strings.ToLower(words))
	for i := range list {
		list[i] = strings.Trim(list[i], `,.;:"'“”‘’`)
	}
	for len(list) > 0 && leadsIn(list[0]) {
		list = list[1:]
	}
	if len(list) == 0 {
		return false
	}
	switch first := list[0]; {
	case first == "comment", first == "elaborate":
		return true
	case (first == "be" || first == "remain") && len(list) > 1:
		return courteous(list[1]) || list[1] == "further" && len(list) > 2 && courteous(list[2])
	case first == "discuss" && len(list) > 1:
		return list[1] == "speculation" || list[1] == "rumours" || list[1] == "rumors"
	}
	return asksForWords(list)
}

// leadsIn reports whether a word only leads to the deed: "we do not", "to".
func leadsIn(w string) bool {
	switch w {
	case "to", "a", "an", "not", "that", "we", "i", "do", "does", "don't", "don’t", "doesn't", "doesn’t",
		"would", "will", "won't", "won’t", "wouldn't", "wouldn’t", "cannot", "can't", "can’t", "never":
		return true
	}
	return false
}

// courteous reports whether a word is what a source asks not to be, or to be.
func courteous(w string) bool {
	switch w {
	case "named", "identified", "quoted", "anonymous", "interviewed", "drawn":
		return true
	}
	return false
}

// asksForWords reports whether a phrase is a reporter's request: "multiple
// requests for comment", "emails seeking comment".
func asksForWords(words []string) bool {
	const near = 5 // words from the request to what it is for
	asked := false
	for i, w := range words {
		switch w {
		case "request", "requests", "email", "emails", "call", "calls", "message", "messages", "question", "questions", "inquiry", "inquiries":
			asked = asked || i <= 2
		case "comment", "interview", "interviews":
			if asked {
				return i <= near
			}
		}
	}
	return false
}
