package figure

import "readout/internal/annot"

// Many currencies have one word and one sign: what "$40" is in a report from
// Ottawa, "900 pounds" in one from Cairo. Which of them a sum is in stands in the
// words where they say "US$" or "Egyptian pounds"; elsewhere it is the currency
// best known by the word or the sign, unless the report is one of a country that
// has another such, for then it is left open and the unit is the word alone.

// A purse knows of which countries a report is.
type purse struct {
	seg   *annot.Segmentation
	lex   *vocabulary
	asked bool
	from  string         // the currency of the dateline's place
	named map[string]int // how often the report speaks of each currency's country
}

// unit returns how a sum is written whose word or sign is best known as a
// currency's.
func (p *purse) unit(code string, sign bool) string {
	shared := p.lex.shared[code]
	if shared == "" || !sign && shared == "¥" {
		return code
	}
	p.ask()
	if p.from == code {
		return code
	}
	if p.from != "" && p.lex.shared[p.from] == shared {
		return shared
	}
	for other, n := range p.named {
		if n > 1 && n > p.named[code] && other != code && p.lex.shared[other] == shared {
			return shared
		}
	}
	return code
}

// ask looks for countries in the dateline and the sentences, once a report.
func (p *purse) ask() {
	if p.asked || p.seg == nil {
		return
	}
	p.asked, p.named = true, map[string]int{}
	if d := p.seg.Dateline; d != nil {
		p.from = p.place(d.Name)
	}
	for i := range p.seg.Tokens {
		if w := p.word(p.seg.Tokens[i].Span); w != nil && w.place != "" {
			p.named[w.place]++
		}
	}
}

// place returns the currency of the last country or city that words name.
func (p *purse) place(words annot.Span) (code string) {
	s := p.seg.Text.String()
	for i := words.Start; i < words.End; {
		j := i
		for j < words.End && (s[j] == '.' || s[j] >= '0' && s[j] != ':') {
			j++
		}
		if w := p.word(annot.Span{Start: i, End: j}); w != nil && w.place != "" {
			code = w.place
		}
		i = j + 1
	}
	return code
}

// word looks up a word with a capital, "U.S." as "us".
func (p *purse) word(sp annot.Span) *word {
	s := p.seg.Text.String()[sp.Start:sp.End]
	if s == "" || s[0] < 'A' || s[0] > 'Z' || len(s) > 24 {
		return nil
	}
	var buf [24]byte
	n := 0
	for i := range len(s) {
		if c := s[i]; c != '.' {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			buf[n] = c
			n++
		}
	}
	if len(s) < 4 && upper(s) != s {
		return nil // "Us"
	}
	return p.lex.words[string(buf[:n])]
}
