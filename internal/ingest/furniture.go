package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tidy takes from a page what says of itself that it is about the page and
// not of the report: cookie banners, menus, sign-ups, lists of other reports.
// A short report would drown in them.
func tidy(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode && isFurniture(c) && !holdsReport(c) {
			n.RemoveChild(c)
		} else {
			tidy(c)
		}
		c = next
	}
}

// isFurniture goes by what an element is called.
func isFurniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Head, atom.Body, atom.Article, atom.Main:
		return false
	case atom.Nav, atom.Dialog:
		return true
	case atom.Header, atom.Footer: // those of an article have its title and writer
		return n.Parent != nil && n.Parent.DataAtom == atom.Body
	}
	switch strings.ToLower(attr(n, "role")) {
	case "navigation", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar":
		return true
	}
	name := strings.ToLower(attr(n, "id") + " " + attr(n, "class"))
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if furniture[word] {
			return true
		}
	}
	return false
}

// holdsReport reports whether an element has so much in it that its name must
// mean something else: "page with-menu" goes around everything.
func holdsReport(n *html.Node) bool {
	const many = 250 // words
	words := 0
	count(n, &words)
	if words > many {
		return true
	}
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Article, atom.Main, atom.H1:
			return true
		}
	}
	return false
}

// furniture are words in the names of elements.
var furniture = map[string]bool{
	"cookie": true, "cookies": true, "cookiebanner": true, "consent": true, "gdpr": true, "onetrust": true,
	"nav": true, "navbar": true, "navigation": true, "menu": true, "breadcrumb": true, "breadcrumbs": true, "masthead": true,
	"newsletter": true, "subscribe": true, "advert": true, "advertisement": true, "promo": true,
	"related": true, "recommended": true, "trending": true, "mostread": true, "popup": true, "modal": true, "sidebar": true,
}
