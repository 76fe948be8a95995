package link

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/record"
)

// TestHolders asks who is linked to what by name and day: facts, each checked
// by hand.
func TestHolders(t *testing.T) {
	l := linker(t)
	for _, c := range []struct {
		name        string
		year, month int
		want        string // of the reason, or "" for no link
	}{
		{"Angela Merkel", 2015, 6, "chancellor, Germany"},
		{"Angela Merkel", 2023, 6, "not in office on 2023-06-01"},
		{"Penny Wong", 2024, 3, "foreign minister, Australia"},
		{"Marise Payne", 2020, 3, "foreign minister, Australia"},
		{"Yoko Kamikawa", 2024, 5, "foreign minister, Japan"},
		{"Takeshi Iwaya", 2024, 11, "foreign minister, Japan"},
		{"Qin Gang", 2023, 3, "foreign minister, China"},
		{"Qin Gang", 2024, 3, "not in office on 2024-03-01"},
		{"Naledi Pandor", 2022, 1, "foreign minister, South Africa"},
		{"Sameh Shoukry", 2019, 9, "foreign minister, Egypt"},
		{"Kofi Annan", 2003, 2, "secretary-general, United Nations"},
		{"Rex Tillerson", 2017, 7, "secretary of state, United States"},
		{"Donald Trump", 2018, 7, "from 2017-01-20 to 2021-01-20; matched by full name"},
		{"Donald Trump", 2023, 7, "from 2017-01-20 to 2021-01-20; matched by full name; not in office on 2023-07-01"},
		{"Donald Trump", 2012, 7, "from 2017-01-20 to 2021-01-20; matched by full name; not in office on 2012-07-01"},
		{"David Cameron", 2012, 7, "prime minister, United Kingdom"},
		{"David Cameron", 2024, 2, "foreign secretary, United Kingdom"},
		{"Espen Barth Eide", 2024, 2, "foreign minister, Norway"},
		{"Theresa Marsh", 2018, 2, ""},
		{"Emeka Merkel", 2015, 6, ""},
	} {
		seg, ms, es := world(t, c.name+" spoke.", []actor{person(c.name)})
		times := &annot.Times{Anchor: annot.AnchorDate{Year: c.year, Month: c.month, Day: 1, How: record.AnchorGiven}}
		got := l.Link(seg, ms, es, times).Entities[0]
		if c.want == "" && got != (annot.Link{}) || !strings.Contains(got.Why, c.want) {
			t.Errorf("%s in %d: %+v, want %q", c.name, c.year, got, c.want)
		}
	}
}
