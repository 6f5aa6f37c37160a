package examples_test

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/cite"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

func sum(text string) string {
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:])
}

// put gives the question that a policy puts, whether or not a form asks it.
func put(t *testing.T, d *policy.Document, id string) consent.Question {
	t.Helper()
	q, err := consent.Ask(d, id, form.Context{Sum: sum})
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// said is a yes by an act on a page, and told one that staff noted.
func said(q *consent.Question, act policy.ConsentAct) consent.Answer {
	return consent.Answer{
		Yes: true, Act: act, At: "2026-11-22T12:00:00+01:00", Shown: q.Sum, Interface: "page 1",
		Steps: consent.Steps{Yes: 1, No: 1, Withdraw: 1}, Person: consent.Person{Subject: "p-1"},
	}
}

func told(act policy.ConsentAct, channel policy.Channel, words string) consent.Answer {
	return consent.Answer{
		Yes: true, Act: act, At: "2026-11-22T12:00:00+01:00", Said: words,
		Staff: consent.Noted{Channel: channel, By: "reception"}, Person: consent.Person{Subject: "p-1"},
	}
}

// reasons gives the codes of the reasons that make a yes void, and of the others.
func reasons(r consent.Record) (void, warn []consent.Code) {
	for _, x := range r.Reasons {
		if x.Voids {
			void = append(void, x.Code)
		} else {
			warn = append(warn, x.Code)
		}
	}
	return void, warn
}

// S0-24: typing a wish was taken for a waiver of secrecy. A waiver it may be,
// though a poor one; an explicit consent to sensitive data it is not.
func TestTypingAtLartorget(t *testing.T) {
	d := load(t, filepath.Join("lartorget", "published.yaml"))
	if i := slices.IndexFunc(d.Consents, func(c policy.Consent) bool { return c.Kind == policy.ExplicitConsent }); i >= 0 {
		t.Fatal("the published notice asks for explicit consent")
	}
	q := put(t, d, "secrecy")
	r := consent.Decide(q, said(&q, policy.ByTyping))
	if void, warn := reasons(r); len(void) > 0 || !slices.Equal(warn, []consent.Code{consent.Bundled, consent.Undocumented}) || r.Status != consent.Given {
		t.Errorf("the waiver: %s, void for %v, warnings %v", r.Status, void, warn)
	}
	explicit := put(t, load(t, filepath.Join("lartorget", "policy.yaml")), "diet")
	explicit.Text = q.Text // the words of the published notice, and the act that it describes
	r = consent.Decide(explicit, said(&explicit, policy.ByTyping))
	if void, _ := reasons(r); r.Status != consent.Invalidated || !slices.Contains(void, consent.NotExplicit) || !slices.Contains(void, consent.NotActive) {
		t.Errorf("the consent: %s, void for %v", r.Status, void)
	}
}

// S0-24 to S0-26: asked rightly, the consent and the waiver are two things, of named
// receivers, with another way for whoever says no.
func TestDietAtLartorget(t *testing.T) {
	form := asksWithSum(t, "lartorget", "enrolment", "leading-meetings")
	for _, id := range []string{"diet", "accessibility"} {
		asked, _ := consent.Of(form, id+"-consent")
		waiver, _ := consent.Of(form, id+"-secrecy")
		if asked.Kind != policy.ExplicitConsent || waiver.Kind != policy.SecrecyWaiver || !slices.Equal(asked.Data, waiver.Data) {
			t.Fatalf("%s is asked as %s and %s", id, asked.Kind, waiver.Kind)
		}
		for _, q := range []consent.Question{asked, waiver} {
			r := consent.Decide(q, said(&q, policy.ByTicking))
			if void, _ := reasons(r); r.Status != consent.Given {
				t.Errorf("%s: void for %v", q.Field, void)
			}
			if !strings.Contains(r.Question.Audience, "rrangören av den kurs") || !strings.Contains(r.Question.Instead, "ringd") {
				t.Errorf("%s: for %q; instead %q", q.Field, r.Question.Audience, r.Question.Instead)
			}
		}
	}
	s, problems := send(form, append(answers("sector", "region", "diet", "vegan", "diet-consent", "yes", "diet-secrecy", "no"), lartorgetPerson...))
	if len(problems) > 0 || s.Has("diet") {
		t.Errorf("without the waiver the diet is kept; %v", problems)
	}
}

func asksWithSum(t *testing.T, system, id, event string) *form.Definition {
	t.Helper()
	d, err := form.Derive(policyOf(t, system), id, form.Context{Event: event, Sum: sum})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// S3-23: visiting a page was taken for a yes to cookies.
func TestBrowsingAtStudieskolen(t *testing.T) {
	d := load(t, filepath.Join("studieskolen", "published.yaml"))
	q := put(t, d, "statistics")
	r := consent.Decide(q, said(&q, policy.ByBrowsing))
	if void, _ := reasons(r); r.Status != consent.Invalidated || !slices.Contains(void, consent.NotActive) {
		t.Errorf("%s, void for %v", r.Status, void)
	}
	if consent.MayStore(d.Technology("google-analytics"), r, q, formDay) {
		t.Error("something may be stored on the device")
	}
	d = policyOf(t, "studieskolen")
	q = put(t, d, d.Technology("google-analytics").Consent)
	r = consent.Decide(q, said(&q, policy.ByTicking))
	if void, _ := reasons(r); !consent.MayStore(d.Technology("google-analytics"), r, q, formDay) || consent.MayStore(d.Technology("google-analytics"), consent.Record{}, q, formDay) {
		t.Errorf("after a ticked box nothing may be stored, or before it something: %v", void)
	}
}

// S3-30 to S3-32: the published newsletter has no words to agree to, and tells how
// to withdraw only when somebody says yes. Noted by staff it counts all the same,
// with when, how, by whom and in which words.
func TestNewsletterOfStudieskolen(t *testing.T) {
	const words = "Må Studieskolen eller Fonden Studieskolen Business sende dig nyhedsbreve? Du kan til enhver tid framelde dem."
	q := put(t, load(t, filepath.Join("studieskolen", "published.yaml")), "newsletter")
	for _, a := range []consent.Answer{told(policy.ByTelling, policy.ByPhone, words), told(policy.ByMailing, policy.ByEmail, words)} {
		r := consent.Decide(q, a)
		void, _ := reasons(r)
		if r.Status != consent.Given || r.At != a.At || r.Act != a.Act || r.Said != words || r.Staff != a.Staff {
			t.Errorf("%s: %s, void for %v", a.Act, r.Status, void)
		}
	}
	for name, spoil := range map[string]func(a *consent.Answer){
		"no words": func(a *consent.Answer) { a.Said = "" }, "no witness": func(a *consent.Answer) { a.Staff.By = "" },
		"no channel": func(a *consent.Answer) { a.Staff.Channel = "" }, "no time": func(a *consent.Answer) { a.At = "" },
		"enrolling was taken for it": func(a *consent.Answer) { a.Act = policy.ByRegistering },
	} {
		a := told(policy.ByTelling, policy.ByPhone, words)
		spoil(&a)
		if r := consent.Decide(q, a); r.Status != consent.Invalidated {
			t.Errorf("%s: %s", name, r.Status)
		}
	}
}

// S3-31: each way in which the school says that people consent counts.
func TestEachActAtStudieskolen(t *testing.T) {
	d := policyOf(t, "studieskolen")
	for i := range d.Consents {
		c := &d.Consents[i]
		q := put(t, d, c.ID)
		for _, act := range c.GivenBy {
			a := said(&q, act)
			if act == policy.ByTelling || act == policy.ByMailing {
				a = told(act, policy.ByPhone, "")
			}
			r := consent.Decide(q, a)
			if void, _ := reasons(r); r.Status != consent.Given {
				t.Errorf("%s by %s: void for %v", c.ID, act, void)
			}
		}
	}
}

// Under Article 9(2)(g) nothing is asked, what is typed is kept, and the notice
// cites the national law.
func TestLartorgetWithoutConsent(t *testing.T) {
	d := load(t, filepath.Join("lartorget", "substantial-interest.yaml"))
	for _, f := range lint.CheckAt(d, later) {
		t.Errorf("%s", f)
	}
	for _, tag := range d.Languages {
		asked, err := form.Derive(d, "enrolment", form.Context{Language: tag, Sum: sum})
		if err != nil {
			t.Fatal(err)
		}
		if q := consent.Asked(asked); len(q) > 0 {
			t.Errorf("in %s %d consents are asked", tag, len(q))
		}
		s, problems := send(asked, answers("name", "Elin Exempel", "diet", "vegan", "accessibility", "hearing-loop"))
		outcome := consent.Settle(s, func(*consent.Question, bool) consent.Answer {
			t.Error("something is asked")
			return consent.Answer{}
		})
		if len(problems) > 0 || len(outcome.Records) > 0 || len(s.Dropped()) > 0 || !s.Has("diet") || !s.Has("accessibility") {
			t.Errorf("in %s: problems %v, %d records, dropped %v", tag, problems, len(outcome.Records), s.Dropped())
		}
		for _, name := range []string{"diet", "accessibility"} {
			if basis := strings.Join(asked.Field(name).Reason.Basis, " "); !strings.Contains(basis, "3 kap. 3 §") || !strings.Contains(basis, "9") {
				t.Errorf("in %s the field %s is said to rest on %q", tag, name, basis)
			}
		}
		says(t, d, notice.Context{Language: tag}, "9(2)(g)", "3 kap. 3 §")
	}
}

// The school health service keeps records because it must: nobody is asked, and
// the notice cites what allows it.
func TestSchoolHealthAtHammarby(t *testing.T) {
	d := load(t, filepath.Join("hammarby", "policy.yaml"))
	i := slices.IndexFunc(d.Activities, func(a policy.Activity) bool { return a.ID == "school-health-care" })
	if a := &d.Activities[i]; a.SpecialGround.Article != "9(2)(h)" || len(a.Consents) > 0 {
		t.Errorf("it rests on %s and %v", a.SpecialGround.Article, a.Consents)
	}
	for i := range d.Consents {
		if slices.Contains(d.Consents[i].Data, "health-record") {
			t.Errorf("%s asks for consent to it", d.Consents[i].ID)
		}
	}
	for i := range d.Forms {
		asked := asksWithSum(t, "hammarby", d.Forms[i].ID, "")
		for _, q := range consent.Asked(asked) {
			if len(q.Special) > 0 {
				t.Errorf("%s asks about sensitive data", q.Field)
			}
		}
	}
	for _, tag := range d.Languages {
		says(t, d, notice.Context{Language: tag}, "9(2)(h)", "3 kap. 5 §", "25 kap. 1 §")
	}
}

// says reports what the notice does not say: the condition for sensitive data, as
// the language writes it, and sections of national law.
func says(t *testing.T, d *policy.Document, c notice.Context, condition string, sections ...string) {
	t.Helper()
	read := reading(t, d, c)
	for _, s := range append(sections, cite.In(d.Regime, text.In(c.Language)).Condition(condition)) {
		if !strings.Contains(read, s) {
			t.Errorf("%s in %s: the notice does not say %q", d.ID, c.Language, s)
		}
	}
}
