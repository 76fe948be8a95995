package ingest

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// kindOfContent tells from the first bytes of a stream what it is.
func kindOfContent(head []byte) Kind {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	if rest, ok := bytes.CutPrefix(head, []byte("{")); ok {
		rest = bytes.TrimLeft(rest, " \t")
		if bytes.HasPrefix(rest, []byte(`"`)) || bytes.HasPrefix(rest, []byte("}")) {
			return Lines
		}
	}
	if isPage(head) {
		return Page
	}
	return Plain
}

// isPage reports whether text begins as a web page does, comments and an XML
// declaration aside.
func isPage(head []byte) bool {
	low := strings.ToLower(string(head[:min(len(head), 4096)]))
	for {
		low = strings.TrimLeft(low, " \t\r\n")
		end := ""
		switch {
		case strings.HasPrefix(low, "<!--"):
			end = "-->"
		case strings.HasPrefix(low, "<?xml"):
			end = "?>"
		}
		if end == "" {
			break
		}
		_, after, found := strings.Cut(low, end)
		if !found {
			return false
		}
		low = after
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(low, tag) {
			return true
		}
	}
	return false
}

// formats are the beginnings of files that people hold to be text.
var formats = [...]struct{ magic, name string }{
	{"%PDF-", "a PDF"}, {"PK\x03\x04", "an archive or an office document"}, {"\xd0\xcf\x11\xe0", "an old office document"},
	{"{\\rtf", "rich text"}, {"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"},
}

// notText says what data is that is not text, or nothing.
func notText(data []byte) string {
	const advice = "; save it as plain text or as a web page"
	for _, f := range formats {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return "this is " + f.name + advice
		}
	}
	if byteOrder(data) == nil && bytes.IndexByte(data[:min(len(data), 8000)], 0) >= 0 {
		return "this is not text" + advice
	}
	return ""
}

// byteOrder returns the order of bytes that the mark of a UTF-16 text gives,
// or nil.
func byteOrder(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return binary.BigEndian
	}
	return nil
}

// decode returns the words of a text file, and what its owner should know of
// how they were found. Text is UTF-8. UTF-16 is known by its mark. Bytes that
// are not UTF-8, with no character of several bytes among them, are taken for
// Windows-1252, the one other encoding that such files have: its quotation
// marks must not be lost. Anything else is left as it is.
func decode(data []byte) (words, note string) {
	if order := byteOrder(data); order != nil {
		units := make([]uint16, 0, len(data)/2)
		for i := 2; i+1 < len(data); i += 2 {
			units = append(units, order.Uint16(data[i:]))
		}
		return string(utf16.Decode(units)), ""
	}
	if utf8.Valid(data) {
		return string(data), ""
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r != utf8.RuneError && n > 1 {
			return string(data), "some bytes are not UTF-8; they are shown as \ufffd"
		}
		i += n
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return string(data), "some bytes are not UTF-8; they are shown as \ufffd"
	}
	return string(out), "not UTF-8: taken as Windows-1252"
}
