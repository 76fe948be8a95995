package encode

import (
	"readout/internal/annot"
	"readout/internal/ud"
)

// mend puts right what no English tree can be: what stands before the
// conjunction of a second conjunct cannot hang on that conjunct. In "warned of
// dismissals unless the port opens and threatened a lawsuit" the clause goes
// with "warned", however near "threatened" is. Moving a word up to the first
// conjunct keeps the tree a tree.
func mend(words []annot.Word) {
	for i := range words {
		c, h := annot.TokenID(i), words[i].Head
		if words[i].Rel != ud.Cc || h <= c || words[h].Rel != ud.Conj {
			continue
		}
		first := words[h].Head
		if first == annot.None || first > c {
			continue
		}
		for t := first + 1; t < c; t++ {
			if words[t].Head == h && words[t].UPOS != ud.PUNCT && words[t].Rel != ud.Cc && words[t].Rel != ud.CcPreconj {
				words[t].Head = first
			}
		}
	}
}
