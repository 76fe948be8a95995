package attribution

import (
	"testing"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/markup"
	"readout/record"
)

// TestLevels reads sentences in which attributions stand side by side or one
// in another. Every attribution is marked, numbered by its cue.
func TestLevels(t *testing.T) {
	a, by := attributor(t), trees(t, "behaviour")
	for _, c := range []struct {
		name, want string
		within     []annot.AttributionID
	}{
		{"a participle behind a comma stands beside", "[source/1 [source/2 The board]] [cue/1 said] [content/1 the offer was dead], [cue/2 adding] [content/2 that it had waited for weeks].", []annot.AttributionID{-1, -1}},
		{"a belief within a statement", "[source/1 Rao] [cue/1 said] [content/1 [source/2 he] [cue/2 hoped] [content/2 the mill would reopen]].", []annot.AttributionID{-1, 0}},
		{"a holder's noun within a participle", "[content/2 “[source/1 We] [cue/1 hope] [content/1 the mill won’t close],”] [source/2 [source/3 the clerk]] [cue/2 said], [cue/3 stressing] [content/3 [source/4 Oslo]’s [cue/4 desire] [content/4 to see duties cut]].", []annot.AttributionID{1, -1, -1, 2}},
		{"a clause a tense back is reported too", "[source/1 Rao] [cue/1 said] [content/1 the mill would reopen, though [source/2 he] [cue/2 had ruled out] [content/2 paying the debt]].", []annot.AttributionID{-1, 0}},
		{"a condition belongs to the warning, and refusing in it to nobody", "[source/1 [source/2 The mine]] [cue/1 has warned of] [content/1 “harsh cuts” if the state refuses to pay] and [cue/2 has threatened] [content/2 a lockout should the talks fail].", []annot.AttributionID{-1, -1}},
		{"a quotation goes on in the next sentence, and a far one has no cue", "“We waited.” Rao left. [content “Nobody came,”] [source he] [cue said]. [content “We went home.”]", nil},
		{"a source with its apposition", "[source The union’s leader, Ada Moe,] [cue told] members [content that the offer was “thin”].", nil},
		{"a condition behind a cue in its midst", "[content The mill may reopen], [source a clerk] [cue said], [content provided the state pays].", nil},
		{"a time that is waited for", "[content The mill will reopen], [source the clerk] [cue said], [content when the state pays].", nil},
		{"a second verb behind a cue in its midst", "[content The mill has reopened], [cue according to] [source two clerks], [content and has hired a cook].", nil},
		{"an aside in the subject of what is said", "[source The clerk] [cue said] [content the board, led by Ada Moe, had met].", nil},
		{"a proviso behind a comma", "[source The clerk] [cue reckons] [content the mill can reopen, so long as the state pays].", nil},
		{"a noun and a copula", "[source The clerk]'s [cue view is] [content that the mill should wait].", nil},
		{"a clause parted from its noun", "There were [cue complaints from] [source clerks] [content that the mill had been sold].", nil},
		{"a noun's clause ends at the noun's verb", "[content/2 [source/1 The clerk]'s [cue/1 claim] [content/1 that the mill was shut]] [cue/2 was thrown out by] [source/2 the court].", []annot.AttributionID{1, -1}},
		{"a clause behind an agent", "Two clerks [cue had been told] by [source the board] [content that the mill was shut].", nil},
		{"an order in the passive", "The poorest [cue will be told] [content to wait].", nil},
		{"who is promised something", "[source The board] [cue promised] the clerk [content a raise].", nil},
		{"no answer", "[source The clerk] [cue did not respond to] [content questions].", nil},
		{"who is asked is no source", "[cue/1 Asked] [content/1 whether the mill was shut], [source/2 the clerk] [cue/2 declined] [content/2 to say].", nil},
		{"an aside between dashes", "The offer — [content a final one], [cue said] [source the union] — was dead.", nil},
		{"a noun and a colon", "[source The clerk]'s [cue answer] came at once: [content not so fast].", nil},
		{"a cue and its speaker set in", "[content So far], [cue concedes] [source the mayor], [content the numbers do not add up].", nil},
		{"a fragment and its speaker", "[content A mill], [cue says] [source one].", nil},
		{"two clauses with an aside each", "[content/1 The text], [source/1 Rao] [cue/1 says], [content/1 is done], and [content/2 the rest], [source/2 Moe] [cue/2 adds], [content/2 is money].", []annot.AttributionID{-1, -1}},
		{"a salutation", "Dear Ada: we waited.", nil},
		{"a second infinitive behind a time", "[source/1 The clerk] [cue/1 said] [content/1 [source/2 the mill] [cue/2 had agreed] [content/2 to complete the dam by June and to pay for it]].", []annot.AttributionID{-1, 0}},
		{"a condition of two", "[content/2 [source/1 The clerk] [cue/1 is open to] [content/1 a deal]], [source/2 Moe] [cue/2 said], [content/1 [content/2 so long as the state pays]].", []annot.AttributionID{1, -1}},
		{"a mind behind a passive", "[content/1 [source/2 The state]] [cue/1 is understood] [content/1 [cue/2 to be ready] [content/2 to pay]].", []annot.AttributionID{-1, 0}},
		{"who holds a noun stands before it", "[source/1 The envoys] [cue/1 were weighing] [content/1 a [source/2 Ugandan] [cue/2 suggestion] [content/2 that they send a clerk]].", []annot.AttributionID{-1, 0}},
		{"a participle that is an adjective", "[source/1 The clerk] [cue/1 said] [content/1 [source/2 his state] [cue/2 was not opposed to] [content/2 a deal]].", []annot.AttributionID{-1, 0}},
		{"a cue before an aside and its clause behind", "[content/2 [source/1 The state] [cue/1 understood]], [source/2 she] [cue/2 said], [content/1 [content/2 that an offer was near]].", []annot.AttributionID{1, -1}},
		{"a cue before an aside and its infinitive behind", "[content/2 [source/1 The state] [cue/1 stood ready]], [source/2 Rao] [cue/2 added], [content/1 [content/2 to pay]].", []annot.AttributionID{1, -1}},
		{"so", "[source/1 The clerk] [cue/1 said] [content/1 [source/2 he] [cue/2 hoped] [content/2 so]].", []annot.AttributionID{-1, 0}},
		{"would rather not", "[source The clerk] [cue would rather not say] [content why].", nil},
		{"an agreement of nobody named", "It [cue was agreed] [content to write to the state].", nil},
		{"rumour", "[source Rumour] [cue has it] [content that the mill was sold].", nil},
		{"a label of news", "UPDATE: The mill is open.", nil},
		{"would welcome", "[source/1 Both] [cue/1 said] [content/1 that [source/2 they] [cue/2 would welcome] [content/2 a deal]].", []annot.AttributionID{-1, 0}},
		{"through whom is no content", "[source The clerk] [cue declined] [content to comment] through a spokesman.", nil},
		{"who was told is no source", "[source The Ferry Board] today [cue informed] Moe [content that it is closing].", nil},
		{"neither one's office", "[source Neither clerk's office] [cue would discuss] [content it].", nil},
		{"an object ends before a joined clause", "Prices rose after [source brokers] [cue rejected] [content the offer] and its lender demanded more.", nil},
		{"what one denies is what another claims", "[source/1 The board] [cue/1 denied] [content/1 that [content/2 it had sold the mill]], as [source/2 the union] [cue/2 says].", []annot.AttributionID{-1, -1}},
		{"a passive without an agent", "The guild [cue was told] [content that the mill would close].", nil},
		{"a relative pronoun is the words of the source", "A clerk, [source who] [cue said] [content the mill had closed], left.", nil},
		{"the verb of refusal joins that of saying", "[source The envoy] [cue declined to say] [content whether the mill was open].", nil},
		{"an attempt", "The envoy failed to agree to the plan.", nil},
		{"an attitude in a condition", "If the union accepts the offer, the mill will open.", nil},
		{"no content", "Officials said little.", nil},
	} {
		plain, _, err := markup.Parse(c.want)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		seg, out := read(t, a, by, plain)
		if got := marked(t, seg, out.List); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
			continue
		}
		for i, w := range c.within {
			if out.List[i].Within != w {
				t.Errorf("%s: attribution %d stands within %d, want %d", c.name, i, out.List[i].Within, w)
			}
		}
	}
}

