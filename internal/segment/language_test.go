package segment

import (
	"strings"
	"testing"

	"readout/internal/text"
)

func TestLanguage(t *testing.T) {
	g := load(t)
	for _, c := range []struct{ want, words string }{
		{"en", "The two sides met on Monday, and they will meet again."},
		{"en", "THE TWO SIDES MET ON MONDAY AND WILL MEET AGAIN"},
		{"en", "Talks collapse"},
		{"en", "LISBON (Reuters) - Ministers met."},
		{"en", "Ostrand in Geneva for talks"},
		{"en", "A union spokeswoman denied a report that a secret meeting took place in Marrowby."},
		{"en", "Peace talks would begin within a week of a truce, under a draft seen by Tidewater News."},
		{"en", "Orland premier's resignation."},
		{"en", "Quota talks on; Orland delegates hopeful"},
		{"pt", "O ministro nega a proposta a um jornal."},
		{"hu", "A miniszter szerint a két fél hétfőn újra tárgyal."},
		{"de", "Die beiden Seiten trafen sich am Montag und werden sich wieder treffen."},
		{"fr", "Les deux parties se sont rencontrées lundi et elles se reverront dans une semaine."},
		{"es", "Las dos partes se reunieron el lunes y volverán a reunirse en una semana."},
		{"it", "Le due parti si sono incontrate lunedì e si rivedranno tra una settimana."},
		{"pt", "As duas partes reuniram-se na segunda-feira e voltarão a reunir-se em uma semana."},
		{"nl", "De twee partijen hebben elkaar op maandag ontmoet en zullen elkaar weer zien."},
		{"pl", "Obie strony spotkały się w poniedziałek i spotkają się ponownie za tydzień."},
		{"sv", "De två parterna möttes i måndags och ska mötas igen om en vecka."},
		{"tr", "İki taraf pazartesi günü bir araya geldi ve bir hafta sonra yine görüşecek."},
		{"ru", "Обе стороны встретились в понедельник и встретятся снова."},
		{"uk", "Обидві сторони зустрілися в понеділок і зустрінуться ще раз."},
		{"ar", "التقى الجانبان يوم الاثنين وسيلتقيان مرة أخرى."},
		{"fa", "دو طرف روز دوشنبه دیدار کردند و پس از یک هفته گفتگو خواهند کرد."},
		{"zh", "双方星期一举行了会谈，并将再次会谈。"},
		{"ja", "双方は月曜日に会談し、再び会談する予定だ。"},
		{"ko", "양측은 월요일에 만났으며 다시 만날 것이다."},
		{"he", "שני הצדדים נפגשו ביום שני וייפגשו שוב."},
		{"el", "Οι δύο πλευρές συναντήθηκαν τη Δευτέρα και θα συναντηθούν ξανά."},
		{"hi", "दोनों पक्ष सोमवार को मिले और फिर मिलेंगे।"},
		{"und", ""},
		{"und", "12 + 30 = 42 ..."},
		{"und", strings.Repeat("Xqz wvk plm ", 30)},
	} {
		if got := g.Language(text.New(c.words)); got != c.want {
			t.Errorf("%q: got %s, want %s", c.words, got, c.want)
		}
	}
}
