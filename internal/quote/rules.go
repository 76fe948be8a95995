package quote

import "readout/internal/annot"

// A rule is a style of quotation marks. In examples each paragraph is a line
// and pieces stand in braces; what is not in braces is not to be found.
type rule struct {
	ID       annot.By
	Doc      string
	Open     []string // tokens that open; where one of Close is among them, space tells
	Close    []string
	Single   bool // single marks: apostrophes look like them
	Toggles  bool // the same mark on either side
	Runs     bool // an unclosed one runs to the end of its paragraph
	Examples []string
	Counter  []string
}

// rules is the styles, in order of preference for a mark that several use.
var rules = []rule{
	{
		ID: "quote/curly-double", Doc: "curly double marks, the usual ones",
		Open: []string{"“", "‟", "&ldquo;", "&#8220;"}, Close: []string{"”", "“", "\"", "″", "''", "’’", "&rdquo;", "&#8221;", "&quot;"}, Runs: true,
		Examples: []string{
			"{“We will stay,”} she said. {“For now.”}",
			"He saw {“no sign\"} of a deal.",
			"Ostrand said: {“We waited.}\n{“Nobody came.”}",
			"{“They told us {‘never’} and left,”} she said.",
			"{“They told us {‘nobody says {“never”} twice’} and left,”} she said.",
			"Ostrand said: {“We waited. Nobody came.}",
		},
		Counter: []string{"The offer ” stood."},
	},
	{
		ID: "quote/low-double", Doc: "marks that open low, as in German and in the east of Europe",
		Open: []string{"„", ",,", "&bdquo;", "&#8222;"}, Close: []string{"“", "”", "\"", "''", "&ldquo;", "&rdquo;"}, Runs: true,
		Examples: []string{"{„Wir warten“}, he said.", "{„We wait”}, he said."},
	},
	{
		ID: "quote/straight-double", Doc: "typewritten double marks; space tells which way they face",
		Open: []string{"\"", "＂", "&quot;", "&#34;"}, Close: []string{"\"", "＂", "”", "''", "&quot;", "&#34;", "&rdquo;"}, Toggles: true, Runs: true,
		Examples: []string{"{\"We will stay,\"} she said. {\"For now.\"}", "The ({\"final\"}) offer stood."},
		Counter:  []string{"The pipe is 12\" wide.", "He is 6'2\" tall."},
	},
	{
		ID: "quote/typewriter", Doc: "two grave accents and two apostrophes",
		Open: []string{"``"}, Close: []string{"''", "\"", "”"}, Runs: true,
		Examples: []string{"{``We will stay,''} she said."},
	},
	{
		ID: "quote/doubled-apostrophes", Doc: "two apostrophes on either side; space tells which way they face",
		Open: []string{"''", "’’", "‘‘", "‘’"}, Close: []string{"''", "’’", "\""},
		Examples: []string{"{''We will stay,''} she said. {''For now.''}"},
	},
	{
		ID: "quote/guillemets", Doc: "guillemets that point outwards",
		Open: []string{"«", "&laquo;"}, Close: []string{"»", "&raquo;"}, Runs: true,
		Examples: []string{"{«We will stay»}, she said.", "{« We will stay »}, she said."},
	},
	{
		ID: "quote/guillemets-inward", Doc: "guillemets that point inwards",
		Open: []string{"»", "&raquo;"}, Close: []string{"«", "&laquo;"},
		Examples: []string{"{»We will stay«}, she said."},
	},
	{
		ID: "quote/corner", Doc: "corner brackets",
		Open: []string{"「"}, Close: []string{"」"},
		Examples: []string{"{「We will stay」} she said."},
	},
	{
		ID: "quote/corner-double", Doc: "double corner brackets",
		Open: []string{"『"}, Close: []string{"』"},
		Examples: []string{"{『We will stay』} she said."},
	},
	{
		ID: "quote/curly-single", Doc: "curly single marks, first in many British papers, second elsewhere",
		Open: []string{"‘", "‛", "&lsquo;", "&#8216;"}, Close: []string{"’", "'", "&rsquo;", "&#8217;"}, Single: true, Runs: true,
		Examples: []string{
			"{‘We will stay,’} she said. {‘For now.’}",
			"{‘The ministers’ offer won’t stand,’} she said.",
			"{‘They told us {“never”} and left,’} she said.",
		},
		Counter: []string{"The ministers’ offer and the unions’ answer differ.", "The ’90s were rock ’n’ roll."},
	},
	{
		ID: "quote/straight-single", Doc: "typewritten single marks; space tells which way they face",
		Open: []string{"'", "`", "&apos;", "&#39;"}, Close: []string{"'", "&apos;", "&#39;", "’"}, Single: true,
		Examples: []string{"{'We will stay,'} she said. {'For now.'}", "{'The ministers' offer won't stand,'} she said."},
		Counter:  []string{"The ministers' offer and the unions' answer differ.", "The '90s were rock 'n' roll.", "He is 6' tall."},
	},
	{
		ID: "quote/low-single", Doc: "a single mark that opens low",
		Open: []string{"‚", "&sbquo;"}, Close: []string{"‘", "’"}, Single: true,
		Examples: []string{"He said {‚never‘} to them."},
	},
	{
		ID: "quote/guillemets-single", Doc: "single guillemets",
		Open: []string{"‹"}, Close: []string{"›"}, Single: true,
		Examples: []string{"He said {‹never›} to them."},
	},
}
