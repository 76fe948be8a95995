package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"sync"

	"readout/internal/annot"
	"readout/internal/ingest"
	"readout/record"
)

// A result is one report, read and written out, or why it could not be.
type result struct {
	piece ingest.Piece
	id    string // of the report
	out   []byte
	note  string
	err   *ingest.Error
	last  bool // nothing else is ready behind it: a good time to flush
}

// A pool reads pieces on several cores and gives the results in the order of
// the pieces. No more than a few pieces for each core are in memory.
type pool struct {
	jobs   int
	pieces iter.Seq[ingest.Piece]
	source func(ingest.Piece, annot.Source) annot.Source
	read   func(annot.Source, string) *record.Record
	format func(io.Writer, *record.Record) error
}

// A task is a piece and where its result is to go.
type task struct {
	piece ingest.Piece
	done  chan result
}

// results yields the results until the pieces end, the context does, or no
// more are wanted. It may leave a goroutine behind that waits for input.
func (p *pool) results(ctx context.Context) iter.Seq[result] {
	return func(yield func(result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		order := make(chan task, 4*p.jobs)
		work := make(chan task, p.jobs)
		go p.feed(ctx, order, work)
		var workers sync.WaitGroup
		for range p.jobs {
			workers.Go(func() {
				for t := range work {
					t.done <- p.one(t.piece)
				}
			})
		}
		for {
			select {
			case <-ctx.Done():
				return
			case t, more := <-order:
				if !more {
					workers.Wait()
					return
				}
				res := <-t.done
				res.last = len(order) == 0
				if !yield(res) {
					return
				}
			}
		}
	}
}

// feed hands out the pieces, in order.
func (p *pool) feed(ctx context.Context, order, work chan<- task) {
	defer close(order)
	defer close(work)
	for piece := range p.pieces {
		t := task{piece, make(chan result, 1)}
		select {
		case <-ctx.Done():
			return
		case order <- t:
		}
		select {
		case <-ctx.Done():
			t.done <- result{piece: piece}
			return
		case work <- t:
		}
	}
}

// one reads one piece. A fault of the program costs the report that showed
// it, not those behind it.
func (p *pool) one(piece ingest.Piece) (res result) {
	defer func() {
		if fault := recover(); fault != nil {
			res.out, res.err = nil, &ingest.Error{Path: piece.Path, Line: piece.Line, Code: ingest.Internal,
				Message: fmt.Sprintf("a fault of this program (please report it with the text): %v", fault)}
		}
	}()
	res.piece = piece
	report, err := piece.Report()
	if err != nil {
		res.err = err
		return res
	}
	res.note, res.id = report.Note, report.Source.ID
	var b bytes.Buffer
	if err := p.format(&b, p.read(p.source(piece, report.Source), report.Raw)); err != nil {
		res.err = &ingest.Error{Path: piece.Path, Line: piece.Line, Code: ingest.Internal, Message: err.Error()}
		return res
	}
	res.out = b.Bytes()
	return res
}
