package export_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// table reads what was written, as a spreadsheet does.
func table(t *testing.T, data []byte, separator rune) [][]string {
	t.Helper()
	text, ok := bytes.CutPrefix(data, []byte("\ufeff"))
	if !ok {
		t.Error("there is no byte order mark")
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = separator
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// One line for each activity, processor or transfer, as wide as the headings, and
// no cell is empty.
func TestCSV(t *testing.T) {
	for _, name := range examples {
		doc := example(t, name)
		for _, kind := range accountability.Kinds {
			for _, separator := range ",;\t" {
				r, err := accountability.Of(kind, doc, accountability.Context{})
				if err != nil {
					t.Fatal(err)
				}
				out, err := export.CSV(r, separator)
				if err != nil {
					t.Fatal(err)
				}
				parts := 0
				for _, g := range r.Groups {
					parts += len(g.Parts)
				}
				lines := table(t, out, separator)
				if len(lines) != parts+1 {
					t.Errorf("%s %s: %d lines for %d parts", name, kind, len(lines), parts)
				}
				seen := map[string]bool{}
				for _, heading := range lines[0] {
					if seen[heading] {
						t.Errorf("%s %s: two columns are called %q", name, kind, heading)
					}
					seen[heading] = true
				}
				for _, line := range lines {
					for i, cell := range line {
						if strings.TrimSpace(cell) == "" {
							t.Errorf("%s %s: an empty cell below %q", name, kind, lines[0][i])
						}
					}
				}
			}
		}
	}
}

// What a spreadsheet would run gets an apostrophe before it.
func TestCSVHoldsNoFormula(t *testing.T) {
	for _, evil := range []string{`=HYPERLINK("http://x")`, "+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1", "'=1"} {
		doc := &policy.Document{
			Regime: law.GDPR, Languages: []locale.Tag{locale.EN}, Parties: []policy.Party{{ID: "a", Name: policy.Text{locale.Any: evil}}},
			Purposes:   []policy.Purpose{{ID: "p", Title: policy.Text{locale.EN: evil}}},
			Activities: []policy.Activity{{ID: "x", Title: policy.Text{locale.EN: evil}, Controllers: []string{"a"}, Purposes: []string{"p"}}},
		}
		r, err := accountability.RecordOf(doc, accountability.Context{})
		if err != nil {
			t.Fatal(err)
		}
		out, err := export.CSV(r, ',')
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range table(t, out, ',') {
			for _, cell := range line {
				if strings.ContainsAny(cell[:1], "=+-@\t") || strings.HasPrefix(strings.TrimSpace(cell), "=") || strings.HasPrefix(cell, "＝") {
					t.Errorf("%q gives the cell %q", evil, cell)
				}
			}
		}
	}
}

func TestCSVWantsASeparator(t *testing.T) {
	r, err := accountability.ScreeningOf(example(t, "lartorget"), accountability.Context{})
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []rune{'"', '\n', 0} {
		if _, err := export.CSV(r, bad); err == nil {
			t.Errorf("%q separates cells", bad)
		}
	}
}

func ExampleCSV() {
	doc := &policy.Document{
		Regime: law.GDPR, Languages: []locale.Tag{locale.EN}, EffectiveFrom: date.Date{Year: 2026, Month: 9, Day: 1},
		Parties:    []policy.Party{{ID: "school", Name: policy.Text{locale.Any: "The Evening School"}}},
		Activities: []policy.Activity{{ID: "letters", Title: policy.Text{locale.EN: "Letters"}, Controllers: []string{"school"}}},
	}
	r, err := accountability.TransfersOf(doc, accountability.Context{})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := export.CSV(r, ';')
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%q\n", out)
	// Output:
	// "\ufeffWhat it is about;Remarks\r\n"
}
