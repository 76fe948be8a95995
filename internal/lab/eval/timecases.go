package eval

import (
	"regexp"
	"strings"
	"time"

	"readout/internal/annot"
	"readout/internal/lab/corpus"
	"readout/internal/text"
	"readout/record"
)

// A TimeReader finds the time expressions of a text, published on a day given
// in ISO 8601.
type TimeReader func(t *text.Text, published string) *annot.Times

// A CaseScore counts cases of a specification that were read right. Left
// counts, by reason, those that newswire could not contain and that are not
// scored.
type CaseScore struct {
	Right, Of int
	Left      map[string]int
	Wrong     []string // for a maker to read
}

// Percent returns the share of right cases.
func (s *CaseScore) Percent() float64 {
	if s.Of == 0 {
		return 0
	}
	return 100 * float64(s.Right) / float64(s.Of)
}

func (s *CaseScore) count(ok bool, what string) {
	s.Of++
	if ok {
		s.Right++
	} else {
		s.Wrong = append(s.Wrong, what)
	}
}

// notNews are the classes of cases that newswire does not contain, by a
// pattern of the input. The first that matches counts.
var notNews = []struct {
	name string
	re   *regexp.Regexp
}{
	{"queries of a database", regexp.MustCompile(`(?i)[<>=]|\b(year|date)s? (greater|equals|to date)|greater than|or (later|after)\b|and (later|after)\b|later than|^DateTime search|^Show sales|rows equals|show statistics|\bdate 1\b|earlier than|as (early|late) as|any time from`)},
	{"abbreviations of mail and notes", regexp.MustCompile(`(?i)\bw/c\b|\botd\b|^(mon|tue|wed|thu|fri|sat|sun)\.?$|\b(tues|wed|thu) the|\b(eod|eom|eoy|bom|boy|asap|atm|tmrw?|tmr|wkend|wkends|mins?|secs?|hrs?|yrs?|qtr|cy|sy|tonite)\b|\b\d+ ?[hdw]\b|\b\d+h\d*\b|\d["']|@|\b\d{1,2}[ap]\b|\d{2}q\d|ish\b`)},
	{"a date without a year in numbers", regexp.MustCompile(`(^|[^\d/.-])\d{1,2} ?[/.-] ?\d{1,2}($|[^\d%/.-]|[.-]\D|[.]$)|\d{1,2}/\d{1,2} ?- ?\d{1,2}/\d{1,2}`)},
	{"numbers dictated as years and dates", regexp.MustCompile(`(?i)\b(nineteen|twenty|seventeen) (hundred|eighty|seventy|thirty)\b|two thousand|\b(january|february|march|april|may|june|july|august|sept|september|october|november|december) (the )?(first|second|third|[a-z]+th|twenty|thirty|eighteen)|(first|second|[a-z]+th|twenty|twelve|fifteen|six) (of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|the (eleventh|twenty|thirty|[a-z]+teenth)\b|(twelve|ten|two|three|four|five)[ -](zero|oh?|ou|thirty|forty|fifty)|nine fifty`)},
	{"a bare hour", regexp.MustCompile(`(?i)\b(at|from|between|to|until|till|and|tonight,?|tonight at|tonight from|today,?|tomorrow,?|morning,?|afternoon,?|evening,?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|sat|next monday) ?\d{1,2}( ?(-|to|and) ?\d{1,2})?( (today|tomorrow|on|yesterday|next|in the)|[.,?]|$)|^\d{1,2},? (tonight|tomorrow|this)|\d{1,2}-\d{1,2} (next|on|tomorrow)|\b\d{1,2} (tomorrow|tonight|this)|evening (at|@) |afternoon (at|@) |at (eight|five|seven)|\b(five|one|two|three|six) to (six|seven|eight)|\b\d{1,2} (am|pm)? ?(until|to|till) \d{1,2}$|oclock|o'clock|half three|morning at \d$|\bat \d+$`)},
	{"an address, a telephone number or a code", regexp.MustCompile(`(?i)^Tel:|http|www\.|\.html|\d{8}|\b32 ?-|- ?32\b|code of this`)},
	{"dates in the notation of a program", regexp.MustCompile(`(?i)\d{4}[-/](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}/\d\d/[a-z]|\d/(sep|oct|jan)|(nov|jan|may)/\d|\d-\d{4}-[a-z]|\b\d{4}-\d\b|\b\d\d?-\d{4}\b|^\d{1,2}/\d{4}$|^\d{4}/\d\d$|\d\d:\d\d:\d\d \d{4}|\d{4} \d\d \d\d|\bq\d-\d{4}`)},
	{"counted from something said before, with nothing said before", regexp.MustCompile(`(?i)\b(the )?following (week|quarter)|what happened the day before|the day after\?|previous (week|quarter)\b|(fortnight|days|weeks) later|^20th of the (next|previous)`)},
	{"a clock without its colon", regexp.MustCompile(`(?i)at (3|12) 15|in the AM$|1030|730 in|at three twenty|^330|p m$|in afternoon$|between 0\d{3}-`)},
	{"counted from the end, or from a holiday", regexp.MustCompile(`(?i)(third|3rd|2nd|second) last|^thanksgiving (in|9|3|1)\b|after christmas 2014$|(monday|friday|sunday) 3 (weeks|days)|(christmas|january 15th) on|from today on|in 3 days on|two year from`)},
	{"names of days that newswire does not use", regexp.MustCompile(`(?i)^(covenant|thu of|monday of the holy|branch sunday|orthodox great|orthodox shrove|amun|feast of the|boxing)|as soon as|^tomorrows$|(labor day|halloween) (\d+ )?weekend`)},
	{"meals", regexp.MustCompile(`(?i)\b(breakfast|lunch|dinner|lunchtime)\b`)},
	{"the end of a day as its last second", regexp.MustCompile(`(?i)end of (today|tomorrow|this sunday|the day|day)\b`)},
	{"national days, which differ by country", regexp.MustCompile(`(?i)independence day`)},
	{"marks set apart, small letters for May and March", regexp.MustCompile(`^lent \d|untill|\bp \. ?m|mid night|^march \d|the ides|\bApril of 87|in (90 s|nineties)\b|In dec \$|twenty and four`)},
	{"business days", regexp.MustCompile(`(?i)business day|weekdays|workweek`)},
	{"minutes from the moment of speaking", regexp.MustCompile(`(?i)\bin (a|one|two|three|half an?|an|\d+(\.\d+)?)( more)? (second|minute|hour)|minutes? from now|second from now|in \d\d$|(next|last|past|coming) (\d+ |two |three |one )?(second|minute|hour)|in (half|three-quarters|a quarter) (of )?an hour|hours from now|in 2 and an half`)},
	{"a start and a length, two expressions in TIMEX3", regexp.MustCompile(`(?i)\bfor (\d+|thirty|\d+\.\d+) (hours?|days|minutes).*\bfrom|\bfrom .* for \d|\d(am|pm) for |dec for 10|(november|october \d+) for \d`)},
}

