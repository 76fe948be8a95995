package lex

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

const club = "\ufeffname;aliases;kind;gender;office;of;from;until\r\n" +
	"# the committee\r\n" +
	"Ottoline Brask;Tilly Brask|Brask-Holm;;f;director;Tarsk Rowing Club;2029-03;\r\n" +
	"\"Tarsk Rowing Club\";TRC;organisation\r\n"

func TestParseOwn(t *testing.T) {
	got, err := ParseOwn(club, "club.csv")
	if err != nil {
		t.Fatal(err)
	}
	want := []OwnName{
		{Name: "Ottoline Brask", Aliases: []string{"Tilly Brask", "Brask-Holm"}, Kind: "person", Gender: "f", Office: "director", Of: "Tarsk Rowing Club", From: "2029-03"},
		{Name: "Tarsk Rowing Club", Aliases: []string{"TRC"}, Kind: "organisation"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	got, err = OwnNames(WithOwn(fstest.MapFS{}, club))
	if err != nil || len(got) != 2 {
		t.Errorf("from a file system: %d names, %v", len(got), err)
	}
	if got, err = OwnNames(fstest.MapFS{}); err != nil || got != nil {
		t.Errorf("from one without any: %v, %v", got, err)
	}
}

func TestParseOwnComplains(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "club.csv: it is empty; its first line names the columns"},
		{"Ottoline Brask,TRC\n", `club.csv:1: no column is called "Ottoline Brask"`},
		{"kind,office\nperson,chair\n", "club.csv:1: there is no column name"},
		{"name,name\n", "club.csv:1: the column name stands twice"},
		{"name\n\nOttoline Brask,chair\n", "club.csv:3: 2 fields for 1 columns"},
		{"name,kind\nOttoline Brask,persn\n", `club.csv:2: the kind "persn" is none of person, organisation`},
		{"name,kind\n,person\n", "club.csv:2: the name is empty"},
		{"name,gender\nOttoline Brask,w\n", `the gender "w" is neither m nor f`},
		{"name,country\nOttoline Brask,Tarsk\n", `the country "Tarsk" is no code`},
		{"name,aliases\nOttoline Brask,Tilly|the boss\n", `"the boss" does not begin with a capital letter`},
		{"name,from\nOttoline Brask,March 2029\n", `from "March 2029" is no date`},
		{"name,from,until\nOttoline Brask,2029-03,2028\n", "until 2028 lies before from 2029-03"},
		{"name,aliases\nOttoline Brask,Tilly\nMatilda Lind,Tilly\n", `club.csv:3: the alias "Tilly" stands for Ottoline Brask already`},
		{"name,office\nOttoline Brask,\"chair\n", "put a field that holds a quotation mark"},
	} {
		_, err := ParseOwn(c.text, "club.csv")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q", c.text, err, c.want)
		}
	}
}
