package link

import (
	"strconv"

	"readout/internal/annot"
	"readout/internal/lex"
	"readout/record"
)

// A spot is an entry of the gazetteer.
type spot struct {
	name, country, region string
	lat, lon              *float64
	people                int // in thousands
	area                  bool
}

func parseSpot(f []string) spot {
	get := func(i int) string {
		if i < len(f) {
			return f[i]
		}
		return ""
	}
	s := spot{name: get(1), country: get(2), region: get(5)}
	if s.name == "" {
		s.name = get(0)
	}
	if s.region == "*" {
		s.area, s.region = true, ""
	}
	number := func(w string) *float64 {
		if x, err := strconv.ParseFloat(w, 64); err == nil {
			return &x
		}
		return nil
	}
	s.lat, s.lon = number(get(3)), number(get(4))
	s.people, _ = strconv.Atoi(get(6))
	return s
}

// place links a place: a country as ground, or an entry of the gazetteer. Of
// several places with one name it takes the capital, else one in a country
// that the report mentions, else the largest if it is larger by far.
func (r *reader) place(e *annot.Entity) annot.Link {
	for _, m := range e.Mentions {
		row := &r.ms.List[m]
		if row.Form != record.Named && row.Form != record.Metonym {
			continue
		}
		key := lex.Fold(r.seg.Text.Slice(row.Span))
		if iso, ok := r.lists.byName[key]; ok && row.By != "mention/listed-name" {
			return annot.Link{Name: r.lists.countries[iso].name, Country: iso, Why: "countries list: name of a country"}
		}
		if s, why := r.spot(key, row); why != "" {
			l := annot.Link{Name: s.name, Country: s.country, Lat: s.lat, Lon: s.lon, Within: s.region, Why: why}
			if l.Within == "" && s.country != "" {
				l.Within = r.lists.countries[s.country].name
			}
			return l
		}
		if row.By == "mention/seat-as-venue" {
			return annot.Link{Name: r.seg.Text.Slice(row.Span), Country: row.Country, Why: "countries list: seat of government"}
		}
	}
	return annot.Link{}
}

// spot finds the entry that a name means, and says why; why is empty where
// none is clear.
func (r *reader) spot(key string, row *annot.Mention) (spot, string) {
	var all []spot
	for _, f := range r.places.Lookup(key) {
		all = append(all, parseSpot(f))
	}
	iso := r.lists.byCapital[key]
	best, second := -1, -1
	for i := range all {
		s := &all[i]
		switch {
		case row.Country != "" && s.country == row.Country, iso != "" && s.country == iso && !s.area:
			return *s, "gazetteer: " + whyCountry(iso != "")
		}
		if best < 0 || s.people > all[best].people {
			best, second = i, best
		} else if second < 0 || s.people > all[second].people {
			second = i
		}
	}
	if best < 0 {
		if iso != "" {
			return spot{name: r.lists.countries[iso].capitals[0], country: iso}, "countries list: capital"
		}
		return spot{}, ""
	}
	inReport := -1
	for i := range all {
		if r.countries[all[i].country] && (inReport < 0 || all[i].people > all[inReport].people && !all[i].area) {
			inReport = i
		}
	}
	switch {
	case inReport >= 0 && all[inReport].people*10 >= all[best].people:
		return all[inReport], "gazetteer: in a country that the report mentions"
	case second < 0 || sameSpot(&all[best], &all[second]):
		return r.city(all), "gazetteer: the only place of that name"
	case all[best].people >= 20*max(all[second].people, 1):
		return all[best], "gazetteer: the largest of that name by far"
	}
	return spot{}, ""
}

func whyCountry(isCapital bool) string {
	if isCapital {
		return "capital"
	}
	return "in the country that the list gives"
}

// sameSpot reports whether two entries are a city and the region around it.
func sameSpot(a, b *spot) bool {
	return a.country == b.country && a.area != b.area
}

// city returns the first entry that is no region, else the first.
func (r *reader) city(all []spot) spot {
	for i := range all {
		if !all[i].area {
			return all[i]
		}
	}
	return all[0]
}
