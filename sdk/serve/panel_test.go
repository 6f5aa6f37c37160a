package serve_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/serve"
)

const (
	panelAddress = "/example-site/choices.json"
	device       = "0123456789abcdef0123456789abcdef"
)

// A visited site is one whose visitors choose what is stored on their device.
type visited struct {
	http.Handler
	*registry
	told []consent.Record // withdrawals
	fail error
}

func siteDoc(t *testing.T, name string) *policy.Document {
	t.Helper()
	f, err := policyfile.Load("../choices/testdata/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	return f.Doc
}

func newVisited(t *testing.T, p serve.Policy, o serve.Options) *visited {
	t.Helper()
	v := &visited{registry: newRegistry(t)}
	o.Now = func() time.Time { return time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC) }
	o.Withdrawn = func(_ context.Context, r consent.Record) error {
		v.told = append(v.told, r)
		return v.fail
	}
	p.Ledger = v.log
	var err error
	if v.Handler, err = serve.New([]serve.Policy{p}, o); err != nil {
		t.Fatal(err)
	}
	return v
}

// A panel as the element reads it.
type panel struct {
	Language string
	Choices  []struct {
		ID    string
		Binds []any
		Sum   string
	}
}

func panelOf(t *testing.T, h http.Handler, target string) panel {
	t.Helper()
	return read[panel](t, get(h, target))
}

