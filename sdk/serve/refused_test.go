package serve_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/serve"
)

// What cannot be meant so is refused, and nothing of it received.
func TestWhatIsRefused(t *testing.T) {
	s := newSchool(t, serve.Options{FillTime: -1})
	stamp, other := s.fetch(t, signUp).Stamp, s.fetch(t, signUp).Stamp
	const right = `"name":"Kim","email":"kim@example.com"`
	form := "name=Kim&email=kim@example.com&lagrum-stamp=" + stamp
	for name, c := range map[string]struct {
		kind, body string
		status     int
		header     []string
	}{
		"as it should be":        {urlencoded, form, 200, nil},
		"two stamps":             {urlencoded, form + "&lagrum-stamp=" + other, 400, nil},
		"the stamp twice":        {urlencoded, form + "&lagrum-stamp=" + stamp, 200, nil},
		"two stamps in parts":    {"multipart/form-data; boundary=X", "--X\r\nContent-Disposition: form-data; name=\"lagrum-stamp\"\r\n\r\na\r\n--X\r\nContent-Disposition: form-data; name=\"lagrum-stamp\"\r\n\r\nb\r\n--X--\r\n", 400, nil},
		"a stamp and another":    {"application/json", `{` + right + `,"lagrum-stamp":"` + other + `"}`, 400, []string{serve.StampHeader, stamp}},
		"a file for a name":      {"application/json", `{"name":{"name":"Kim","type":"text/plain","size":3},"email":"kim@example.com","lagrum-stamp":"` + stamp + `"}`, 400, nil},
		"a file of nothing":      {"application/json", `{"name":{"name":"Kim","type":"","size":0},"email":"kim@example.com","lagrum-stamp":"` + stamp + `"}`, 400, nil},
		"a file for a file":      {"application/json", `{` + right + `,"picture":{"name":"a.png","type":"image/png","size":3},"lagrum-stamp":"` + stamp + `"}`, 201, nil},
		"a text for a file":      {"application/json", `{` + right + `,"picture":"a.png","lagrum-stamp":"` + stamp + `"}`, 422, nil},
		"a file nobody asks for": {"application/json", `{` + right + `,"other":{"name":"a.png","type":"image/png","size":3},"lagrum-stamp":"` + stamp + `"}`, 201, nil},
		"compressed":             {urlencoded, form, 415, []string{"Content-Encoding", "gzip"}},
		"compressed JSON":        {"application/json", `{` + right + `}`, 415, []string{"Content-Encoding", "br"}},
		"not compressed":         {urlencoded, form, 200, []string{"Content-Encoding", "Identity"}},
	} {
		s.kept = nil
		header := c.header
		if c.kind == "application/json" {
			header = append([]string{"Accept", ""}, header...)
		}
		w := send(s, signUp, c.kind, c.body, header...)
		if w.Code != c.status || (len(s.kept) == 1) != (c.status < 300) {
			t.Errorf("%s: %d, %d received: %s", name, w.Code, len(s.kept), w.Body)
		}
		if c.status == 415 && w.Header().Get("Accept-Encoding") != "identity" {
			t.Errorf("%s: %v", name, w.Header())
		}
	}
}

// A form is there as a page and as JSON; in another format there is none.
func TestFormatsOfForms(t *testing.T) {
	reg := newRegistry(t)
	to := reg.enrolled(t, "news", "yes")
	for _, target := range []string{signUp, to} {
		for format, want := range map[string]int{"html": 200, "json": 200, "": 200, "zzz": 404, "md": 404, "JSON": 404} {
			if w := get(reg, target+"&format="+format); w.Code != want {
				t.Errorf("%s as %q: %d", target, format, w.Code)
			}
		}
	}
}

// What cannot be read counts as sent, too: the limit is there for those who send
// anything.
func TestTooManyThatCannotBeRead(t *testing.T) {
	s := newSchool(t, serve.Options{PerMinute: 3, FillTime: -1})
	const here = "198.51.100.7:1234"
	right := s.open(t, signUp).right()
	for i, c := range []struct{ kind, body string }{{"application/json", "{"}, {"text/plain", "x"}, {urlencoded, "%zz"}, {"application/json", "["}} {
		want := []int{400, 415, 400, 429}[i]
		w := fromKind(s, here, signUp, c.kind, c.body)
		if w.Code != want || (w.Header().Get("Retry-After") != "") != (want == 429) {
			t.Errorf("%d: %d", i, w.Code)
		}
	}
	if w := from(s, here, right); w.Code != http.StatusTooManyRequests || len(s.kept) > 0 {
		t.Errorf("a right one after that: %d", w.Code)
	}
	// Nobody loses the right to send because a page elsewhere makes the browser send.
	const there = "198.51.100.8:1234"
	for range 9 {
		if w := fromKind(s, there, signUp, urlencoded, "", "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden {
			t.Errorf("from elsewhere: %d", w.Code)
		}
		for _, path := range []string{"/academy/consents/x", "/academy/choices/sign-up.x.y"} {
			if w := fromKind(s, there, path, urlencoded, "", "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden {
				t.Errorf("%s from elsewhere: %d", path, w.Code)
			}
		}
	}
	if w := from(s, there, right); w.Code != http.StatusOK {
		t.Errorf("after those from elsewhere: %d", w.Code)
	}
}

