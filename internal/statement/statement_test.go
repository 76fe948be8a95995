package statement

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"readout/internal/annot"
	"readout/lexicon"
)

// line writes a statement as the tests name it: class, words of the chain's
// cues, speaker, form, content, and what else is set.
func (w *world) line(s annot.Statement) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s by", s.Firmness)
	if s.Attribution == annot.None {
		b.WriteString(" report")
	}
	for _, id := range w.att.Chain(s.Attribution) {
		b.WriteString(" " + w.seg.Text.Slice(w.att.List[id].Cue))
	}
	if s.Speaker != annot.None {
		b.WriteString(" (" + w.seg.Text.Slice(w.ents.List[s.Speaker].Name) + ")")
	}
	fmt.Fprintf(&b, " %s: %s", s.Form, w.words(s.Content))
	if s.Negated {
		b.WriteString(" | negated")
	}
	if s.Evaluative {
		b.WriteString(" | evaluative")
	}
	for _, e := range s.Addressees {
		b.WriteString(" | to " + w.seg.Text.Slice(w.ents.List[e].Name))
	}
	if s.Place != annot.None {
		b.WriteString(" | in " + w.seg.Text.Slice(w.ents.List[s.Place].Name))
	}
	if s.Time != annot.None {
		b.WriteString(" | on " + w.seg.Text.Slice(w.times.List[s.Time].Span))
	}
	if s.Condition != annot.None {
		b.WriteString(" | conditional")
	}
	return b.String()
}