// TestHeads asserts that a relative pronoun leads to the noun it stands for.
func TestHeads(t *testing.T) {
	a, by := attributor(t), trees(t, "behaviour")
	seg, out := read(t, a, by, "A clerk, who said the mill had closed, left.")
	if got := seg.Word(out.List[0].SourceHead); got != "clerk" {
		t.Errorf("source head %q, want %q", got, "clerk")
	}
	if got := seg.Word(out.List[0].CueHead); got != "said" || !out.List[0].Speech {
		t.Errorf("cue head %q, speech %v", got, out.List[0].Speech)
	}
}

func TestForm(t *testing.T) {
	a, by := attributor(t), trees(t, "behaviour")
	for plain, want := range map[string]record.Form{
		"“We waited.” Rao left. “Nobody came,” he said. “We went home.”":                                                      record.Direct,
		"The guild was told that the mill would close.":                                                                       record.Reported,
		"The union’s leader, Ada Moe, told members that the offer was “thin”.":                                                record.Reported, // one word in marks
		"The mine has warned of “harsh cuts” if the state refuses to pay and has threatened a lockout should the talks fail.": record.Fragment,
	} {
		if _, out := read(t, a, by, plain); out.List[0].Form != want {
			t.Errorf("%s: form %s, want %s", plain, out.List[0].Form, want)
		}
	}
}

