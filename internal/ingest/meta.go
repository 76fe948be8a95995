package ingest

import (
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta is what a page says of itself outside its article.
type meta struct {
	title, outlet, url string
	published          string // ISO 8601 date or date-time

	rank int // of published in dates; the lower, the better
}

// dates are the names under which pages give the date of publication, the
// surest first. Dates of change are not among them.
var dates = [...]string{
	"datepublished", "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date",
	"sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "pubdate", "publishdate",
	"publish-date", "publication_date", "date",
}

// The ranks of dates that stand elsewhere.
const (
	rankData = -1         // in the page's linked data
	rankTime = len(dates) // in a <time> of the page
)

func readMeta(doc *html.Node) meta {
	m := meta{rank: rankTime + 1}
	m.walk(doc)
	return m
}

func (m *meta) walk(n *html.Node) {
	if n.Type == html.ElementNode {
		switch n.DataAtom {
		case atom.Title:
			if m.title == "" && n.FirstChild != nil {
				m.title = n.FirstChild.Data
			}
		case atom.Meta:
			m.tag(n)
		case atom.Link:
			if attr(n, "rel") == "canonical" {
				m.setURL(attr(n, "href"))
			}
		case atom.Time:
			m.date(rankTime, attr(n, "datetime"))
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				m.linkedData(n.FirstChild.Data)
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.walk(c)
	}
}

func (m *meta) tag(n *html.Node) {
	name := strings.ToLower(first(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
	content := attr(n, "content")
	switch name {
	case "og:site_name", "application-name":
		m.outlet = first(m.outlet, content)
	case "og:url":
		m.setURL(content)
	}
	for rank, d := range dates {
		if name == d {
			m.date(rank, content)
		}
	}
}

func (m *meta) setURL(s string) {
	if u, err := url.Parse(strings.TrimSpace(s)); err == nil && m.url == "" && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		m.url = u.String()
	}
}

// date notes a date of publication if it is one, and better than the last.
func (m *meta) date(rank int, s string) {
	if d := isoDate(s); d != "" && rank < m.rank {
		m.published, m.rank = d, rank
	}
}

// linkedData looks for a date of publication in schema.org data: an object, a
// list of them, or a graph.
func (m *meta) linkedData(s string) {
	type thing struct {
		Published json.RawMessage `json:"datePublished"`
		Graph     []struct {
			Published json.RawMessage `json:"datePublished"`
		} `json:"@graph"`
	}
	var list []thing
	if json.Unmarshal([]byte(s), &list) != nil {
		list = make([]thing, 1)
		if json.Unmarshal([]byte(s), &list[0]) != nil {
			return
		}
	}
	for _, t := range list {
		m.datum(t.Published)
		for _, g := range t.Graph {
			m.datum(g.Published)
		}
	}
}

// datum notes a date that stands in linked data.
func (m *meta) datum(raw json.RawMessage) {
	var d string
	if json.Unmarshal(raw, &d) == nil {
		m.date(rankData, d)
	}
}

// The forms in which pages write dates: with hour and zone, with an hour,
// with neither. The abbreviation of a zone says too little to be kept.
var (
	zoned = [...]string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00", time.RFC1123Z}
	timed = [...]string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", time.RFC1123}
	dated = [...]string{time.DateOnly, "20060102", "2006/01/02", "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006"}
)

// isoDate returns a date or a date-time as ISO 8601, or nothing where s is
// neither. Hour and zone stay as the page gives them.
func isoDate(s string) string {
	s = strings.TrimSpace(s)
	for _, form := range []struct {
		layouts []string
		out     string
	}{{zoned[:], time.RFC3339}, {timed[:], "2006-01-02T15:04:05"}, {dated[:], time.DateOnly}} {
		for _, layout := range form.layouts {
			if t, err := time.Parse(layout, s); err == nil {
				return t.Format(form.out)
			}
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
