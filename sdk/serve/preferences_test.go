package serve_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/serve"
)

var choices = regexp.MustCompile(`href="(/academy/choices/sign-up\.[^"]+)"`)

// enrolled sends a form and gives the address where its answers are changed.
func (reg *registry) enrolled(t *testing.T, pairs ...string) string {
	t.Helper()
	page := arrive(t, reg, reg.open(t, signUp).right().with(pairs...))
	if strings.Contains(page.Body.String(), "name=\"diet\"") { // the second part
		page = arrive(t, reg, formOn(t, page.Body.Bytes()).with("diet", "no nuts"))
	}
	found := choices.FindStringSubmatch(page.Body.String())
	if found == nil {
		t.Fatalf("no way to change the choices: %s", page.Body)
	}
	return strings.ReplaceAll(found[1], "&amp;", "&")
}

// choose opens the page, chooses and saves, and goes where that leads.
func (reg *registry) choose(t *testing.T, to string, pairs ...string) *httptest.ResponseRecorder {
	t.Helper()
	return arrive(t, reg, formOn(t, get(reg, to).Body.Bytes()).with(pairs...))
}

// last gives the status of the last record about a consent, and how many there are.
func (reg *registry) last(t *testing.T, id string) (consent.Status, int) {
	t.Helper()
	h, err := reg.log.Current(t.Context(), reg.kept[0].Records[0].Subject, id)
	if err != nil {
		t.Fatal(err)
	}
	last, any := h.Last()
	if !any {
		return "", 0
	}
	return last.Record.Status, last.Record.Version
}

