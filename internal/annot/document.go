package annot

import "readout/internal/text"

// A Source is what is known of a report apart from its words, as the caller
// or the page around the text gives it. Empty strings mean not given.
type Source struct {
	ID, Title, Outlet, URL string
	Byline                 string
	Published              string // ISO 8601 date or date-time
	FromPage               bool   // Published was taken from a page, not given by the caller
}

// A Document is a report with every layer that has been computed; a nil
// layer has not.
type Document struct {
	Source       Source
	Text         *text.Text
	Language     string // ISO 639-1, or "und"
	AboutTalks   bool   // the report is about a negotiation
	Segmentation *Segmentation
	Quotations   *Quotations
	Syntax       *Syntax
	Names        *Names  // as the network proposes them
	Cues         *Cues   // the same
	States       *States // of the network
	Times        *Times
	Figures      *Figures
	Mentions     *Mentions
	Attributions *Attributions
	Entities     *Entities
	Things       *Things
	Links        *Links
	Conditions   *Conditions
	Statements   *Statements
	Meetings     *Meetings
	Positions    *Positions
	Events       *Events
	Doubts       []Doubt // of the reading as a whole
}