// TestStatements holds one case for each way in which statements are cut out
// of attributions. Marks are those of rules_test.go.
func TestStatements(t *testing.T) {
	j, by := newJudge(t), trees(t)
	for _, c := range []struct{ name, text, want string }{
		{"a nested attribution takes the statement",
			"[source/1 Ostrand] [cue/1 said] [content/1 [source/2 the board] [cue/2 had refused] [content/2 to meet the crews]].",
			"refused by said had refused (the board) reported: to meet the crews"},
		{"what only looks back leaves it one level out",
			"[source/1 Ostrand] [cue/1 said] [content/1 [source/2 the board] [cue/2 had rejected] [content/2 the idea]].",
			"refused by said (Ostrand) reported: the board had rejected the idea"},
		{"an act to come is the outer speaker's word",
			"[source/1 Ostrand] [cue/1 said] [content/1 [source/2 the board] [cue/2 would highlight] [content/2 the cost of fuel]].",
			"expected by said (Ostrand) reported: the board would highlight the cost of fuel"},
		{"a denial keeps what is denied",
			"[source/1 Ostrand] [cue/1 denied] [content/1 that [source/2 the board] [cue/2 had promised] [content/2 a bonus]].",
			"denied by denied (Ostrand) reported: that the board had promised a bonus"},
		{"a mind that is only believed in is no mouth",
			"[source/1 Ostrand] [cue/1 believes] [content/1 [source/2 the crews] [cue/2 are willing] [content/2 to wait]].",
			"believed by believes (Ostrand) reported: the crews are willing to wait"},
		{"in quotation marks the first person is the speaker",
			"[content/1 “[source/2 We] [cue/2 hope] [content/2 the truce will hold],”] [source/1 the envoy] [cue/1 said].",
			"hoped by said (the envoy) direct: “We hope the truce will hold,”"},
		{"both are two",
			"[source Ostrand] [cue believes] [content both the crews and the owners are willing to wait].",
			"believed by believes (Ostrand) reported: the crews … are willing to wait\n" +
				"believed by believes (Ostrand) reported: the owners are willing to wait"},
		{"each member of a compound source",
			"[source [actor The army] and [actor the rebels]] [cue fear] [content the truce could collapse].",
			"feared by fear (The army) reported: the truce could collapse\n" +
				"feared by fear (the rebels) reported: the truce could collapse"},
		{"split where firmness changes",
			"[source Ostrand] [cue said] [content the crews would return but might strike again].",
			"expected by said (Ostrand) reported: the crews would return\n" +
				"possible by said (Ostrand) reported: the crews … might strike again"},
		{"kept where it does not",
			"[source Ostrand] [cue said] [content the crews would return and the owners would pay].",
			"expected by said (Ostrand) reported: the crews would return and the owners would pay"},
		{"a contrast is a claim of its own",
			"[source Ostrand] [cue said] [content the offer was new, though the crews might reject it].",
			"asserted by said (Ostrand) reported: the offer was new\n" +
				"possible by said (Ostrand) reported: the crews might reject it"},
		{"both ways is open",
			"[content “Maybe we will, maybe we won’t, I don’t know,”] [source Ostrand] [cue said].",
			"undecided by said (Ostrand) direct: “Maybe we will, maybe we won’t, I don’t know,” | negated"},
		{"a sentence of a quotation each",
			"[source Ostrand] [cue said]: [content “We want a contract. The owners will pay.”]",
			"desired by said (Ostrand) direct: “We want a contract.\n" +
				"expected by said (Ostrand) direct: The owners will pay.”"},
		{"what somebody is not ready for stands beside what he is ready for", "[source Ostrand] [cue is willing] [content to raise wages but not to shorten the season].",
			"offered by is willing (Ostrand) reported: to raise wages\nrefused by is willing (Ostrand) reported: not to shorten the season | negated"},
		{"no more than is no denial", "[source Ostrand] [cue said] [content the fund would pay no more than two crowns].",
			"expected by said (Ostrand) reported: the fund would pay no more than two crowns"},
		{"what several could not agree on is open", "[source Delegates] [cue could not agree on] [content a ceiling].",
			"undecided by could not agree on (Delegates) reported: a ceiling | negated"},
		{"what nobody knows is open", "[source Nobody] [cue knows] [content who fired first].",
			"undecided by knows (Nobody) reported: who fired first | negated"},
		{"who is not opposed refuses nothing", "[source The board] [cue was not opposed to] [content returns].",
			"asserted by was not opposed to (The board) reported: returns | negated"},
		{"who never intended something did not", "[source Ostrand] [cue never intended] [content to sell].",
			"denied by never intended (Ostrand) reported: to sell | negated"},
		{"what somebody would not get is no refusal", "[source Ostrand] [cue said] [content [actor the owners] would not get a bonus].",
			"expected by said (Ostrand) reported: the owners would not get a bonus | negated"},
		{"what is needed time for is open", "[source Ostrand] [cue said] [content [self she] needs time to consult].",
			"undecided by said (Ostrand) reported: she needs time to consult"},
		{"hearers, place and time of the clause",
			"[content “We want a contract,”] [source Ostrand] [cue told] [actor reporters] in [place Accra] on [time Monday].",
			"desired by told (Ostrand) direct: “We want a contract,” | to reporters | in Accra | on Monday"},
		{"a meeting's place is not the speaker's",
			"[source Ostrand] [cue said] after a meeting in [place Accra] [content that the crews would return].",
			"expected by said (Ostrand) reported: that the crews would return"},
		{"nor is the content's",
			"[source Ostrand] [cue said] [content the crews would meet in [place Accra] on [time Monday]].",
			"expected by said (Ostrand) reported: the crews would meet in Accra on Monday"},
		{"a state of mind that was told of has the hearers and the time of the telling",
			"[source/1 Ostrand] [cue/1 told] [actor reporters] on [time Monday] [content/1 that [source/2 the crews] [cue/2 were ready] [content/2 to return]].",
			"offered by told were ready (the crews) reported: to return | to reporters | on Monday"},
		{"a participle may place the speaker",
			"Speaking in [place Accra], [source Ostrand] [cue said] [content the crews would return].",
			"expected by said (Ostrand) reported: the crews would return | in Accra"},
		{"words in marks inside a paraphrase",
			"[source Ostrand] [cue said] [content the offer was “an insult” to the crews].",
			"evaluative by said (Ostrand) fragment: the offer was “an insult” to the crews | evaluative"},
		{"a quoted phrase is no utterance",
			"[source Ostrand] [cue warned of] [content “a long winter”].",
			"warned by warned of (Ostrand) fragment: “a long winter”"},
		{"marks at arm's length",
			"[source Ostrand] [cue said] [content the so-called “offer” was late].",
			"asserted by said (Ostrand) reported: the so-called “offer” was late"},
		{"what stands in a trigger is attributed to nobody",
			"[source/1 Ostrand] [cue/1 said] [content/1 [consequence the crews would strike] [connective if] [trigger [source/2 the board] [cue/2 refused] [content/2 to meet]]].",
			"expected by said (Ostrand) reported: the crews would strike if the board refused to meet | conditional"},
		{"the report's own voice on meetings", "The talks resumed in May.", "asserted by report narrator: The talks resumed in May"},
		{"on figures", "The war has killed thousands of farmers.", "asserted by report narrator: The war has killed thousands of farmers"},
		{"on who met", "[actor The envoys] met in Riga in May.", "asserted by report narrator: The envoys met in Riga in May"},
		{"with the subject that it shares with an attribution", "[source The owners] walked out on Friday, [cue saying] [content the talks had failed].",
			"asserted by report narrator: The owners walked out on Friday\nasserted by saying (The owners) reported: the talks had failed"},
		{"a refusal by neither", "[source Neither leader's office] [cue would discuss] [content the map].",
			"refused by would discuss (Neither leader's office) reported: the map | negated"},
		{"who says he is not selling will not", "[content [self the owner] is not selling], [source Ostrand] [cue said].",
			"refused by said (the owner) reported: the owner is not selling | negated"},
		{"not on what goes with it", "The talks ended without a breakthrough, with the owners still sticking to a cut.", "asserted by report narrator: The talks ended without a breakthrough"},
		{"on who is kept out", "[actor The owners] will be kept out.", "expected by report narrator: The owners will be kept out"},
		{"on a question that is open", "It is unclear who would come.", "undecided by report narrator: It is unclear who would come"},
		{"not on what meets a need", "[actor The grant] met the cost of the fuel.", ""},
		{"not on who has yet to answer the press", "[actor The owners] have yet to respond.", ""},
		{"not on a handful of things", "The hall has two doors.", ""},
		{"not on the rest", "The minister likes strong tea.", ""},
		{"not on a question of an interview", "Q: Will you sign the deal?", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := build(t, by, c.text)
			var got []string
			for _, s := range w.judge(j).List {
				got = append(got, w.line(s))
			}
			if g := strings.Join(got, "\n"); g != c.want {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", c.text, g, c.want)
			}
		})
	}
}

