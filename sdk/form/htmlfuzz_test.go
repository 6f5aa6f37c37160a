package form_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/screen"
)

// hostile holds what has broken printers before.
var hostile = []string{
	`"><script>alert(1)</script>`, `' onfocus='alert(1)' x='`, "</textarea></select></fieldset></form><h1>Other</h1>", "<!-- --!> <![CDATA[ ]]>",
	"&lt;b&gt; &amp; &#60; &nbsp;", "javascript:alert(1)", "{label} {{.}} ${x}", "\n\nfirst", "\r\nfirst\rsecond", " ", "", "a\x00b", "a\xff\xc3(", "\u202e\u2066\ufeff\ufdd0",
	`["a"]`, "_", "a b", "a_20b", "keep.name", form.TrapName, "👩‍👩‍👧 e\u0301", strings.Repeat("x", 5000), "-- html --",
}

func TestHostileTextIsHarmless(t *testing.T) {
	base := bare(t)
	for _, s := range hostile {
		for turn := range uint8(4) {
			checkPlanted(t, base, s, "text", turn)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for i, s := range hostile {
		f.Add(s, "text", uint8(i))
		f.Add("x", s, uint8(i+1))
	}
	f.Add("&lt(b", "#000", uint8(2))
	base := bare(f)
	f.Fuzz(func(t *testing.T, a, b string, turn uint8) { checkPlanted(t, base, a, b, turn) })
}

// checkPlanted prints the course form with a third of its texts, names and
// values among them, replaced by a or b, as anybody's definition may hold them,
// and with a and b typed in every field.
func checkPlanted(t *testing.T, base []byte, a, b string, turn uint8) {
	d := planted(t, base, a, b, int(turn))
	// A link to "#…" leads to a place in the page, which is the host's to know.
	notice, action := strings.TrimLeft(a, "#"), strings.TrimLeft(b, "#")
	var typed []form.Value
	var problems []form.Problem
	for i := range d.Fields {
		f := &d.Fields[i]
		typed = append(typed, form.Value{Name: f.Name, Text: a, From: b}, form.Value{Name: f.Name, Text: b}, form.Value{Name: form.KeepName(f.Name), Text: a})
		problems = append(problems, form.Problem{Field: f.Name, Message: b, Asks: true, Others: []string{a}})
	}
	for _, s := range []form.State{{Values: typed}, {Values: typed, Problems: problems}} {
		p := form.Printer{Summary: form.SummaryPlace(turn % 2), Hidden: []form.Value{{Name: "h", Text: a}}, NoticeURL: notice, Action: action, HeadingLevel: int(turn % 8)}
		body := checkHTML(t, p.HTML(d, s))
		got := map[string]string{}
		for _, v := range slices.Backward(sent(body)) { // of one name, such as that of the trap, the first
			got[v.Name] = v.Text
		}
		for i := range d.Fields {
			f := &d.Fields[i]
			if n := byID(body, "form-"+f.Name); n == nil || d.Field(f.Name) != f || !slices.Contains([]string{"", "text", "tel", "email"}, get(n, "type")) || n.Data == "select" {
				continue
			}
			if diff := cmp.Diff(clean(a), got[f.Name]); diff != "" {
				t.Errorf("%q (-typed +shown again):\n%s", f.Name, diff)
			}
		}
		if got["h"] != clean(a) {
			t.Errorf("hidden: got %q", got["h"])
		}
	}
	var s form.Submission
	d.Check(typed, today, &s)
	checkHTML(t, new(form.Printer).Received(d, &s))
}

// bare is the course form as JSON without its lexicon, which would be read anew
// each time.
func bare(t testing.TB) []byte {
	t.Helper()
	d := *derive(t, form.Context{})
	d.Lexicon = screen.Lexicon{}
	return d.AppendJSON(nil)
}

// planted is the course form with some of its strings replaced. The words of
// the product stay.
func planted(t *testing.T, base []byte, a, b string, turn int) *form.Definition {
	t.Helper()
	var def map[string]any
	if err := json.Unmarshal(base, &def); err != nil {
		t.Fatal(err)
	}
	n := turn
	var plant func(v any) any
	plant = func(v any) any {
		switch v := v.(type) {
		case string:
			n++
			return []string{v, a, v, v, b, v}[n%6]
		case []any:
			for i := range v {
				v[i] = plant(v[i])
			}
		case map[string]any:
			for _, key := range []string{"title", "intro", "submit", "received", "groups", "fields", "id", "name", "label", "hint", "pattern", "accept", "if", "field", "is",
				"needsYes", "options", "reason", "consent", "purposes", "basis", "kept", "without", "instead", "text", "audience", "withdraw", "autocomplete", "filledFrom", "oneOf", "group"} {
				if inner, ok := v[key]; ok {
					v[key] = plant(inner)
				}
			}
		}
		return v
	}
	data, err := json.Marshal(plant(def))
	if err != nil {
		t.Fatal(err)
	}
	d, err := form.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// clean is the text as HTML can hold it, written the slow way.
func clean(s string) string {
	var b strings.Builder
	for _, r := range s { // invalid UTF-8 is ranged over as U+FFFD, byte by byte
		control := r < 0x20 && !strings.ContainsRune("\t\n\f\r", r) || r >= 0x7f && r < 0xa0
		if control || r >= 0xfdd0 && r <= 0xfdef || r%0x10000 >= 0xfffe {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(b.String())
}
