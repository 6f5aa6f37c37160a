package wasm_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/submission"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/wasm/core"
)

// object writes a request: names and values, which are JSON as it stands.
func object(members ...string) string {
	w := wire.NewWriter(nil).BeginObject()
	for i := 0; i+1 < len(members); i += 2 {
		w.Key(members[i]).Raw(members[i+1])
	}
	return string(w.EndObject().Bytes())
}

func quoted(s string) string { return string(wire.AppendString(nil, s)) }

// root is that of the tree.
func root(t testing.TB) string {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func glob(t testing.TB, pattern ...string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(append([]string{root(t)}, pattern...)...))
	if err != nil || len(names) == 0 {
		t.Fatalf("no files: %v", err)
	}
	return names
}

// A vector of a form is what somebody sent on a day.
type vectors struct {
	Definition json.RawMessage
	Cases      []struct {
		Day    string
		Values json.RawMessage

		Problems, Kept, Dropped json.RawMessage
	}
}

func formVectors(t testing.TB) []vectors {
	t.Helper()
	var list []vectors
	for _, name := range glob(t, "sdk", "form", "testdata", "vectors", "*.json") {
		var v vectors
		if err := json.Unmarshal(read(t, name), &v); err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

// formRequests asks all that can be asked about the vectors of forms.
func formRequests(t testing.TB) []string {
	t.Helper()
	var list []string
	for _, v := range formVectors(t) {
		list = append(list, object("op", `"load"`, "definition", string(v.Definition)))
		var d struct{ Fields []struct{ Name string } }
		if err := json.Unmarshal(v.Definition, &d); err != nil {
			t.Fatal(err)
		}
		for i, c := range v.Cases {
			about := []string{"use", "USE", "values", string(c.Values), "day", quoted(c.Day)}
			ask := func(op string, more ...string) {
				list = append(list, object(append(append([]string{"op", quoted(op)}, about...), more...)...))
			}
			ask("check")
			ask("check", "part", `"first"`)
			ask("check", "field", quoted(d.Fields[i%len(d.Fields)].Name))
			ask("form", "problems", string(c.Problems), "printer", `{"headingLevel":2,"idPrefix":"x-","noticeURL":"/notice","hidden":{"at":"7"}}`)
			ask("form", "problems", string(c.Problems), "printer", `{"summaryBeforeSubmit":true,"continue":true}`)
			ask("problems", "problems", string(c.Problems))
			ask("problems", "problems", string(c.Problems), "field", quoted(d.Fields[i%len(d.Fields)].Name))
			ask("received")
		}
	}
	return list
}

// identRequests asks about each vector of identity numbers as a field of a form.
func identRequests(t testing.TB) []string {
	t.Helper()
	var list []string
	for _, name := range glob(t, "sdk", "ident", "testdata", "*.json") {
		var file struct {
			Kind    string
			Vectors []struct{ Value, Day string }
		}
		if err := json.Unmarshal(read(t, name), &file); err != nil {
			t.Fatal(err)
		}
		d := object("fields", `[{"name":"number","label":"number","control":"national-number","required":true,"maxLength":40,"numbers":[`+
			quoted(file.Kind)+`],"series":"synthetic"}]`)
		list = append(list, object("op", `"load"`, "definition", d))
		for _, v := range file.Vectors {
			for _, day := range []string{"2026-11-22", "1999-12-31"} {
				list = append(list, object("op", `"check"`, "use", "USE", "values", object("number", quoted(v.Value)), "day", quoted(day)))
			}
		}
	}
	return list
}

// documents gives the policies of the examples.
func documents(t testing.TB) []*policyfile.File {
	t.Helper()
	var list []*policyfile.File
	for _, name := range glob(t, "examples", "*", "policy.yaml") {
		file := policyfile.Parse(filepath.Base(name), read(t, name))
		if file.Doc == nil {
			t.Fatalf("%s: %v", name, file.Findings)
		}
		list = append(list, file)
	}
	return list
}

// screeningRequests asks what free text of the examples' forms tells: each line that
// people type in each field that is screened, and with the wish to keep it.
func screeningRequests(t testing.TB) []string {
	t.Helper()
	forms, err := submission.Forms(root(t))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, d := range forms {
		if !d.IsScreened() {
			continue
		}
		list = append(list, object("op", `"screening"`, "screening", string(d.AppendScreening(nil))))
		for i := range d.Fields {
			for _, text := range strings.Split(typed, "\n") {
				for _, keep := range []string{"false", "true"} {
					list = append(list, object("op", `"screen"`, "field", quoted(d.Fields[i].Name), "text", quoted(text), "keep", keep))
				}
			}
		}
	}
	return list
}

// sum stands in for a hash.
func sum(text string) string {
	h := uint64(14695981039346656037)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return fmt.Sprintf("%016x", h)
}

// questions gives those of the examples' forms, as a panel for choices has them.
func questions(t testing.TB) []question {
	t.Helper()
	var all []question
	for _, file := range documents(t) {
		for _, f := range file.Doc.Forms {
			for _, tag := range file.Doc.Languages {
				d, err := form.Derive(file.Doc, f.ID, form.Context{Language: tag, Sum: sum})
				if err != nil {
					continue // a form of one event
				}
				var list []question
				if err := json.Unmarshal(core.AppendQuestions(nil, d), &list); err != nil {
					t.Fatal(err)
				}
				all = append(all, list...)
			}
		}
	}
	if len(all) == 0 {
		t.Fatal("no example asks for a consent")
	}
	return all
}

type question struct {
	ID, Sum, Expires       string
	Reasons, Agreed, Binds json.RawMessage
}

// asked is the member question of a request.
func (q *question) asked() string {
	members := []string{"sum", quoted(q.Sum), "expires", quoted(q.Expires)}
	if q.Reasons != nil {
		members = append(members, "reasons", string(q.Reasons))
	}
	return object(members...)
}

// choiceRequests asks what a panel for choices does: answers of many kinds to each
// question, and how each stands on days from the same to years after.
func choiceRequests(t testing.TB) []string {
	t.Helper()
	var list []string
	all := questions(t)
	for i, q := range all {
		for _, a := range []string{
			`"yes":true,"act":"ticking","shown":` + quoted(q.Sum),
			`"yes":true,"act":"browsing","shown":` + quoted(q.Sum),
			`"yes":true,"act":"ticking","shown":"another"`, `"yes":true,"act":"ticking"`, `"yes":false`,
		} {
			for _, before := range []string{"", "given", "refused", "expired"} {
				answer := `{` + a + `,"at":"2026-02-28T12:00:00+01:00","interface":"panel 1","subject":"7d9f2c0e-55aa-4d7e-8f2c-000000000001"}`
				list = append(list, object("op", `"choose"`, "question", q.asked(), "answer", answer, "before", quoted(before)))
			}
		}
		for _, status := range []string{"given", "renewed", "refused", "withdrawn", "invalidated", ""} {
			for _, day := range []string{"2026-02-28", "2026-09-01", "2028-02-29", "2031-01-01", "2026-13-01"} {
				binds := q.Binds
				if day == "2026-09-01" {
					binds = all[(i+1)%len(all)].Binds
				}
				list = append(list, object("op", `"choice"`, "day", quoted(day), "status", quoted(status), "at", `"2026-02-28T12:00:00Z"`,
					"until", `"2028-02-28"`, "agreed", string(q.Agreed), "binds", string(binds)))
			}
		}
	}
	return list
}

// A generator makes requests of others by chance.
type generator struct {
	rng    *rand.Rand
	seeds  []string
	values []string // what people type
	fields [][]string
	forms  []string
}

func newGenerator(t testing.TB, seed uint64, seeds []string) *generator {
	t.Helper()
	g := &generator{rng: rand.New(rand.NewPCG(seed, 7)), seeds: seeds, values: strings.Split(typed, "\n")}
	forms, err := submission.Forms(root(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range forms {
		var names []string
		for i := range d.Fields {
			names = append(names, d.Fields[i].Name)
			for _, o := range d.Fields[i].Options {
				g.values = append(g.values, o.Value)
			}
		}
		g.fields, g.forms = append(g.fields, names), append(g.forms, string(d.AppendJSON(nil)))
	}
	return g
}

// typed is what people type, and programs.
const typed = `yes
no
Anna
Åsa Öst
anna@example.com
ANNA@EXAMPLE.COM
anna@
070-123 45 67
+46 70 123 45 67
2026-02-29
29/2 2024
29.2.2024
31.12.1999
3,5
-0
000012
1e9
19811218-9876
811218-9876
8112189876
010594Y9032
03851598730
2601012384
212000-0142
www.example.com
https://example.com/a?b=c#d
<script>alert(1)</script>
"><img src=x onerror=alert(1)>
{label}{min}{max}
Min son har diabetes och är allergisk mot nötter.
Hun er medlem af fagforeningen.
I am a Jehovah's Witness
0000-0002-1825-0097
` + "\u202Eabc\n\u0000\u00A0\u3000 x \u3000\n\U0001F600\uFEFF\n " + `
İstanbul ſ K Å`

func (g *generator) pick(list []string) string { return list[g.rng.IntN(len(list))] }

// load gives a request that loads a form, and its number.
func (g *generator) load() (string, int) {
	i := g.rng.IntN(len(g.forms))
	return object("op", `"load"`, "definition", g.forms[i]), i
}

// request makes one about the form that was loaded last.
func (g *generator) request(form int) string {
	switch g.rng.IntN(8) {
	case 0:
		return g.spoil(g.pick(g.seeds))
	case 1:
		return g.pick(g.seeds)
	}
	w := wire.NewWriter(nil).BeginObject()
	for _, name := range g.fields[form] {
		switch g.rng.IntN(6) {
		case 0:
		case 1:
			w.Key(name).BeginArray().String(g.pick(g.values)).String(g.pick(g.values)).EndArray()
		case 2:
			w.Key(name).BeginObject()
			w.Key("name").String(g.pick(g.values))
			w.Key("type").String("image/jpeg")
			w.Key("size").Int(g.rng.Int64N(1 << 31)).EndObject()
		case 3:
			w.Key(name).String(g.pick(g.values) + " " + g.pick(g.values))
		default:
			w.Key(name).String(g.pick(g.values))
		}
	}
	values := string(w.EndObject().Bytes())
	op := g.pick([]string{"check", "check", "form", "received", "problems"})
	more := []string{"op", quoted(op), "use", "USE", "values", values, "day", quoted(g.pick([]string{"2026-11-22", "2000-02-29", "1947-01-01"}))}
	if g.rng.IntN(3) == 0 {
		more = append(more, "field", quoted(g.pick(g.fields[form])))
	}
	if g.rng.IntN(4) == 0 {
		more = append(more, "part", g.pick([]string{`"first"`, "[" + quoted(g.pick(g.fields[form])) + "]"}))
	}
	return object(more...)
}

// spoil changes a few bytes.
func (g *generator) spoil(request string) string {
	b := []byte(request)
	for range 1 + g.rng.IntN(3) {
		at := g.rng.IntN(len(b))
		switch g.rng.IntN(4) {
		case 0:
			b[at] = byte(g.rng.IntN(256))
		case 1:
			b = append(b[:at], b[min(len(b), at+1+g.rng.IntN(8)):]...)
		case 2:
			b = append(b[:at], append([]byte(g.pick([]string{`"`, "{", "}", "[", "]", ",", "0", "null", "-1", `\u0000`})), b[at:]...)...)
		default:
			b[at] ^= 1 << g.rng.IntN(8)
		}
		if len(b) == 0 {
			b = []byte("{}")
		}
	}
	return string(b)
}
