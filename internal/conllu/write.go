package conllu

import (
	"bufio"
	"fmt"
	"io"

	"readout/internal/annot"
)

// Write prints a document's tokens and trees, one block a paragraph.
func Write(w io.Writer, seg *annot.Segmentation, syn *annot.Syntax) error {
	b := bufio.NewWriter(w)
	block := annot.BlockID(annot.None)
	for i, s := range seg.Sentences {
		if s.Block != block {
			fmt.Fprintln(b, "# newpar")
			block = s.Block
		}
		fmt.Fprintf(b, "# sent_id = %d\n", i+1)
		for t := s.First; t < s.End; t++ {
			wd, head, misc := syn.Words[t], 0, "_"
			if wd.Head != annot.None {
				head = int(wd.Head-s.First) + 1
			}
			if t+1 < s.End && seg.Tokens[t+1].Span.Start == seg.Tokens[t].Span.End {
				misc = "SpaceAfter=No"
			}
			fmt.Fprintf(b, "%d\t%s\t%s\t%s\t_\t%s\t%d\t%s\t_\t%s\n", t-s.First+1, seg.Word(t), wd.Lemma, wd.UPOS, wd.Feats, head, wd.Rel, misc)
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}
