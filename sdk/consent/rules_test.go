package consent_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// A rule is a row of testdata/rules.tsv.
type rule struct {
	id  string
	by  []string // what enforces it: a code of this package, or lint:code, form:reason, api:function
	row []string
}

func rules(t *testing.T) []rule {
	t.Helper()
	src, err := os.ReadFile("testdata/rules.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(src), "\n"), "\n")
	if want := "id\tseverity\trule\tread\tunread\tdoes\tby"; lines[0] != want {
		t.Fatalf("the columns are %q, want %q", lines[0], want)
	}
	var list []rule
	for _, line := range lines[1:] {
		row := strings.Split(line, "\t")
		if len(row) != 7 || row[2] == "" || row[3]+row[4] == "" || row[5] == "" || row[6] == "" {
			t.Fatalf("the row lacks something: %q", line)
		}
		list = append(list, rule{row[0], strings.Fields(row[6]), row})
	}
	return list
}

// A firing is a case in which a rule fires, and one near to it in which it does
// not, by one of the things that enforce it. Each gives what it found.
type firing struct {
	rule, by     string
	fires, quiet func(t *testing.T) []string
}

// decided gives the codes of an answer to a question of [school] that is good but
// for what is changed.
func decided(id string, change ...func(q *consent.Question, a *consent.Answer)) func(*testing.T) []string {
	return func(t *testing.T) []string {
		q := question(t, id)
		a := ticked(&q)
		for _, f := range change {
			f(&q, &a)
		}
		return codes(consent.Decide(q, a).Reasons)
	}
}

// stands gives the codes of how a yes stands some days after it was given.
func stands(id string, days int, change ...func(r *consent.Record)) func(*testing.T) []string {
	return func(t *testing.T) []string {
		r := given(question(t, id))
		for _, f := range change {
			f(&r)
		}
		return codes(consent.Stands(r, question(t, id), day.AddDays(days), date.Date{}).Reasons)
	}
}

func act(act policy.ConsentAct) func(*consent.Question, *consent.Answer) {
	return func(_ *consent.Question, a *consent.Answer) { a.Act = act }
}

// aged answers for somebody of that age who lives in the country.
func aged(years int, country string) func(*consent.Question, *consent.Answer) {
	return func(_ *consent.Question, a *consent.Answer) {
		a.Person.Born, a.Person.Country = day.AddYears(-years), country
	}
}

func by(actor consent.Actor, verified string) func(*consent.Question, *consent.Answer) {
	return func(_ *consent.Question, a *consent.Answer) { a.By, a.Guardian.Verified = actor, verified }
}

var firings = []firing{
	{"CONS-02-granular", "several-purposes", decided("poor-lists"), decided("newsletter")},
	{"CONS-03-unbundled", "bundled", decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.With = "terms" }), decided("newsletter")},
	{"CONS-03-unbundled", "bundled", decided("newsletter", act(policy.ByRegistering)), decided("newsletter")},
	{"CONS-04-not-required", "detriment", decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.Condition = true }), decided("newsletter")},
	{"CONS-05-no-preset", "preset", decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.Preset = true }), decided("newsletter")},
	{"CONS-06-active-act", "not-active", decided("newsletter", act(policy.ByTyping)), decided("newsletter", act(policy.BySigning))},
	{"CONS-06-active-act", "not-active", decided("newsletter", act("")), decided("newsletter", act(policy.ByTelling))},
	{"CONS-07-equal-choice", "unequal-choice",
		decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.Steps.No = 2 }),
		decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.Steps = consent.Steps{Yes: 2, No: 1, Withdraw: 2} })},
	{"CONS-08-alternative", "no-alternative?", decided("poor-town"), decided("town")},
	{"CONS-08-alternative", "imbalance?", decided("town"), decided("newsletter")},
	{"CONS-08-alternative", "imbalance?", decided("newsletter", func(q *consent.Question, _ *consent.Answer) { q.Dependent, q.Instead = true, "Say no." }), decided("poor-town")},
	{"CONS-10-informed-min", "not-informed", decided("poor-silent"), decided("newsletter")},
	{"CONS-11-third-party-named", "not-informed", decided("newsletter", func(q *consent.Question, _ *consent.Answer) { q.Controllers = nil }),
		decided("newsletter")},
	{"CONS-11-third-party-named", "not-informed", decided("newsletter", func(q *consent.Question, _ *consent.Answer) {
		q.Controllers, q.Audience = nil, "Whoever holds the course"
	}), decided("newsletter", func(q *consent.Question, _ *consent.Answer) { q.Audience = "" })},
	{"CONS-13-explicit", "not-explicit", decided("poor-allergies"), decided("allergies")},
	{"CONS-13-explicit", "not-explicit", decided("allergies", act(policy.ByTyping)), decided("poor-town")},
	{"CONS-14-infer", "may-reveal?", decided("hobbies"), decided("newsletter")},
	{"CONS-15-order", "form:no-consent", settled("", nil), settled(form.Yes, nil)},
	{"CONS-15-order", "form:no-consent", settled(form.No, nil), settled(form.Yes, nil)},
	{"CONS-15-order", "form:consent-void", settled(form.Yes, func(a *consent.Answer) { a.Preset = true }), settled(form.Yes, nil)},
	{"CONS-16-withdraw-easy", "hard-to-withdraw", decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.Steps.Withdraw = 2 }), decided("newsletter")},
	{"CONS-17-withdraw-told", "not-informed", decided("newsletter", func(q *consent.Question, _ *consent.Answer) { q.Withdraw = "" }), decided("newsletter")},
	{"CONS-18-withdraw-effect", "api:consent.EffectOf", effect("newsletter", ""), effect("waiver", "")},
	{"CONS-18-withdraw-effect", "api:consent.EffectOf", effect("newsletter", ""), effect("newsletter", "6(1)(b)")},
	{"CONS-18-withdraw-effect", "not-given", stands("newsletter", 0, func(r *consent.Record) { *r, _ = r.Withdraw(instant, consent.Self) }), stands("newsletter", 0)},
	{"CONS-19-record", "not-proved", decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.Person.Subject = "" }), decided("newsletter")},
	{"CONS-19-record", "not-proved", decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.At = "2026-11-22" }), decided("newsletter")},
	{"CONS-19-record", "not-proved", decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.Interface = "" }), decided("newsletter", told)},
	{"CONS-19-record", "not-proved", decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.Shown = "" }), decided("newsletter", told)},
	{"CONS-19-record", "not-proved", decided("newsletter", func(q *consent.Question, _ *consent.Answer) { q.Fingerprint = change.Fingerprint{} }), decided("newsletter")},
	{"CONS-19-record", "not-proved", decided("newsletter", told, func(_ *consent.Question, a *consent.Answer) { a.Staff.By = "" }), decided("newsletter", told)},
	{"CONS-19-record", "other-text", decided("newsletter", func(_ *consent.Question, a *consent.Answer) { a.Shown = sum("something else") }), decided("newsletter")},
	{"CONS-20-record-min", "not-pseudonym", decided("newsletter", subject("elin@example.se")), decided("newsletter", subject("elin-example"))},
	{"CONS-20-record-min", "not-pseudonym", decided("newsletter", subject("19121212-1212")), decided("newsletter", subject("19121212-1213"))},
	{"CONS-21-refresh", "changed", changed("pages"), changed("")},
	{"CONS-21-refresh", "api:change.Report.Again", again("pages"), again("")},
	{"CONS-22-age-out", "old?", stands("newsletter", 731), stands("newsletter", 729)},
	{"CONS-22-age-out", "past-expiry", stands("allergies", 366), stands("allergies", 365)},
	{"CONS-23-no-nag", "asked-again?", stands("newsletter", 180, refused), stands("newsletter", 182, refused)},
	{"CONS-24-child-iss", "too-young", decided("club", aged(12, "SE")), decided("club", aged(13, "SE"))},
	{"CONS-24-child-iss", "unknown-age", decided("club", func(_ *consent.Question, a *consent.Answer) { a.Person.Country = "SE" }), decided("newsletter")},
	{"CONS-24-child-iss", "unknown-country", decided("club", aged(30, "")), decided("newsletter", aged(3, ""))},
	{"CONS-24-child-iss", "guardian-needed", decided("pupils"), decided("pupils", by(consent.ByBoth, "in-person"))},
	{"CONS-25-child-verify", "guardian-unproved", decided("pupils", by(consent.ByGuardian, "")), decided("pupils", by(consent.ByGuardian, "email-loop"))},
	{"CONS-26-child-both", "child-too", decided("club", aged(14, "FR"), by(consent.ByGuardian, "eid")), decided("club", aged(14, "FR"), by(consent.ByChild, "eid"))},
	{"CONS-26-child-both", "child-too", decided("club", aged(14, "FR"), by(consent.ByBoth, "eid")), decided("club", aged(12, "DE"), by(consent.ByGuardian, "eid"))},
	{"CONS-26-child-both", "both-guardians?", decided("club", aged(12, "NO"), by(consent.ByGuardian, "eid")), decided("club", aged(12, "NO"), by(consent.ByBoth, "eid"))},
	{"CONS-27-child-turns", "of-age?", ofAge(1), ofAge(-1)},
	{"CONS-27-child-turns", "of-age?", decided("club", aged(13, "SE"), by(consent.ByGuardian, "eid")), decided("club", aged(12, "SE"), by(consent.ByGuardian, "eid"))},
	{"CONS-30-secrecy", "bundled?", decided("waiver", act(policy.ByTyping)), decided("waiver")},
	{"CONS-30-secrecy", "undocumented?", decided("waiver", act(policy.ByTyping)), decided("waiver", act(policy.BySigning))},
	{"CONS-32-cookie", "api:consent.MayStore", stored("counter", false), stored("counter", true)},
	{"CONS-32-cookie", "api:consent.MayStore", stored("other", true), stored("session", false)},
	{"CONS-32-cookie", "not-active", decided("statistics", act(policy.ByBrowsing)), decided("statistics")},
	{"CONS-33-proxy", "proxy", decided("newsletter", by(consent.ByProxy, "")), decided("newsletter")},
}

