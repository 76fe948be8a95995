package ingest

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"readout/internal/annot"
)

// found is what the extractor finds on a page.
type found struct {
	node                  *html.Node // the article's own part, or nil
	title, byline, outlet string
}

const (
	maxElements = 200_000 // of a page; the extractor's time grows faster than their number
	short       = 250     // bytes: an article shorter than that may be the wrong part of the page
)

// readPage takes a page apart. The error is for the owner of the page.
func readPage(data []byte) (r Report, err error) {
	defer func() {
		if p := recover(); p != nil { // other people's code, other people's pages
			r, err = Report{}, fmt.Errorf("the page cannot be taken apart; save it as plain text")
		}
	}()
	doc, err := parsePage(data)
	if err != nil {
		return Report{}, fmt.Errorf("the page cannot be parsed (%w); save it as plain text", err)
	}
	meta := readMeta(doc)
	tidy(doc)
	art, err := extract(doc)
	if err != nil {
		return Report{}, err
	}
	src := annot.Source{
		Outlet:    cleanOutlet(first(art.outlet, meta.outlet)),
		Byline:    cleanByline(art.byline),
		URL:       meta.url,
		Published: meta.published,
		FromPage:  meta.published != "",
	}
	src.Title = cleanTitle(cleanTitle(first(art.title, meta.title), src.Outlet), src.Byline)
	skip := map[string]bool{fold(src.Title): true, fold(src.Byline): true, fold("by " + src.Byline): true}
	raw := paragraphs(art.node, skip)
	if len(raw) < short || isFragment(data) {
		for _, part := range []*html.Node{only(doc, atom.Article), only(doc, atom.Main), doc} {
			if all := paragraphs(part, skip); len(all) > len(raw) {
				raw = all
				break
			}
		}
	}
	return Report{Source: src, Raw: raw}, nil
}

// only returns the one element of a kind in a page, or nil where there is none
// or there are several.
func only(doc *html.Node, kind atom.Atom) *html.Node {
	var one *html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == kind {
			if one != nil {
				return nil
			}
			one = n
		}
	}
	return one
}

// parsePage parses a page whose encoding may be anything. Bytes that are
// valid UTF-8 are, whatever the page says of itself.
func parsePage(data []byte) (*html.Node, error) {
	if utf8.Valid(data) {
		return html.Parse(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	}
	r, err := charset.NewReader(bytes.NewReader(data), "text/html")
	if err != nil {
		return nil, err
	}
	words, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return html.Parse(bytes.NewReader(bytes.ToValidUTF8(words, []byte("\uFFFD"))))
}

// extract finds the article on a page. It is the one place that knows the
// library which does so.
func extract(doc *html.Node) (found, error) {
	p := readability.NewParser()
	p.MaxElemsToParse = maxElements
	p.CharThresholds = short
	a, err := p.ParseDocument(doc, nil)
	if err != nil && strings.Contains(err.Error(), "too many elements") {
		return found{}, fmt.Errorf("the page has more than %d elements; save its text alone", maxElements)
	}
	if err != nil {
		return found{}, nil // no article: the page's own words will do
	}
	return found{node: a.Node, title: a.Title(), byline: a.Byline(), outlet: a.SiteName()}, nil
}

// isFragment reports whether HTML is a piece that somebody cut out of a page,
// all of whose words are meant.
func isFragment(data []byte) bool {
	low := bytes.ToLower(data)
	for _, tag := range []string{"<html", "<head", "<body", "<nav", "<main", "<article", "<header", "<footer"} {
		if bytes.Contains(low, []byte(tag)) {
			return false
		}
	}
	return true
}

// cleanTitle takes the name of outlet or writer from the end of a title.
func cleanTitle(s, name string) string {
	s = clean(s)
	at := len(s) - len(name)
	if name == "" || at <= 0 || !strings.EqualFold(s[at:], name) {
		return s
	}
	rest := strings.TrimRight(s[:at], " ")
	if cut := strings.TrimRight(rest, " |-–—·:"); cut != "" && cut != rest {
		return cut
	}
	return s
}

// cleanOutlet drops an address that stands for a name.
func cleanOutlet(s string) string {
	if strings.Contains(s, "://") {
		return ""
	}
	return clean(s)
}

// cleanByline takes "By" from the front of a byline and a date from its end;
// pages run them together.
func cleanByline(s string) string {
	if i := strings.IndexAny(s, "0123456789"); i >= 0 {
		s = s[:i]
	}
	words := strings.Fields(s)
	if len(words) > 0 && strings.EqualFold(words[0], "by") {
		words = words[1:]
	}
	for len(words) > 0 && isDateWord(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	s = strings.Join(words, " ")
	if strings.Contains(s, "://") || len(s) > 120 || strings.HasSuffix(s, ":") {
		return ""
	}
	return s
}

// isDateWord reports whether a word is the name of a month or a day, or goes
// before one.
func isDateWord(s string) bool {
	s = strings.Trim(s, ".,:|•·–—-")
	for _, layout := range []string{"January", "Jan", "Monday", "Mon"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	switch strings.ToLower(s) {
	case "", "on", "last", "updated", "published":
		return true
	}
	return false
}

// clean makes one line of words.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

// fold prepares words for comparing.
func fold(s string) string { return strings.ToLower(clean(s)) }

// first returns the first string that is not empty.
func first(list ...string) string {
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}
