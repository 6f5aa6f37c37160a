package serve_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/serve"
)

// former is what the courses had published: in one language, under an older
// law, and with findings in several places.
func former() *serve.Published {
	doc := &policy.Document{
		ID: "courses-published", AsPublished: true, Languages: []locale.Tag{locale.SV}, Regime: law.PUL, Jurisdiction: "SE",
		EffectiveFrom: date.Date{Year: 2018, Month: 1, Day: 15},
		Title:         policy.Text{locale.SV: "Så var det"}, Service: policy.Text{locale.Any: "Kursplatsen"},
		Purposes:   []policy.Purpose{{ID: "teach", Title: policy.Text{locale.SV: "Undervisning"}}},
		Activities: []policy.Activity{{ID: "enrol", Title: policy.Text{locale.SV: "Anmälan"}, Purposes: []string{"teach"}}},
		Rights:     []policy.Right{{Right: law.Access, How: policy.Text{locale.SV: "Fråga oss."}, Fee: policy.Text{locale.SV: "Gratis en gång om året."}}},
	}
	return &serve.Published{Doc: doc, Source: []byte("id: courses-published\n"), Findings: diag.List{
		{Code: "activity-basis-missing", Severity: diag.Error, Path: "/activities/0/basis", Message: "no <basis>"},
		{Code: "right-fee", Severity: diag.Error, Path: "/rights/0/fee", Message: "a fee"},
		{Code: "version-missing", Severity: diag.Warning, Path: "/version", Message: "no version"},
		{Code: "made-elsewhere", Severity: diag.Info, Path: "/activities/7", Message: "from another check"},
	}}
}

func handlerOf(t *testing.T, list ...serve.Policy) http.Handler {
	t.Helper()
	h, err := serve.New(list, serve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestPublishedNoticeStandsBesideItsFindings(t *testing.T) {
	h := handlerOf(t, serve.Policy{Doc: courses(), Published: former()})
	w := get(h, "/courses/published", "Accept-Language", "en", "Accept", "text/html")
	page := w.Body.String()
	if got := w.Header().Get("Content-Language"); w.Code != http.StatusOK || got != "sv" {
		t.Errorf("status %d in %q, want the only language there is", w.Code, got)
	}
	for _, want := range []string{
		"<strong>Så publicerades informationen.</strong>",
		`<h1`, "Så var det", "Fråga oss.",
		"<p>2 fel, 1 varning, 1 tips.</p>",
		`<li class="lagrum-error"><a href="#notice-activity-enrol">Anmälan</a> <span lang="en"><strong>error:</strong> no &lt;basis&gt;</span> <code><a href="/rules/activity-basis-missing" hreflang="en">activity-basis-missing</a></code></li>`,
		`<a href="#notice-right-access">`,
		`<li class="lagrum-warning"><span lang="en">`,
		`<code>made-elsewhere</code>`,
		`<a href="/courses?lang=sv" hreflang="sv">Tillbaka till informationen</a>`,
		`<a href="/courses/published.yaml">Policyfilen</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	inspect(t, "/courses/published", w.Body.Bytes())
	for _, link := range links(t, w.Body.Bytes()) {
		if id, ok := strings.CutPrefix(link, "#"); ok && !strings.Contains(page, `id="`+id+`"`) {
			t.Errorf("%s leads to nothing on the page", link)
		}
	}
	if w := get(h, "/courses/published.yaml"); w.Body.String() != "id: courses-published\n" {
		t.Errorf("the file is %q", w.Body)
	}
}

func TestStartPageLeadsToWhatWasPublished(t *testing.T) {
	h := handlerOf(t, serve.Policy{Doc: courses(), Published: former()}, serve.Policy{Doc: evening()})
	page := get(h, "/?lang=en").Body.String()
	want := `<a href="/courses/published?lang=sv" hreflang="sv">As it was published: 4 findings</a>`
	if !strings.Contains(page, want) || strings.Count(page, "As it was published") != 1 {
		t.Errorf("want once: %s", want)
	}
}

func TestPublishedThatCannotBeHad(t *testing.T) {
	private := former()
	private.Source = nil
	h := handlerOf(t, serve.Policy{Doc: courses(), Source: []byte(source), Published: private}, serve.Policy{Doc: evening(), Source: []byte(source)})
	for name, target := range map[string]string{
		"another language":      "/courses/published?lang=en",
		"a private file":        "/courses/published.yaml",
		"nothing was published": "/evening/published",
		"nor a file":            "/evening/published.yaml",
		"no such policy":        "/nothing/published",
		"no such rule":          "/rules/no-such-rule",
		"a page of a rule":      "/rules/right-fee/more",
	} {
		if w := get(h, target, "Accept", "text/html"); w.Code != http.StatusNotFound {
			t.Errorf("%s: %s: status %d", name, target, w.Code)
		}
	}
	if page := get(h, "/courses/published", "Accept", "text/html").Body.String(); strings.Contains(page, "published.yaml") {
		t.Error("the page leads to a private file")
	}
}

func TestPublishedThatIsRefused(t *testing.T) {
	for name, p := range map[string]serve.Policy{
		"no document":         {Doc: courses(), Published: &serve.Published{}},
		"no language":         {Doc: courses(), Published: &serve.Published{Doc: &policy.Document{ID: "old"}}},
		"an unknown language": {Doc: courses(), Published: &serve.Published{Doc: &policy.Document{ID: "old", Languages: []locale.Tag{"de"}}}},
		"the id of the rules": {Doc: &policy.Document{ID: "rules", Languages: []locale.Tag{locale.EN}}},
	} {
		if _, err := serve.New([]serve.Policy{p}, serve.Options{}); err == nil {
			t.Errorf("%s: nobody complains", name)
		}
	}
}

// Every rule has a page, and the page says all that there is to say.
func TestEveryRuleHasAPage(t *testing.T) {
	h := handlerOf(t, serve.Policy{Doc: courses()})
	for rule := range lint.Rules() {
		target := "/rules/" + rule.Code
		w := get(h, target, "Accept-Language", "sv")
		read := w.Body.String()
		if w.Code != http.StatusOK || w.Header().Get("Content-Language") != "en" {
			t.Errorf("%s: %d in %q", target, w.Code, w.Header().Get("Content-Language"))
		}
		provisions := 0 // each of the GDPR with its counterparts in other regimes
		for _, c := range rule.Cites {
			provisions++
			if c.GDPR != "" {
				provisions += len(law.Counterparts(c.GDPR))
			}
		}
		headings := []string{"<h2>Summary</h2>", "<h2>Why</h2>", "<h2>Avoid</h2>", "<h2>Prefer</h2>", "<h2>Law</h2>"}
		if slices.ContainsFunc(headings, func(s string) bool { return !strings.Contains(read, s) }) || strings.Count(read, "<li>") != provisions {
			t.Errorf("%s: something is missing", target)
		}
		inspect(t, target, w.Body.Bytes())
	}
}

func TestHostilePublished(t *testing.T) {
	built := specimen.Hostile()
	h := handlerOf(t, serve.Policy{Doc: courses(), Published: &serve.Published{
		Doc: built, Source: []byte(specimen.Script),
		Findings: diag.List{{Code: specimen.Script, Severity: diag.Error, Path: "/activities/0", Message: specimen.Script}},
	}})
	w := get(h, "/courses/published", "Accept", "text/html")
	if w.Code != http.StatusOK || strings.Contains(w.Body.String(), "<script") {
		t.Errorf("status %d, or there is a script", w.Code)
	}
	inspect(t, "/courses/published", w.Body.Bytes())
}