// A page on which answers are changed is for people: its records say how many steps
// it took them. A consent is taken back by a program, too, which is told so as one.
func TestProgramsThatChangeAnswers(t *testing.T) {
	reg := newRegistry(t)
	to := reg.enrolled(t, "news", "yes")
	f := formOn(t, get(reg, to).Body.Bytes())
	size := reg.size(t)
	body := fmt.Sprintf(`{"lagrum-stamp":%q,"news":"no"}`, f.values.Get("lagrum-stamp"))
	w := send(reg, f.action, "application/json", body, "Accept", "")
	if w.Code != http.StatusUnsupportedMediaType || w.Header().Get("Content-Type") != "application/problem+json" || reg.size(t) != size {
		t.Errorf("changed by a program: %d %s", w.Code, w.Header().Get("Content-Type"))
	}
	p := reg.fetch(t, signUp)
	a := read[answer](t, sendJSON(t, reg, p.Action, p.with(map[string]any{"news": true})))
	link := strings.TrimPrefix(a.Records[0].Withdraw, "https://academy.example")
	type state struct{ Field, ID, Status, Withdraw string }
	if got := read[state](t, get(reg, link, "Accept", "application/json")); got.Status != "given" || got.Withdraw != a.Records[0].Withdraw {
		t.Errorf("before: %+v", got)
	}
	w = send(reg, link, "application/json", "", "Accept", "")
	got := read[state](t, w)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/json" || w.Header().Get("Cache-Control") != "no-store" ||
		got != (state{"news", a.Records[0].ID, "withdrawn", ""}) {
		t.Errorf("taken back: %d %v: %+v", w.Code, w.Header(), got)
	}
	if n := len(reg.withdrawn); n != 1 || reg.withdrawn[0].Status != consent.Withdrawn {
		t.Errorf("the host is told of %d", n)
	}
}

// A program that asks for a receipt by its own type gets it, and problems as it reads
// them; a list may come in several lines.
func TestReceiptByItsType(t *testing.T) {
	reg := newRegistry(t)
	to := post(reg, reg.open(t, signUp).right().with("news", "yes")).Header().Get("Location")
	for accept, want := range map[string]string{
		receipt.MediaType: receipt.MediaType, "application/json": receipt.MediaType, "text/html": "text/html; charset=utf-8", "*/*": "text/html; charset=utf-8",
	} {
		if w := get(reg, to, "Accept", accept); w.Code != http.StatusOK || w.Header().Get("Content-Type") != want {
			t.Errorf("%s: %d %s", accept, w.Code, w.Header().Get("Content-Type"))
		}
	}
	if w := get(reg, strings.Replace(to, "receipts/", "receipts/x", 1), "Accept", receipt.MediaType); w.Code != http.StatusNotFound || w.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("one that there is not: %d %s", w.Code, w.Header().Get("Content-Type"))
	}
	r := httptest.NewRequest(http.MethodGet, "/academy", nil)
	r.Header = http.Header{"Accept": {"text/html;q=0.5", "application/json"}, "Accept-Language": {"de", "sv"}}
	w := httptest.NewRecorder()
	reg.ServeHTTP(w, r)
	if w.Header().Get("Content-Type") != "application/json" || w.Header().Get("Content-Language") != "sv" {
		t.Errorf("of two lines each: %v", w.Header())
	}
}

// Where an answer says in its header where the receipt is, the description does, too;
// and where it does not, not.
func TestLocationIsDescribed(t *testing.T) {
	var d struct {
		Paths map[string]struct {
			Post *struct {
				Responses map[string]struct{ Headers map[string]any }
			}
		}
	}
	for name, c := range map[string]struct {
		h    http.Handler
		want bool
	}{"with a ledger": {newRegistry(t), true}, "without": {newSchool(t, serve.Options{}), false}} {
		if err := json.Unmarshal(get(c.h, "/openapi.json").Body.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		if _, described := d.Paths["/academy/forms/sign-up"].Post.Responses["201"].Headers["Location"]; described != c.want {
			t.Errorf("%s: %v", name, described)
		}
	}
}
