package core_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/text"
	"github.com/lagrum/lagrum/wasm/core"
)

// school is a policy with a form of two parts.
const school = `
id: school
title: {en: Evening school}
languages: [en]
regime: EU-GDPR
jurisdiction: SE
parties: [{id: school, kind: legal-entity, name: {en: Evening School}}]
purposes: [{id: news, title: {en: News}}, {id: kitchen, title: {en: Food for all}}]
data:
  - {id: name, label: {en: Name}, term: "pd:Name"}
  - {id: email, label: {en: E-mail}, term: "pd:EmailAddress"}
  - {id: diet, label: {en: Diet}, special: health}
activities:
  - {id: mail, purposes: [news], controllers: [school], basis: {article: 6(1)(a)}, data: [email], consents: [news]}
  - {id: cook, purposes: [kitchen], controllers: [school], basis: {article: 6(1)(a)}, data: [diet], consents: [food]}
consents:
  - {id: news, kind: ordinary, purposes: [news], data: [email], text: {en: "Yes, send me news."}, withdraw: {en: Write to us.}}
  - {id: food, kind: explicit, purposes: [kitchen], data: [diet], text: {en: "Yes, use my diet."}, withdraw: {en: Write to us.}}
forms:
  - id: sign-up
    title: {en: Sign up}
    fields:
      - {datum: name, required: true, control: text}
      - {datum: email, required: true, control: email}
      - {id: news, consent: news}
      - {id: food, consent: food}
      - {datum: diet, control: text}
`

