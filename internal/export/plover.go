package export

import (
	"strconv"
	"strings"

	"readout/record"
)

// Plover is the table of events in the terms of the PLOVER ontology (2024), a
// row each. What a names list or a gazetteer adds to the words stands in
// columns of its own, whose names begin with "background_". An event's date is
// that of its own time expression; the day of publication is not put in its
// place.
func Plover() Table {
	return Table{
		Columns: []string{"report", "outlet", "published", "event", "event_type", "event_mode", "quad", "status", "event_date", "event_date_words",
			"actor", "actor_kind", "actor_titles", "recipient", "recipient_kind", "recipient_titles", "place",
			"background_actor", "background_actor_country", "background_recipient", "background_recipient_country",
			"background_place_country", "background_latitude", "background_longitude",
			"words", "sentence", "start", "end", "statement", "chain", "rule"},
		numbers: []string{"start", "end", "background_latitude", "background_longitude"},
		rows:    (*view).eventRows,
	}
}

func (v *view) eventRows() [][]string {
	rows := make([][]string, 0, len(v.r.Events))
	for i := range v.r.Events {
		e := &v.r.Events[i]
		a, b := v.party(e.Actor), v.party(e.Recipient)
		spot := v.spot(e.Place)
		date, words := v.dated(e.Time)
		rows = append(rows, []string{
			v.r.Report.ID, given(v.r.Report.Outlet), given(v.r.Report.Published), e.ID, string(e.Type), given(e.Mode), quad(e.Type), string(e.Status), date, words,
			a.name, a.kind, a.titles, b.name, b.kind, b.titles, v.where(e.Place),
			a.background, a.country, b.background, b.country, spot.country, spot.lat, spot.lon,
			v.words(e.Words), v.sentence(e.Words), first(e.Words), last(e.Words), given(e.Statement), v.voice(e.Statement), e.Rule,
		})
	}
	return rows
}

// quad returns the quarter of the ontology that a type belongs to.
func quad(t record.EventType) string {
	switch t {
	case record.Agree, record.Consult, record.Support, record.Concede:
		return "V-COOP"
	case record.Cooperate, record.Aid, record.Retreat:
		return "M-COOP"
	case record.Request, record.Accuse, record.Reject, record.Threaten:
		return "V-CONF"
	case record.Protest, record.Sanction, record.Mobilize, record.Coerce, record.Assault:
		return "M-CONF"
	}
	return ""
}

// A party is what a table says of an actor.
type party struct{ name, kind, titles, background, country string }

func (v *view) party(id *string) party {
	a := v.actor(id)
	if a == nil {
		return party{}
	}
	p := party{name: short(a), kind: string(a.Kind), titles: strings.Join(a.Titles, "; ")}
	if a.Background != nil {
		p.background, p.country = a.Background.Name, given(a.Background.Country)
	}
	return p
}

// short returns the name of an actor; of one without a name the words up to
// the first clause that describes it: "villagers", not "villagers who have
// choked off the road for a month".
func short(a *record.Actor) string {
	name := oneLine(a.Name)
	if a.Named {
		return name
	}
	end := len(name)
	for _, mark := range [...]string{" that ", " who ", " whom ", " whose ", " which ", ", "} {
		if i := strings.Index(name, mark); i > 0 {
			end = min(end, i)
		}
	}
	return name[:end]
}

// A spot is what a gazetteer knows of a place.
type spot struct{ country, lat, lon string }

func (v *view) spot(id *string) spot {
	if id == nil || v.places[*id] == nil || v.places[*id].Background == nil {
		return spot{}
	}
	b := v.places[*id].Background
	degrees := func(x *float64) string {
		if x == nil {
			return ""
		}
		return strconv.FormatFloat(*x, 'f', -1, 64)
	}
	return spot{given(b.Country), degrees(b.Lat), degrees(b.Lon)}
}

// dated returns the value of a time and its words.
func (v *view) dated(id *string) (value, words string) {
	if id == nil || v.times[*id] == nil {
		return "", ""
	}
	t := v.times[*id]
	return given(t.Value), v.slice(t.Span)
}

// sentence returns the sentence in which words stand.
func (v *view) sentence(ss record.Spans) string {
	for _, s := range v.r.Sentences {
		if len(ss) > 0 && s[0] <= ss[0][0] && ss[0][0] < s[1] {
			return v.slice(s)
		}
	}
	return ""
}
