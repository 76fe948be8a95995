package figure

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

// all writes figures as "words=low high unit approx [of]; ...".
func all(seg *annot.Segmentation, fs *annot.Figures) string {
	var parts []string
	for _, x := range fs.List {
		s := seg.Text.Slice(x.Span) + "=" + digest(x)
		for _, o := range x.Of {
			s += " [" + seg.Text.Slice(o) + "]"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

func TestFigures(t *testing.T) {
	f := finder(t)
	for _, c := range []struct{ in, want string }{
		{"More than 9,000 men left.", "More than 9,000=9000 - [men]"},
		{"Up to 300 men left.", "Up to 300=- 300 [men]"},
		{"The cuts go deeper than 10%.", "deeper than 10%=10 - percent"},
		{"The plan is for warming of 2.6C.", "2.6C=2.6 2.6 degrees Celsius [warming]"},
		{"Two rival camps agreed.", ""},
		{"It costs 11.8 US cents a unit.", "11.8 US cents a unit=0.118 0.118 USD per unit"},
		{"They want nothing below $40.", "nothing below $40=40 - USD"},
		{"Some 300 men left.", "Some 300=300 300 approx [men]"},
		{"At least some 300 men left.", "At least some 300=300 - approx [men]"},
		{"It has control over roughly 20% of the valley, they say.", "roughly 20% of the valley=20 20 percent approx [the valley]"},
		{"About a quarter of the seats went.", "About a quarter of the seats=25 25 percent approx [the seats]"},
		{"Between seven and eight million people fled.", "Between seven and eight million=7000000 8000000 [people]"},
		{"It costs $3-5bn.", "$3-5bn=3000000000 5000000000 USD"},
		{"Pay rose from 5% to 7% there.", "5%=5 5 percent; 7%=7 7 percent"},
		{"It aims at 5% to 7% there.", "5% to 7%=5 7 percent"},
		{"It sold 2 million barrels a day.", "2 million barrels a day=2000000 2000000 barrels per day"},
		{"It sold 90,000 tonnes of steel a month.", "90,000 tonnes=90000 90000 tonnes per month [steel]"},
		{"It pays 15 cents per gallon.", "15 cents per gallon=0.15 0.15 USD per gallon"},
		{"It owes 1.2 billion Australian dollars.", "1.2 billion Australian dollars=1200000000 1200000000 AUD"},
		{"It owes 40 million pesos.", "40 million pesos=40000000 40000000 pesos"},
		{"It owes EUR 20 million.", "EUR 20 million=20000000 20000000 EUR"},
		{"It weighs 400 pounds.", "400 pounds=400 400 pounds"},
		{"It costs 400 pounds.", "400 pounds=400 400 GBP"},
		{"Half a million people fled.", "Half a million=500000 500000 [people]"},
		{"A payment of about £600 is due.", "about £600=600 600 GBP approx [A payment]"},
		{"A one-off payment of €600 is due.", "€600=600 600 EUR [A one-off payment]"},
		{"Aid of 5 tonnes came.", "5 tonnes=5 5 tonnes [Aid]"},
		{"It sent $5bn in military aid.", "$5bn=5000000000 5000000000 USD [military aid]"},
		{"They stopped 12 miles off.", "12 miles=12 12 miles"},
		{"Lawmakers backed it by 112 votes to 97.", "112=112 112 votes [votes]; 97=97 97 votes"},
		{"The assembly voted 14-13 against.", "14=14 14 votes; 13=13 13 votes"},
		{"Rovers beat City 14-13 there.", ""},
		{"The Gang of Eight met.", ""},
		{"The Group of 20 met.", ""},
		{"Children younger than 12 left.", ""},
		{"It must hand over 150 men.", "150=150 150 [men]"},
		{"They walked out over 200 job cuts.", "200=200 200 [job cuts]"},
		{"The bonds rose 1.4 cents to 61.2 cents.", "1.4 cents=0.014 0.014 USD; 61.2 cents=0.612 0.612 USD"},
		{"They voted it down by 9 to 1.", ""},
		{"It offers 610p a share.", "610p a share=6.1 6.1 GBP per share"},
		{"It was nowhere near $5bn.", "nowhere near $5bn=- 5000000000 USD"},
		{"Two and a half million people fled.", "Two and a half million=2500000 2500000 [people]"},
		{"Sales fell 7.5% to 3 million tonnes.", "7.5%=7.5 7.5 percent; 3 million tonnes=3000000 3000000 tonnes"},
		{"They lost up to a fifth of the crop.", "up to a fifth of the crop=- 20 percent [the crop]"},
		{"Nine-tenths of it went.", "Nine-tenths=90 90 percent"},
		{"It flies to 90-plus cities.", "90-plus=90 - [cities]"},
		{"The $2-a-day stipend stays.", "$2-a-day=2 2 USD per day [stipend stays]"},
		{"Her cook, who is 81 and deaf, left. He was 58.", ""},
		{"It costs N170 billion.", "N170 billion=170000000000 170000000000 NGN"},
		{"Three-quarters of a million people signed.", "Three-quarters of a million=750000 750000 [people]"},
		{"It costs 9 cents per kilowatt hour.", "9 cents per kilowatt hour=0.09 0.09 USD per kilowatt hour"},
		{"It holds a 22,000-seat hall.", "22,000=22000 22000"},
		{"It costs R12.5 billion.", "R12.5 billion=12500000000 12500000000 ZAR"},
		{"They pay three-quarters of a cent a litre.", "three-quarters of a cent a litre=0.0075 0.0075 USD per litre"},
		{"It moved by two-tenths of one percent.", "two-tenths of one percent=0.2 0.2 percent"},
		{"The levy fell by half a percent there.", "half a percent=0.5 0.5 percent"},
		{"They ask half of a percent more.", "half of a percent=0.5 0.5 percent"},
		{"They sold a quarter of it.", "a quarter=25 25 percent"},
		{"They ask 2 and a half percent.", "2 and a half percent=2.5 2.5 percent"},
		{"They ask two-and-a-half percent.", "two-and-a-half percent=2.5 2.5 percent"},
		{"They ask five and three-quarters per cent.", "five and three-quarters per cent=5.75 5.75 percent"},
		{"They ask 2 to 3 and a half percent.", "2 to 3 and a half percent=2 3.5 percent"},
		{"They ask 2 to 3 and a half million euros.", "2 to 3 and a half million euros=2000000 3500000 EUR"},
		{"They ask between one and a half and two percent.", "between one and a half and two percent=1.5 2 percent"},
		{"It owes a million and a half euros.", "a million and a half euros=1500000 1500000 EUR"},
		{"It owes 2 and a half million euros.", "2 and a half million euros=2500000 2500000 EUR"},
		{"They freed twelve and a third of the rest.", "twelve=12 12; a third of the rest=33.3 33.3 percent [the rest]"},
		{"They ask \u00be percent or 2\u00bc percent.", "\u00be percent=0.75 0.75 percent; 2\u00bc percent=2.25 2.25 percent"},
		{"A fifth of a million people fled.", "A fifth of a million=200000 200000 [people]"},
		{"Two-thirds of a billion euros went.", "Two-thirds of a billion euros=666666667 666666667 EUR"},
		{"It fell by a third, maybe more.", "a third, maybe more=33.3 - percent"},
		{"It sold 400 boats, perhaps more, there.", "400 boats, perhaps more=400 - [boats]"},
		{"It sold 400 boats (if not more) there.", "400 boats (if not more)=400 - [boats]"},
		{"It sold 200 boats, possibly fewer.", "200 boats, possibly fewer=- 200 [boats]"},
		{"They ask 40 million euros, if not more.", "40 million euros, if not more=40000000 - EUR"},
		{"It sold 10, maybe 12, boats.", "10=10 10 approx; maybe 12=12 12 approx"},
		{"It sold 300 boats, give or take 20.", "300 boats, give or take 20=280 320 approx [boats]"},
		{"It fell by 3 percent, plus or minus 0.5.", "3 percent, plus or minus 0.5=2.5 3.5 percent approx"},
		{"It sold 400 boats, more than ever.", "400=400 400 [boats]"},
		{"The port's offer of 6 percent fell.", "6 percent=6 6 percent [The port's offer]"},
		{"Ada Writer\u2019s first offer of 6 percent fell.", "6 percent=6 6 percent [Ada Writer\u2019s first offer]"},
		{"It covers year two of the pact and ends in year 3.", ""},
		{"In a good year 300 boats land.", "300=300 300 [boats]"},
		{"Last year two boats sank.", "two=2 2 [boats]"},
		{"The envoy, 58, left.", ""},
		{"They freed two of her aides.", ""},
		{"Those between the ages of 18 and 25 left.", ""},
		{"The third-party list grew.", ""},
		{"Two diplomats said no.", ""},
		{"Two diplomats were expelled.", "Two=2 2 [diplomats]"},
		{"Both sides and the two leaders met.", ""},
		{"A 27-nation bloc and the 10-point plan failed.", ""},
		{"Covid-19 and the S-400 came.", ""},
		{"He said 24/7 and 3/4.", ""},
	} {
		seg := sentences(t, c.in)
		if got := all(seg, f.Find(seg, nil, nil)); got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.in, got, c.want)
		}
	}
}

// TestTimesAreLeftAlone checks that numbers inside times are no figures.
func TestTimesAreLeftAlone(t *testing.T) {
	f := finder(t)
	s := "In 2022 some 300 men left within 30 days."
	seg := sentences(t, s)
	times := &annot.Times{}
	for _, w := range []string{"2022", "30 days"} {
		i := strings.Index(s, w)
		times.List = append(times.List, annot.Timex{Span: text.Span{Start: i, End: i + len(w)}, Type: record.DateType, By: "test"})
	}
	if got, want := all(seg, f.Find(seg, nil, times)), "some 300=300 300 approx [men]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestOfByTree checks that the tree says what a share is of where the words
// beside it do not.
func TestOfByTree(t *testing.T) {
	f := finder(t)
	seg, syn, err := conllu.Parse(strings.Join([]string{
		"1\tGrain\tgrain\tNOUN\t_\tNumber=Sing\t2\tcompound\t_\t_",
		"2\texports\texport\tNOUN\t_\tNumber=Plur\t3\tnsubj\t_\t_",
		"3\tfell\tfall\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_",
		"4\tby\tby\tADP\t_\t_\t6\tcase\t_\t_",
		"5\t12\t12\tNUM\t_\tNumType=Card\t6\tnummod\t_\tSpaceAfter=No",
		"6\t%\t%\tSYM\t_\t_\t3\tobl\t_\tSpaceAfter=No",
		"7\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_",
	}, "\n") + "\n")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := all(seg, f.Find(seg, syn, nil)), "12%=12 12 percent [Grain exports]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestDeniedBounds checks that a bound under a negated verb turns round.
func TestDeniedBounds(t *testing.T) {
	f := finder(t)
	for _, c := range []struct{ not, bound, want string }{
		{"not\tnot\tPART\t_\t_\t4\tadvmod", "more", "more than 4%=- 4 percent"},
		{"not\tnot\tPART\t_\t_\t4\tadvmod", "less", "less than 4%=4 - percent"},
		{"soon\tsoon\tADV\t_\t_\t4\tadvmod", "more", "more than 4%=4 - percent"},
	} {
		seg, syn, err := conllu.Parse("1\tThey\tthey\tPRON\t_\t_\t4\tnsubj\t_\t_\n2\twill\twill\tAUX\t_\t_\t4\taux\t_\t_\n3\t" + c.not + "\t_\t_\n" +
			"4\tpay\tpay\tVERB\t_\tVerbForm=Inf\t0\troot\t_\t_\n5\t" + c.bound + "\tmore\tADJ\t_\t_\t7\tadvmod\t_\t_\n6\tthan\tthan\tADP\t_\t_\t5\tfixed\t_\t_\n" +
			"7\t4\t4\tNUM\t_\tNumType=Card\t8\tnummod\t_\tSpaceAfter=No\n8\t%\t%\tSYM\t_\t_\t4\tobj\t_\tSpaceAfter=No\n9\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_\n")
		if err != nil {
			t.Fatal(err)
		}
		if got := all(seg, f.Find(seg, syn, nil)); got != c.want {
			t.Errorf("%s %s: got %s, want %s", c.not[:4], c.bound, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	finder := finder(f)
	for _, s := range []string{"between $3-5bn and one in five of a third-party", "half a million % of the the", "52 to 48 votes a few hundred thousand dozen", "US$ 1,2,3.4.5 £€ 20m+ or more", "9999999999999999 trillion trillion trillion trillion"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		seg := sentences(t, s)
		fs := finder.Find(seg, nil, nil)
		if _, err := annot.NewFigures(seg, *fs); err != nil {
			t.Fatal(err)
		}
		if all(seg, fs) != all(seg, finder.Find(seg, nil, nil)) {
			t.Fatal("two readings differ")
		}
		for _, x := range fs.List {
			if x.By == "" || x.Low == nil && x.High == nil {
				t.Fatalf("incomplete row %+v", x)
			}
		}
	})
}

// benchText is invented.
const benchText = "The envoys of the two river states met in Bern with about 40 advisers and agreed to release up to 300 prisoners, a third of those they hold. " +
	"Ada Writer, who leads the mediation, said the dam would cost between $3bn and $5bn and take water from more than 90,000 farms along the lower river. " +
	"Nobody in the delegation of the upper state was willing to say whether tens of thousands of people would have to move before the rains come again. "

func BenchmarkFind(b *testing.B) {
	f := finder(b)
	seg := sentences(b, strings.Repeat(benchText, 20))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(seg, nil, nil)
	}
	b.ReportMetric(float64(len(seg.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func ExampleFinder_Find() {
	f, err := New(lexicon.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	seg, syn, err := conllu.Parse("1\tAbout\tabout\tADV\t_\t_\t2\tadvmod\t_\t_\n" +
		"2\t300\t300\tNUM\t_\tNumType=Card\t3\tnummod\t_\t_\n" +
		"3\tprisoners\tprisoner\tNOUN\t_\tNumber=Plur\t4\tnsubj\t_\t_\n" +
		"4\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No\n" +
		"5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	x := f.Find(seg, syn, nil).List[0]
	fmt.Println(seg.Text.Slice(x.Span), *x.Low, *x.High, x.Approx, seg.Text.Slice(x.Of[0]))
	// Output: About 300 300 300 true prisoners
}

// TestStrictBounds tells "more than" from "at least".
func TestStrictBounds(t *testing.T) {
	f := finder(t)
	for words, strict := range map[string]bool{
		"More than 9,000 men left.": true, "At least 9,000 men left.": false, "Over 5% of them left.": true,
		"Fewer than 200 men left.": true, "No more than 200 men left.": false, "Up to 200 men left.": false,
		"Some 200 men left.": false, "Between 200 and 300 men left.": false, "It must fall below 50%.": true,
	} {
		seg := sentences(t, words)
		fs := f.Find(seg, nil, nil)
		if len(fs.List) != 1 || fs.List[0].Strict != strict {
			t.Errorf("%s: %+v, want strict %v", words, fs.List, strict)
		}
	}
}

// TestWhoseMoney reads one sentence in reports of several countries.
func TestWhoseMoney(t *testing.T) {
	f := finder(t)
	for _, c := range []struct{ place, before, in, want string }{
		{"OTTAWA", "", "It offered $40 a head.", "$40 a head=40 40 dollars per head"},
		{"OTTAWA", "", "It offered US$40 a head.", "US$40 a head=40 40 USD per head"},
		{"WASHINGTON", "Canada spoke. Canada left.", "It offered $40 a head.", "$40 a head=40 40 USD per head"},
		{"", "Canada spoke. Canada left.", "It offered 80 cents.", "80 cents=0.8 0.8 dollars"},
		{"", "Canada spoke. The U.S. left. The U.S. stayed.", "It offered $40.", "$40=40 40 USD"},
		{"", "Canada spoke once.", "It offered $40.", "$40=40 40 USD"},
		{"CAIRO", "", "It offered 900 pounds.", "900 pounds=900 900 pounds"},
		{"LONDON", "", "It offered 900 pounds.", "900 pounds=900 900 GBP"},
		{"CAIRO", "", "It offered 900 euros.", "900 euros=900 900 EUR"},
		{"BEIJING", "", "It offered ¥900 or 80 yuan.", "¥900=900 900 ¥; 80 yuan=80 80 CNY"},
		{"ISLAMABAD", "", "It offered 900 rupees.", "900 rupees=900 900 rupees"},
	} {
		seg := sentences(t, strings.TrimSpace(c.place+" "+c.before+" "+c.in))
		if c.place != "" {
			at := annot.Span{Start: 0, End: len(c.place)}
			seg.Dateline = &annot.Label{Span: at, Name: at}
		}
		if got := all(seg, f.Find(seg, nil, nil)); got != c.want {
			t.Errorf("%s: %s %s\n got  %s\n want %s", c.place, c.before, c.in, got, c.want)
		}
	}
}
