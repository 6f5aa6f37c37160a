package serve_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/serve"
)

// What is on record is answered with the way to the receipt, so that a reload
// sends nothing again; and the way holds nothing that was typed.
func TestArrival(t *testing.T) {
	reg := newRegistry(t)
	f := reg.open(t, signUp).right().with("news", "yes", "diet", "no nuts", "question", "Where?")
	w := post(reg, f)
	to := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || w.Header().Get("Cache-Control") != "no-store" {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	for _, typed := range []string{"Kim", "kim", "nuts", "Where"} {
		if strings.Contains(to, typed) {
			t.Errorf("the address holds %s: %s", typed, to)
		}
	}
	before := reg.size(t)
	for range 2 { // a reload
		page := get(reg, to, "Accept", "text/html")
		inspect(t, "arrival", page.Body.Bytes())
		for _, want := range []string{
			"<title>We have received your answers – Sign up</title>", "See you there!", "The organiser has received your other answers", "You said yes", "You said no",
			"Change your choices", "Fill in the form again",
		} {
			if !strings.Contains(page.Body.String(), want) {
				t.Errorf("the page lacks %q", want)
			}
		}
		if strings.Contains(page.Body.String(), "Kim") || page.Header().Get("Cache-Control") != "no-store" || page.Header().Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%v: %s", page.Header(), page.Body)
		}
	}
	if len(reg.kept) != 1 || reg.size(t) != before {
		t.Error("a reload has sent the form again")
	}
	plain := get(reg, strings.Split(to, "&arrived")[0], "Accept", "text/html").Body.String()
	if strings.Contains(plain, "We have received") || !strings.Contains(plain, "<h1 id=\"consent-title\">Receipt") {
		t.Error("opened later, the receipt says that the form has just arrived")
	}
	// A stranger's words in the address do not come onto the page.
	made := get(reg, strings.Split(to, "&arrived")[0]+"&arrived="+url.QueryEscape("<b>evil</b> name"), "Accept", "text/html").Body.String()
	if strings.Contains(made, "evil") {
		t.Error("the page repeats the address")
	}
}

// The second part comes at an address of its own, which holds no answer.
func TestSecondPartAfterTheWayThere(t *testing.T) {
	reg := newRegistry(t)
	f := reg.open(t, signUp).right().with("lunch", "yes", "diet-yes", "yes")
	to := post(reg, f).Header().Get("Location")
	if !strings.HasPrefix(to, signUp+"&part=") || strings.Contains(to, "Kim") {
		t.Fatalf("it leads to %s", to)
	}
	page := get(reg, to)
	inspect(t, "second part", page.Body.Bytes())
	second := formOn(t, page.Body.Bytes())
	if len(reg.kept) != 1 || !second.values.Has("diet") || second.values.Has("name") || !strings.Contains(page.Body.String(), "We have received the first part of the form.") {
		t.Fatalf("%v: %s", second.values, page.Body)
	}
	if again := formOn(t, get(reg, to).Body.Bytes()); again.values.Get("lagrum-stamp") != second.values.Get("lagrum-stamp") {
		t.Error("after a reload it is another page")
	}
	if end := arrive(t, reg, second.with("diet", "no nuts")).Body.String(); !strings.Contains(end, "See you there!") || strings.Contains(end, "no nuts") {
		t.Errorf("at the end: %s", end)
	}
	if len(reg.kept) != 2 || reg.kept[0].Reference != reg.kept[1].Reference {
		t.Errorf("%d received", len(reg.kept))
	}
	// An address that somebody made up leads to an empty form.
	for _, forged := range []string{strings.Replace(to, "diet", "name", 1), to + "x", signUp + "&part=", strings.Replace(to, "=en", "=sv", 1)} {
		if got := formOn(t, get(reg, forged).Body.Bytes()); !got.values.Has("name") || got.values.Has("diet") {
			t.Errorf("%s shows %v", forged, got.values)
		}
	}
}

// Which answers were not kept is told by the names of their fields.
func TestArrivalSaysWhatWasNotKept(t *testing.T) {
	reg := newRegistry(t)
	doc := academyDoc(t)
	doc.Forms[0].Fields[3].If = &policy.Answer{Field: "topics", Is: []string{"a"}}
	h, err := serve.New([]serve.Policy{{Doc: doc, Ledger: reg.log}}, serve.Options{FillTime: -1})
	if err != nil {
		t.Fatal(err)
	}
	w := post(h, formOn(t, get(h, signUp).Body.Bytes()).right().with("level", "high"))
	to := w.Header().Get("Location")
	if !strings.HasSuffix(to, "&arrived=level") {
		t.Fatalf("%d, it leads to %s", w.Code, to)
	}
	page := get(h, to, "Accept", "text/html")
	inspect(t, "arrival", page.Body.Bytes())
	if !strings.Contains(page.Body.String(), "<li>level</li>") || strings.Contains(page.Body.String(), "high") || strings.Contains(page.Body.String(), "has received your other answers") {
		t.Errorf("%s", page.Body)
	}
}

// Without consents or without a ledger there is nothing to lead to.
func TestNoReceiptNoWay(t *testing.T) {
	reg := newRegistry(t)
	if w := post(reg, reg.open(t, "/academy/forms/evening-sign-up?lang=en").with("name", "Kim")); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Kim") {
		t.Errorf("no question of consent: %d", w.Code)
	}
	s := newSchool(t, serve.Options{})
	if w := post(s, s.open(t, signUp).right().with("news", "yes")); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Kim Alm") {
		t.Errorf("no ledger: %d", w.Code)
	}
}
