package record

import (
	"bytes"
	"encoding/json"
	"testing"
)

// TestEmptyListsAreNeverNull holds for lists that are nil and for lists that
// are empty.
func TestEmptyListsAreNeverNull(t *testing.T) {
	for _, r := range []Record{
		{},
		{Meetings: []Meeting{}, Commitments: []Commitment{}, Statements: []Statement{{Chain: []string{}}}},
		{Meetings: []Meeting{{Agenda: []AgendaItem{}}}, Actors: []Actor{{Mentions: []Mention{{}}}}},
	} {
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"meetings", "commitments", "chain", "agenda", "mentions", "alternatives", "titles", "quotes"} {
			if bytes.Contains(b, []byte(`"`+key+`":null`)) {
				t.Errorf("%s is null in %s", key, b)
			}
		}
	}
}