// told is an answer that somebody gave on the phone.
func told(_ *consent.Question, a *consent.Answer) {
	a.Act, a.Interface, a.Shown = policy.ByTelling, "", ""
	a.Staff = consent.Noted{Channel: policy.ByPhone, By: "desk 2"}
}

func subject(s string) func(*consent.Question, *consent.Answer) {
	return func(_ *consent.Question, a *consent.Answer) { a.Person.Subject = s }
}

func refused(r *consent.Record) { r.Status = consent.Refused }

// settled gives why the allergies that somebody typed were not kept.
func settled(answer string, change func(*consent.Answer)) func(*testing.T) []string {
	return func(t *testing.T) []string {
		d := definition(t, parse(t, school), "all", form.Context{})
		values := []form.Value{{Name: "allergies", Text: "nuts"}}
		if answer != "" {
			values = append(values, form.Value{Name: "may-use", Text: answer})
		}
		var s form.Submission
		if problems := d.Check(values, day, &s); len(problems) > 0 {
			t.Fatal(problems)
		}
		consent.Settle(&s, func(q *consent.Question, _ bool) consent.Answer {
			a := ticked(q)
			if change != nil {
				change(&a)
			}
			return a
		})
		var why []string
		for _, drop := range s.Dropped() {
			if drop.Field == "allergies" {
				why = append(why, "form:"+string(drop.Why))
			}
		}
		if kept := s.Has("allergies"); kept == (len(why) > 0) {
			t.Errorf("kept: %v, and dropped: %v", kept, why)
		}
		return why
	}
}

