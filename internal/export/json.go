package export

import (
	"encoding/json"
	"fmt"
	"io"

	"readout/record"
)

// JSON writes a record as indented JSON and a newline.
func JSON(w io.Writer, r *record.Record) error { return encode(w, r, "  ") }

// JSONL writes a record as one line of JSON.
func JSONL(w io.Writer, r *record.Record) error { return encode(w, r, "") }

func encode(w io.Writer, r *record.Record, indent string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(r); err != nil {
		return fmt.Errorf("writing the record: %w", err)
	}
	return nil
}
