package segment

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/txtar"

	"readout/internal/annot"
	"readout/internal/text"
	"readout/lexicon"
)

var update = flag.Bool("update", false, "write what is found as what is wanted")

// TestCases reads testdata/*.txtar: a report, perhaps a title, and what is to
// be found in it. In a report "\r", "\uFEFF" and the like are escapes.
func TestCases(t *testing.T) {
	g := load(t)
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var raw, want string
			var src annot.Source
			at := -1
			for i, f := range ar.Files {
				switch f.Name {
				case "report":
					raw = escapes.Replace(strings.TrimSuffix(string(f.Data), "\n"))
				case "title":
					src.Title = strings.TrimSpace(string(f.Data))
				case "want":
					want, at = string(f.Data), i
				}
			}
			txt := text.New(raw)
			got := show(g.Segment(txt, src), g.Language(txt))
			if *update && at >= 0 {
				ar.Files[at].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

var escapes = strings.NewReplacer(`\r`, "\r", `\uFEFF`, "\uFEFF", `\u00A0`, "\u00A0", `\u200B`, "\u200B", `\u2028`, "\u2028", `\t`, "\t")

// show prints a segmentation in brackets: blocks, the frame, and sentences as
// tokens with spaces between them.
func show(seg *annot.Segmentation, language string) string {
	var b strings.Builder
	if language != "en" {
		fmt.Fprintf(&b, "language %s\n", language)
	}
	label := func(what string, l *annot.Label) {
		if l != nil {
			fmt.Fprintf(&b, "%s %s\n", what, seg.Text.Slice(l.Name))
		}
	}
	label("byline", seg.Byline)
	label("dateline", seg.Dateline)
	if !seg.DateWords.Empty() {
		fmt.Fprintf(&b, "date %s\n", seg.Text.Slice(seg.DateWords))
	}
	label("credit", seg.Credit)
	s := 0
	for i, block := range seg.Blocks {
		switch block.Kind {
		case annot.Body, annot.Headline:
			fmt.Fprintf(&b, "[%s]\n", block.Kind)
		default:
			fmt.Fprintf(&b, "[%s] %s\n", block.Kind, strings.Join(strings.Fields(seg.Text.Slice(block.Span)), " "))
		}
		for ; s < len(seg.Sentences) && seg.Sentences[s].Block == annot.BlockID(i); s++ {
			b.WriteString("   ")
			for tok := seg.Sentences[s].First; tok < seg.Sentences[s].End; tok++ {
				b.WriteString(" " + seg.Word(tok))
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// FuzzSegment asserts that a segmentation of any text keeps every word: what
// is no space and no layout lies in a token, or in a block that is not read,
// or in the dateline.
func FuzzSegment(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	g := load(f)
	f.Fuzz(func(t *testing.T, raw string) {
		txt := text.New(raw)
		g.Language(txt)
		seg := g.Segment(txt, annot.Source{})
		if lost := lostWords(seg); lost != "" {
			t.Errorf("%q is in no token", lost)
		}
		if _, err := annot.NewSegmentation(*seg); err != nil {
			t.Error(err)
		}
	})
}

// lostWords returns the first character that is in no token and should be.
func lostWords(seg *annot.Segmentation) string {
	s := seg.Text.String()
	held := make([]bool, len(s))
	hold := func(sp annot.Span) {
		for i := sp.Start; i < sp.End; i++ {
			held[i] = true
		}
	}
	for _, tok := range seg.Tokens {
		hold(tok.Span)
	}
	for _, b := range seg.Blocks {
		if b.Kind != annot.Body && b.Kind != annot.Headline {
			hold(b.Span)
		}
	}
	if seg.Dateline != nil {
		hold(seg.Dateline.Span)
	}
	if seg.Credit != nil {
		hold(seg.Credit.Span)
	}
	for _, r := range layout(s) {
		hold(r.Span)
	}
	for i, r := range s {
		if !held[i] && !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			return s[i:min(len(s), i+20)]
		}
	}
	return ""
}

// seeds are what fuzzing sets out from.
var seeds = []string{
	"",
	"Ministers to meet\nBy Ada Writer\n\nLISBON, May 3 (Reuters) - \"Will they?\" Ms. Ostrand asked. They won't, J. K. Ndiaye said at 5 p.m. on Friday...\n\nRead more: Talks\n— AFP",
	"(CNN) They met. <b>It</b>&nbsp;was &ldquo;close&rdquo;.<script>x</script> See www.example.org, a.b@example.org. $1.5bn, €20m, 4.5%, '90s, rock 'n' roll.",
	"«Oui», dit-il. „Ja“, sagte er. ``So,'' she said. ‘The ministers’ offer’ (1) [2] {3} <x> & © 🇵🇹👍🏽",
	"The delegations, which arrived late on Sunday after a delay of three days\ncaused by the weather, met for two hours.\n    They will meet again.",
	"U.S.A.. Ph.D. e.g. a.m. 3-5213 2026-05-03 ... …. ?! --- —— == w/o b/c don't've y'all y’all cannot ’tis ‘em\u00AD\u200B\u2028",
}

func BenchmarkSegment(b *testing.B) {
	g := load(b)
	txt := text.New(strings.Repeat(benchReport, 20))
	b.SetBytes(int64(txt.Len()))
	b.ReportAllocs()
	for b.Loop() {
		g.Segment(txt, annot.Source{})
	}
}

func BenchmarkLanguage(b *testing.B) {
	g := load(b)
	txt := text.New(strings.Repeat(benchReport, 20))
	b.ReportAllocs()
	for b.Loop() {
		g.Language(txt)
	}
}

const benchReport = `The ferry workers’ union will meet the harbour board on Tuesday for a third round of talks, two officials said, after the board raised its offer to 4.5%. “We’ll see what they bring,” Ms Ostrand told reporters in Halden.

The U.S. mediator, J. K. Ndiaye, said the sides were “closer than at any time since March 2024”, but warned that a strike could cost the port about $1.5m a day. "Nobody wants that," he said. "Nobody can rule it out."

The board has not said whether it'd drop its demand for night shifts, which the union calls non-negotiable; a spokesman declined to comment.

`

func ExampleSegmenter_Segment() {
	g, err := New(lexicon.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	t := text.New("By Ada Writer\n\nLISBON (Reuters) - “Will they agree?” Ms. Ostrand asked. They won’t.")
	seg := g.Segment(t, annot.Source{})
	fmt.Println(t.Slice(seg.Byline.Name), "/", t.Slice(seg.Dateline.Name), "/", t.Slice(seg.Credit.Name))
	for _, s := range seg.Sentences {
		for tok := s.First; tok < s.End; tok++ {
			fmt.Print("[", seg.Word(tok), "]")
		}
		fmt.Println()
	}
	// Output:
	// Ada Writer / LISBON / Reuters
	// [“][Will][they][agree][?][”][Ms.][Ostrand][asked][.]
	// [They][wo][n’t][.]
}
