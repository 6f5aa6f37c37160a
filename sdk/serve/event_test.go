package serve_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/serve"
)

// perEvent is the academy whose courses are held by others.
func perEvent(t testing.TB) *policy.Document {
	t.Helper()
	doc := academyDoc(t)
	doc.Parties = append(doc.Parties, policy.Party{ID: "choir", Name: policy.Text{locale.Any: "Example Choir"}})
	doc.Scopes[0].Controllers, doc.Scopes[1].Controllers = []string{"academy"}, []string{"choir"}
	doc.Activities[0].Controllers, doc.Activities[0].ControllerPer = nil, policy.EventScope
	return doc
}

// A consent to whoever holds the course is none: the event comes first, and with
// it the name of who asks (GDPR recital 42).
func TestEventFirst(t *testing.T) {
	reg := newRegistry(t)
	h, err := serve.New([]serve.Policy{{Doc: perEvent(t), Ledger: reg.log}}, serve.Options{FillTime: -1})
	if err != nil {
		t.Fatal(err)
	}
	const address, why = "/academy/forms/sign-up?lang=en", "It decides who is responsible for your data"
	w := get(h, address, "Accept", "text/html")
	inspect(t, "events", w.Body.Bytes())
	if page := w.Body.String(); w.Code != http.StatusOK || !strings.Contains(page, why) || strings.Contains(page, `method="post"`) || strings.Count(page, "&amp;event=") != 2 {
		t.Fatalf("%d: %s", w.Code, page)
	}
	page := get(h, address+"&event=evening", "Accept", "text/html")
	inspect(t, "form", page.Body.Bytes())
	if s := page.Body.String(); !strings.Contains(s, "Example Choir") || strings.Contains(s, why) || strings.Contains(s, "None in particular") {
		t.Errorf("for an event: %s", s)
	}
	if end := arrive(t, h, formOn(t, page.Body.Bytes()).right().with("news", "yes")).Body.String(); !strings.Contains(end, "You said yes") {
		t.Errorf("at the end: %s", end)
	}
	// Nobody sends it without an event, and programs are told what there is.
	if w := post(h, filled{action: address}); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), why) {
		t.Errorf("sent: %d: %s", w.Code, w.Body)
	}
	if w := get(h, address, "Accept", "application/json"); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), `"href":"/academy/forms/sign-up?lang=en\u0026event=day"`) {
		t.Errorf("for a program: %d: %s", w.Code, w.Body)
	}
	if w := get(h, "/openapi.json"); !strings.Contains(w.Body.String(), `"description":"The event that the form is for","required":true`) {
		t.Error("the description does not ask for an event")
	}
	// A form that asks for no consent can be for none in particular.
	if w := get(h, "/academy/forms/evening-sign-up?lang=en"); !strings.Contains(w.Body.String(), `name="name"`) {
		t.Errorf("a form without consents: %s", w.Body)
	}
}

