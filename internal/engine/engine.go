package engine

import (
	"fmt"
	"io/fs"

	"readout/internal/annot"
	"readout/internal/attribution"
	"readout/internal/condition"
	"readout/internal/coref"
	"readout/internal/encode"
	"readout/internal/event"
	"readout/internal/figure"
	"readout/internal/lex"
	"readout/internal/link"
	"readout/internal/meeting"
	"readout/internal/mention"
	"readout/internal/position"
	"readout/internal/quote"
	"readout/internal/segment"
	"readout/internal/statement"
	"readout/internal/text"
	"readout/internal/thing"
	"readout/internal/timex"
	"readout/internal/topic"
	"readout/record"
)

// An Engine holds the stages of reading.
type Engine struct {
	segment     *segment.Segmenter
	quote       *quote.Finder
	encode      *encode.Encoder
	timex       *timex.Finder
	figure      *figure.Finder
	mention     *mention.Finder
	attribution *attribution.Attributor
	coref       *coref.Resolver
	thing       *thing.Finder
	link        *link.Linker
	condition   *condition.Finder
	statement   *statement.Judge
	meeting     *meeting.Finder
	position    *position.Finder
	event       *event.Finder
	topic       *topic.Judge
}

// Load makes an engine from the word lists and the trained models.
func Load(lexicon, models fs.FS) (*Engine, error) {
	e := &Engine{quote: quote.New()}
	encoder := make(chan error) // beside the rest, which takes as long
	go func() {
		var err error
		e.encode, err = encode.Load(models, lexicon)
		encoder <- err
	}()
	err := e.loadLists(lex.NewShelf(lexicon), models)
	if other := <-encoder; err == nil {
		err = other
	}
	if err != nil {
		return nil, fmt.Errorf("loading the reader: %w", err)
	}
	return e, nil
}

// loadLists makes the stages that live on word lists.
func (e *Engine) loadLists(lexicon, models fs.FS) (err error) {
	for _, load := range []func(){
		func() { e.segment, err = segment.New(lexicon) },
		func() { e.timex, err = timex.New(lexicon) },
		func() { e.figure, err = figure.New(lexicon) },
		func() { e.mention, err = mention.New(lexicon) },
		func() { e.attribution, err = attribution.New(lexicon) },
		func() { e.coref, err = coref.New(lexicon, models) },
		func() { e.thing, err = thing.New(models) },
		func() { e.link, err = link.New(lexicon) },
		func() { e.condition, err = condition.New(lexicon) },
		func() { e.statement, err = statement.New(lexicon) },
		func() { e.meeting, err = meeting.New(lexicon) },
		func() { e.position, err = position.New(lexicon) },
		func() { e.event, err = event.New(lexicon) },
		func() { e.topic, err = topic.New(lexicon) },
	} {
		if load(); err != nil {
			return err
		}
	}
	return nil
}

// Annotate reads a report. It never fails: what it cannot settle is a doubt.
func (e *Engine) Annotate(src annot.Source, t *text.Text) *annot.Document {
	d := &annot.Document{Source: src, Text: t, Language: e.segment.Language(t)}
	if d.Language != "en" {
		d.Doubts = []annot.Doubt{{Code: record.DoubtLanguageNotRead}}
		return d
	}
	seg := e.segment.Segment(t, src)
	quo := e.quote.Find(seg)
	enc := e.encode.Read(seg)
	syn := enc.Syntax
	tim := e.timex.Find(seg, syn, src)
	fig := e.figure.Find(seg, syn, tim)
	men := e.mention.Find(seg, syn, tim, enc.Names)
	att := e.attribution.Attribute(seg, quo, syn, men, enc.Cues)
	ent := e.coref.Resolve(seg, quo, syn, men, att)
	thi := e.thing.Find(seg, quo, syn, enc.States, tim, men, ent)
	lnk := e.link.Link(seg, men, ent, tim)
	con := e.condition.Find(seg, quo, syn, att)
	sta := e.statement.Judge(seg, quo, syn, tim, men, att, ent, con)
	if d.AboutTalks = e.topic.AboutTalks(seg, syn); !d.AboutTalks {
		sta = sta.Attributed() // the report's own voice counts only where it speaks of talks
		d.Doubts = append(d.Doubts, annot.Doubt{Code: record.DoubtNotAboutTalks})
	}
	mee := e.meeting.Find(seg, syn, tim, men, att, ent, sta)
	pos := e.position.Find(seg, syn, tim, men, att, ent, con, sta)
	eve := e.event.Find(seg, syn, tim, men, att, ent, con, sta, mee)

	d.Segmentation, d.Quotations, d.Syntax, d.Times, d.Figures, d.Mentions = seg, quo, syn, tim, fig, men
	d.Names, d.Cues, d.States = enc.Names, enc.Cues, enc.States
	d.Attributions, d.Entities, d.Things, d.Links, d.Conditions, d.Statements = att, ent, thi, lnk, con, sta
	d.Meetings, d.Positions, d.Events = mee, pos, eve
	return d
}

// Floor gives the lowest layers alone: sentences, tokens, tags and trees.
func (e *Engine) Floor(t *text.Text) (*annot.Segmentation, *annot.Syntax) {
	seg := e.segment.Segment(t, annot.Source{})
	return seg, e.encode.Read(seg).Syntax
}

// Times gives the time expressions of a text alone, whatever its language.
func (e *Engine) Times(src annot.Source, t *text.Text) *annot.Times {
	seg := e.segment.Segment(t, src)
	return e.timex.Find(seg, e.encode.Read(seg).Syntax, src)
}