func TestPanel(t *testing.T) {
	v := newVisited(t, serve.Policy{Doc: siteDoc(t, "site")}, serve.Options{Origins: []string{"https://www.school.example"}})
	w := get(v, panelAddress+"?lang=sv", "Origin", "https://www.school.example")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/json" || w.Header().Get("Content-Language") != "sv" ||
		w.Header().Get("Access-Control-Allow-Origin") != "https://www.school.example" || w.Header().Get("Cache-Control") != "no-cache" {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	if again := get(v, panelAddress+"?lang=sv", "If-None-Match", w.Header().Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("asked with the ETag: %d", again.Code)
	}
	p := panelOf(t, v, panelAddress+"?lang=sv")
	if p.Language != "sv" || len(p.Choices) != 2 || p.Choices[0].ID != "statistics" {
		t.Errorf("%+v", p)
	}
	if p := panelOf(t, v, panelAddress); p.Language != "en" {
		t.Errorf("%+v", p)
	}
	if w := get(v, panelAddress+"?lang=fi"); w.Code != http.StatusNotFound {
		t.Errorf("in a language that there is not: %d", w.Code)
	}
}

func TestPanelWhereNothingIsAsked(t *testing.T) {
	for _, target := range []string{"/academy/choices.json", "/nobody/choices.json"} {
		if w := get(newSchool(t, serve.Options{}), target); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
}

func TestEarlierVersionsOfAPanelBind(t *testing.T) {
	later := siteDoc(t, "site-later")
	v := newVisited(t, serve.Policy{Doc: later, Earlier: []*policy.Document{siteDoc(t, "site")}}, serve.Options{})
	for _, c := range panelOf(t, v, panelAddress).Choices {
		if len(c.Binds) != 1 { // one has not changed, the other in a way that must be asked again
			t.Errorf("%s binds to %d", c.ID, len(c.Binds))
		}
	}
}

// chosen sends answers to all that is asked.
func (v *visited) chosen(t *testing.T, p panel, answers map[string]bool, header ...string) map[string]string {
	t.Helper()
	var list []map[string]any
	for _, c := range p.Choices {
		if yes, ok := answers[c.ID]; ok {
			list = append(list, map[string]any{"id": c.ID, "yes": yes, "shown": c.Sum})
		}
	}
	w := sendJSON(t, v, panelAddress, map[string]any{"subject": device, "language": p.Language, "answers": list}, header...)
	if w.Code != http.StatusCreated {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	said := map[string]string{}
	for _, a := range read[struct {
		Answers []struct{ ID, Status, At string }
	}](t, w).Answers {
		said[a.ID] = a.Status
	}
	return said
}

func TestChoicesAreKept(t *testing.T) {
	v := newVisited(t, serve.Policy{Doc: siteDoc(t, "site")}, serve.Options{})
	p := panelOf(t, v, panelAddress+"?lang=sv")
	for _, step := range []struct {
		answers map[string]bool
		want    map[string]string
		told    int
	}{
		{map[string]bool{"statistics": true, "films": false}, map[string]string{"statistics": "given", "films": "refused"}, 0},
		{map[string]bool{"statistics": true, "films": false}, map[string]string{"statistics": "given", "films": "refused"}, 0}, // sent twice
		{map[string]bool{"statistics": false}, map[string]string{"statistics": "withdrawn"}, 1},
		{map[string]bool{"statistics": true, "films": true}, map[string]string{"statistics": "given", "films": "given"}, 1},
	} {
		got := v.chosen(t, p, step.answers)
		for id, want := range step.want {
			if got[id] != want {
				t.Errorf("%v: %s is %s, want %s", step.answers, id, got[id], want)
			}
		}
		if len(v.told) != step.told {
			t.Errorf("%v: the host was told of %d withdrawals, want %d", step.answers, len(v.told), step.told)
		}
	}
	if r := v.told[0]; r.Subject != device || r.Question.Language != "sv" || r.Interface != "lagrum panel 1" || r.Question.Policy != "example-site" {
		t.Errorf("%+v", r)
	}
}

// What the device says it showed is held against what there is to be shown.
func TestYesToAnotherTextDoesNotCount(t *testing.T) {
	v := newVisited(t, serve.Policy{Doc: siteDoc(t, "site")}, serve.Options{})
	p := panelOf(t, v, panelAddress)
	p.Choices[0].Sum = "0000000000000000"
	if got := v.chosen(t, p, map[string]bool{"statistics": true}); got["statistics"] != "invalidated" {
		t.Errorf("%v", got)
	}
}

func TestChoicesThatCannotBeKept(t *testing.T) {
	v := newVisited(t, serve.Policy{Doc: siteDoc(t, "site")}, serve.Options{Origins: []string{"https://www.school.example"}})
	one := `[{"id":"statistics","yes":false}]`
	for name, c := range map[string]struct {
		body   string
		header []string
		status int
	}{
		"no JSON":           {"{", nil, 422},
		"nobody":            {`{"answers":` + one + `}`, nil, 422},
		"an e-mail address": {`{"subject":"somebody.with.a.long.name@example.com","answers":` + one + `}`, nil, 422},
		"a number":          {`{"subject":"19121212-1212","answers":` + one + `}`, nil, 422},
		"no answers":        {`{"subject":"` + device + `"}`, nil, 422},
		"another consent":   {`{"subject":"` + device + `","answers":[{"id":"other","yes":true}]}`, nil, 422},
		"one twice":         {`{"subject":"` + device + `","answers":[{"id":"films","yes":true},{"id":"films","yes":false}]}`, nil, 422},
		"too much":          {`{"subject":"` + strings.Repeat("a", 1<<17) + `"}`, nil, 413},
		"of another site":   {`{"subject":"` + device + `","answers":` + one + `}`, []string{"Origin", "https://other.example"}, 403},
		"of a site of ours": {`{"subject":"` + device + `","answers":` + one + `}`, []string{"Origin", "https://www.school.example"}, 201},
	} {
		t.Run(name, func(t *testing.T) {
			if w := send(v, panelAddress, "application/json", c.body, c.header...); w.Code != c.status {
				t.Errorf("%d, want %d: %s", w.Code, c.status, w.Body)
			} else if strings.Contains(w.Body.String(), "somebody") || strings.Contains(w.Body.String(), "19121212") {
				t.Errorf("the answer repeats what was sent: %s", w.Body)
			}
		})
	}
	if w := send(v, panelAddress, "text/plain", `{}`); w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("as text: %d", w.Code)
	}
	h, err := serve.New([]serve.Policy{{Doc: siteDoc(t, "site")}}, serve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if w := send(h, panelAddress, "application/json", "{}"); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
		t.Errorf("without a ledger: %d %q", w.Code, w.Header().Get("Allow"))
	}
}

func TestPanelIsDescribed(t *testing.T) {
	v := newVisited(t, serve.Policy{Doc: siteDoc(t, "site")}, serve.Options{})
	d := described(t, v)
	path := d.Paths[panelAddress]
	if path.Get == nil || path.Post == nil {
		t.Fatalf("%+v", path)
	}
	body := `{"subject":"` + device + `","answers":[{"id":"films","yes":true}]}`
	if err := d.follows(t, "components/schemas/Choices", []byte(body)); err != nil {
		t.Error(err)
	}
	if err := d.follows(t, "components/schemas/Choices", []byte(`{"answers":[]}`)); err == nil {
		t.Error("answers of nobody are taken")
	}
	w := send(v, panelAddress, "application/json", body, "Accept", "application/json")
	if err := d.follows(t, "components/schemas/Chosen", w.Body.Bytes()); err != nil {
		t.Error(err)
	}
}
