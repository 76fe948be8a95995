package ud

import "testing"

func TestLabelsRoundTrip(t *testing.T) {
	for u := range NumUPOS {
		if got, err := ParseUPOS(u.String()); err != nil || got != u {
			t.Errorf("%v: %v, %v", u, got, err)
		}
	}
	for r := range NumDepRel {
		if got, err := ParseDepRel(r.String()); err != nil || got != r {
			t.Errorf("%v: %v, %v", r, got, err)
		}
	}
	for _, f := range []Feats{0, NumberSing, NumberPlur | TensePast | VoicePass, Typo} {
		if got := ParseFeats(f.String()); got != f {
			t.Errorf("%v: %v", f, got)
		}
	}
}

func TestParseIsStrict(t *testing.T) {
	if _, err := ParseUPOS("NOUNS"); err == nil {
		t.Error("NOUNS is a part of speech")
	}
	if _, err := ParseDepRel("subject"); err == nil {
		t.Error("subject is a relation")
	}
	if r, err := ParseDepRel("obl:tmod"); err != nil || r != Obl {
		t.Errorf("obl:tmod: %v, %v", r, err)
	}
	if NsubjPass.Universal() != Nsubj || Punct.Universal() != Punct {
		t.Error("universal relations are wrong")
	}
	if !(NumberPlur | TensePast).Has(TensePast) || NumberPlur.Has(NumberPlur|TensePast) {
		t.Error("Has is wrong")
	}
}
