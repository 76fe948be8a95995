// Package ingest takes reports from what people have: text files, saved web
// pages, lines of JSON, standard input, whole folders of these.
//
// [Input.Pieces] finds the reports without reading more of the input than it
// must, and [Piece.Report] makes one of them ready to be read. The first is
// quick and in order; the second may be slow (a page must be parsed) and may
// be called for many pieces at once.
//
// Nothing that can be in a file stops the rest: a piece that cannot be read
// gives an [Error] that says where and what to do. An empty report is no
// error; there is only nothing in it.
//
// Of a page the text of its article is kept, a paragraph to a line, an empty
// line between two; its title, byline, outlet and date become what is known
// of the report apart from its words, and the title is not repeated in the
// text. For example
//
//	<title>Crews weigh offer | The Gazette</title> ...
//	<article><h1>Crews weigh offer</h1><p>By Ada Holt</p><p>The crews met.</p>
//
// gives the text "The crews met." with title, byline and outlet beside it.
//
// Known failures: tables are read only where their cells hold sentences; a
// page made of several articles gives the longest; the text that scripts
// would put on a page is not seen.
package ingest