// effect says whether data go when the consent is taken back; a second activity
// may use them on a basis of its own.
func effect(id, other string) func(*testing.T) []string {
	return func(t *testing.T) []string {
		doc := parse(t, school)
		doc.Activities = doc.Activities[:1+slices.IndexFunc(doc.Activities, func(a policy.Activity) bool { return a.ID == "mail" })]
		doc.Activities = append(doc.Activities, policy.Activity{
			ID: "post", Purposes: []string{"lunch"}, Data: []string{"email"}, Consents: []string{"waiver"}, Basis: &policy.Basis{Article: "6(1)(e)"},
		})
		if other == "" && id != "waiver" {
			doc.Activities = doc.Activities[:1]
		}
		e := consent.EffectOf(doc, id, "", text.In(locale.EN))
		if id == "waiver" && len(e.Data) == 0 && len(e.Stops) == 0 && len(e.Shielded) == 1 {
			return nil // nothing goes, and it is no longer passed on
		}
		if len(e.Data) != 1 || e.Data[0].Datum != "email" || e.Data[0].Label != "e-mail address" {
			t.Fatalf("the effect is %+v", e)
		}
		if len(e.Data[0].Why) > 0 {
			return nil
		}
		return []string{"api:consent.EffectOf"}
	}
}

// altered is [school] with one more kind of data behind the newsletter.
func altered(t *testing.T, data string) *policy.Document {
	doc := specimen.Clone(parse(t, school))
	if data != "" {
		doc.Activities[0].Data = append(doc.Activities[0].Data, data)
	}
	return doc
}

func changed(data string) func(*testing.T) []string {
	return func(t *testing.T) []string {
		old := parse(t, school)
		now := asks(t, altered(t, data), "newsletter", old)
		return codes(consent.Stands(given(asks(t, old, "newsletter")), now, day, date.Date{}).Reasons)
	}
}