// Where a guardian must answer, the host tells that one does.
func TestGuardianAnswers(t *testing.T) {
	for name, c := range map[string]struct {
		from    serve.Sender
		status  consent.Status
		says    string
		lacking string
	}{
		"a guardian": {serve.Sender{By: consent.ByGuardian, Guardian: consent.Guardian{Verified: "eid"}}, consent.Given, "You said yes", "What we have not kept"},
		"nobody":     {serve.Sender{}, consent.Invalidated, "This needs a valid consent, and yours is not valid.", "We did not need it"},
	} {
		doc := academyDoc(t)
		doc.Consents[0].ByGuardian = true
		reg := newRegistry(t)
		h, err := serve.New([]serve.Policy{{Doc: doc, Ledger: reg.log}}, serve.Options{
			FillTime: -1, Address: "https://academy.example",
			Sender: func(_ *http.Request, sub *form.Submission) serve.Sender {
				c.from.Person.Subject = "pupil-7"
				return c.from
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		page := arrive(t, h, formOn(t, get(h, signUp).Body.Bytes()).right().with("news", "yes"))
		inspect(t, name, page.Body.Bytes())
		if s := page.Body.String(); !strings.Contains(s, c.says) || strings.Contains(s, c.lacking) {
			t.Errorf("%s: %s", name, s)
		}
		list, err := reg.log.Subject(t.Context(), "pupil-7")
		if err != nil || len(list) != 2 {
			t.Fatalf("%s: %d histories, %v", name, len(list), err)
		}
		for _, history := range list {
			if last, _ := history.Last(); last.Record.Question.ID == "news" && (last.Record.Status != c.status || last.Record.Guardian != c.from.Guardian) {
				t.Errorf("%s: on record %s, %v", name, last.Record.Status, last.Record.Guardian)
			}
		}
		if c.status != consent.Given {
			continue
		}
		to := withdrawal.FindStringSubmatch(page.Body.String())[1]
		if w := post(h, filled{action: to}); !strings.Contains(w.Body.String(), `<a href="/academy/forms/sign-up?lang=en">Open the form</a>`) {
			t.Errorf("taken back: %s", w.Body)
		}
		list, _ = reg.log.Subject(t.Context(), "pupil-7")
		for _, history := range list {
			if last, _ := history.Last(); last.Record.Question.ID == "news" && (last.Record.Status != consent.Withdrawn || last.Record.By != consent.ByGuardian) {
				t.Errorf("taken back: %s by %s", last.Record.Status, last.Record.By)
			}
		}
	}
}

// Without a log there is no receipt, so the page itself says why a yes does not
// count.
func TestVoidWithoutALog(t *testing.T) {
	doc := academyDoc(t)
	doc.Consents[0].ByGuardian = true
	h, err := serve.New([]serve.Policy{{Doc: doc}}, serve.Options{FillTime: -1})
	if err != nil {
		t.Fatal(err)
	}
	w := post(h, formOn(t, get(h, signUp).Body.Bytes()).right().with("news", "yes"))
	inspect(t, "received", w.Body.Bytes())
	for _, want := range []string{"This needs a valid consent, and yours is not valid.", "A parent or guardian must answer this."} {
		if strings.Count(w.Body.String(), want) != 1 {
			t.Errorf("the page lacks %q: %s", want, w.Body)
		}
	}
}

// With a yes to one of the questions that a field needs and a no to the other, the
// person is told why it is not asked; with no to both there is nothing to tell.
func TestWhatIsNotAskedIsTold(t *testing.T) {
	const told = "We have not asked about this: diet. We ask only if you say yes to all of these: Food (explicit consent) and Food (waiver of secrecy)."
	for name, c := range map[string]struct {
		yes  []string
		told bool
	}{
		"to one": {[]string{"diet-yes", "yes"}, true}, "to the other": {[]string{"diet-secrecy", "yes"}, true}, "to none": {nil, false},
		"to both": {[]string{"diet-yes", "yes", "diet-secrecy", "yes"}, false},
	} {
		doc := academyDoc(t)
		waiver := doc.Consents[1]
		waiver.ID, waiver.Kind = "diet-secrecy", policy.SecrecyWaiver
		doc.Consents = append(doc.Consents, waiver)
		f := &doc.Forms[0]
		for i := range f.Fields {
			if f.Fields[i].Datum == "diet" {
				f.Fields[i].If = nil
			}
		}
		f.Fields = append(f.Fields, policy.Field{Consent: "diet-secrecy"})
		for _, reg := range []*registry{newRegistry(t), {}} { // with a log, and without
			h, err := serve.New([]serve.Policy{{Doc: doc, Ledger: reg.log}}, serve.Options{FillTime: -1})
			if err != nil {
				t.Fatal(err)
			}
			w := post(h, formOn(t, get(h, signUp).Body.Bytes()).right().with(c.yes...))
			if w.Code == http.StatusSeeOther {
				w = get(h, w.Header().Get("Location"), "Accept", "text/html")
			}
			inspect(t, name, w.Body.Bytes())
			if page := w.Body.String(); strings.Contains(page, told) != c.told {
				t.Errorf("%s, on record %t: told %t: %s", name, reg.log != nil, !c.told, page)
			}
		}
	}
}
