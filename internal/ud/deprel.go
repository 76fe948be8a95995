package ud

import (
	"fmt"
	"strings"
)

// A DepRel is a dependency relation, with its subtype.
type DepRel uint8

// The relations of the English treebanks, most frequent first.
const (
	UnknownRel DepRel = iota
	Punct
	Case
	Det
	Nsubj
	Root
	Advmod
	Amod
	Obj
	Obl
	Nmod
	Conj
	Cc
	Compound
	Mark
	Aux
	Cop
	Advcl
	NmodPoss
	Xcomp
	AclRelcl
	Flat
	Ccomp
	Acl
	Parataxis
	Nummod
	AuxPass
	Appos
	NsubjPass
	Discourse
	OblUnmarked
	NmodUnmarked
	CompoundPrt
	Expl
	Fixed
	Iobj
	List
	Reparandum
	OblAgent
	Dep
	Csubj
	NmodDesc
	NsubjOuter
	AdvclRelcl
	DetPredet
	Vocative
	Goeswith
	CcPreconj
	Orphan
	Dislocated
	CsubjPass
	CsubjOuter
	NumDepRel // how many values there are, Unknown included
)

var depRelNames = [NumDepRel]string{"_",
	"punct", "case", "det", "nsubj", "root", "advmod", "amod", "obj", "obl", "nmod", "conj", "cc",
	"compound", "mark", "aux", "cop", "advcl", "nmod:poss", "xcomp", "acl:relcl", "flat", "ccomp",
	"acl", "parataxis", "nummod", "aux:pass", "appos", "nsubj:pass", "discourse", "obl:unmarked",
	"nmod:unmarked", "compound:prt", "expl", "fixed", "iobj", "list", "reparandum", "obl:agent",
	"dep", "csubj", "nmod:desc", "nsubj:outer", "advcl:relcl", "det:predet", "vocative", "goeswith",
	"cc:preconj", "orphan", "dislocated", "csubj:pass", "csubj:outer",
}

// String returns the label as it stands in CoNLL-U.
func (r DepRel) String() string {
	if r >= NumDepRel {
		return fmt.Sprintf("DepRel(%d)", uint8(r))
	}
	return depRelNames[r]
}

// ParseDepRel returns the relation with this label. A subtype that the
// program does not know falls back to its universal relation; a relation it
// does not know is an error.
func ParseDepRel(s string) (DepRel, error) {
	for i, n := range depRelNames {
		if n == s {
			return DepRel(i), nil
		}
	}
	if base, _, ok := strings.Cut(s, ":"); ok {
		return ParseDepRel(base)
	}
	return UnknownRel, fmt.Errorf("unknown relation %q", s)
}

// Universal returns the relation without its subtype.
func (r DepRel) Universal() DepRel {
	switch r {
	case NmodPoss, NmodUnmarked, NmodDesc:
		return Nmod
	case AclRelcl:
		return Acl
	case AuxPass:
		return Aux
	case NsubjPass, NsubjOuter:
		return Nsubj
	case OblUnmarked, OblAgent:
		return Obl
	case CompoundPrt:
		return Compound
	case AdvclRelcl:
		return Advcl
	case DetPredet:
		return Det
	case CcPreconj:
		return Cc
	case CsubjPass, CsubjOuter:
		return Csubj
	}
	return r
}