func TestChoicesStandAsTheyAre(t *testing.T) {
	reg := newRegistry(t)
	to := reg.enrolled(t, "news", "yes")
	w := get(reg, to)
	inspect(t, "choices", w.Body.Bytes())
	f := formOn(t, w.Body.Bytes())
	if diff := cmp.Diff(url.Values{"news": {"yes"}, "diet-yes": {"no"}}, f.typed()); diff != "" {
		t.Errorf("chosen (-want +got):\n%s", diff)
	}
	page := w.Body.String()
	for _, want := range []string{"Your choices", "You may send me news.", "To tell you of new courses.", "With the link in your receipt.", "You said yes", "You said no", "Save your choices", "Receipt of your answers"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if yes, no := strings.Count(page, `value="yes"`), strings.Count(page, `value="no"`); yes != 2 || no != 2 || strings.Contains(page, "checkbox") {
		t.Errorf("%d ways to say yes, %d to say no", yes, no)
	}
	if w.Header().Get("Cache-Control") != "no-store" || w.Header().Get("Referrer-Policy") != "same-origin" || w.Header().Get("X-Robots-Tag") != "noindex" {
		t.Errorf("%v", w.Header())
	}
}

// To save what stands changes nothing; to choose otherwise goes on record, both
// ways, and the host is told of what was taken back.
func TestChoicesAreChanged(t *testing.T) {
	reg := newRegistry(t)
	to := reg.enrolled(t, "news", "yes")
	before := reg.size(t)
	reg.choose(t, to)
	reg.choose(t, to, "news", "", "diet-yes", "")
	if reg.size(t) != before || len(reg.withdrawn) > 0 {
		t.Fatal("nothing was chosen, and something has changed")
	}
	receipt := reg.choose(t, to, "news", "no")
	if status, n := reg.last(t, "news"); status != consent.Withdrawn || n != 2 || len(reg.withdrawn) != 1 || reg.withdrawn[0].Question.ID != "news" {
		t.Errorf("a no is %s, version %d; the host was told %d times", status, n, len(reg.withdrawn))
	}
	if !strings.Contains(receipt.Body.String(), "You have taken your consent back") || strings.Contains(receipt.Body.String(), "We have received") {
		t.Errorf("the receipt says: %s", receipt.Body)
	}
	reg.now = reg.now.Add(time.Hour)
	reg.choose(t, to, "news", "yes", "diet-yes", "yes")
	if status, n := reg.last(t, "news"); status != consent.Given || n != 3 {
		t.Errorf("a yes after all is %s, version %d", status, n)
	}
	if status, n := reg.last(t, "diet-yes"); status != consent.Given || n != 2 {
		t.Errorf("a yes after a no is %s, version %d", status, n)
	}
	h, err := reg.log.Current(t.Context(), reg.kept[0].Records[0].Subject, "news")
	if err != nil {
		t.Fatal(err)
	}
	last, _ := h.Last()
	if last.Record.Interface != "lagrum choices 1" || len(last.Record.Reasons) > 0 {
		t.Errorf("on record: %+v", last.Record)
	}
	if reg.size(t) != before+3 {
		t.Errorf("%d entries more", reg.size(t)-before)
	}
}

// A yes to what has changed since is asked for again, with the reason, and stands
// on neither answer before the person chooses.
func TestChoiceThatIsAskedAgain(t *testing.T) {
	key := []byte(strings.Repeat("k", 32))
	reg := newRegistryWith(t, serve.Options{Key: key})
	to := reg.enrolled(t, "news", "yes")
	doc := academyDoc(t)
	doc.Purposes[0].Text["en"], doc.Purposes[0].Text["sv"] = "To sell your address.", "För att sälja din adress."
	later, err := serve.New([]serve.Policy{{Doc: doc, Ledger: reg.log}}, serve.Options{Key: key, FillTime: -1, Now: func() time.Time { return reg.now }})
	if err != nil {
		t.Fatal(err)
	}
	reg.school.Handler = later
	w := get(reg, to)
	inspect(t, "asked again", w.Body.Bytes())
	if diff := cmp.Diff(url.Values{"diet-yes": {"no"}}, formOn(t, w.Body.Bytes()).typed()); diff != "" {
		t.Errorf("chosen (-want +got):\n%s", diff)
	}
	if page := w.Body.String(); !strings.Contains(page, "Why we ask again") || !strings.Contains(page, "what the data are used for") {
		t.Errorf("no reason: %s", page)
	}
	reg.choose(t, to, "diet-yes", "no")
	if _, n := reg.last(t, "news"); n != 1 {
		t.Error("what was left open was answered")
	}
	reg.choose(t, to, "news", "yes")
	if status, n := reg.last(t, "news"); status != consent.Renewed || n != 2 {
		t.Errorf("another yes is %s, version %d", status, n)
	}
	if page := get(reg, to).Body.String(); strings.Contains(page, "Why we ask again") {
		t.Error("it is asked yet again")
	}
}

// With each question stands all that the person reads with it on the form: it is
// what the record says that they were shown.
func TestChoicesShowWhatTheFormShows(t *testing.T) {
	reg := newRegistry(t)
	doc := academyDoc(t)
	news := &doc.Forms[0].Fields[7]
	news.Label = policy.Text{locale.EN: "News by e-mail", locale.SV: "Nyheter med e-post"}
	news.Hint = policy.Text{locale.EN: "Once a month.", locale.SV: "En gång i månaden."}
	h, err := serve.New([]serve.Policy{{Doc: doc, Ledger: reg.log}}, serve.Options{FillTime: -1})
	if err != nil {
		t.Fatal(err)
	}
	page := arrive(t, h, formOn(t, get(h, signUp).Body.Bytes()).right().with("news", "yes")).Body.String()
	shown := get(h, strings.ReplaceAll(choices.FindStringSubmatch(page)[1], "&amp;", "&")).Body.String()
	d, err := form.Derive(doc, "sign-up", form.Context{Language: locale.EN, Event: "day"})
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for line := range strings.SplitSeq(d.Field("news").Shown(), "\n") {
		if line == "" {
			continue
		}
		if told++; !strings.Contains(shown, line) {
			t.Errorf("the page lacks %q", line)
		}
	}
	if told < 6 {
		t.Errorf("the form shows %d lines only", told)
	}
}

func TestChoicesAreGuarded(t *testing.T) {
	reg := newRegistry(t)
	to, other := reg.enrolled(t, "news", "yes"), reg.enrolled(t)
	f := formOn(t, get(reg, to).Body.Bytes()).with("news", "no")
	fresh := reg.open(t, signUp)
	for name, c := range map[string]struct {
		form   filled
		header []string
		status int
	}{
		"another site":          {f, []string{"Sec-Fetch-Site", "cross-site"}, 403},
		"no stamp":              {f.with("lagrum-stamp", ""), nil, 422},
		"a form's stamp":        {f.with("lagrum-stamp", fresh.values.Get("lagrum-stamp")), nil, 422},
		"another page's stamp":  {f.with("lagrum-stamp", formOn(t, get(reg, other).Body.Bytes()).values.Get("lagrum-stamp")), nil, 422},
		"neither yes nor no":    {f.with("news", "maybe"), nil, 400},
		"a guessed address":     {filled{action: strings.Replace(f.action, ".", ".x", 1), values: f.values}, nil, 404},
		"another form's":        {filled{action: strings.Replace(f.action, "sign-up", "evening-sign-up", 1), values: f.values}, nil, 404},
		"a stamp for the form":  {filled{action: signUp, values: fresh.right().with("lagrum-stamp", f.values.Get("lagrum-stamp")).values}, nil, 422},
		"without a type at all": {f, []string{"Content-Type", ""}, 415},
	} {
		w := post(reg, c.form, c.header...)
		if w.Code != c.status || len(reg.withdrawn) > 0 {
			t.Errorf("%s: %d, want %d", name, w.Code, c.status)
		}
		inspect(t, name, w.Body.Bytes())
	}
	if w := ask(reg, http.MethodPut, to); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD, POST" {
		t.Errorf("PUT: %d", w.Code)
	}
	reg.now = reg.now.Add(25 * time.Hour)
	if w := post(reg, f); w.Code != 422 || len(reg.withdrawn) > 0 {
		t.Errorf("a page that was open for long: %d", w.Code)
	}
}

// If the host fails to take note of a withdrawal it is told again.
func TestChoicesWhenTheHostFails(t *testing.T) {
	reg := newRegistry(t)
	to := reg.enrolled(t, "news", "yes")
	f := formOn(t, get(reg, to).Body.Bytes()).with("news", "no")
	reg.fail = errors.New("no room for kim@example.com")
	if w := post(reg, f); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("the host failed: %d", w.Code)
	}
	if out := reg.out.String(); strings.Contains(out, "kim@") || !strings.Contains(out, "type=") {
		t.Errorf("logged: %s", out)
	}
	reg.fail = nil
	before := reg.size(t)
	if arrive(t, reg, f); len(reg.withdrawn) != 1 || reg.size(t) != before {
		t.Errorf("the host was told %d times", len(reg.withdrawn))
	}
}
