package segment

import (
	"strings"

	"readout/internal/annot"
)

// A blockRule tells what kind of block a part is. Examples are small reports,
// a line each part; a line that the rule is to match begins with "> ".
type blockRule struct {
	ID       annot.By
	Kind     annot.BlockKind
	Doc      string
	Examples []string
	Counter  []string // reports in which the rule matches nothing
	Match    func(f *frame, i int) bool
}

// headLines is how many lines a page puts before the body.
const headLines = 8

// blockRules are tried in order; the first that matches decides. What none
// matches is a paragraph of the body.
var blockRules = []blockRule{
	{
		ID: "segment/title-repeated", Kind: annot.Headline,
		Doc: "one of the first lines repeats the title that the caller gave",
		Match: func(f *frame, i int) bool {
			return i < 4 && f.title != "" && comparable(f.parts[i].words) == f.title
		},
	},
	{
		ID: "segment/no-words", Kind: annot.Furniture,
		Doc:      "a line without a letter or digit",
		Examples: []string{"The two sides met on Monday.\n> * * *\nThey will meet again on Friday."},
		Match:    func(f *frame, i int) bool { return !f.parts[i].shape.letters },
	},
	{
		ID: "segment/link", Kind: annot.Furniture,
		Doc:      "a line that is only a link, an address or a handle",
		Examples: []string{"The two sides met on Monday.\n> https://example.org/talks?id=1"},
		Counter:  []string{"The text is at https://example.org/talks now."},
		Match:    func(f *frame, i int) bool { return isLink(f.parts[i].words) },
	},
	{
		ID: "segment/agency-line", Kind: annot.Credit,
		Doc:      "a line that is only the name of one or more known agencies",
		Examples: []string{"The two sides met on Monday.\n> Reuters", "The two sides met on Monday.\n> (AFP, AP)"},
		Counter:  []string{"Reuters reported the offer on Monday."},
		Match: func(f *frame, i int) bool {
			_, ok := f.agency(f.parts[i].words)
			return ok && len(f.parts) > 1
		},
	},
	{
		ID: "segment/byline", Kind: annot.Byline,
		Doc: "a line that begins with \"By\" and a name, or is the caller's byline",
		Examples: []string{
			"> By Ada Writer\nThe two sides met on Monday.",
			"> By Ada Writer and Bo de Scribe in Lisbon\nThe two sides met on Monday.",
		},
		Counter: []string{"By Monday the two sides had met twice.", "By contrast, the envoy said nothing.\nThey met on Monday."},
		Match: func(f *frame, i int) bool {
			p := &f.parts[i]
			if p.shape.words > 20 || len(f.parts) == 1 || p.shape.stopped() && p.shape.words > 8 {
				return false
			}
			if f.src.Byline != "" && comparable(p.words) == comparable(f.src.Byline) {
				return true
			}
			_, ok := f.byline(p.words, false)
			return ok
		},
	},
	{
		ID: "segment/date-line", Kind: annot.Furniture,
		Doc:      "a line that is only the date or time of publication",
		Examples: []string{"Ministers to meet\n> Published 3 May 2026, 10:30 GMT\nThe two sides met on Monday."},
		Match:    func(f *frame, i int) bool { return len(f.parts) > 1 && f.isDateLine(&f.parts[i]) },
	},
	{
		ID: "segment/place-line", Kind: annot.Furniture,
		Doc:      "a dateline on a line of its own before the body",
		Examples: []string{"Ministers to meet\n> GENEVA, 3 May 2026\nThe two sides met on Monday."},
		Match: func(f *frame, i int) bool {
			p := &f.parts[i]
			if p.shape.words > 10 || p.shape.stopped() || i > headLines || !f.before(i) || !f.bodyFollows(i, headLines) {
				return false
			}
			d, ok := f.filed(strings.TrimRight(p.words, " -–—"))
			return ok && d.place != "" && (d.date != "" || d.full && capitals(d.place))
		},
	},
	{
		ID: "segment/page-phrase", Kind: annot.Furniture,
		Doc: "a line that leads elsewhere or sells something: a phrase of pages, not of reports",
		Examples: []string{
			"The two sides met on Monday.\n> Read more: What the two sides want",
			"The two sides met on Monday.\n> Advertisement\nThey will meet again on Friday.",
		},
		Counter: []string{"The envoy said the two sides would share the costs and read more of the file on Friday."},
		Match:   func(f *frame, i int) bool { return f.isPhrase(&f.parts[i]) },
	},
	{
		ID: "segment/tag-list", Kind: annot.Furniture,
		Doc:      "the short lines of a list of tags, under \"Topics\" or the like",
		Examples: []string{"The two sides met on Monday.\nTopics\n> Fishing\n> Iceland"},
		Counter:  []string{"The two sides met on Monday.\nTopics\nThe quota is the first of them."},
		Match: func(f *frame, i int) bool {
			if i == 0 || f.parts[i].shape.words > 4 || f.parts[i].shape.stopped() || f.bodyFollows(i, 3) {
				return false
			}
			prev := &f.parts[i-1]
			return prev.by == "segment/tag-list" || prev.kind == annot.Furniture && (prev.low == "topics" || prev.low == "tags" || prev.low == "related topics")
		},
	},
	{
		ID: "segment/desk", Kind: annot.Furniture,
		Doc:      "a line that credits those who worked on the report",
		Examples: []string{"The two sides met on Monday.\n> (Reporting by Ada Writer; Editing by Bo Scribe)"},
		Match:    func(f *frame, i int) bool { return f.isDesk(&f.parts[i]) },
	},
	{
		ID: "segment/picture", Kind: annot.Furniture,
		Doc:      "a caption that ends in the credit of its picture",
		Examples: []string{"> Envoys arrive for the talks. REUTERS/Ada Writer\nThe two sides met on Monday."},
		Counter:  []string{"Most want a deal, a Reuters/Ipsos poll found."},
		Match:    func(f *frame, i int) bool { return f.isPicture(&f.parts[i]) },
	},
	{
		ID: "segment/post", Kind: annot.Body,
		Doc:      "a post: it begins with the handle of whose words they are, which RT may go before",
		Examples: []string{"Orland answers\n> RT @orland: We reject the offer", "Orland answers\n> @orland: We reject the offer"},
		Counter:  []string{"The two sides met on Monday.\n@orland"},
		Match: func(f *frame, i int) bool {
			p := &f.parts[i]
			return p.shape.words > 2 && (strings.HasPrefix(p.words, "@") || postLead(p.words) > 0)
		},
	},
	{
		ID: "segment/table-row", Kind: annot.Furniture,
		Doc:      "a row of a table: three or more short cells, parted by tabs",
		Examples: []string{"The two sides met on Monday.\n> Side\tDemand\tDeadline\n> Orland\t12,000 tonnes\tMay 1\nThey will meet again."},
		Counter:  []string{"The two sides\tmet on Monday."},
		Match: func(f *frame, i int) bool {
			sp := f.parts[i].span
			cells := strings.Split(f.s[sp.Start:sp.End], "\t")
			for _, c := range cells {
				if len(strings.Fields(c)) > 6 {
					return false
				}
			}
			return len(cells) >= 3
		},
	},
	{
		ID: "segment/byline-bare", Kind: annot.Byline,
		Doc:      "before the body, a name with a calling, an agency or a place after it",
		Examples: []string{"> Ada Writer, Northern Press\nThe two sides met on Monday.", "Ministers to meet\n> Ada Writer in Lisbon\nThe two sides met on Monday."},
		Counter:  []string{"Ostrand in Lisbon for talks\nThe two sides met on Monday."},
		Match: func(f *frame, i int) bool {
			p := &f.parts[i]
			if p.shape.words > 14 || p.shape.stopped() || i > headLines || !f.before(i) || !f.bodyFollows(i, headLines) {
				return false
			}
			_, ok := f.byline(p.words, true)
			return ok
		},
	},
	{
		ID: "segment/credit-last", Kind: annot.Credit,
		Doc:      "the last line, of a few capitalised words, is the name of an agency or a paper",
		Examples: []string{"The two sides met on Monday.\n> Northern News Wire", "The two sides met on Monday.\n> Halden"},
		Match:    func(f *frame, i int) bool { return f.lastLine(i) == annot.Credit },
	},
	{
		ID: "segment/byline-last", Kind: annot.Byline,
		Doc:      "the last line, of two or three capitalised words, is the name of the writer",
		Examples: []string{"The two sides met on Monday.\n> — Ada Writer"},
		Match:    func(f *frame, i int) bool { return f.lastLine(i) == annot.Byline },
	},
	{
		ID: "segment/headline", Kind: annot.Headline,
		Doc:      "the first line, short and without a stop, with running text after it",
		Examples: []string{"> Ministers to meet over quota\nThe two sides met on Monday.", "> ‘No deal,’ says envoy\nThe two sides met on Monday."},
		Counter: []string{
			"The two sides met on Monday.\nThey will meet again.", "They agreed:\nThe two sides will meet on Friday.",
			"Herald: Will you sign?\nOstrand: We will not sign.\nHerald: Why?\nOstrand: Nobody asked us.",
		},
		Match: func(f *frame, i int) bool {
			p := &f.parts[i]
			prev := f.previous()
			return (prev == nil || prev.kind == annot.Byline || prev.kind == annot.Credit) && f.before(i) && p.shape.words <= 25 && !p.shape.goesOn() && !f.turn(p.words) &&
				(!p.shape.stopped() || p.shape.last == '?' && p.shape.words <= 16) && f.bodyFollows(i, headLines)
		},
	},
	{
		ID: "segment/headline-stopped", Kind: annot.Headline,
		Doc:      "the first paragraph is short and in the capitals of a headline, but for a full stop at its end",
		Examples: []string{"> Ministers Agree to Meet Over Quota.\n\nThe two sides met on Monday."},
		Counter:  []string{"The two sides met on Monday.\n\nThey will meet again on Friday."},
		Match: func(f *frame, i int) bool {
			p := &f.parts[i]
			return f.previous() == nil && p.shape.words <= 22 && !f.turn(p.words) && (p.shape.stopped() || p.shape.last == ';') && i+1 < len(f.parts) && f.parts[i+1].blank &&
				f.bodyFollows(i, headLines) && (p.shape.titleCase() || p.shape.allCaps || p.shape.last == ';')
		},
	},
	{
		ID: "segment/headline-echoed", Kind: annot.Headline,
		Doc:      "the first paragraph is a short sentence with hardly an article, and what follows says most of its words again",
		Examples: []string{"> Unions reject quota offer.\n\nThe unions on Monday rejected an offer on the quota that the ministry had made late on Friday after two days of talks."},
		Counter: []string{
			"Ostrand kept silent.\n\nThe unions on Monday rejected an offer on the quota that the ministry had made late on Friday after two days of talks.",
			"The unions said the offer was dead.\n\nThe unions on Monday rejected an offer on the quota that the ministry had made late on Friday after two days of talks.",
		},
		Match: func(f *frame, i int) bool { return f.echoed(i) },
	},
	{
		ID: "segment/heading", Kind: annot.Headline,
		Doc:      "a short line without a stop between running paragraphs, or under the headline",
		Examples: []string{"The two sides met on Monday.\n> What comes next\nThey will meet again on Friday."},
		Counter:  []string{"The list:\none egg\ntwo spoons of flour\nthree of sugar\nMix them well."},
		Match: func(f *frame, i int) bool {
			p := &f.parts[i]
			prev := f.previous()
			if prev == nil || p.shape.words > 20 || p.shape.stopped() || p.shape.goesOn() || p.shape.capitals == 0 || i+1 >= len(f.parts) {
				return false
			}
			under := f.before(i) && prev.kind == annot.Headline
			if under {
				return f.bodyFollows(i, headLines)
			}
			return p.shape.words <= 12 && !p.shape.quoted && prev.running() && f.parts[i+1].running()
		},
	},
}

