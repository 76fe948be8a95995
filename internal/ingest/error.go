package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// A Code names what is wrong with a piece of input. The list is closed.
type Code string

// The codes. docs/commands.md explains them.
const (
	NotFound    Code = "not-found"    // no such file or folder
	Unreadable  Code = "unreadable"   // the system does not let it be read
	NothingHere Code = "nothing-here" // a folder without a report in it
	Binary      Code = "binary"       // neither text nor a page
	TooLarge    Code = "too-large"    // more than one report can be
	BadArchive  Code = "bad-archive"  // compressed, and broken
	NotJSON     Code = "not-json"     // a line that is not JSON
	NotAnObject Code = "not-an-object"
	WrongType   Code = "wrong-type" // a key that does not hold a string
	NoText      Code = "no-text"    // neither "text" nor "html"
	BadPage     Code = "bad-page"   // a page that cannot be taken apart
	Internal    Code = "internal"   // a fault of the program
)

// Codes returns every code.
func Codes() []Code {
	return []Code{NotFound, Unreadable, NothingHere, Binary, TooLarge, BadArchive, NotJSON, NotAnObject, WrongType, NoText, BadPage, Internal}
}

// An Error says what is wrong with a piece of input, and where.
type Error struct {
	Path    string // as given; "-" is standard input
	Line    int    // of a file of lines, counting from 1; else 0
	Code    Code
	Message string
}

// Error returns place and message in one line.
func (e *Error) Error() string {
	where := e.Path
	if where == "-" {
		where = "standard input"
	}
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d", where, e.Line)
	}
	return where + ": " + e.Message
}

// systemError turns an error of the file system into one of ours.
func systemError(path string, err error) *Error {
	if errors.Is(err, fs.ErrNotExist) {
		return &Error{Path: path, Code: NotFound, Message: "no such file or folder"}
	}
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err // its path is ours
	}
	return &Error{Path: path, Code: Unreadable, Message: strings.TrimPrefix(err.Error(), "read ")}
}