func definition(t testing.TB) *form.Definition {
	t.Helper()
	file := policyfile.Parse("school.yaml", []byte(school))
	if len(file.Findings) > 0 {
		t.Fatal(file.Findings)
	}
	d, err := form.Derive(file.Doc, "sign-up", form.Context{Language: locale.EN, Sum: func(s string) string { return fmt.Sprintf("%x", len(s)) + s[:min(4, len(s))] }})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func asJSON(t testing.TB) string { return string(definition(t).AppendJSON(nil)) }

func ask(t testing.TB, door func([]byte) []byte, request string) map[string]json.RawMessage {
	t.Helper()
	var answer map[string]json.RawMessage
	out := door([]byte(request))
	if err := json.Unmarshal(out, &answer); err != nil {
		t.Fatalf("%s: %s: %v", request, out, err)
	}
	return answer
}

func TestCheck(t *testing.T) {
	about := `{"op":"check","day":"2026-02-01","definition":` + asJSON(t)
	for _, tt := range []struct{ name, more, want string }{
		{"nothing filled in", `}`, `"code":"missing"`},
		{"all right", `,"values":{"name":"Anna","email":"anna@example.com","news":true}}`,
			`{"problems":[],"answers":{"name":"Anna","email":"anna@example.com","news":true,"food":false},"dropped":[]}`},
		{"the second part is told", `,"part":"first","values":{"name":"Anna","email":"anna@example.com","food":true}}`, `"problems":[]`},
		{"with its names", `,"values":{"name":"Anna","email":"anna@example.com","food":true}}`, `"second":["diet"]`},
		{"what is not asked for", `,"values":{"name":"Anna","email":"anna@example.com","diet":"vegan"}}`, `"dropped":[{"field":"diet","why":"no-consent"}]`},
		{"one field", `,"field":"email","values":{"email":"anna"}}`, `{"problems":[{"code":"email","field":"email"`},
		{"one field of several wrong", `,"field":"name","values":{"name":"Anna","email":"anna"}}`, `{"problems":[]}`},
		{"the second part", `,"part":["diet"],"values":{"diet":"vegan"}}`, `"answers":{"diet":"vegan"}`},
	} {
		if out := string(core.Handle([]byte(about + tt.more))); !strings.Contains(out, tt.want) {
			t.Errorf("%s: %s, want %s", tt.name, out, tt.want)
		}
	}
}

func TestFaults(t *testing.T) {
	d := asJSON(t)
	about := `"definition":` + d + `,"day":"2026-02-01"`
	long := strings.Repeat("x", 9000)
	fields := strings.TrimSuffix(strings.Repeat(`{"name":"x"},`, 257), ",")
	for _, tt := range []struct{ request, want string }{
		{``, "request"}, {`[]`, "request"}, {`{"op":"check"`, "request"}, {strings.Repeat(" ", 1<<20+1), "request"},
		{`{"op":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}`, "request"},
		{`{}`, "op"}, {`{"op":7}`, "op"}, {`{"op":"derive"}`, "op"},
		{`{"op":"check"}`, "definition"}, {`{"op":"check","definition":7}`, "definition"}, {`{"op":"check","use":1}`, "use"}, {`{"op":"drop"}`, "use"},
		{`{"op":"check","definition":{"fields":[` + fields + `]}}`, "definition"},
		{`{"op":"check","definition":{"title":"` + long + `"}}`, "definition"},
		{`{"op":"check","definition":{"words":["{a}{b}{c}{d}{e}{f}{g}"]}}`, "definition"},
		{`{"op":"check","definition":` + d + `}`, "day"}, {`{"op":"check","definition":` + d + `,"day":"2026-02-30"}`, "day"},
		{`{"op":"check",` + about + `,"values":[]}`, "values"}, {`{"op":"check",` + about + `,"field":"stranger"}`, "field"},
		{`{"op":"check",` + about + `,"part":"last"}`, "part"}, {`{"op":"check",` + about + `,"part":["name"]}`, "part"},
		{`{"op":"form",` + about + `,"printer":{"idPrefix":"` + long + `"}}`, "printer"},
		{`{"op":"form",` + about + `,"printer":{"hidden":[]}}`, "printer"},
		{`{"op":"problems",` + about + `,"field":"stranger"}`, "field"},
		{`{"op":"notice","notice":{}}`, "notice"}, {`{"op":"receipt"}`, "receipt"}, {`{"op":"receipt","receipt":{}}`, "words"},
		{`{"op":"withdrawal"}`, "record"}, {`{"op":"decide","question":{}}`, "answer"}, {`{"op":"decide","question":7,"answer":{}}`, "question"},
		{`{"op":"decide",` + about + `,"field":"name","answer":{}}`, "field"},
		{`{"op":"stands","question":{},"day":"2026-02-01"}`, "record"}, {`{"op":"stands","question":{},"record":{}}`, "day"},
		{`{"op":"choose"}`, "question"},
		{`{"op":"choice"}`, "day"},
	} {
		if out := string(core.Handle([]byte(tt.request))); out != `{"error":"`+tt.want+`"}` {
			t.Errorf("%.80s: %.200s, want %s at fault", tt.request, out, tt.want)
		}
	}
}

func TestLoad(t *testing.T) {
	var d core.Door
	load := `{"op":"load","definition":` + asJSON(t) + `}`
	if out := string(d.Handle([]byte(load))); out != `{"use":1}` {
		t.Fatalf("loaded as %s", out)
	}
	check := func(use string) string {
		return string(d.Handle([]byte(`{"op":"check","day":"2026-02-01","field":"name","use":` + use + `}`)))
	}
	if out := check("1"); !strings.Contains(out, `"missing"`) {
		t.Errorf("what was loaded answers %s", out)
	}
	if out := string(core.Handle([]byte(`{"op":"check","use":1}`))); out != `{"error":"use"}` {
		t.Errorf("another door answers %s", out)
	}
	for range 8 {
		d.Handle([]byte(load))
	}
	if out := check("1"); out != `{"error":"use"}` {
		t.Errorf("what was loaded first answers %s after eight others", out)
	}
	if d.Handle([]byte(`{"op":"drop","use":9}`)); check("9") != `{"error":"use"}` || check("8") == `{"error":"use"}` {
		t.Error("another than the one that was dropped is gone")
	}
}

// However often pages load, memory ends.
func TestLoadingEnds(t *testing.T) {
	var f core.Forms
	load := []byte(`{"op":"load","definition":` + asJSON(t) + `}`)
	for i := range 1 << 20 / len(load) {
		if out := string(f.Handle(load)); out != fmt.Sprintf(`{"use":%d}`, i+1) {
			t.Fatalf("load %d: %s", i, out)
		}
	}
	if out := string(f.Handle(load)); out != `{"error":"full"}` || f.Kept() != 0 {
		t.Fatalf("%s, and %d bytes are kept", out, f.Kept())
	}
	if out := string(f.Handle(load)); !strings.HasPrefix(out, `{"use":`) {
		t.Fatalf("loaded again: %s", out)
	}
}

// What package form prints is what comes back.
func TestFormIsThatOfPackageForm(t *testing.T) {
	d := definition(t)
	values := []form.Value{{Name: "email", Text: "anna"}}
	day, _ := date.Parse("2026-02-01")
	problems := d.Check(values, day, nil)
	p := form.Printer{HeadingLevel: 2, IDPrefix: "a-", NoticeURL: "/notice"}
	about := `"definition":` + asJSON(t) + `,"values":{"email":"anna"},"problems":` + string(form.AppendProblems(nil, problems)) +
		`,"printer":{"headingLevel":2,"idPrefix":"a-","noticeURL":"/notice"}}`
	state := form.State{Values: values, Problems: problems}
	for _, tt := range []struct{ request, want string }{
		{`{"op":"form",` + about, string(p.HTML(d, state))},
		{`{"op":"problems",` + about, string(p.Problems(d, state))},
		{`{"op":"problems","field":"email",` + about, string(p.FieldProblems(d, state, "email"))},
		{`{"op":"problems","field":"food",` + about, ""},
	} {
		var got string
		if err := json.Unmarshal(ask(t, core.Handle, tt.request)["html"], &got); err != nil || got != tt.want {
			t.Errorf("%.40s: %v\n%s\nwant\n%s", tt.request, err, got, tt.want)
		}
	}
	if whole := string(p.HTML(d, state)); !strings.Contains(whole, string(p.Problems(d, state))) || !strings.Contains(whole, string(p.FieldProblems(d, state, "email"))) {
		t.Error("the parts are not those of the whole")
	}
}

// The words of every language reach the receipt, and none is left out of the list.
func TestReceiptInEveryLanguage(t *testing.T) {
	q := consent.Asked(definition(t))[0]
	r := consent.Decide(q, consent.Answer{Yes: true, Act: policy.ByTicking, At: "2026-02-01T12:00:00Z", Shown: q.Sum, Interface: "page", Person: consent.Person{Subject: "p-1"}})
	r.Status = consent.Given
	effect := consent.Effect{
		Stops: []string{"News"}, Shielded: []string{"Diet"},
		Data: []consent.DataEffect{{Label: "E-mail"}, {Label: "Name", Kept: []string{"One year."}}, {Label: "Number", Why: []string{"Accounts"}}},
	}
	for _, tag := range text.Languages {
		l := text.In(tag)
		receipt := consent.Receipt{ID: "1", Issued: "2026-02-01T12:00:00Z", Language: tag, Organiser: "Evening School", Items: []consent.Item{{Record: r}}}
		var p consent.Printer
		words := string(core.AppendWords(nil, l))
		for _, tt := range []struct{ request, want string }{
			{`{"op":"receipt","receipt":` + string(receipt.AppendJSON(nil)) + `,"words":` + words + `}`, string(p.Receipt(&receipt))},
			{`{"op":"withdrawal","effect":{"stops":["News"],"shielded":["Diet"],"data":[{"label":"E-mail"},{"label":"Name","kept":["One year."]},` +
				`{"label":"Number","why":["Accounts"]}]},"record":` + string(r.AppendJSON(nil)) + `,"words":` + words + `}`, string(p.Withdrawal(&r, effect, l))},
		} {
			var got string
			if err := json.Unmarshal(ask(t, core.Handle, tt.request)["html"], &got); err != nil || got != tt.want || got == "" {
				t.Errorf("%s: %.40s: %v\n%s\nwant\n%s", tag, tt.request, err, got, tt.want)
			}
		}
		v := reflect.ValueOf(l.Consent)
		for i := range v.NumField() {
			if !strings.Contains(words, string(mustJSON(t, v.Field(i).String()))) {
				t.Errorf("%s: the words lack %s", tag, v.Type().Field(i).Name)
			}
		}
	}
}

func mustJSON(t *testing.T, s string) []byte {
	t.Helper()
	out, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// inOrder gives the values of a list, sorted.
func inOrder(t *testing.T, list json.RawMessage) []string {
	t.Helper()
	var raw []json.RawMessage
	if err := json.Unmarshal(list, &raw); err != nil {
		t.Fatalf("%s: %v", list, err)
	}
	var values []string
	for _, v := range raw {
		values = append(values, string(v))
	}
	slices.Sort(values)
	return values
}

// On the device an answer comes to what it comes to on a server, but for what only
// the server knows.
func TestChooseIsDecide(t *testing.T) {
	const subject = "7d9f2c0e-55aa-4d7e-8f2c-000000000001"
	tried := map[consent.Status]int{}
	for _, q := range variants(consent.Asked(definition(t))[0]) {
		if q.Kind == policy.SecrecyWaiver {
			continue // nobody waives that on a device
		}
		var w wire.Writer
		w.BeginObject()
		q.WriteAsked(&w)
		asked := w.EndObject().Bytes()
		for _, act := range []policy.ConsentAct{policy.ByTicking, policy.ByBrowsing, ""} {
			for _, at := range []string{"2026-02-01T12:00:00+01:00", "yesterday"} {
				for _, shown := range []string{q.Sum, "other", ""} {
					for _, yes := range []bool{true, false} {
						a := consent.Answer{Yes: yes, Act: act, At: at, Shown: shown, Interface: "panel 1", Person: consent.Person{Subject: subject}}
						want := consent.Decide(q, a)
						tried[want.Status]++
						request, err := json.Marshal(map[string]any{"op": "choose", "question": json.RawMessage(asked), "answer": map[string]any{
							"yes": yes, "act": act, "at": at, "shown": shown, "interface": "panel 1", "subject": subject,
						}})
						if err != nil {
							t.Fatal(err)
						}
						var record map[string]json.RawMessage
						if err := json.Unmarshal(want.AppendJSON(nil), &record); err != nil {
							t.Fatal(err)
						}
						if record["reasons"] == nil {
							record["reasons"] = json.RawMessage("[]")
						}
						got := ask(t, core.Choose, string(request))
						for _, member := range []string{"status", "until"} {
							if string(got[member]) != string(record[member]) {
								t.Errorf("%s of %s: %s, Decide has %s", member, request, got[member], record[member])
							}
						}
						if act == policy.ByTicking && !slices.Equal(inOrder(t, got["reasons"]), inOrder(t, record["reasons"])) {
							t.Errorf("reasons of %s: %s, Decide has %s", request, got["reasons"], record["reasons"])
						}
					}
				}
			}
		}
	}
	for _, s := range []consent.Status{consent.Given, consent.Refused, consent.Invalidated} {
		if tried[s] == 0 {
			t.Errorf("no answer comes to %s", s)
		}
	}
}

// variants changes each thing that a question is judged by.
func variants(q consent.Question) []consent.Question {
	list := []consent.Question{q}
	add := func(change func(*consent.Question)) {
		other := q
		change(&other)
		list = append(list, other)
	}
	for _, kind := range []policy.ConsentKind{policy.ExplicitConsent, policy.DeviceStorage, policy.SecrecyWaiver} {
		add(func(q *consent.Question) { q.Kind = kind })
	}
	add(func(q *consent.Question) { q.Text = "" })
	add(func(q *consent.Question) { q.Withdraw = "" })
	add(func(q *consent.Question) { q.Data = nil })
	add(func(q *consent.Question) { q.Purposes = nil })
	add(func(q *consent.Question) { q.Consent.Purposes = []string{"a", "b"} })
	add(func(q *consent.Question) { q.Controllers = nil })
	add(func(q *consent.Question) { q.Controllers, q.Audience = nil, "All" })
	add(func(q *consent.Question) { q.Special = append(q.Special, "health") })
	add(func(q *consent.Question) { q.MayReveal = append(q.MayReveal, "health") })
	add(func(q *consent.Question) { q.Authority = true })
	add(func(q *consent.Question) { q.Dependent, q.Instead = true, "Call us." })
	add(func(q *consent.Question) { q.ByGuardian = true })
	add(func(q *consent.Question) { q.OfferedToChildren, q.Country = true, "" })
	add(func(q *consent.Question) { q.Expires = date.Period{Months: 13} })
	add(func(q *consent.Question) { q.Fingerprint.Terms, q.Fingerprint.Parts = "", nil })
	return list
}

// How a choice stands is how its record does.
func TestChoiceIsStands(t *testing.T) {
	q := consent.Asked(definition(t))[0]
	r := consent.Decide(q, consent.Answer{Yes: true, Act: policy.ByTicking, At: "2026-02-01T12:00:00Z", Shown: q.Sum, Interface: "page", Person: consent.Person{Subject: "p"}})
	other := q
	other.Fingerprint.Terms += "!"
	wording := q
	wording.Fingerprint.Parts = slices.Clone(q.Fingerprint.Parts)
	for i := range wording.Fingerprint.Parts {
		wording.Fingerprint.Parts[i].Said = []string{"!"}
	}
	if len(wording.Fingerprint.Parts) == 0 {
		t.Fatal("nothing is said")
	}
	earlier := other
	earlier.Earlier = append(earlier.Earlier, q.Fingerprint)
	for _, status := range []consent.Status{consent.Given, consent.Refused, consent.Withdrawn, consent.Expired, consent.Requested} {
		for _, now := range []consent.Question{q, other, wording, earlier} {
			for _, day := range []string{"2026-02-02", "2026-12-01", "2028-02-01", "2040-01-01"} {
				for _, until := range []string{"", "2027-02-01"} {
					r.Status = status
					r.Reasons = nil
					r.Until, _ = date.Parse(until)
					at, _ := date.Parse(day)
					want := consent.Stands(r, now, at, date.Date{})
					binds := string(now.Fingerprint.AppendJSON(nil))
					for _, f := range now.Earlier {
						binds += "," + string(f.AppendJSON(nil))
					}
					out := ask(t, core.Choose, fmt.Sprintf(`{"op":"choice","day":%q,"status":%q,"at":%q,"until":%q,"agreed":%s,"binds":[%s]}`,
						day, status, r.At, until, r.Question.Fingerprint.AppendJSON(nil), binds))
					full := ask(t, core.Handle, fmt.Sprintf(`{"op":"stands","day":%q,"record":%s,"question":%s}`, day, r.AppendJSON(nil), now.AppendJSON(nil)))
					for member, is := range map[string]bool{"counts": want.Counts, "ask": want.Ask} {
						if string(out[member]) != fmt.Sprint(is) || string(full[member]) != fmt.Sprint(is) {
							t.Errorf("%s on %s: %s is %s and %s, Stands has %v", status, day, member, out[member], full[member], is)
						}
					}
					if string(out["reasons"]) != string(full["reasons"]) {
						t.Errorf("%s on %s: %s, stands has %s", status, day, out["reasons"], full["reasons"])
					}
				}
			}
		}
	}
}
