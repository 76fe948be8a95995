package engine_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"readout/internal/annot"
	"readout/internal/assemble"
	"readout/internal/engine"
	"readout/internal/text"
	"readout/lexicon"
	"readout/model"
	"readout/record"
)

// report is an invented text with most of what reports are made of.
const report = `Port strike: owners and guild to meet

HALVIK, May 3 (Coast Wire) - The dockers’ guild will meet harbour owners on Friday, its leader Tove Aasen said.

“We might accept 4 per cent,” she told reporters at the fish hall, “if nobody is dismissed.” An owner, who asked not to be named, said they feared “a long summer”.

Owners have threatened to close two piers unless the guild returns by Monday. About a third of the cranes stood still.
`

func load(tb testing.TB) *engine.Engine {
	tb.Helper()
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		tb.Fatal(err)
	}
	return e
}

func read(e *engine.Engine, raw, published string) *record.Record {
	return assemble.Record(e.Annotate(annot.Source{ID: "r", Published: published}, text.New(raw)))
}

func encode(t *testing.T, r *record.Record) string {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestSameBytes reads one report many times at once.
func TestSameBytes(t *testing.T) {
	e := load(t)
	want := encode(t, read(e, report, "2024-05-02"))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := encode(t, read(e, report, "2024-05-02")); got != want {
				t.Error("the same report gave other bytes")
			}
		})
	}
	wg.Wait()
}

// TestLayoutChangesNothing holds the record to its words: line ends, a byte
// order mark and a trailing line break do not matter.
func TestLayoutChangesNothing(t *testing.T) {
	e := load(t)
	want := encode(t, read(e, report, ""))
	for name, raw := range map[string]string{
		"CRLF": strings.ReplaceAll(report, "\n", "\r\n"),
		"BOM":  "\uFEFF" + report,
	} {
		if got := encode(t, read(e, raw, "")); got != want {
			t.Errorf("%s: another record", name)
		}
	}
}

// TestOtherLanguages says so and invents nothing.
func TestOtherLanguages(t *testing.T) {
	r := read(load(t), "Die Verhandlungen wurden am Freitag ohne Ergebnis vertagt, sagte ein Sprecher der Hafenarbeiter. Er nannte keine Gründe für die Entscheidung der Arbeitgeber.", "")
	if r.Report.Language == "en" || len(r.Statements)+len(r.Actors) > 0 || r.Report.AboutTalks {
		t.Errorf("language %q, %d statements, %d actors", r.Report.Language, len(r.Statements), len(r.Actors))
	}
	if !bytes.Contains([]byte(encode(t, r)), []byte(`"language-not-read"`)) {
		t.Error("the record does not say that it was not read")
	}
}

// FuzzAnnotate asks that every text gives a record that keeps the contract.
func FuzzAnnotate(f *testing.F) {
	e := load(f)
	f.Add(report)
	for _, p := range strings.Split(report, "\n\n") {
		f.Add(p)
	}
	f.Add("“We won't,” he said. ‘Never.’ \"Not\n\n“If so, she’d go")
	f.Fuzz(func(t *testing.T, raw string) {
		if len(raw) > 4000 {
			return
		}
		if err := record.Check(read(e, raw, "2024-05-02")); err != nil {
			t.Errorf("%q: %v", raw, err)
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	e := load(b)
	t := text.New(strings.Repeat(report, 20))
	words := len(strings.Fields(t.String()))
	b.ResetTimer()
	for range b.N {
		e.Annotate(annot.Source{ID: "r"}, t)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	for range b.N {
		load(b)
	}
}

// Texts that end in the middle of a phrase: rooms look at the words behind.
func TestTruncated(t *testing.T) {
	e := load(t)
	const report = "Velia Brask – also known as the Owl – who replaced Otto Lind as chair in 2017, promised to raise wages, told the crews to wait and agreed to free two boats if the port opened by May. “We want to talk to all of them,” she said to Holt. The two sides have yet to agree on a date."
	for end := range len(report) {
		e.Annotate(annot.Source{}, text.New(report[:end]))
	}
}
