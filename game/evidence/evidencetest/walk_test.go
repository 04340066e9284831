package evidencetest

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"taut/game/evidence"
)

func TestNumbersFindsWhatIsANumber(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("no go command and no source tree here")
	}
	got, err := Numbers("testdata/toy")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, n := range got {
		names = append(names, n.Name)
	}
	want := []string{"tauC", "half", "gain", "bell[0][0]", "bell[0][1]", "kinds[second].radius"}
	if !slices.Equal(names, want) {
		t.Errorf("found %v, want %v", names, want)
	}
	if got[1].Value != 2 || got[2].Value != -0.5 || got[5].Value != 4.26 {
		t.Errorf("values %v", got)
	}
}

func TestCheckWantsNameAndValue(t *testing.T) {
	table := evidence.Table{{Symbol: "KE", Value: 0.25}, {Symbol: "kE", Value: 1}}
	for _, c := range []struct {
		n     Number
		alias []Alias
		fault string
	}{
		{Number{Name: "KE", Value: 0.25}, nil, ""},
		{Number{Name: "kE", Value: 1}, nil, ""},
		{Number{Name: "ke", Value: 2}, nil, "no row"},
		{Number{Name: "other", Value: 1}, nil, "no row"},
		{Number{Name: "other", Value: 1}, []Alias{{"other", "kE"}}, ""},
	} {
		err := check(c.n, table, c.alias)
		if (err != nil) != (c.fault != "") || err != nil && !strings.Contains(err.Error(), c.fault) {
			t.Errorf("%+v: %v, want %q", c.n, err, c.fault)
		}
	}
}
