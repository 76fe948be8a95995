package timex

import (
	"fmt"
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/conllu"
	"readout/internal/text"
	"readout/lexicon"
	"readout/record"
)

// digest writes times as "words=value/mod; ...", with "?" for what is open.
func digest(seg *annot.Segmentation, tm *annot.Times) string {
	var parts []string
	for _, x := range tm.List {
		s := seg.Text.Slice(x.Span) + "=" + x.Value
		if !x.Resolved {
			s += "?"
		}
		if x.Mod != "" {
			s += " " + x.Mod
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

func TestValues(t *testing.T) {
	f := finder(t)
	for _, c := range []struct{ in, published, want string }{
		// 2024-06-12 is a Wednesday.
		{"Envoys met on Monday.", "2024-06-12", "Monday=2024-06-10"},
		{"Envoys said so on Wednesday.", "2024-06-12", "Wednesday=2024-06-12"},
		{"Envoys will meet on Wednesday.", "2024-06-12", "Wednesday=2024-06-12"},
		{"Envoys will meet on Monday.", "2024-06-12", "Monday=2024-06-17"},
		{"Speaking ahead of talks on Friday, he said no.", "2024-06-12", "Friday=2024-06-14"},
		{"Envoys meet next Friday.", "2024-06-12", "next Friday=2024-06-21"},
		{"Envoys met last Friday.", "2024-06-12", "last Friday=2024-06-07"},
		{"Envoys met two Fridays ago.", "2024-06-12", "two Fridays ago=2024-05-31"},
		{"Envoys met on Monday.", "", "Monday=?"},
		{"Envoys met last week.", "", "last week=?"},
		{"Envoys met in May.", "", "May=?"},
		{"Envoys met in June 2021.", "", "June 2021=2021-06"},
		{"Envoys met in May.", "2024-06-12", "May=2024-05"},
		{"Envoys met in July.", "2024-06-12", "July=2023-07"},
		{"Envoys will meet in May.", "2024-06-12", "May=2025-05"},
		{"Envoys met on 30 February 2024.", "2024-06-12", "30 February 2024=?"},
		{"Envoys met on 03/04/2025.", "2025-06-12", "03/04/2025=[2025-03-04,2025-04-03]?"},
		{"Envoys met on 25/12/2024 and on 03/04/2025.", "2025-06-12", "25/12/2024=2024-12-25; 03/04/2025=2025-04-03"},
		{"Envoys met on March 3, 2025 and on 03/04/2025.", "2025-06-12", "March 3, 2025=2025-03-03; 03/04/2025=2025-03-04"},
		{"He spoke on Tuesday and left the following day.", "2024-06-12", "Tuesday=2024-06-11; the following day=2024-06-12"},
		{"He spoke on Tuesday and left the following day.", "", "Tuesday=?; the following day=?"},
		{"He left the following day.", "2024-06-12", "the following day=?"},
		{"He spoke on 5 May 2024, two days after the vote.", "", "5 May 2024=2024-05-05; two days=P2D"},
		{"He spoke on 5 May 2024, a day earlier.", "", "5 May 2024=2024-05-05; a day earlier=2024-05-04"},
		{"It rained from 3 to 5 May.", "2024-06-12", "3 to 5 May=2024-05-03/2024-05-05"},
		{"It rained from 3 May to 5 June.", "2024-06-12", "3 May to 5 June=2024-05-03/2024-06-05"},
		{"It rained from March 2021 to June 2022.", "", "March 2021=2021-03; June 2022=2022-06"},
		{"It ran in 2019-2021.", "", "2019-2021=2019/2021"},
		{"They will meet in two weeks.", "2024-06-12", "two weeks=2024-W26"},
		{"They finished in two weeks.", "2024-06-12", "two weeks=P2W"},
		{"They must reply within 30 days.", "2024-06-12", "30 days=P30D"},
		{"It took more than a decade.", "", "more than a decade=P10Y MORE_THAN"},
		{"It took no more than three hours.", "", "no more than three hours=PT3H EQUAL_OR_LESS"},
		{"It took about two years.", "", "about two years=P2Y APPROX"},
		{"It took a year and a half.", "", "a year and a half=P1.5Y"},
		{"A months-long siege ended.", "", "A months-long=PXM"},
		{"They sold it over five years.", "", "five years=P5Y"},
		{"It lasted over five years.", "", "over five years=P5Y MORE_THAN"},
		{"They met more than a year ago.", "2024-06-12", "more than a year ago=2023 BEFORE"},
		{"They met three weeks ago.", "2024-06-12", "three weeks ago=2024-W21"},
		{"Talks begin at 10 a.m. on Friday.", "2024-06-12", "10 a.m. on Friday=2024-06-14T10:00"},
		{"Talks begin on Friday at 10 a.m. local time.", "2024-06-12", "Friday at 10 a.m. local time=2024-06-14T10:00"},
		{"Talks begin at 1400 GMT.", "", "1400 GMT=T14:00Z?"},
		{"Talks broke off on Thursday evening.", "2024-06-12", "Thursday evening=2024-06-06TEV"},
		{"Talks sat on Friday from 2 to 4 p.m. in Bern.", "2024-06-12", "Friday from 2 to 4 p.m.=2024-06-07T14:00/2024-06-07T16:00"},
		{"They had been due to meet again on June 6, but the port stayed away.", "2024-06-12", "June 6=2024-06-06"},
		{"They had been scheduled to sign on 20 June, but it was put off.", "2024-06-12", "20 June=2024-06-20"},
		{"They had been due to sign on 4 January.", "2024-01-09", "4 January=2024-01-04"},
		{"They are due to sign on June 6.", "2024-06-12", "June 6=2025-06-06"},
		{"They met early on Monday.", "2024-06-12", "Monday=2024-06-10"},
		{"They met early last week.", "2024-06-12", "early last week=2024-W23 START"},
		{"They will meet later this year.", "2024-06-12", "later this year=2024 END"},
		{"A deal is due by the end of the year.", "2024-06-12", "the end of the year=2024 END"},
		{"Talks began in the early 1990s.", "", "the early 1990s=199 START"},
		{"It was drawn in the 19th century.", "", "the 19th century=18"},
		{"It fell in 264 BC.", "", "264 BC=BC0264"},
		{"Exports fell in the third quarter of 2023.", "", "the third quarter of 2023=2023-Q3"},
		{"Exports fell in fiscal 2023.", "", "fiscal 2023=FY2023"},
		{"They meet every Tuesday.", "", "every Tuesday=XXXX-WXX-2"},
		{"The union called for talks on Thursday.", "2025-03-12", "Thursday=2025-03-13"},
		{"The envoy postponed a trip to Cairo for talks on Friday.", "2025-03-12", "Friday=2025-03-14"},
		{"It makes 90,000 tonnes of steel a month.", "", ""},
		{"They met on Easter Monday.", "2024-06-12", "Easter Monday=2024-04-01"},
		{"The truce holds until Ramadan 2025.", "", "Ramadan 2025=2025-03-01/2025-03-30 APPROX"},
		{"It is now or never.", "2024-06-12", "now=PRESENT_REF"},
		{"They met recently.", "", "recently=PAST_REF"},
		{"A post-war order is sought.", "2024-06-12", ""},
		{"The talks last May failed.", "2024-06-12", "last May=2024-05"},
		{"The mayor may 9 times in ten win.", "2024-06-12", ""},
		{"The vote was put back to the second week of November.", "2024-06-12", "the second week of November=2024-W46"},
		{"They met on 3 May. The next morning they left.", "2024-06-12", "3 May=2024-05-03; The next morning=2024-05-04TMO"},
		{"They failed. The following spring they met.", "2024-06-12", "The following spring=?"},
		{"It fell on a Sunday.", "2024-06-12", "Sunday=?"},
		{"It was that one Tuesday.", "2024-06-12", "Tuesday=2024-06-11"},
		{"Oil is cheaper than on Monday.", "2024-06-12", "Monday=2024-06-10"},
		{"They pay by no later than Monday.", "2024-06-12", "Monday=2024-06-17"},
		{"The $2-a-day stipend stays.", "2024-06-12", ""},
		{"It ends at one minute to midnight.", "2024-06-12", "one minute to midnight=T23:59?"},
		{"They have 24 sitting days.", "2024-06-12", "24 sitting days=P24D"},
		{"They will vote on the 3rd of next month.", "2024-06-12", "the 3rd of next month=2024-07-03"},
		{"They met the week before Christmas.", "2024-06-12", "the week before Christmas=2023-W51"},
		{"They met the day before Christmas.", "2024-06-12", "the day before Christmas=2023-12-24"},
		{"They work two days a week.", "2024-06-12", "two days=P2D"},
		{"A year ago today they met.", "2024-06-12", "A year ago today=2023-06-12"},
		{"They met a week ago yesterday.", "2024-06-12", "a week ago yesterday=2024-06-04"},
		{"They left at dawn on Tuesday.", "2024-06-12", "dawn on Tuesday=2024-06-11TMO"},
		{"It will take two to three weeks.", "2024-06-12", "two to three weeks=P2W/P3W"},
		{"They met five or six years ago.", "2024-06-12", "five or six years ago=2018/2019"},
		{"The term was cut from three to two years.", "2024-06-12", "two years=P2Y"},
		{"They want it by month's end.", "2024-06-12", "month's end=2024-06 END"},
		{"Fares are below 1990 levels.", "2024-06-12", "1990=1990"},
		{"She read the Sunday Times.", "2024-06-12", ""},
	} {
		seg := sentences(t, c.in)
		if got := digest(seg, f.Find(seg, nil, annot.Source{Published: c.published})); got != c.want {
			t.Errorf("%s (%s)\n got  %s\n want %s", c.in, c.published, got, c.want)
		}
	}
}

// TestDirectionByTree checks that a tree decides between past and plan where
// the nearest words mislead.
func TestDirectionByTree(t *testing.T) {
	f := finder(t)
	// "He said the meeting on Friday will help": the plan is in the clause.
	seg, syn, err := conllu.Parse(strings.Join([]string{
		"1\tHe\the\tPRON\t_\tCase=Nom\t2\tnsubj\t_\t_",
		"2\tsaid\tsay\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_",
		"3\tthe\tthe\tDET\t_\t_\t4\tdet\t_\t_",
		"4\tmeeting\tmeeting\tNOUN\t_\tNumber=Sing\t8\tnsubj\t_\t_",
		"5\ton\ton\tADP\t_\t_\t6\tcase\t_\t_",
		"6\tFriday\tFriday\tPROPN\t_\tNumber=Sing\t4\tnmod\t_\t_",
		"7\twill\twill\tAUX\t_\tVerbForm=Fin\t8\taux\t_\t_",
		"8\thelp\thelp\tVERB\t_\tVerbForm=Inf\t2\tccomp\t_\tSpaceAfter=No",
		"9\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_",
	}, "\n") + "\n")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := digest(seg, f.Find(seg, syn, annot.Source{Published: "2024-06-12"})), "Friday=2024-06-14"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := digest(seg, f.Find(seg, nil, annot.Source{Published: "2024-06-12"})), "Friday=2024-06-07"; got != want {
		t.Errorf("without a tree: got %s, want %s", got, want)
	}
}

func TestAnchor(t *testing.T) {
	f := finder(t)
	seg := sentences(t, "Envoys met on Monday.")
	for _, c := range []struct {
		src  annot.Source
		want string
		how  record.AnchorHow
	}{
		{annot.Source{Published: "2024-06-12"}, "2024-06-12", record.AnchorGiven},
		{annot.Source{Published: "2024-06-12T23:30:00-05:00"}, "2024-06-12", record.AnchorGiven},
		{annot.Source{Published: "20240612"}, "2024-06-12", record.AnchorGiven},
		{annot.Source{Published: "2024-06-12 08:00", FromPage: true}, "2024-06-12", record.AnchorPage},
		{annot.Source{}, "", ""},
		{annot.Source{Published: "2024-02-30"}, "", ""},
		{annot.Source{Published: "yesterday"}, "", ""},
	} {
		tm := f.Find(seg, nil, c.src)
		if tm.Anchor.String() != c.want || tm.Anchor.How != c.how {
			t.Errorf("%q: anchor %s (%s), want %s (%s)", c.src.Published, tm.Anchor, tm.Anchor.How, c.want, c.how)
		}
		unusable := len(tm.Doubts) > 0 && tm.Doubts[0].Code == record.DoubtPublishedUnusable
		if unusable != (c.want == "" && c.src.Published != "") {
			t.Errorf("%q: doubts %v", c.src.Published, tm.Doubts)
		}
	}
}

func TestAnchorFromDateline(t *testing.T) {
	f := finder(t)
	for _, c := range []struct{ dateline, want string }{
		{"14 May 2025", "2025-05-14"},
		{"May 14, 2025", "2025-05-14"},
		{"May 14", ""},
		{"31 June 2025", ""},
	} {
		s := "BERN, " + c.dateline + " (Agency) - Envoys met on Monday."
		seg := sentences(t, s)
		i := strings.Index(s, c.dateline)
		seg.DateWords = text.Span{Start: i, End: i + len(c.dateline)}
		tm := f.Find(seg, nil, annot.Source{})
		if tm.Anchor.String() != c.want || c.want != "" && tm.Anchor.How != record.AnchorDateline {
			t.Errorf("%s: anchor %s (%s), want %s", c.dateline, tm.Anchor, tm.Anchor.How, c.want)
		}
	}
}

// TestNextWeekday is in doubt while the same day of this week is to come.
func TestNextWeekday(t *testing.T) {
	f := finder(t)
	for _, c := range []struct {
		words, want string
		open        bool
	}{
		{"Envoys meet next Sunday.", "2025-11-16", true},
		{"Envoys meet next Monday.", "2025-11-10", false},
		{"Envoys meet on Sunday.", "2025-11-09", false},
	} {
		tm := f.Find(sentences(t, c.words), nil, annot.Source{Published: "2025-11-04"}) // a Tuesday
		open := len(tm.Doubts) == 1 && tm.Doubts[0].Code == record.DoubtWeekOpen
		if len(tm.List) != 1 || tm.List[0].Value != c.want || open != c.open {
			t.Errorf("%s: %+v, doubts %v; want %s, in doubt %v", c.words, tm.List, tm.Doubts, c.want, c.open)
		}
	}
}

// TestEntryTimes reads the hours that head the entries of a log, with a stop
// or a colon.
func TestEntryTimes(t *testing.T) {
	f := finder(t)
	for _, words := range []string{"09.40 The envoys arrive.", "09:40 The envoys arrive.", "09:40: The envoys arrive.", "[09:40] The envoys arrive.", "09:40 – The envoys arrive.", "9.40am: The envoys arrive."} {
		tm := f.Find(sentences(t, words), nil, annot.Source{Published: "2025-11-04"})
		if len(tm.List) != 1 || tm.List[0].Value != "2025-11-04T09:40" {
			t.Errorf("%s: %+v", words, tm.List)
		}
	}
	if tm := f.Find(sentences(t, "14.30 tonnes were landed."), nil, annot.Source{Published: "2025-11-04"}); len(tm.List) != 0 {
		t.Errorf("%+v", tm.List)
	}
}

// TestWeekend lies in the past or ahead as the words do.
func TestWeekend(t *testing.T) {
	f := finder(t)
	for words, want := range map[string]string{
		"Envoys met over the weekend.": "2025-W44-WE", "Envoys will meet over the weekend.": "2025-W45-WE",
	} {
		tm := f.Find(sentences(t, words), nil, annot.Source{Published: "2025-11-04"}) // a Tuesday
		if len(tm.List) != 1 || tm.List[0].Value != want {
			t.Errorf("%s: %+v, want %s", words, tm.List, want)
		}
	}
}

func TestDoubts(t *testing.T) {
	f := finder(t)
	seg := sentences(t, "Envoys met on Monday and on 31 April 2024.")
	tm := f.Find(seg, nil, annot.Source{})
	var got []string
	for _, d := range tm.Doubts {
		got = append(got, string(d.Code)+":"+seg.Text.Slice(d.Span))
	}
	if want := "anchor-missing:Monday date-impossible:31 April 2024"; strings.Join(got, " ") != want {
		t.Errorf("doubts %v, want %s", got, want)
	}
	if r := tm.List[0].Rule; r != "weekday needs a publication date" {
		t.Errorf("rule %q", r)
	}
}

func FuzzFind(f *testing.F) {
	finder := finder(f)
	for _, s := range []string{"early early the end of the third week of last June-July 2024", "3-5 May 03/04/2025 10:30 a.m. Fri, Jul 18 – 20", "every other Friday the 13th ½ hour of 12h30",
		"two years 3 months before Christmas 9999-12-31 0001 BC", "the the the of of", "9999999999999 millennia ago", "from Monday to Friday between 2 and 4 p.m."} {
		f.Add(s, "2024-06-12")
	}
	f.Fuzz(func(t *testing.T, s, published string) {
		seg := sentences(t, s)
		tm := finder.Find(seg, nil, annot.Source{Published: published})
		if _, err := annot.NewTimes(seg, *tm); err != nil {
			t.Fatal(err)
		}
		again := finder.Find(seg, nil, annot.Source{Published: published})
		if digest(seg, tm) != digest(seg, again) {
			t.Fatal("two readings differ")
		}
		for _, x := range tm.List {
			if x.By == "" || x.Rule == "" || x.Type == "" {
				t.Fatalf("incomplete row %+v", x)
			}
		}
	})
}

// benchText is invented; about one word in nine is of time.
const benchText = "The envoys of the two river states met in Bern on Tuesday and agreed to return in early March, a year after the last round failed. " +
	"Ada Writer, who leads the mediation, said the truce signed in June 2021 had held for more than thirty months and would be renewed by the end of the week. " +
	"Nobody in the delegation of the upper state was willing to say whether the dam would be opened before the rains, as the lower state has asked every year since 2014. "

func BenchmarkFind(b *testing.B) {
	f := finder(b)
	seg := sentences(b, strings.Repeat(benchText, 20))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(seg, nil, annot.Source{Published: "2024-01-18"})
	}
	b.ReportMetric(float64(len(seg.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func ExampleFinder_Find() {
	f, err := New(lexicon.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	seg, syn, err := conllu.Parse("1\tTalks\ttalk\tNOUN\t_\tNumber=Plur\t3\tnsubj\t_\t_\n" +
		"2\twill\twill\tAUX\t_\tVerbForm=Fin\t3\taux\t_\t_\n" +
		"3\tresume\tresume\tVERB\t_\tVerbForm=Inf\t0\troot\t_\t_\n" +
		"4\ton\ton\tADP\t_\t_\t5\tcase\t_\t_\n" +
		"5\tFriday\tFriday\tPROPN\t_\tNumber=Sing\t3\tobl\t_\tSpaceAfter=No\n" +
		"6\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, published := range []string{"2024-06-12", ""} {
		x := f.Find(seg, syn, annot.Source{Published: published}).List[0]
		fmt.Printf("%s %q: %s\n", seg.Text.Slice(x.Span), x.Value, x.Rule)
	}
	// Output:
	// Friday "2024-06-14": the first such day on or after the anchor, as in a plan
	// Friday "": weekday needs a publication date
}
