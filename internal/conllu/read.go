package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"readout/internal/ud"
)

// A Row is one word line.
type Row struct {
	Form, Lemma, XPOS string
	UPOS              ud.UPOS
	Feats             ud.Feats
	Head              int // 1-based within the sentence; 0 for the root
	Rel               ud.DepRel
	Misc              string
	SpaceAfter        bool
}

// A Sentence is a block of rows with its comments, the leading "#" cut off.
type Sentence struct {
	Comments []string
	NewDoc   string // the id after "newdoc id =", or ""
	NewPar   bool
	Rows     []Row
}

// Read parses all sentences. Errors name the line.
func Read(r io.Reader) ([]Sentence, error) {
	var all []Sentence
	var cur Sentence
	var fuse span // an open multi-word range
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<22)
	line := 0
	flush := func() {
		if len(cur.Rows) > 0 {
			all = append(all, cur)
		}
		cur, fuse = Sentence{}, span{}
	}
	for sc.Scan() {
		line++
		s := sc.Text()
		switch {
		case strings.TrimSpace(s) == "":
			flush()
		case s[0] == '#':
			cur.comment(strings.TrimSpace(s[1:]))
		default:
			if err := cur.row(s, &fuse); err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
		}
	}
	flush()
	return all, sc.Err()
}

func (s *Sentence) comment(c string) {
	s.Comments = append(s.Comments, c)
	if id, ok := strings.CutPrefix(c, "newdoc"); ok {
		_, v, _ := strings.Cut(id, "=")
		s.NewDoc, s.NewPar = strings.TrimSpace(v), true
	}
	if strings.HasPrefix(c, "newpar") {
		s.NewPar = true
	}
}

// span is a multi-word range: words first to last are written without space
// between them, and with space after the last where space says so.
type span struct {
	last  int
	space bool
}

func (s *Sentence) row(line string, fuse *span) error {
	c := strings.Split(line, "\t")
	if len(c) != 10 {
		return fmt.Errorf("%d columns, want 10", len(c))
	}
	space := !strings.Contains(c[9], "SpaceAfter=No")
	if _, b, ok := strings.Cut(c[0], "-"); ok {
		n, err := strconv.Atoi(b)
		if err != nil {
			return fmt.Errorf("range %q: %w", c[0], err)
		}
		*fuse = span{last: n, space: space}
		return nil
	}
	if strings.Contains(c[0], ".") {
		return nil // an empty node
	}
	id, err := strconv.Atoi(c[0])
	if err != nil || id != len(s.Rows)+1 {
		return fmt.Errorf("id %q, want %d", c[0], len(s.Rows)+1)
	}
	r := Row{Form: c[1], Lemma: c[2], XPOS: c[4], Feats: ud.ParseFeats(c[5]), Misc: c[9], SpaceAfter: space}
	if r.UPOS, err = ud.ParseUPOS(c[3]); err != nil {
		return err
	}
	if c[6] != "_" {
		if r.Head, err = strconv.Atoi(c[6]); err != nil || r.Head < 0 {
			return fmt.Errorf("head %q", c[6])
		}
	}
	if c[7] != "_" {
		if r.Rel, err = ud.ParseDepRel(c[7]); err != nil {
			return err
		}
	}
	if fuse.last >= id {
		r.SpaceAfter = fuse.last == id && fuse.space
	}
	s.Rows = append(s.Rows, r)
	return nil
}