// TestIssues checks matching by lemma, by form, of the longest, and of nouns
// only.
func TestIssues(t *testing.T) {
	j, by := newJudge(t), trees(t)
	for _, c := range []struct{ text, want string }{
		{"[source Ostrand] [cue demanded] [content security guarantees and a prisoner swap].", "security guarantees, prisoners"},
		{"[source Ostrand] [cue said] [content a deal was struck].", ""},
		{"[source Ostrand] [cue demanded] [content higher wages].", "wages"},
	} {
		w := build(t, by, c.text)
		for _, s := range w.judge(j).List {
			if got := strings.Join(s.Issues, ", "); got != c.want {
				t.Errorf("%s: issues %q, want %q", c.text, got, c.want)
			}
		}
	}
}

// TestLists checks that a mistake in a list is reported by file and line.
func TestLists(t *testing.T) {
	data, err := lexicon.FS.ReadFile(firmnessFile)
	if err != nil {
		t.Fatal(err)
	}
	issues, err := lexicon.FS.ReadFile(issuesFile)
	if err != nil {
		t.Fatal(err)
	}
	bad := strings.Replace(string(data), "[cue denied]", "[cue deny]", 1)
	if _, err := New(fstest.MapFS{firmnessFile: {Data: []byte(bad)}, issuesFile: {Data: issues}}); err == nil || !strings.Contains(err.Error(), firmnessFile) {
		t.Errorf("an unknown class gives %v", err)
	}
	if _, err := New(fstest.MapFS{firmnessFile: {Data: data}}); err == nil {
		t.Error("no error without a list of issues")
	}
}

// TestWordLists checks that no cue stands under two classes.
func TestWordLists(t *testing.T) {
	w, err := loadWords(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	for first, list := range w.cues {
		for i, a := range list {
			for _, b := range list[i+1:] {
				if slices.Equal(a.words, b.words) {
					t.Errorf("%q stands under %s and %s (%s)", strings.Join(a.words, " "), a.class, b.class, first)
				}
			}
		}
	}
}
