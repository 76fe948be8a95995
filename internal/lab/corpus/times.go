package corpus

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/text"
)

// A TimeCase is one line of a specification of time expressions.
type TimeCase struct {
	Input     string
	Reference string // ISO 8601 date-time from which it is reckoned
	Want      []TimeResult
}

// A TimeResult is one expression that a case asks for.
type TimeResult struct {
	Start, End int // code points of the input
	Type       string
	Values     []TimeValue // readings, any of which will do
}

// A TimeValue is one reading: a TIMEX value with the bounds that it stands
// for. Fields are empty where the specification gives none.
type TimeValue struct {
	Timex string `json:"timex"`
	Type  string `json:"type"`
	Mod   string `json:"Mod"`
	Value string `json:"value"`
	Start string `json:"start"`
	End   string `json:"end"`
}

// ReadRecognizers reads the end-to-end English cases of Recognizers-Text, its
// suite DateTimeModel.
func ReadRecognizers(data string) ([]TimeCase, error) {
	type row struct {
		Suite, Input, Reference string
		Results                 []struct {
			Start, End         int // End is inclusive
			TypeName, Typename string
			Resolution         struct{ Values []TimeValue }
		}
	}
	var cases []TimeCase
	err := eachLine(filepath.Join(data, "time", "recognizers-text-en.train.jsonl.gz"), func(line []byte) error {
		var r row
		if err := json.Unmarshal(line, &r); err != nil || r.Suite != "DateTimeModel" {
			return err
		}
		c := TimeCase{Input: r.Input, Reference: r.Reference}
		for _, x := range r.Results {
			typ := strings.TrimPrefix(x.TypeName+x.Typename, "datetimeV2.")
			c.Want = append(c.Want, TimeResult{Start: x.Start, End: x.End + 1, Type: typ, Values: x.Resolution.Values})
		}
		cases = append(cases, c)
		return nil
	})
	return cases, err
}

// A TimeGroup is a set of expressions that mean the same time.
type TimeGroup struct {
	Section, Kind string
	Values        []string // local date-times; of an interval, begin and end
	Grain         string
	Direction     string
	Holiday       string
	Expressions   []string
}

// DucklingReference is the day on which duckling's corpus is spoken.
const DucklingReference = "2013-02-12T04:30:00"

// ReadDuckling reads the English corpus of duckling.
func ReadDuckling(data string) ([]TimeGroup, error) {
	var groups []TimeGroup
	err := eachLine(filepath.Join(data, "time", "duckling-en.train.jsonl"), func(line []byte) error {
		var g TimeGroup
		if err := json.Unmarshal(line, &g); err != nil {
			return err
		}
		groups = append(groups, g)
		return nil
	})
	return groups, err
}

// eachLine calls f for each line of a file, which may be gzipped.
func eachLine(path string, f func(line []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("time expressions: %w", err)
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(file)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		r = z
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	for n := 1; sc.Scan(); n++ {
		if err := f(sc.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return sc.Err()
}

// A TimeTag is a marked expression. Value is in the source's own scheme.
type TimeTag struct {
	Span  text.Span
	Value string
	Until string // the end of an interval
}

// A TimeText is a text with marked expressions.
type TimeText struct {
	ID        string
	Published string // ISO 8601, or empty
	Text      *text.Text
	Tags      []TimeTag

	// Of a treebank: its own tokens and trees.
	Segmentation *annot.Segmentation
	Syntax       *annot.Syntax
}

// ReadWikiWars reads the training part of WikiWars.
func ReadWikiWars(data string) ([]TimeText, error) {
	type row struct {
		ID, Text string
		Timex    []struct {
			Start, End int
			Value      string
		}
	}
	var docs []TimeText
	err := eachLine(filepath.Join(data, "time", "wikiwars.train.jsonl.gz"), func(line []byte) error {
		var r row
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		d := TimeText{ID: r.ID, Text: text.New(r.Text)}
		m := text.NewMapper(d.Text)
		for _, x := range r.Timex {
			d.Tags = append(d.Tags, TimeTag{Span: text.Span{Start: m.Byte(x.Start), End: m.Byte(x.End)}, Value: x.Value})
		}
		docs = append(docs, d)
		return nil
	})
	return docs, err
}

// ReadGUMDates reads the dates that GUM marks in a split, with its tokens and
// trees and the day on which each document was made.
func ReadGUMDates(data, split string) ([]TimeText, error) {
	trees, err := ReadUD(data, "gum", split)
	if err != nil {
		return nil, err
	}
	made, err := gumDays(filepath.Join(data, "ud", "gum", "index.tsv"))
	if err != nil {
		return nil, err
	}
	var docs []TimeText
	for _, t := range trees {
		seg, syn, err := conllu.Document(t.Sentences)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.ID, err)
		}
		d := TimeText{ID: t.ID, Published: made[t.ID], Text: seg.Text, Segmentation: seg, Syntax: syn}
		d.Tags = dateTags(seg, t.Sentences)
		docs = append(docs, d)
	}
	return docs, nil
}

// gumDays returns the third column of GUM's index by document.
func gumDays(path string) (map[string]string, error) {
	days := map[string]string{}
	err := eachLine(path, func(line []byte) error {
		if c := strings.Split(string(line), "\t"); len(c) > 3 && len(c[3]) == 10 {
			days[c[0]] = c[3]
		}
		return nil
	})
	return days, err
}

var (
	openDate = regexp.MustCompile(`<date ([^>]*)>`)
	dateAttr = regexp.MustCompile(`(\w+):::"([^"]*)"`)
)

// dateTags collects GUM's <date> elements, which open and close in the MISC
// column.
func dateTags(seg *annot.Segmentation, sents []conllu.Sentence) []TimeTag {
	var tags []TimeTag
	open := false
	var tag TimeTag
	t := annot.TokenID(0)
	for _, s := range sents {
		for _, r := range s.Rows {
			_, xml, _ := strings.Cut(r.Misc, "XML=")
			xml, _, _ = strings.Cut(xml, "|")
			if m := openDate.FindStringSubmatch(xml); m != nil {
				tag, open = TimeTag{Span: seg.Tokens[t].Span}, true
				for _, a := range dateAttr.FindAllStringSubmatch(m[1], -1) {
					switch a[1] {
					case "when", "from", "notBefore":
						tag.Value = a[2]
					case "to", "notAfter":
						tag.Until = a[2]
					}
				}
			}
			if open && strings.Contains(xml, "</date>") {
				tag.Span.End, open = seg.Tokens[t].Span.End, false
				tags = append(tags, tag)
			}
			t++
		}
	}
	return tags
}

// Bytes turns a range of code points of s into a span of bytes.
func Bytes(s string, start, end int) text.Span {
	at := func(n int) int {
		i := 0
		for ; n > 0 && i < len(s); n-- {
			_, w := utf8.DecodeRuneInString(s[i:])
			i += w
		}
		return i
	}
	return text.Span{Start: at(start), End: at(end)}
}
