package export

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"readout/record"
)

func TestTablesAreWhole(t *testing.T) {
	r := ferries(t)
	for _, tt := range []struct {
		name  string
		table Table
		rows  int
	}{{"statements", Statements(), len(r.Statements)}, {"events", Plover(), len(r.Events)}} {
		var b strings.Builder
		if err := tt.table.Heading(&b); err != nil {
			t.Fatal(err)
		}
		if err := tt.table.CSV(&b, r); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll() // fails where rows differ in length
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if len(rows) != tt.rows+1 {
			t.Errorf("%s: %d rows, want a heading and %d", tt.name, len(rows), tt.rows)
		}
	}
}

func TestStatementRow(t *testing.T) {
	r := ferries(t)
	for i := range r.Statements {
		row := cells(t, Statements(), r, i)
		s := &r.Statements[i]
		if row["firmness"] != string(s.Firmness) || row["statement"] != s.ID {
			t.Errorf("row %d: %v", i, row)
		}
		if words := strings.Split(row["content"], " … ")[0]; !strings.Contains(oneLine(r.Report.Text), words) {
			t.Errorf("row %d: %q is not in the report", i, words)
		}
		if (row["speaker"] == "") != (s.Speaker == nil) {
			t.Errorf("row %d: speaker %q", i, row["speaker"])
		}
	}
}

// cells returns one row by the names of its columns.
func cells(t *testing.T, table Table, r *record.Record, i int) map[string]string {
	t.Helper()
	out := map[string]string{}
	for j, cell := range table.rows(newView(r))[i] {
		out[table.Columns[j]] = cell
	}
	return out
}

func TestPloverRow(t *testing.T) {
	country, lat := "XDN", 61.5
	a, b, p := "a1", "a2", "p1"
	date := "2031-04-09"
	when := "t1"
	r := &record.Record{
		Report:    record.Report{ID: "x", Text: "Halvik expelled Dorn\u2019s envoy on Friday, in Osk."},
		Sentences: record.Spans{{0, 49}},
		Actors: []record.Actor{{ID: "a1", Name: "Halvik", Kind: record.State, Named: true},
			{ID: "a2", Name: "Dorn\u2019s\nenvoy", Kind: record.Person, Background: &record.Background{Name: "N. N.", Country: &country}}},
		Times:  []record.Time{{ID: "t1", Span: record.Span{32, 38}, Value: &date}},
		Places: []record.Place{{ID: "p1", Name: "Osk", Background: &record.PlaceBackground{Lat: &lat}}},
		Events: []record.Event{{ID: "e1", Type: record.Sanction, Status: record.EventAsserted, Actor: &a, Recipient: &b, Words: record.Spans{{7, 15}}, Time: &when, Place: &p}},
	}
	row := cells(t, Plover(), r, 0)
	for column, want := range map[string]string{
		"quad": "M-CONF", "status": "asserted", "event_date": date, "event_date_words": "Friday", "actor": "Halvik", "recipient": "Dorn\u2019s envoy",
		"background_recipient_country": "XDN", "background_actor": "", "place": "Osk", "background_latitude": "61.5", "words": "expelled", "chain": "report",
	} {
		if row[column] != want {
			t.Errorf("%s: %q, want %q", column, row[column], want)
		}
	}
	var line strings.Builder
	if err := Plover().Lines(&line, r); err != nil {
		t.Fatal(err)
	}
	var object struct {
		Mode  *string  `json:"event_mode"`
		Start int      `json:"start"`
		Lat   *float64 `json:"background_latitude"`
	}
	if err := json.Unmarshal([]byte(line.String()), &object); err != nil {
		t.Fatal(err)
	}
	if object.Mode != nil || object.Start != 7 || object.Lat == nil || *object.Lat != lat {
		t.Errorf("as JSON: %s", line.String())
	}
}

func TestEveryTypeHasAQuad(t *testing.T) {
	for _, x := range record.EventType("").Values() {
		if quad(x) == "" {
			t.Errorf("%s has none", x)
		}
	}
}

func TestShort(t *testing.T) {
	for _, c := range []struct {
		name  string
		named bool
		want  string
	}{
		{"villagers who have choked off the road for a month", false, "villagers"},
		{"its largest lender, which holds the mine", false, "its largest lender"},
		{"officials of both ministries", false, "officials of both ministries"},
		{"who", false, "who"},
		{"Halvik Mining, Inc.", true, "Halvik Mining, Inc."},
	} {
		if got := short(&record.Actor{Name: c.name, Named: c.named}); got != c.want {
			t.Errorf("short(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}
