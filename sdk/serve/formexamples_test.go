package serve_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/serve"
)

// The forms of every example are shown in each of its languages and for each of
// its events; sent empty they say what is missing, and what is typed comes back.
func TestFormsOfTheExamples(t *testing.T) {
	files, err := filepath.Glob("../../examples/*/policy.yaml")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	came, choosers := 0, 0
	for _, name := range files {
		f, err := policyfile.Load(name)
		if err != nil || f.Doc == nil {
			t.Fatal(name, err)
		}
		now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
		h, err := serve.New([]serve.Policy{{Doc: f.Doc}}, serve.Options{Now: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Doc.Forms) == 0 {
			t.Errorf("%s has no form", name)
		}
		for _, target := range formTargets(f.Doc) {
			w := get(h, target)
			if w.Code != http.StatusOK {
				t.Errorf("%s: %d", target, w.Code)
				continue
			}
			inspect(t, target, w.Body.Bytes())
			if strings.Contains(w.Body.String(), `class="lagrum-events"`) && !strings.Contains(target, "&event=") {
				choosers++
				continue
			}
			empty := formOn(t, w.Body.Bytes())
			now = now.Add(time.Minute)
			w = post(h, empty)
			inspect(t, target, w.Body.Bytes())
			missing := strings.Count(w.Body.String(), `class="lagrum-error"`)
			if (w.Code == 422) != (missing > 0) || w.Code != 200 && w.Code != 422 {
				t.Errorf("%s sent empty: %d with %d problems", target, w.Code, missing)
			}
			came += typedIn(t, h, target, empty)
		}
	}
	if came < 100 || choosers != 2 { // Lärtorget asks for consents to the organiser of a course, in two languages
		t.Errorf("%d fields were typed into, %d forms asked for an event first", came, choosers)
	}
}

// formTargets lists the addresses of the forms of a policy.
func formTargets(doc *policy.Document) []string {
	events := []string{""}
	for i := range doc.Scopes {
		if doc.Scopes[i].Kind == policy.EventScope {
			events = append(events, "&event="+doc.Scopes[i].ID)
		}
	}
	var list []string
	for i := range doc.Forms {
		for _, tag := range doc.Languages {
			for _, event := range events {
				list = append(list, "/"+doc.ID+"/forms/"+doc.Forms[i].ID+"?lang="+string(tag)+event)
			}
		}
	}
	return list
}

// typedIn types the same wrong thing into every field of text and looks
// whether it comes back. It counts those fields.
func typedIn(t *testing.T, h http.Handler, target string, f filled) int {
	t.Helper()
	came := 0
	const text = `</textarea>"'<b>&amp; x`
	for name := range f.values {
		if !strings.HasPrefix(name, "lagrum-") {
			f = f.with(name, text)
		}
	}
	f = f.with("lagrum-website", "x") // so that it is never received
	w := post(h, f)
	if w.Code != 422 || strings.Contains(w.Body.String(), text) {
		t.Errorf("%s: %d, or what was typed stands there as it is", target, w.Code)
	}
	inspect(t, target, w.Body.Bytes())
	again := formOn(t, w.Body.Bytes())
	for name, list := range f.values {
		got := again.values[name]
		if strings.HasPrefix(name, "lagrum-") || len(got) == 1 && got[0] == "" { // a list shows no choice that it does not have
			continue
		}
		came++
		if diff := cmp.Diff(list, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", target, name, diff)
		}
	}
	return came
}