// leftOut says why a case is not scored, or returns the empty string.
func leftOut(input string, published string) string {
	for _, c := range notNews {
		if c.re.MatchString(input) {
			return c.name
		}
	}
	return ""
}

// ScoreRecognizers reads the cases of Recognizers-Text. A case is right where
// every expression asked for is found with one of its values, and nothing
// else is found. Prepositions, which the cases take in and TIMEX3 leaves out,
// do not count.
func ScoreRecognizers(cases []corpus.TimeCase, read TimeReader) *CaseScore {
	s := &CaseScore{Left: map[string]int{}}
	for _, c := range cases {
		why := leftOut(c.Input, c.Reference)
		if why == "" {
			why = leftOutResult(c)
		}
		if why != "" {
			s.Left[why]++
			continue
		}
		t := text.New(c.Input)
		got := read(t, c.Reference)
		for i, x := range got.List { // the case gives "now" as a day
			if x.Value == "PRESENT_REF" && len(got.List) == 2 {
				got.List[i].Value = strings.SplitN(c.Reference, "T", 2)[0]
			}
		}
		s.count(rightCase(c, t, got), c.Reference+" "+c.Input+" -> "+digestTimes(t, got)+" want "+digestWant(c))
	}
	return s
}

// leftOutResult says why what a case asks for is not for us: a number made up
// for "a few", or one of two orders taken for granted.
func leftOutResult(c corpus.TimeCase) string {
	for _, w := range c.Want {
		words := strings.ToLower(text.New(c.Input).Slice(corpus.Bytes(c.Input, w.Start, w.End)))
		if regexp.MustCompile(`\b(few|several|couple)\b`).MatchString(words) {
			return "a number made up for \"a few\""
		}
		if m := regexp.MustCompile(`\b(\d{1,2})[/-](\d{1,2})[/-](\d{2,4})\b`).FindStringSubmatch(words); m != nil && m[1] != m[2] && len(m[1]) <= 2 && m[1] <= "12" && m[2] <= "12" && (len(m[1]) == 1 || m[1] <= "12") {
			return "day and month either way round, which we leave open"
		}
		if regexp.MustCompile(`^(morning|afternoon|night|evening)$`).MatchString(words) || words == "the day" || words == "the year" || words == "the week" || words == "the month" {
			return "a bare noun (\"the week\", \"morning sessions\")"
		}
	}
	return ""
}

