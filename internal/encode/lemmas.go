package encode

import (
	"strconv"
	"strings"
)

// LemmaScript returns how to make a lemma of a form: "k" to keep capitals or
// "l" to lower them, the bytes to cut off the end, and what to add; or "="
// and the whole lemma where they share no beginning.
func LemmaScript(form, lemma string) string {
	base, mode := strings.ToLower(form), "l"
	if lemma != strings.ToLower(lemma) {
		base, mode = form, "k"
	}
	n := 0
	for n < len(base) && n < len(lemma) && base[n] == lemma[n] {
		n++
	}
	for n > 0 && n < len(base) && base[n]&0xc0 == 0x80 {
		n-- // not within a code point
	}
	if n == 0 && lemma != "" {
		return "=" + lemma
	}
	return mode + strconv.Itoa(len(base)-n) + ":" + lemma[n:]
}

// lemmaScript is a parsed script.
type lemmaScript struct {
	whole string
	keep  bool
	cut   int
	add   string
}

func parseScript(s string) lemmaScript {
	if rest, ok := strings.CutPrefix(s, "="); ok {
		return lemmaScript{whole: rest}
	}
	head, add, ok := strings.Cut(s, ":")
	if !ok || head == "" {
		return lemmaScript{}
	}
	n, err := strconv.Atoi(head[1:])
	if err != nil {
		return lemmaScript{}
	}
	return lemmaScript{keep: head[0] == 'k', cut: n, add: add}
}

// apply makes a lemma of a form; a script that does not fit leaves the form.
func (s *lemmaScript) apply(form string) string {
	if s.whole != "" {
		return s.whole
	}
	if !s.keep {
		form = strings.ToLower(form)
	}
	if s.cut == 0 && s.add == "" || s.cut >= len(form) || form[len(form)-s.cut:] != "" && form[len(form)-s.cut]&0xc0 == 0x80 {
		return form
	}
	if s.add == "" {
		return form[:len(form)-s.cut]
	}
	return form[:len(form)-s.cut] + s.add
}