// lastLine returns what kind of signature part i is, if it is the last one.
func (f *frame) lastLine(i int) annot.BlockKind {
	p := &f.parts[i]
	if p.shape.words > 5 || p.shape.stopped() || p.shape.goesOn() || i == 0 {
		return annot.UnknownBlock
	}
	for j := i + 1; j < len(f.parts); j++ {
		if q := &f.parts[j]; q.long() || q.shape.letters && !f.isDesk(q) && !f.isPhrase(q) && !isLink(q.words) {
			return annot.UnknownBlock
		}
	}
	if prev := f.previous(); prev == nil || !prev.running() && prev.kind != annot.Byline && prev.kind != annot.Credit {
		return annot.UnknownBlock
	}
	return f.signature(p.words)
}

// A sentenceRule tells where a sentence goes on although a stop, a question
// mark or an abbreviation stands there. In examples sentences are parted by
// bars; the rule fires in each example and in no counter-example.
type sentenceRule struct {
	ID       string
	Doc      string
	Examples []string
	Counter  []string
	Match    func(st *site) bool
}

// sentenceRules are tried in order at each site. Where none matches, a
// sentence ends.
var sentenceRules = []sentenceRule{
	{
		ID: "segment/no-space", Doc: "no space follows, and not because it was left out",
		Examples: []string{"The offer (\"too little!\")stood."},
		Counter:  []string{"The offer stood.|They left."},
		Match: func(st *site) bool {
			missing := st.kinds[st.mark] == stop && !st.closed() && st.before() == lower && st.capital()
			return !st.gap && !st.opened() && !missing
		},
	},
	{
		ID: "segment/mark-next", Doc: "a comma, a colon or a closing mark follows after space",
		Examples: []string{"They asked (why? ) and left.", "Prices rose in the U.S. , too."},
		Counter:  []string{"They asked.|We left."},
		Match: func(st *site) bool {
			k := st.kinds[st.next]
			return k == pause || k == closeMark || k == closeBracket
		},
	},
	{
		ID: "segment/within-brackets", Doc: "the brackets around it close within the sentence",
		Examples: []string{"The bloc (it has met twice. Nobody knows why) is split."},
		Counter:  []string{"The bloc is split.|(It met twice.|Nobody knows why.)"},
		Match:    func(st *site) bool { return st.depth > 0 && !st.closed() && st.bracketGoesOn() },
	},
	{
		ID: "segment/quoted-then-small", Doc: "marks close and a small letter follows: most often an attribution",
		Examples: []string{"\"Will they?\" she asked.", "“Never!” said Ostrand."},
		Counter:  []string{"“Never.”|She left."},
		Match:    func(st *site) bool { return st.closed() && st.small() && !st.opened() },
	},
	{
		ID: "segment/begins-sentence", Doc: "it is itself the beginning of the sentence: a number of a list, an abbreviation",
		Examples: []string{"They agreed.|2. Prices fall.", "They agree: 1. Prices fall.", "P.S. Nobody came."},
		Counter:  []string{"They agreed on two.|Prices fall."},
		Match: func(st *site) bool {
			k := st.kinds[st.mark]
			listed := k == stop && st.before() == number && (st.mark == st.first+1 || st.mark > st.first+1 && st.token(st.mark-2) == ":")
			return !st.closed() && (st.mark == st.first && k != question || listed)
		},
	},
	{
		ID: "segment/before-name", Doc: "an abbreviation or an initial that belongs to what follows",
		Examples: []string{"Then Mr. Ostrand left.", "Then J. K. Ndiaye left.", "It is No. 4 of ten."},
		Counter:  []string{"They said no.|He left."},
		Match: func(st *site) bool {
			switch st.kinds[st.mark] {
			case abbrName, initial:
				return !st.closed()
			case listMark:
				return true
			}
			return false
		},
	},
	{
		ID: "segment/abbreviation", Doc: "an abbreviation, and no word follows that begins sentences",
		Examples: []string{"The U.S. Treasury paid.", "Halden Corp. paid.", "It rose to 5 ft. in May."},
		Counter:  []string{"They met in the U.S.|The talks failed."},
		Match: func(st *site) bool {
			if k := st.kinds[st.mark]; k != abbr && k != acronym {
				return false
			}
			return !st.capital() || !st.closed() && !folded(st.starters, st.token(st.next)) && st.kinds[st.next] != abbrName
		},
	},
	{
		ID: "segment/clock-time", Doc: "a clock time or the like goes on with a day or a zone, or in small letters",
		Examples: []string{"They met at 10 a.m. Friday in Lisbon.", "They met at 5 p.m. local time."},
		Counter:  []string{"They met at 5 p.m.|Ostrand was late."},
		Match: func(st *site) bool {
			if st.kinds[st.mark] != abbrClose {
				return false
			}
			quotes := st.opened() && st.kinds[st.end] == openMark
			return !quotes && (!st.capital() || st.afterClock(st.token(st.next)))
		},
	},
	{
		ID: "segment/ellipsis", Doc: "an ellipsis with small letters or a number after it",
		Examples: []string{"They waited ... and left."},
		Counter:  []string{"They waited ...|Nobody came."},
		Match: func(st *site) bool {
			return st.kinds[st.mark] == ellipsis && !st.capital() && (st.small() || !st.opened())
		},
	},
	{
		ID: "segment/exclaimed-name", Doc: "\"?\" or \"!\" after a name or a quotation, and small letters after it",
		Examples: []string{"The Moving! festival was called off."},
		Counter:  []string{"Are they coming?|who knows."},
		Match: func(st *site) bool {
			return st.kinds[st.mark] == question && st.small() && (st.quoted || st.opened() || st.before() != lower)
		},
	},
	{
		ID: "segment/asked-by-name", Doc: "a quoted question, then a name and a verb that attributes it",
		Examples: []string{"“Will they?” Ms. Ostrand asked.", "“Never!” Bo Scribe shouted."},
		Counter:  []string{"“Will they?”|Ostrand left the room."},
		Match: func(st *site) bool {
			return st.kinds[st.mark] == question && st.quoted && st.attributed()
		},
	},
	{
		ID: "segment/dash-after-quotation", Doc: "a dash goes on after a quoted sentence",
		Examples: []string{"“We will see.” – that was all."},
		Counter:  []string{"“We will see.”|That was all."},
		Match: func(st *site) bool {
			return st.kinds[st.next] == dash && st.quoted && st.kinds[st.mark] == stop
		},
	},
}
