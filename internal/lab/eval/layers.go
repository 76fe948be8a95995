package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"readout/internal/annot"
	"readout/internal/assemble"
	"readout/internal/conllu"
	"readout/internal/lab/corpus"
	"readout/internal/text"
	"readout/record"
)

// scoreTrees scores the language floor on both treebanks, and on the news of
// the second apart.
func scoreTrees(b *bench) ([]Line, error) {
	var out []Line
	for _, set := range []struct{ bank, genre, name string }{{"ewt", "", "EWT dev"}, {"gum", "", "GUM dev"}, {"gum", "news", "GUM dev news"}} {
		docs, err := corpus.ReadUD(b.data, set.bank, "dev")
		if err != nil {
			return nil, err
		}
		var s TreeScores
		for _, d := range docs {
			if set.genre != "" && d.Genre != set.genre {
				continue
			}
			goldSeg, goldSyn, err := conllu.Document(d.Sentences)
			if err != nil {
				return nil, err
			}
			seg, syn := b.engine.Floor(goldSeg.Text)
			s.Add(goldSeg, goldSyn.Words, seg, syn.Words)
		}
		out = append(out, s.Lines(set.name)...)
	}
	return out, nil
}

// scoreAttribution scores outermost attributions.
func scoreAttribution(b *bench) ([]Line, error) {
	docs, err := corpus.ReadPolnear(filepath.Join(b.data, "polnear", "dev.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	s := NewAttributionScores()
	for i := range docs {
		d := b.engine.Annotate(annot.Source{Published: docs[i].Date}, docs[i].Text)
		if d.Attributions == nil {
			d.Attributions = &annot.Attributions{}
		}
		s.Add(&docs[i], d.Attributions)
	}
	var out []Line
	for _, m := range []struct {
		name string
		t    [3]Tally
	}{{"exact", s.Exact}, {"strict", s.Strict}, {"begin", s.Begin}, {"overlap", s.Overlap}, {"words", s.Words}} {
		for i, role := range attributionRoles {
			out = append(out, scored("PolNeAR dev "+m.name+" "+role, m.t[i]))
		}
	}
	out = append(out, scored("PolNeAR dev C", s.Content), scored("PolNeAR dev SC", s.WithSource))
	for _, c := range s.Classes {
		out = append(out, scored("PolNeAR dev SC "+c.Name, c.WithSource))
	}
	return out, nil
}

// scoreReading reads everything there is, checks each record, and times one
// core.
func scoreReading(b *bench) ([]Line, error) {
	dev, err := corpus.ReadPolnear(filepath.Join(b.data, "polnear", "dev.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	texts := make([]*text.Text, len(dev))
	for i := range dev {
		texts[i] = dev[i].Text
	}
	wire, err := plainTexts(filepath.Join(b.data, "polnear", "annotator-training.jsonl"))
	if err != nil {
		return nil, err
	}
	sound, words := 0, 0
	for _, t := range append(texts, wire...) {
		if record.Check(assemble.Record(b.engine.Annotate(annot.Source{ID: "r"}, t))) == nil {
			sound++
		}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	runtime.GC()
	start := time.Now()
	for _, t := range texts {
		words += len(strings.Fields(t.String()))
		assemble.Record(b.engine.Annotate(annot.Source{ID: "r"}, t))
	}
	speed := float64(words) / time.Since(start).Seconds()
	return []Line{
		{Name: "records that keep the contract", P: percent(sound, len(texts)+len(wire)), R: percent(sound, len(texts)+len(wire)), F1: percent(sound, len(texts)+len(wire)), N: len(texts) + len(wire)},
		measured("whole record, one core", speed, "words/s"),
		measured("peak memory of the process", peakMemory(), "MB"),
	}, nil
}

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

// plainTexts reads the texts of a file of JSON lines.
func plainTexts(path string) ([]*text.Text, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []*text.Text
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var line struct {
			Text string `json:"text"`
		}
		if err := json.Unmarshal(sc.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, text.New(line.Text))
	}
	return out, sc.Err()
}

// peakMemory returns what the process has taken from the system, in MB.
func peakMemory() float64 {
	var m runtime.MemStats
	debug.FreeOSMemory()
	runtime.ReadMemStats(&m)
	return float64(m.Sys) / (1 << 20)
}
