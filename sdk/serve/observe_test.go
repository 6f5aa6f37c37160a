package serve_test

import (
	"bytes"
	"expvar"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/serve"
)

// Each request is told of by its route, and by nothing that a stranger can choose.
func TestObserve(t *testing.T) {
	var seen []serve.Observation
	h := handler(t, serve.Options{Base: "/privacy", Observe: func(o serve.Observation) { seen = append(seen, o) }})
	for _, c := range []struct {
		method, target, route, as string
		status                    int
	}{
		{"GET", "/privacy/", "/{$}", "GET", 200},
		{"HEAD", "/privacy/", "/{$}", "HEAD", 200},
		{"GET", "/privacy/courses?lang=en&event=spring", "/{policy}", "GET", 200},
		{"GET", "/privacy/kim@example.com", "/{policy}", "GET", 404},
		{"GET", "/privacy/courses/kim", "/{policy}/{page}", "GET", 404},
		{"GET", "/kim/and/more/of/it", "/", "GET", 404},
		{"KIM", "/privacy/courses", "/{policy}", "OTHER", 405},
		{"GET", "/privacy/courses/forms/kim", "/{policy}/forms/{form}", "GET", 404},
	} {
		seen = nil
		w := ask(h, c.method, c.target, "Accept", "text/html")
		if len(seen) != 1 {
			t.Fatalf("%s %s: told of %d times", c.method, c.target, len(seen))
		}
		o := seen[0]
		if o.Duration <= 0 {
			t.Errorf("%s %s took %v", c.method, c.target, o.Duration)
		}
		o.Duration = 0
		if diff := cmp.Diff(serve.Observation{Route: c.route, Method: c.as, Status: c.status, Bytes: int64(w.Body.Len())}, o); diff != "" {
			t.Errorf("%s %s (-want +got):\n%s", c.method, c.target, diff)
		}
	}
}

// The log has a line for each request at its lowest level, and in none is there
// anything of who asked and with what link.
func TestLogOfRequests(t *testing.T) {
	var out bytes.Buffer
	reg := newRegistry(t)
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t), Ledger: reg.log}}, serve.Options{
		FillTime: -1, Logger: slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug})),
		Observe: func(serve.Observation) { panic("kim@example.com") },
	})
	if err != nil {
		t.Fatal(err)
	}
	f := formOn(t, get(h, signUp).Body.Bytes()).right().with("news", "yes")
	page := arrive(t, h, f).Body.String()
	var secrets []string
	for _, link := range links(t, []byte(page)) {
		link = strings.TrimPrefix(link, "http://example.com")
		if parts := strings.Split(strings.Split(link, "?")[0], "/"); strings.HasPrefix(link, "/academy/") {
			secrets = append(secrets, parts[len(parts)-1])
			get(h, link)
		}
	}
	get(h, "/academy/consents/secret-token?who=kim@example.com")
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	answered := 0
	for _, line := range lines {
		if strings.Contains(line, "msg=answered") {
			answered++
		}
	}
	if answered < 5 || !strings.Contains(out.String(), "level=DEBUG msg=answered route=/{policy}/forms/{form} method=POST status=303 duration=") {
		t.Errorf("%d lines: %s", answered, &out)
	}
	if !strings.Contains(out.String(), "panic of type string") {
		t.Error("the host's panic is not told")
	}
	for _, secret := range append(secrets, "kim", "Kim", "secret-token", "192.0.2.1", "lang=en", "?") {
		if secret != "sign-up" && strings.Contains(out.String(), secret) {
			t.Errorf("the log says %q: %s", secret, &out)
		}
	}
}

// The host may say for which event a request is; the address says it first.
func TestEventOfTheHost(t *testing.T) {
	s := newSchool(t, serve.Options{FillTime: -1, Event: func(r *http.Request) string {
		if r.Host == "broken.example" {
			panic("kim@example.com")
		}
		name, _, _ := strings.Cut(r.Host, ".")
		return name
	}})
	page := func(host, target string) string {
		return get(s, "http://"+host+target, "Accept", "text/html").Body.String()
	}
	for name, c := range map[string]struct {
		host, target string
		lunch        bool
	}{
		"the host says day":         {"day.example", "/academy/forms/sign-up?lang=en", true},
		"the host says evening":     {"evening.example", "/academy/forms/sign-up?lang=en", false},
		"the address says day":      {"evening.example", "/academy/forms/sign-up?lang=en&event=day", true},
		"the address says none":     {"evening.example", "/academy/forms/sign-up?lang=en&event=", true},
		"an event that there isn't": {"night.example", "/academy/forms/sign-up?lang=en", true},
		"the host fails":            {"broken.example", "/academy/forms/sign-up?lang=en", true},
	} {
		if got := strings.Contains(page(c.host, c.target), `name="lunch"`); got != c.lunch {
			t.Errorf("%s: lunch is asked for: %v", name, got)
		}
	}
	if got := page("day.example", "/academy/forms/evening-sign-up?lang=en"); !strings.Contains(got, `name="name"`) {
		t.Error("a form of one event is not shown where the host says another")
	}
	if got := page("spring.example", "/courses?lang=en"); !strings.Contains(got, "Skola Norr") {
		t.Error("the notice is not that of the event")
	}
	if got := page("spring.example", "/courses?lang=en&scope=shop"); !strings.Contains(got, `<option value="shop" selected>`) {
		t.Error("a part of the service that was asked for is not shown")
	}
	f := formOn(t, []byte(page("day.example", "/academy/forms/sign-up?lang=en")))
	if w := post(s, f.right()); w.Code != http.StatusOK || s.kept[0].Event != "day" {
		t.Errorf("%d", w.Code)
	}
}

func ExampleOptions_observe() {
	requests := new(expvar.Map) // or expvar.NewMap, to publish it
	doc := &policy.Document{ID: "evening-school", Languages: []locale.Tag{locale.EN}}
	handler, err := serve.New([]serve.Policy{{Doc: doc}}, serve.Options{
		Observe: func(o serve.Observation) {
			requests.Add(fmt.Sprintf("requests_total{route=%q,method=%q,status=\"%d\"}", o.Route, o.Method, o.Status), 1)
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, path := range []string{"/evening-school", "/evening-school?format=md", "/nothing"} {
		get(handler, path)
	}
	fmt.Println(requests)
	// Output:
	// {"requests_total{route=\"/{policy}\",method=\"GET\",status=\"200\"}": 2, "requests_total{route=\"/{policy}\",method=\"GET\",status=\"404\"}": 1}
}
