package eval

import (
	"strings"
	"testing"

	"readout/internal/annot"
	"readout/internal/engine"
	"readout/internal/text"
	"readout/lexicon"
	"readout/model"
	"readout/record"
)

const quietSources = `A senior official of the harbour ministry said the talks in Tarsk would go on until Friday.

Odile Varga, the mediator, met two diplomats. The official said Varga was tired. An aide to Lorvia's premier denied it.

"We will not sign," said Ilya Brenn, an official of the union. He told the diplomats that the two sides were far apart.`

func TestUnnamedStayUnnamed(t *testing.T) {
	e, err := engine.Load(lexicon.FS, model.FS)
	if err != nil {
		t.Fatal(err)
	}
	u, err := NewUnnamed()
	if err != nil {
		t.Fatal(err)
	}
	d := e.Annotate(annot.Source{Published: "2031-04-10"}, text.New(quietSources))
	u.Add(d)
	if u.Actors < 4 || len(u.Violations) > 0 {
		t.Errorf("%d actors without a name, violations %q", u.Actors, u.Violations)
	}

	// The check must see what is wrong: give somebody unnamed a name.
	for i := range d.Entities.List {
		if en := &d.Entities.List[i]; !en.Named && d.Mentions.List[en.Mentions[0]].Form == record.Nominal {
			d.Links.Entities[i].Name = "Odile Varga"
			break
		}
	}
	u.Add(d)
	if len(u.Violations) != 1 || !strings.Contains(u.Violations[0], "is linked to Odile Varga") {
		t.Errorf("violations %q, want one", u.Violations)
	}
	if l := u.line("unnamed"); l.P > 99.9 {
		t.Errorf("a violation is rounded away: %v", l)
	}
}