// TestProposals merges a model's rows: one that the rules share, one of its
// own, and a rule's that it lacks.
func TestProposals(t *testing.T) {
	a, by := attributor(t), trees(t, "behaviour")
	seg, syn, err := conllu.Document(by["Rao said he hoped the mill would reopen."])
	if err != nil {
		t.Fatal(err)
	}
	cues, err := annot.NewCues(seg, annot.Cues{List: []annot.Cue{
		{First: 1, End: 2, Source: [2]annot.TokenID{0, 1}, Content: [][2]annot.TokenID{{2, 8}}, Score: 1, By: "test/model"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	out := a.Attribute(seg, nil, syn, nil, cues)
	want := "[source/1 Rao] [cue/1 said] [content/1 [source/2 he] [cue/2 hoped] [content/2 the mill would reopen]]."
	if got := marked(t, seg, out.List); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	by = trees(t, "examples")
	seg, syn, err = conllu.Document(by["The council built the road."])
	if err != nil {
		t.Fatal(err)
	}
	cues = &annot.Cues{List: []annot.Cue{{First: 2, End: 3, Source: [2]annot.TokenID{0, 2}, Content: [][2]annot.TokenID{{3, 5}}, Score: 1, By: "test/model"}}}
	out = a.Attribute(seg, nil, syn, nil, cues)
	if want := "[source The council] [cue built] [content the road]."; len(out.List) != 1 || marked(t, seg, out.List) != want || out.List[0].By != "test/model" {
		t.Errorf("a proposal of its own: %v", out.List)
	}
}

// FuzzAttribute hangs any words on one another at random and asserts that
// reading them keeps the layer's contract.
func FuzzAttribute(f *testing.F) {
	f.Add("Rao said “no deal” , officials said .", uint64(7))
	f.Add("Okoro : “ We agreed to tell him that according to the board", uint64(123456789))
	a := attributor(f)
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		seg, quo, syn := scramble(s, seed)
		if seg == nil {
			return
		}
		out := a.Attribute(seg, quo, syn, nil, nil)
		for i, row := range out.List {
			if w := row.Within; w != annot.None && !out.List[w].Content.ContainsAll(row.Content) {
				t.Errorf("attribution %d: its content is not within that of %d", i, w)
			}
		}
		if again := a.Attribute(seg, quo, syn, nil, nil); len(again.List) != len(out.List) {
			t.Errorf("read twice: %d and %d rows", len(out.List), len(again.List))
		}
	})
}

func BenchmarkAttribute(b *testing.B) {
	a, by := attributor(b), trees(b, "behaviour")
	var sents []conllu.Sentence
	for range 50 {
		for _, c := range []string{
			"The board said the offer was dead, adding that it had waited for weeks.",
			"“We hope the mill won’t close,” the clerk said, stressing Oslo’s desire to see duties cut.",
			"The envoy failed to agree to the plan.",
		} {
			sents = append(sents, by[c]...)
		}
	}
	seg, syn, err := conllu.Document(sents)
	if err != nil {
		b.Fatal(err)
	}
	quo := quotations(b, seg)
	for b.Loop() {
		a.Attribute(seg, quo, syn, nil, nil)
	}
	b.ReportMetric(float64(len(seg.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
