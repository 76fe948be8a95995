package ud

import (
	"slices"
	"strings"
)

// Feats is a set of morphological features.
type Feats uint64

// The features that the program uses. Those of other treebanks are passed
// over in reading.
const (
	NumberSing Feats = 1 << iota
	NumberPlur
	NumberPtan
	VerbFormFin
	VerbFormInf
	VerbFormPart
	VerbFormGer
	MoodInd
	MoodImp
	MoodSub
	TensePres
	TensePast
	Person1
	Person2
	Person3
	PronTypePrs
	PronTypeArt
	PronTypeDem
	PronTypeRel
	PronTypeInd
	PronTypeInt
	PronTypeTot
	PronTypeNeg
	PronTypeEmp
	PronTypeRcp
	DefiniteDef
	DefiniteInd
	DegreePos
	DegreeCmp
	DegreeSup
	CaseNom
	CaseGen
	CaseAcc
	GenderMasc
	GenderFem
	GenderNeut
	NumTypeCard
	NumTypeOrd
	NumTypeFrac
	NumTypeMult
	Poss
	VoicePass
	PolarityNeg
	PolarityPos
	Reflex
	Abbr
	Foreign
	NumFormDigit
	NumFormWord
	NumFormCombi
	NumFormRoman
	Typo
)

var featLabels = []string{
	"Number=Sing", "Number=Plur", "Number=Ptan", "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part",
	"VerbForm=Ger", "Mood=Ind", "Mood=Imp", "Mood=Sub", "Tense=Pres", "Tense=Past", "Person=1",
	"Person=2", "Person=3", "PronType=Prs", "PronType=Art", "PronType=Dem", "PronType=Rel", "PronType=Ind",
	"PronType=Int", "PronType=Tot", "PronType=Neg", "PronType=Emp", "PronType=Rcp", "Definite=Def",
	"Definite=Ind", "Degree=Pos", "Degree=Cmp", "Degree=Sup", "Case=Nom", "Case=Gen", "Case=Acc",
	"Gender=Masc", "Gender=Fem", "Gender=Neut", "NumType=Card", "NumType=Ord", "NumType=Frac",
	"NumType=Mult", "Poss=Yes", "Voice=Pass", "Polarity=Neg", "Polarity=Pos", "Reflex=Yes", "Abbr=Yes",
	"Foreign=Yes", "NumForm=Digit", "NumForm=Word", "NumForm=Combi", "NumForm=Roman", "Typo=Yes",
}

// Has reports whether every feature of want is set.
func (f Feats) Has(want Feats) bool { return f&want == want }

// String returns the features as they stand in CoNLL-U, in alphabetical
// order, or "_" for none.
func (f Feats) String() string {
	if f == 0 {
		return "_"
	}
	var labels []string
	for i, l := range featLabels {
		if f&(1<<i) != 0 {
			labels = append(labels, l)
		}
	}
	slices.Sort(labels)
	return strings.Join(labels, "|")
}

// ParseFeats reads a FEATS column. Features outside this package's list are
// dropped: treebanks hold many that nothing here asks for.
func ParseFeats(s string) Feats {
	var f Feats
	for label := range strings.SplitSeq(s, "|") {
		if i := slices.Index(featLabels, label); i >= 0 {
			f |= 1 << i
		}
	}
	return f
}
