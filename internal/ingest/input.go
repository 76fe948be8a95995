package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// An Input says what is to be read.
type Input struct {
	Paths []string  // files, folders, "-" for Stdin
	Stdin io.Reader // may be nil where no path is "-"
	As    Kind      // Detect, or how every file is to be taken
}

// Pieces yields the reports, in the order of the paths, those of a folder by
// name. What cannot be opened is a piece with an error. A file of lines is
// read no further than it is asked for.
func (in Input) Pieces() iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		for _, p := range in.Paths {
			if !in.path(p, yield) {
				return
			}
		}
	}
}

// path yields the pieces of one path; false means that no more are wanted.
func (in Input) path(p string, yield func(Piece) bool) bool {
	if p == "-" {
		return in.stream(in.Stdin, Piece{Path: "-", id: "stdin", kind: in.As}, yield)
	}
	info, err := os.Stat(p)
	if err != nil {
		return yield(Piece{Path: p, err: systemError(p, err)})
	}
	if info.IsDir() {
		return in.folder(p, yield)
	}
	return in.file(p, filepath.Base(p), yield)
}

// folder yields the reports under a folder. Names that begin with a dot are
// passed over.
func (in Input) folder(root string, yield func(Piece) bool) bool {
	found, more := false, true
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		hidden := p != root && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			found = true
			if more = yield(Piece{Path: p, err: systemError(p, err)}); more {
				return nil
			}
			return filepath.SkipAll
		case d.IsDir() && hidden:
			return filepath.SkipDir
		case d.IsDir() || hidden || kindOfName(p) == "" || !isFile(p, d):
			return nil
		}
		found = true
		id, err := filepath.Rel(root, p)
		if err != nil {
			id = p
		}
		if more = in.file(p, filepath.ToSlash(id), yield); more {
			return nil
		}
		return filepath.SkipAll
	})
	if err == nil && !found && more {
		return yield(Piece{Path: root, err: &Error{Path: root, Code: NothingHere,
			Message: "no report in this folder: looked for " + strings.Join(extensions(), " ") + ", also with .gz"}})
	}
	return more
}

// isFile reports whether an entry is a file, or a link to one.
func isFile(p string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return d.Type().IsRegular()
	}
	info, err := os.Stat(p)
	return err == nil && info.Mode().IsRegular()
}

// file yields the reports in a file.
func (in Input) file(p, id string, yield func(Piece) bool) bool {
	f, err := os.Open(p)
	if err != nil {
		return yield(Piece{Path: p, err: systemError(p, err)})
	}
	defer f.Close()
	kind := in.As
	if kind == Detect || kind == "" {
		kind = kindOfName(p)
	}
	return in.stream(f, Piece{Path: p, id: id, kind: kind}, yield)
}

// stream yields the reports in a stream; like gives path, id and kind.
func (in Input) stream(r io.Reader, like Piece, yield func(Piece) bool) bool {
	buf := bufio.NewReaderSize(r, 64<<10)
	if magic, _ := buf.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(buf)
		if err != nil {
			like.err = like.fail(BadArchive, "looks like gzip, but is broken: "+err.Error())
			return yield(like)
		}
		buf = bufio.NewReaderSize(z, 64<<10)
	}
	if like.kind == Detect || like.kind == "" {
		like.kind = kindOfContent(peek(buf))
	}
	if like.kind == Lines {
		return lines(buf, like, yield)
	}
	like.data, like.err = whole(buf, like)
	return yield(like)
}

// peek returns what a first read gives, so that a slow writer is not waited
// for, up to the buffer's size.
func peek(buf *bufio.Reader) []byte {
	if _, err := buf.Peek(1); err != nil {
		return nil
	}
	b, _ := buf.Peek(buf.Buffered())
	return b
}

// whole reads a stream that is one report.
func whole(r io.Reader, like Piece) ([]byte, *Error) {
	data, err := io.ReadAll(io.LimitReader(r, maxReport+1))
	switch {
	case err != nil:
		return nil, like.readError(err)
	case len(data) > maxReport:
		return nil, like.fail(TooLarge, fmt.Sprintf("more than %d MiB: one report cannot be that long; split it, or give it as lines of JSON", maxReport>>20))
	}
	if what := notText(data); what != "" {
		return nil, like.fail(Binary, what)
	}
	return data, nil
}

// readError tells a broken archive from a file that cannot be read.
func (p Piece) readError(err error) *Error {
	e := systemError(p.Path, err)
	e.Line = p.Line
	if err == gzip.ErrChecksum || err == gzip.ErrHeader || err == io.ErrUnexpectedEOF || strings.Contains(err.Error(), "flate") {
		e.Code, e.Message = BadArchive, "the compressed data is broken: "+err.Error()
	}
	return e
}

// lines yields the reports in a stream of lines. Empty lines are passed over.
func lines(buf *bufio.Reader, like Piece, yield func(Piece) bool) bool {
	base := like.id
	for n := 1; ; n++ {
		p := like
		p.Line, p.id = n, fmt.Sprintf("%s:%d", base, n)
		data, long, err := readLine(buf)
		if n == 1 {
			data = bytes.TrimPrefix(data, []byte("\uFEFF"))
		}
		switch {
		case long:
			p.err = p.fail(TooLarge, fmt.Sprintf("the line has more than %d MiB", maxReport>>20))
		case len(bytes.TrimSpace(data)) > 0:
			p.data = data
		}
		if (p.data != nil || p.err != nil) && !yield(p) {
			return false
		}
		if err == io.EOF {
			return true
		}
		if err != nil {
			p.data, p.err = nil, p.readError(err)
			return yield(p)
		}
	}
}

// readLine returns the next line without its end, in memory of its own. A
// line that is too long is passed over, and long set.
func readLine(buf *bufio.Reader) (data []byte, long bool, err error) {
	for {
		part, err := buf.ReadSlice('\n')
		if long = long || len(data)+len(part) > maxReport; long {
			data = nil
		} else {
			data = append(data, part...)
		}
		if err != bufio.ErrBufferFull {
			return bytes.TrimSuffix(data, []byte("\n")), long, err
		}
	}
}

// kindOfName returns the kind that a file's name tells, or nothing.
func kindOfName(p string) Kind {
	name := strings.TrimSuffix(strings.ToLower(filepath.ToSlash(p)), ".gz")
	switch path.Ext(name) {
	case ".txt", ".text":
		return Plain
	case ".html", ".htm", ".xhtml":
		return Page
	case ".jsonl", ".ndjson":
		return Lines
	}
	return ""
}

func extensions() []string {
	return []string{".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"}
}
