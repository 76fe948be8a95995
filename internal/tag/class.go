package tag

import (
	"fmt"
	"strings"

	"readout/internal/ud"
)

// A Class is what the classifier decides on: a UPOS, the treebanks' finer tag
// and the features that the sentence, not the form, settles.
type Class struct {
	UPOS  ud.UPOS
	XPOS  string
	Key   ud.Feats // those of ClassFeats
	Feats ud.Feats // the commonest full set, for forms that no table holds
}

// ClassFeats are the features that tell classes apart.
const ClassFeats = ud.VerbFormFin | ud.VerbFormInf | ud.VerbFormPart | ud.VerbFormGer | ud.MoodInd |
	ud.MoodImp | ud.MoodSub | ud.VoicePass

// String returns the class as a model file stores it.
func (c Class) String() string {
	return fmt.Sprintf("%s %s %s %s", c.UPOS, c.XPOS, c.Key, c.Feats)
}

// ParseClass reads what String returns.
func ParseClass(s string) (Class, error) {
	f := strings.Fields(s)
	if len(f) != 4 {
		return Class{}, fmt.Errorf("class %q: want four fields", s)
	}
	u, err := ud.ParseUPOS(f[0])
	if err != nil {
		return Class{}, fmt.Errorf("class %q: %w", s, err)
	}
	return Class{UPOS: u, XPOS: f[1], Key: ud.ParseFeats(f[2]), Feats: ud.ParseFeats(f[3])}, nil
}