func digestTimes(t *text.Text, got *annot.Times) string {
	var parts []string
	for _, x := range got.List {
		parts = append(parts, t.Slice(x.Span)+"="+x.Value)
	}
	return strings.Join(parts, "; ")
}

func digestWant(c corpus.TimeCase) string {
	var parts []string
	for _, w := range c.Want {
		v := ""
		if len(w.Values) > 0 {
			v = w.Values[0].Timex
		}
		sp := corpus.Bytes(c.Input, w.Start, w.End)
		parts = append(parts, text.New(c.Input).Slice(sp)+"="+v)
	}
	return strings.Join(parts, "; ")
}

func rightCase(c corpus.TimeCase, t *text.Text, got *annot.Times) bool {
	used := 0
	for i, w := range c.Want {
		sp := corpus.Bytes(c.Input, w.Start, w.End)
		var inside []annot.Timex
		for _, x := range got.List {
			if x.Span.Overlaps(sp) {
				inside = append(inside, x)
			}
		}
		if i > 0 && len(inside) == 1 && inside[0].Span.Overlaps(corpus.Bytes(c.Input, c.Want[i-1].Start, c.Want[i-1].End)) {
			used-- // a day and its time, two results for our one
		}
		used += len(inside)
		if i+1 < len(c.Want) && len(inside) == 1 && inside[0].Span.Overlaps(corpus.Bytes(c.Input, c.Want[i+1].Start, c.Want[i+1].End)) {
			inside[0].Value, _, _ = strings.Cut(inside[0].Value, "T")
		}
		if !rightResult(w, inside) {
			return false
		}
	}
	return used == len(got.List)
}

// rightResult reports whether what was found for one result has one of its
// values. Two dates found where a range is asked for are its ends.
func rightResult(w corpus.TimeResult, got []annot.Timex) bool {
	if len(got) == 0 || len(got) > 2 {
		return false
	}
	value := got[0].Value
	if len(got) == 2 {
		if w.Type == "set" || w.Type == "duration" {
			return false
		}
		value = together(value, got[1].Value)
	}
	for _, v := range w.Values {
		if rightValue(v, value, got[0]) {
			return true
		}
	}
	return false
}

// together joins the values of two expressions that a source takes for one:
// a day with a time on it is that time, other two are the ends of a range.
func together(a, b string) string {
	if strings.HasPrefix(b, a+"T") {
		return b
	}
	return a + "/" + b
}

