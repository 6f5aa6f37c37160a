package form_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/submission"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
)

// A page that loads the form and its screening apart says the same as the server,
// which has both in one.
func TestScreeningApartIsTheSame(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	forms, err := submission.Forms(root)
	if err != nil {
		t.Fatal(err)
	}
	day := date.Date{Year: 2026, Month: 2, Day: 1}
	found := 0
	for _, d := range forms {
		apart, bare := readScreening(t, d), readBare(t, d)
		if d.IsScreened() == (len(apart) == 0) {
			t.Errorf("%s: screened %v, fields %v", d.Form, d.IsScreened(), apart)
		}
		for name, screening := range apart {
			if f := d.Field(name); f.If != nil || f.Group != "" {
				continue // whether it is asked for is for the check to say
			}
			for _, text := range []string{"Jag har diabetes.\r\n\r\n 19811218-9876", " Barnet har allergi och diabetes ", "I have diabetes", "811218-9876", "bra"} {
				for _, keep := range []string{form.No, form.Yes} {
					values := []form.Value{{Name: name, Text: text}, {Name: form.KeepName(name), Text: keep}}
					want := of(name, d.Check(values, day, nil))
					got := append(of(name, bare.Check(values, day, nil)), screening.Check(name, text, keep == form.Yes)...)
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("%s, %s, %q (-whole +apart)\n%s", d.Form, name, text, diff)
					}
					found += len(got)
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d problems were found, which shows little", found)
	}
}

// readScreening gives the screening of each field that has one.
func readScreening(t *testing.T, d *form.Definition) map[string]*form.Screening {
	t.Helper()
	n, err := wire.Read(d.AppendScreening(nil), wire.Limits{Bytes: 4 << 20, Nodes: 1 << 18, Members: 256})
	if err != nil {
		t.Fatal(err)
	}
	s, fields := form.ReadScreening(n), map[string]*form.Screening{}
	for i := range d.Fields {
		if name := d.Fields[i].Name; s.Has(name) {
			fields[name] = s
		}
	}
	if got := s.Check("nobody", "diabetes", false); got != nil {
		t.Errorf("a field that is not there: %v", got)
	}
	return fields
}

// readBare gives the form as a page has it, without its screening.
func readBare(t *testing.T, d *form.Definition) *form.Definition {
	t.Helper()
	data := d.AppendUnscreened(nil)
	if bytes.Contains(data, []byte(`"lexicon"`)) {
		t.Errorf("%s: the lexicon is still there", d.Form)
	}
	n, err := wire.Read(data, wire.Limits{Bytes: 4 << 20, Nodes: 1 << 18, Members: 256})
	if err != nil {
		t.Fatal(err)
	}
	return form.ReadUnscreened(n)
}

func of(field string, problems []form.Problem) []form.Problem {
	var list []form.Problem
	for _, p := range problems {
		if p.Field == field {
			list = append(list, p)
		}
	}
	return list
}
