package export

import (
	"encoding/json"
	"io"
	"testing"

	"readout/record"
)

// FuzzPages sets any record, sound or not: a page is no place to fail.
func FuzzPages(f *testing.F) {
	b, err := json.Marshal(ferries(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte(`{"report":{"about_talks":true,"text":"x"},"meetings":[{"id":"m1"}],"statements":[{"id":"s1","content":[[-5,9]],"chain":["q1"]}],"attributions":[{"id":"q1","cue":[[3,1]]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := new(record.Record)
		if json.Unmarshal(data, r) != nil {
			return
		}
		if err := Text(io.Discard, r, Style{}); err != nil {
			t.Error(err)
		}
		if err := HTML(io.Discard, r); err != nil {
			t.Error(err)
		}
		if err := JSON(io.Discard, r); err != nil {
			t.Error(err)
		}
	})
}
