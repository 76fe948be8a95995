package undone

import (
	"fmt"
	"io/fs"

	"readout/internal/lex"
)

// A class is a list of lexicon/undone.txt, a bit each.
type class uint32

const (
	disclaims class = 1 << iota // "denied that"
	vouches                     // "did not confirm that"
	holds                       // "is not true that"
	untrue                      // "were false"
	sure                        // "is not clear that"
	unsure                      // "is doubtful that"
	proof                       // "no sign that"
	rumour                      // "reports that"
	question                    // "declined to comment on reports that"
	saying                      // "is wrong to say that"
	wrongly                     // "falsely claimed that"
	withholds                   // "declined to say that"
	scarce                      // "scant evidence that"
	nearly                      // "almost agreed"
	hardly                      // "barely agreed"
	closeTo                     // "close to agreeing"
	brink                       // "on the brink of agreeing"
	instead                     // "instead of agreeing"
	shuns                       // "avoided agreeing"
	none                        // "none of them agreed"
	notAll                      // "not all of them agreed"
	onlySome                    // "only two of them agreed"
	naught                      // "agreed to nothing"
	takes                       // "accepted no offer"
	fronting                    // "never had it agreed"
	omits                       // "failed to agree"
)

// headings are the names of the lists, in the order of the classes.
var headings = [...]string{"disclaim", "vouch", "true", "untrue", "sure", "unsure", "proof", "rumour", "question", "saying", "wrongly", "withhold",
	"scarce", "nearly", "hardly", "close", "brink", "instead", "shun", "none", "not all", "only some", "nothing", "take", "fronting", "omit"}

// Words are the words that tell a done act from an undone one. They are not
// changed by use and may serve several goroutines.
type Words struct {
	classes map[string]class
}

// New reads the word list undone.txt from fsys.
func New(fsys fs.FS) (*Words, error) {
	f, err := lex.Load(fsys, "undone.txt")
	if err != nil {
		return nil, fmt.Errorf("undone: %w", err)
	}
	w := &Words{map[string]class{}}
	for i, name := range headings {
		set, err := f.Set(name)
		if err != nil {
			return nil, fmt.Errorf("undone: %w", err)
		}
		for word := range set {
			w.classes[word] |= 1 << i
		}
	}
	return w, nil
}

// is reports whether a word stands in one of some lists.
func (s *reading) is(word string, c class) bool { return s.lists.classes[word]&c != 0 }