func again(data string) func(*testing.T) []string {
	return func(t *testing.T) []string {
		if slices.Contains(change.Compare(parse(t, school), altered(t, data)).Again(), "newsletter") {
			return []string{"api:change.Report.Again"}
		}
		return nil
	}
}

// ofAge asks how a guardian's yes stands some days after the child became 13.
func ofAge(days int) func(*testing.T) []string {
	return func(t *testing.T) []string {
		q := question(t, "club")
		a := ticked(&q)
		a.By, a.Guardian.Verified, a.Person.Country = consent.ByGuardian, "eid", "SE"
		a.Person.Born = day.AddYears(-12)
		r := consent.Decide(q, a)
		s := consent.Stands(r, q, a.Person.Born.AddYears(13).AddDays(days), a.Person.Born)
		if !s.Counts {
			t.Error("a guardian's yes does not stand any more")
		}
		return codes(s.Reasons)
	}
}

// stored says whether the technology may not store anything yet.
func stored(id string, yes bool) func(*testing.T) []string {
	return func(t *testing.T) []string {
		doc := parse(t, school)
		q := question(t, "statistics")
		var r consent.Record
		if yes {
			r = given(q)
		}
		i := slices.IndexFunc(doc.Technologies, func(x policy.Technology) bool { return x.ID == id })
		if consent.MayStore(&doc.Technologies[i], r, q, day) {
			return nil
		}
		return []string{"api:consent.MayStore"}
	}
}

// Each thing that a rule names fires in some case and is quiet in another.
func TestEachRuleFires(t *testing.T) {
	tried := map[string]bool{}
	for _, f := range firings {
		t.Run(f.rule+" "+f.by, func(t *testing.T) {
			if found := f.fires(t); !slices.Contains(found, f.by) {
				t.Errorf("it does not fire: %v", found)
			}
			if found := f.quiet(t); slices.Contains(found, f.by) {
				t.Errorf("it fires where it should not: %v", found)
			}
		})
		tried[f.rule+" "+strings.TrimSuffix(f.by, "?")] = true
	}
	list := rules(t)
	if len(list) != 33 {
		t.Errorf("there are %d rules, want 33", len(list))
	}
	for _, r := range list {
		for _, by := range r.by {
			if code, is := strings.CutPrefix(by, "lint:"); is {
				testLint(t, r.id, code)
			} else if !tried[r.id+" "+by] {
				t.Errorf("%s by %s is not tried", r.id, by)
			}
			delete(tried, r.id+" "+by)
		}
	}
	for name := range tried {
		t.Errorf("%s is tried, and the table does not have it", name)
	}
}

// testLint tries the examples of a rule of lint.
func testLint(t *testing.T, rule, code string) {
	t.Helper()
	r, ok := lint.Explain(code)
	if !ok {
		t.Errorf("%s names the rule %s, which there is not", rule, code)
		return
	}
	reports := func(src string) bool {
		for _, f := range lint.Check(parse(t, src)) {
			if f.Code == code {
				return true
			}
		}
		return false
	}
	if !reports(r.Avoid) || reports(r.Prefer) {
		t.Errorf("%s: lint does not report %s where it should, or where it should not", rule, code)
	}
}

// A breach of a rule that is an error makes the yes void, and of any other one
// warns; but for those that are explained here.
func TestSeverity(t *testing.T) {
	explained := map[string]string{
		"CONS-08-alternative no-alternative?": "people judge whether a yes before an authority was free", "CONS-08-alternative imbalance?": "as above",
		"CONS-30-secrecy bundled?": "the law of secrecy asks for no form", "CONS-30-secrecy undocumented?": "as above",
		"CONS-20-record-min not-pseudonym": "without a pseudonym nothing is proved", "CONS-22-age-out past-expiry": "the policy itself sets the time",
		"CONS-26-child-both child-too": "the French law was read",
	}
	severity := map[string]string{}
	for _, r := range rules(t) {
		severity[r.id] = r.row[1]
	}
	for _, f := range firings {
		if strings.Contains(f.by, ":") {
			continue
		}
		_, isExplained := explained[f.rule+" "+f.by]
		if voids := !strings.HasSuffix(f.by, "?"); voids != (severity[f.rule] == "error") && !isExplained {
			t.Errorf("the severity of %s is %s, and %s makes the yes void: %v", f.rule, severity[f.rule], f.by, voids)
		}
	}
}
