package form_test

import (
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
)

// The numbers are published test numbers; see sdk/ident/testdata.
func TestSeriesThatAreAskedFor(t *testing.T) {
	for _, test := range []struct{ kind, series, number string }{
		{"fi.hetu", "temporary", "010594Y9032"},
		{"no.fodselsnummer", "tenor", "03851598730"},
		{"no.fodselsnummer", "synthetic", "05840399895"},
		{"no.fodselsnummer", "h-number, tenor", "03851598730"},
	} {
		for _, series := range []string{"", ", series: [" + test.series + "]"} {
			text := strings.Replace(course, "numbers: [se.personnummer, se.samordningsnummer]", "numbers: ["+test.kind+"]"+series, 1)
			d, err := form.Derive(load(t, text), "sign-up", form.Context{Language: locale.EN})
			if err != nil {
				t.Fatal(err)
			}
			read, err := form.Read(d.AppendJSON(nil))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range []*form.Definition{d, read} {
				values := []form.Value{{Name: "number", Text: test.number}}
				refused := false
				for _, p := range d.Check(values, today, &form.Submission{}) {
					refused = refused || p.Field == "number" && p.Code == form.SeriesIdent
				}
				if want := series == ""; refused != want {
					t.Errorf("%s, %q: refused as of another series: %v", test.kind, series, refused)
				}
			}
		}
	}
}