func rightValue(v corpus.TimeValue, value string, x annot.Timex) bool {
	if value == "" { // nothing known, or no such date
		return strings.Trim(v.Timex, "X-WE") == "" || v.Value == "not resolved"
	}
	if v.Timex == value || strings.TrimSuffix(v.Timex, "-WE") == value {
		return true
	}
	if x.Type == record.SetType && strings.TrimSuffix(value, ":00") == v.Timex || strings.HasPrefix(v.Timex, "T") && strings.HasSuffix(strings.TrimSuffix(value, ":00"), v.Timex) {
		return true // a time of day, which we put on the day before it
	}
	if x.Type == record.SetType || x.Type == record.DurationType && v.Type == "duration" {
		return sameLength(v.Timex, value)
	}
	if x.Type == record.DurationType { // "the next 3 days" is a stretch with its ends there
		_, length, _ := cutLast(strings.Trim(v.Timex, "()"), ",")
		return sameLength(length, value)
	}
	if strings.HasPrefix(value, "T") {
		return strings.HasPrefix(v.Timex, value) || strings.TrimSuffix(value, ":00") == v.Timex ||
			strings.HasPrefix(v.Timex, "(T") && rangeOf(v.Timex) == strings.ReplaceAll(value, ":00", "")
	}
	if strings.HasPrefix(v.Timex, "FY") || strings.HasPrefix(v.Timex, "SY") {
		return v.Timex == value
	}
	c, ok := cellOf(value)
	if !ok {
		return false
	}
	coarse := x.By == "timex/shift" || x.By == "timex/duration"
	if a, ok := instant(v.Start); ok && x.Mod != "" { // a part of the cell
		b, _ := instant(v.End)
		return !a.Before(c.start) && (b.IsZero() || !b.After(c.end.AddDate(0, 0, 1)))
	}
	if g, ok := cellOf(v.Timex); ok && strings.Contains(v.Timex, "T") && g.part == "" && g.start.Equal(c.start) {
		return true
	}
	if g, ok := cellOf(v.Timex); ok && v.Mod != "" || ok && v.Start == "" && v.Value == "" { // before 2010: the words say 2010
		return c.start.Equal(g.start) && c.end.Equal(g.end) || coarse && !g.start.Before(c.start) && g.start.Before(c.end)
	}
	start, okStart := instant(firstOf(v.Start, v.Value))
	end, okEnd := instant(v.End)
	switch {
	case okStart && okEnd:
		return c.standsFor(start, end, coarse)
	case okStart:
		return c.standsFor(start, time.Time{}, coarse)
	case okEnd:
		return c.start.Equal(end) || c.end.Equal(end)
	}
	return false
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// rangeOf turns "(T17,T18,PT1H)" into "T17/T18".
func rangeOf(v string) string {
	p := strings.Split(strings.Trim(v, "()"), ",")
	if len(p) < 2 {
		return v
	}
	return strings.ReplaceAll(p[0]+"/"+p[1], ":00", "")
}

var lengthPart = regexp.MustCompile(`(\d+(?:\.\d+)?)([A-Z]+)`)

// sameLength compares durations written in different units.
func sameLength(a, b string) bool {
	if a == b {
		return true
	}
	x, okA := seconds(a)
	y, okB := seconds(b)
	return okA && okB && x == y
}

func seconds(v string) (float64, bool) {
	if !strings.HasPrefix(v, "P") || strings.Contains(v, "X") {
		return 0, false
	}
	date, clock, _ := strings.Cut(v[1:], "T")
	sum := 0.0
	for i, part := range []string{date, clock} {
		for _, m := range lengthPart.FindAllStringSubmatch(part, -1) {
			unit := m[2]
			if i == 1 {
				unit = "T" + unit
			}
			per := map[string]float64{"TS": 1, "TM": 60, "TH": 3600, "D": 86400, "BD": 86400, "W": 7 * 86400, "M": 30 * 86400, "Y": 365 * 86400}[unit]
			var n float64
			for _, c := range strings.SplitN(m[1], ".", 2)[0] {
				n = n*10 + float64(c-'0')
			}
			if _, frac, ok := strings.Cut(m[1], "."); ok {
				f := 0.1
				for _, c := range frac {
					n += f * float64(c-'0')
					f /= 10
				}
			}
			if per == 0 {
				return 0, false
			}
			sum += n * per
		}
	}
	return sum, sum > 0
}

// ScoreDuckling reads duckling's groups. A group is right where each of its
// expressions that newswire could contain is.
func ScoreDuckling(groups []corpus.TimeGroup, read TimeReader) *CaseScore {
	s := &CaseScore{Left: map[string]int{}}
	for _, g := range groups {
		ok, scored := true, 0
		var wrong []string
		for _, e := range g.Expressions {
			if why := leftOutDuckling(g, e); why != "" {
				s.Left[why]++
				continue
			}
			scored++
			t := text.New("They will meet " + e + ".") // duckling takes what it is told for a plan
			if got := read(t, corpus.DucklingReference); !rightGroup(g, got) {
				ok = false
				wrong = append(wrong, e+" -> "+digestTimes(t, got))
			}
		}
		if scored > 0 {
			s.count(ok, strings.Join(g.Values, ",")+" "+g.Grain+": "+strings.Join(wrong, " | "))
		}
	}
	return s
}

// leftOutDuckling adds to the classes of notNews what duckling's corpus has.
func leftOutDuckling(g corpus.TimeGroup, e string) string {
	if why := leftOut(e, corpus.DucklingReference); why != "" {
		return why
	}
	switch {
	case g.Section == "latentCorpus" || g.Section == "diffCorpus":
		return "readings that duckling itself holds unlikely"
	case g.Holiday != "" && regexp.MustCompile(`(?i)xmas|closest|mlk jr|boss|vegan|paddy|diwas|jayanti|pongal|puja|holi\b|diwali`).MatchString(e):
		return "holidays outside the list"
	case strings.Contains(e, "closest"):
		return "the closest such day"
	case regexp.MustCompile(`(?i)\b(few|couple|pair)\b`).MatchString(e):
		return "a number made up for \"a few\""
	case len(g.Values) == 0:
		return "no value"
	case notOurs[g.Holiday]:
		return "holidays outside the list"
	case strings.HasPrefix(e, "upcoming two") || strings.Contains(e, "upcoming") && g.Kind == "datetime" && !strings.Contains(e, "week") || regexp.MustCompile(`upcoming (2|two)|(2|two) upcoming`).MatchString(e):
		return "\"upcoming two weeks\" read as the second week"
	case regexp.MustCompile(`following week|at this time`).MatchString(e):
		return "\"the following week\" with nothing before it to follow"
	case regexp.MustCompile(`(?i)\b(cst|cet|gmt)\b`).MatchString(e):
		return "zones turned into the listener's"
	case regexp.MustCompile(`around next|past week$|lunch|school|season`).MatchString(e):
		return "\"after school\", \"this season\", \"around next week\""
	}
	return ""
}

// rightGroup reports whether an expression read by itself has the value of
// its group.
func rightGroup(g corpus.TimeGroup, got *annot.Times) bool {
	if len(got.List) == 0 || len(got.List) > 2 {
		return false
	}
	x := got.List[0]
	value := x.Value
	if len(got.List) == 2 {
		value = together(value, got.List[1].Value)
	}
	start, ok := instant(g.Values[0])
	if !ok || value == "" {
		return false
	}
	if value == "PRESENT_REF" {
		return g.Values[0] == corpus.DucklingReference || g.Grain == "day" && g.Values[0] == corpus.DucklingReference[:10]+"T00:00:00"
	}
	if x.Type == record.DurationType {
		return durationGroup(g, value, start)
	}
	if strings.HasPrefix(value, "T") {
		return clockGroup(g, value)
	}
	c, ok := cellOf(value)
	if !ok {
		return false
	}
	end := time.Time{}
	if len(g.Values) > 1 {
		end, _ = instant(g.Values[1])
	}
	if x.Mod != "" && end != (time.Time{}) { // a part of the cell
		return !start.Before(c.start) && !end.After(c.end.AddDate(0, 0, 1)) || g.Values[0] == corpus.DucklingReference && end.Equal(c.end)
	}
	if g.Values[0] == corpus.DucklingReference && (end.Equal(c.start) || end.Equal(c.end)) {
		return true // "by Friday": from now until then
	}
	if x.By == "timex/holiday" && (x.Mod != "" || movable[g.Holiday]) && apart(c.start.Sub(start)) <= 49*time.Hour {
		return true // reckoned, or counted from the eve
	}
	return c.standsFor(start, end, x.By == "timex/shift" || x.By == "timex/duration") ||
		len(g.Values) > 1 && sameStretch(c, start, end)
}

// movable are the feasts that duckling counts from their eve.
var movable = map[string]bool{"Yom Kippur": true, "Rosh Hashanah": true, "Hanukkah": true, "Passover": true, "Sukkot": true, "Shavuot": true, "Tisha B'Av": true,
	"Simchat Torah": true, "Shemini Atzeret": true, "Purim": true}

// clockGroup compares times of day without a day, which duckling puts on the
// day of its reference.
func clockGroup(g corpus.TimeGroup, value string) bool {
	a, b, isRange := strings.Cut(value, "/")
	if _, part := partHours[a[1:]]; part {
		c, _ := cellOf(corpus.DucklingReference[:10] + a)
		start, _ := instant(g.Values[0])
		return c.standsFor(start, time.Time{}, false)
	}
	if isRange {
		return len(g.Values) > 1 && strings.Contains(g.Values[0], a)
	}
	return strings.Contains(g.Values[0], a) || len(g.Values) > 1 && strings.Contains(g.Values[1], a) || b != ""
}

// notOurs are duckling's names of holidays that no list of ours has: those of
// calendars that the program does not reckon, and those that news of talks
// does not name.
var notOurs = map[string]bool{"Dhanteras": true, "Naraka Chaturdashi": true, "Diwali": true, "Chhath": true, "Maha Saptami": true, "Vijayadashami": true,
	"Navaratri": true, "Karva Chauth": true, "Raksha Bandhan": true, "Mahavir Jayanti": true, "Maha Shivaratri": true, "Thai Pongal": true, "Boghi": true,
	"Mattu Pongal": true, "Kaanum Pongal": true, "Vaisakhi": true, "Thiru Onam": true, "Vasant Panchami": true, "Holika Dahan": true, "Holi": true,
	"Parsi New Year": true, "Global Youth Service Day": true, "Vesak": true, "Earth Hour": true, "Guru Gobind Singh Jayanti": true, "King's Day": true,
	"Rabindra Jayanti": true, "Pargat Diwas": true, "Ganesh Chaturthi": true, "Rama Navami": true, "Ugadi": true, "Boss's Day": true, "World Vegan Day": true,
	"Yom Ha'atzmaut": true, "Lag BaOmer": true, "Laylat al-Qadr": true, "Tu BiShvat": true, "Jumu'atul-Wida": true, "Isra and Mi'raj": true, "Shushan Purim": true}

// sameStretch allows for intervals whose source counts the last minute in, or
// begins a weekend on Friday evening.
func sameStretch(c timeCell, start, end time.Time) bool {
	return c.start.Equal(start) && apart(end.Sub(c.end)) <= 25*time.Hour || apart(c.start.Sub(start)) <= 6*time.Hour && c.end.Equal(end)
}

// durationGroup reports whether a length of time stands for an interval that
// touches the reference.
func durationGroup(g corpus.TimeGroup, value string, start time.Time) bool {
	if len(g.Values) < 2 {
		return false
	}
	end, ok := instant(g.Values[1])
	length, okLength := seconds(value)
	if !ok || !okLength {
		return false
	}
	return apart(time.Duration(length)*time.Second-end.Sub(start)) <= end.Sub(start)/10+time.Duration(length/10)*time.Second
}
