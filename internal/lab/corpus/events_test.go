package corpus

import "testing"

func TestParseEvent(t *testing.T) {
	p, err := parseEvent("7\tHalvik expelled Dorn's envoy.\t<s>Halvik</s> expelled <t>Dorn's envoy</t>.\tHalvik\tDorn's envoy\t3\tSANCTION")
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Text.Slice(p.Source) + ">" + p.Text.Slice(p.Target) + " " + p.Root; got != "Halvik>Dorn's envoy SANCTION" {
		t.Errorf("got %q", got)
	}
	if p, err = parseEvent("8\tHalvik agreed.\t<s>Halvik</s> agreed.\tHalvik\ta recipient\t1\tAGREE"); err != nil || !p.Target.Empty() {
		t.Errorf("without a target: %v, %v", p.Target, err)
	}
	if _, err = parseEvent("9\tshort row"); err == nil {
		t.Error("a short row is read")
	}
}
