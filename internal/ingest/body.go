package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// paragraphs returns the words under a node, a paragraph to a line with an
// empty line between two. Those that skip holds, folded, are left out: the
// page says them elsewhere.
func paragraphs(n *html.Node, skip map[string]bool) string {
	if n == nil {
		return ""
	}
	b := &body{skip: skip}
	b.walk(n)
	b.end()
	return strings.Join(b.done, "\n\n")
}

// body gathers paragraphs.
type body struct {
	skip map[string]bool
	done []string
	line strings.Builder // the paragraph that is open
	gap  bool            // white space is due before the next word
}

// end closes the paragraph that is open.
func (b *body) end() {
	p := strings.TrimSpace(b.line.String())
	b.line.Reset()
	b.gap = false
	if p != "" && !b.skip[fold(p)] {
		b.done = append(b.done, p)
	}
}

// walk adds the words under a node.
func (b *body) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.text(n.Data)
		return
	case n.Type == html.ElementNode && (unread[n.DataAtom] || hidden(n)):
		return
	case n.Type == html.ElementNode && n.DataAtom == atom.Br:
		b.breakLine(n)
		return
	case n.Type == html.ElementNode && (n.DataAtom == atom.Td || n.DataAtom == atom.Th):
		b.cell(n)
		return
	}
	block := n.Type == html.ElementNode && blocks[n.DataAtom]
	if block {
		b.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.walk(c)
	}
	if block {
		b.end()
	}
}

// text adds words, runs of white space as one space. A no-break space is a
// character like others.
func (b *body) text(s string) {
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f':
			b.gap = true
		case r == 0 || r == '\uFEFF' || r == '\u00AD': // soft hyphens are layout
		default:
			if b.gap && b.line.Len() > 0 && !strings.HasSuffix(b.line.String(), "\n") {
				b.line.WriteByte(' ')
			}
			b.gap = false
			b.line.WriteRune(r)
		}
	}
}

// breakLine ends a line or, where two breaks follow one another, a paragraph.
func (b *body) breakLine(n *html.Node) {
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
			continue
		}
		if next.Type == html.ElementNode && next.DataAtom == atom.Br {
			b.end()
			return
		}
		break
	}
	if b.line.Len() > 0 {
		b.line.WriteByte('\n')
		b.gap = false
	}
}

// cell adds a table's cell where it holds sentences: layout, not data.
func (b *body) cell(n *html.Node) {
	const sentence = 8 // words
	words := 0
	count(n, &words)
	if words < sentence {
		return
	}
	b.end()
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.walk(c)
	}
	b.end()
}

// count adds the number of words under a node.
func count(n *html.Node, words *int) {
	if n.Type == html.TextNode {
		*words += len(strings.FieldsFunc(n.Data, unicode.IsSpace))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		count(c, words)
	}
}

// hidden reports whether an element is not shown.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
				return true
			}
		}
	}
	return false
}

// unread are elements whose words are not the report's.
var unread = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Iframe: true, atom.Object: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Picture: true,
	atom.Figure: true, atom.Figcaption: true, atom.Aside: true, atom.Nav: true, atom.Footer: true, atom.Time: true,
	atom.Form: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Input: true, atom.Label: true, atom.Dialog: true,
}

// blocks are elements that begin and end a paragraph.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Body: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Hgroup: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true, atom.Pre: true,
	atom.Table: true, atom.Tr: true, atom.Caption: true, atom.Hr: true, atom.Address: true, atom.Details: true, atom.Summary: true,
	atom.Center: true, atom.Fieldset: true,
}
