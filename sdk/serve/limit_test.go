package serve_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/lagrum/lagrum/sdk/serve"
)

// from sends the form from an address.
func from(h http.Handler, remote string, f filled, header ...string) *httptest.ResponseRecorder {
	return fromKind(h, remote, f.action, urlencoded, f.values.Encode(), header...)
}

func fromKind(h http.Handler, remote, target, kind, body string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, target, strings.NewReader(body))
	r.RemoteAddr = remote
	r.Header.Set("Content-Type", kind)
	r.Header.Set("Accept", "text/html")
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// Whoever sends too much gets the form back as it was filled in, is told how long
// to wait, and can then send it.
func TestTooManyForms(t *testing.T) {
	s := newSchool(t, serve.Options{PerMinute: 3, FillTime: -1})
	f := s.open(t, signUp).right().with("question", "Where?")
	const here = "198.51.100.7:1234"
	for i := range 3 {
		if w := from(s, here, f); w.Code != http.StatusOK {
			t.Fatalf("form %d: %d", i+1, w.Code)
		}
	}
	w := from(s, here, f)
	again := formOn(t, w.Body.Bytes())
	if w.Code != http.StatusTooManyRequests || !strings.Contains(w.Body.String(), "Your answers are still here") || again.values.Encode() != f.values.Encode() || len(s.kept) != 3 {
		t.Errorf("%d, %d received, typed %v", w.Code, len(s.kept), again.values)
	}
	inspect(t, "too many", w.Body.Bytes())
	for name, c := range map[string]struct {
		remote string
		status int
	}{
		"the same address, another port": {"198.51.100.7:9", 429},
		"another address":                {"198.51.100.8:1234", 200},
		"one of IPv6":                    {"[2001:db8:1:1::1]:1", 200},
		"nobody knows where":             {"", 200},
	} {
		if w := from(s, c.remote, f); w.Code != c.status {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	wait, err := strconv.Atoi(w.Header().Get("Retry-After"))
	if err != nil || wait != 20 { // three a minute
		t.Fatalf("Retry-After: %q", w.Header().Get("Retry-After"))
	}
	s.now = s.now.Add(time.Duration(wait) * time.Second)
	if w := from(s, here, again); w.Code != http.StatusOK {
		t.Errorf("after waiting: %d", w.Code)
	}
	if w := from(s, here, again); w.Code != http.StatusTooManyRequests {
		t.Errorf("at once after that: %d", w.Code)
	}
	if w := get(s, signUp); w.Code != http.StatusOK {
		t.Errorf("to look at the form: %d", w.Code)
	}
}

// Of IPv6 a network counts: whoever has one address has many.
func TestNetworksOfIPv6(t *testing.T) {
	s := newSchool(t, serve.Options{PerMinute: 1, FillTime: -1})
	f := s.open(t, signUp).right()
	for remote, want := range map[string]int{"[2001:db8:1:1::1]:1": 200, "[2001:db8:1:2::1]:1": 200, "[::ffff:198.51.100.1]:1": 200} {
		if w := from(s, remote, f); w.Code != want {
			t.Errorf("%s: %d", remote, w.Code)
		}
	}
	for _, remote := range []string{"[2001:db8:1:1:ffff::2]:1", "[2001:db8:1:2::1%eth0]:1", "198.51.100.1:1"} {
		if w := from(s, remote, f); w.Code != http.StatusTooManyRequests {
			t.Errorf("%s: %d", remote, w.Code)
		}
	}
}

// The host may name the client; links to receipts are counted apart from forms.
func TestClientsAndLookUps(t *testing.T) {
	reg := newRegistryWith(t, serve.Options{PerMinute: 4, Client: func(r *http.Request) string {
		if r.Header.Get("X-Client") == "broken" {
			panic("kim@example.com")
		}
		return r.Header.Get("X-Client")
	}})
	f := reg.open(t, signUp).right().with("news", "yes")
	to := post(reg, f).Header().Get("Location")
	token := withdrawal.FindStringSubmatch(get(reg, to).Body.String())[1]
	paths := []string{to, token, strings.Replace(to, ".", ".x", 1), token + "x"}
	for _, path := range paths {
		if w := get(reg, path, "X-Client", "a"); w.Code == http.StatusTooManyRequests {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	changes := strings.ReplaceAll(choices.FindStringSubmatch(get(reg, to).Body.String())[1], "&amp;", "&")
	for _, path := range append(paths, changes) {
		w := get(reg, path, "X-Client", "a", "Accept", "text/html")
		if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "Wait a minute") {
			t.Errorf("%s: %d", path, w.Code)
		}
		inspect(t, path, w.Body.Bytes())
	}
	if w := get(reg, to, "X-Client", "a", "Accept", "application/json"); w.Code != http.StatusTooManyRequests || w.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("as JSON: %d %s", w.Code, w.Header().Get("Content-Type"))
	}
	for range 4 {
		if w := post(reg, f, "X-Client", "a"); w.Code != http.StatusSeeOther {
			t.Errorf("a form after many looks: %d", w.Code)
		}
	}
	saved := formOn(t, get(reg, changes).Body.Bytes())
	for name, w := range map[string]*httptest.ResponseRecorder{
		"a form":      post(reg, f, "X-Client", "a"),
		"a take-back": post(reg, filled{action: token}, "X-Client", "a"),
		"choices":     post(reg, saved, "X-Client", "a"),
	} {
		if w.Code != http.StatusTooManyRequests {
			t.Errorf("%s too many: %d", name, w.Code)
		}
	}
	if len(reg.withdrawn) > 0 {
		t.Error("a consent was taken back")
	}
	for range 9 {
		if w := post(reg, f, "X-Client", "broken"); w.Code != http.StatusSeeOther {
			t.Errorf("the host cannot name the client: %d", w.Code)
		}
	}
	if out := reg.out.String(); strings.Contains(out, "kim") || !strings.Contains(out, "panic of type string") {
		t.Errorf("logged: %s", out)
	}
}

func TestNoLimit(t *testing.T) {
	s := newSchool(t, serve.Options{PerMinute: -1, FillTime: -1})
	f := s.open(t, signUp).right()
	for range 400 {
		if w := from(s, "198.51.100.7:1", f); w.Code != http.StatusOK {
			t.Fatal(w.Code)
		}
	}
}

// However many clients come, the memory for them has an end, and the limits go on
// holding for those who came last.
func TestManyClients(t *testing.T) {
	s := newSchool(t, serve.Options{PerMinute: 1, FillTime: -1, Client: func(r *http.Request) string { return r.Header.Get("X-Client") }})
	come := func(name string) int { // a link that leads nowhere is the cheapest
		return get(s, "/academy/consents/x", "X-Client", name).Code
	}
	come("first")
	if come("first") != http.StatusTooManyRequests {
		t.Fatal("there is no limit")
	}
	for i := range 10_000 {
		come(strconv.Itoa(i))
	}
	if got := come("first"); got == http.StatusTooManyRequests {
		t.Error("who came first is still known")
	}
	if got := come("9999"); got != http.StatusTooManyRequests {
		t.Errorf("who came last is not known: %d", got)
	}
}

// When the time of a request is up the host's functions are told, and the form
// comes back.
func TestTimeout(t *testing.T) {
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t)}}, serve.Options{
		FillTime: -1, Timeout: time.Millisecond,
		Receive: func(ctx context.Context, _ serve.Delivery) error {
			<-ctx.Done()
			return ctx.Err()
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	f := formOn(t, get(h, signUp).Body.Bytes()).right()
	w := post(h, f)
	if w.Code != http.StatusServiceUnavailable || formOn(t, w.Body.Bytes()).values.Get("name") != "Kim Alm" {
		t.Errorf("%d", w.Code)
	}
}

// A body that does not come is not waited for.
func TestBodyThatDoesNotCome(t *testing.T) {
	var out bytes.Buffer
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t)}}, serve.Options{Timeout: 50 * time.Millisecond, Logger: slog.New(slog.NewTextHandler(&out, nil))})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(h)
	defer server.Close()
	body, stuck := io.Pipe()
	defer stuck.Close()
	go stuck.Write([]byte("name=Kim"))
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+signUp, body)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", urlencoded)
	r.Header.Set("Accept", "text/html")
	w, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Body.Close()
	page, err := io.ReadAll(w.Body)
	if err != nil || w.StatusCode != http.StatusRequestTimeout || !strings.Contains(string(page), "took too long to arrive") {
		t.Errorf("%d %v: %s", w.StatusCode, err, page)
	}
	if out.Len() > 0 {
		t.Errorf("logged: %s", &out)
	}
}
