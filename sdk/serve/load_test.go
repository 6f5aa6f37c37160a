package serve_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
	"github.com/lagrum/lagrum/sdk/serve"
)

const submissions, atOnce = 2000, 32

// stores are those that the load is put on.
var stores = map[string]func(testing.TB) ledger.Store{
	"memory": func(testing.TB) ledger.Store { return ledger.Memory() },
	"sqlite": func(t testing.TB) ledger.Store {
		t.Helper()
		store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "load.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { store.Close() })
		return store
	},
}

// A host keeps what it receives, and its consents in a log.
type host struct {
	server *httptest.Server
	log    *ledger.Log
	mutex  sync.Mutex
	kept   map[string][]consent.Record // by reference
	twice  int
}

func newHost(t testing.TB, store ledger.Store) *host {
	t.Helper()
	const name = "academy.example/load"
	secret, public, err := note.GenerateKey(nil, name)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := note.NewVerifier(public)
	if err != nil {
		t.Fatal(err)
	}
	x := &host{kept: map[string][]consent.Record{}}
	if x.log, err = ledger.Open(store, name, ledger.Options{Signer: signer, Verifiers: note.VerifierList(verifier)}); err != nil {
		t.Fatal(err)
	}
	handler, err := serve.New([]serve.Policy{{Doc: academyDoc(t), Ledger: x.log}}, serve.Options{FillTime: -1, PerMinute: -1, Receive: x.receive})
	if err != nil {
		t.Fatal(err)
	}
	x.server = httptest.NewServer(handler)
	t.Cleanup(x.server.Close)
	return x
}

func (x *host) receive(_ context.Context, d serve.Delivery) error {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	if x.kept[d.Reference] != nil {
		x.twice++
	}
	x.kept[d.Reference] = slices.Clone(d.Records)
	return nil
}

// client keeps its connections and goes nowhere by itself.
func client(t testing.TB) *http.Client {
	t.Helper()
	transport := &http.Transport{MaxIdleConnsPerHost: atOnce}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// exchange sends a request and reads all of the answer.
func exchange(ctx context.Context, c *http.Client, method, target, kind, body string) (int, string, error) {
	r, err := http.NewRequestWithContext(ctx, method, target, strings.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	r.Header.Set("Content-Type", kind)
	w, err := c.Do(r)
	if err != nil {
		return 0, "", err
	}
	defer w.Body.Close()
	answer, err := io.ReadAll(w.Body)
	return w.StatusCode, string(answer), err
}

// all does something so many times, and so many at once.
func all(n int, do func(i int)) {
	next := make(chan int)
	var workers sync.WaitGroup
	for range atOnce {
		workers.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	workers.Wait()
}

// stamps asks for the form so many times.
func (x *host) stamps(t testing.TB, c *http.Client, n int) []string {
	t.Helper()
	list := make([]string, n)
	all(n, func(i int) {
		code, body, err := exchange(t.Context(), c, http.MethodGet, x.server.URL+signUp+"&format=json", "", "")
		_, rest, _ := strings.Cut(body, `"stamp":"`)
		list[i], _, _ = strings.Cut(rest, `"`)
		if err != nil || code != http.StatusOK || list[i] == "" {
			t.Errorf("the form: %d, %v", code, err)
		}
	})
	return list
}

// signUpForm is what is sent: as a page sends it, and as a program does.
func signUpForm(i int, stamp string) (kind, body string, status int) {
	if i%2 == 0 {
		values := url.Values{"lagrum-stamp": {stamp}, "name": {fmt.Sprint("Kim ", i)}, "email": {"kim@example.com"}, "topics": {"a", "b"}, "news": {"yes"}}
		return urlencoded, values.Encode(), http.StatusSeeOther
	}
	return "application/json", fmt.Sprintf(`{"lagrum-stamp":%q,"name":"Kim %d","email":"kim@example.com","topics":["a","b"],"news":true}`, stamp, i), http.StatusCreated
}

// Many people send the form at once. Each is answered, each consent is on record
// once, and the log verifies.
func TestLoad(t *testing.T) {
	for name, open := range stores {
		t.Run(name, func(t *testing.T) {
			x := newHost(t, open(t))
			c := client(t)
			stamps := x.stamps(t, c, submissions)
			all(submissions, func(i int) {
				kind, body, want := signUpForm(i, stamps[i])
				if code, answer, err := exchange(t.Context(), c, http.MethodPost, x.server.URL+signUp, kind, body); code != want || err != nil {
					t.Errorf("form %d: %d, %v, %.200s", i, code, err, answer)
				}
			})
			x.check(t)
		})
	}
}

func (x *host) check(t *testing.T) {
	t.Helper()
	report, err := x.log.Verify(t.Context(), ledger.Verification{})
	if err != nil || len(report.Findings) > 0 || report.Records != 2*submissions {
		t.Errorf("the log: %v, %d records, %v", err, report.Records, report.Findings)
	}
	if len(x.kept) != submissions || x.twice > 0 {
		t.Errorf("%d forms were received, %d of them twice", len(x.kept), x.twice)
	}
	ids := map[string]consent.Status{}
	for entry, err := range x.log.Entries(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		ids[entry.Record.ID] = entry.Record.Status
	}
	for _, records := range x.kept {
		for i := range records {
			if status, ok := ids[records[i].ID]; !ok || status != records[i].Status {
				t.Fatalf("a record that was acknowledged is not in the log: %q", status)
			}
		}
	}
}

// The slowest of a hundred forms, against a handler that only parses what is sent.
func BenchmarkLoad(b *testing.B) {
	bare := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ParseForm() != nil || r.PostForm.Get("name") == "" {
			w.WriteHeader(http.StatusUnprocessableEntity)
			return
		}
		w.WriteHeader(http.StatusSeeOther)
	}))
	defer bare.Close()
	for name, open := range stores {
		b.Run(name, func(b *testing.B) {
			x := newHost(b, open(b))
			c := client(b)
			var least, whole []time.Duration
			for b.Loop() {
				stamps := x.stamps(b, c, submissions)
				least = append(least, timed(b, c, bare.URL, stamps)...)
				whole = append(whole, timed(b, c, x.server.URL+signUp, stamps)...)
			}
			b.ReportMetric(float64(percentile(least, 99).Microseconds()), "bare-p99-µs")
			b.ReportMetric(float64(percentile(whole, 99).Microseconds()), "p99-µs")
			b.ReportMetric(float64(percentile(whole, 99))/float64(percentile(least, 99)), "p99-ratio")
			b.ReportMetric(float64(percentile(whole, 50))/float64(percentile(least, 50)), "p50-ratio")
		})
	}
}

// timed sends a form with each stamp and says how long each took.
func timed(b *testing.B, c *http.Client, target string, stamps []string) []time.Duration {
	b.Helper()
	took := make([]time.Duration, len(stamps))
	all(len(stamps), func(i int) {
		kind, body, _ := signUpForm(0, stamps[i])
		began := time.Now()
		code, _, err := exchange(b.Context(), c, http.MethodPost, target, kind, body)
		if took[i] = time.Since(began); err != nil || code != http.StatusSeeOther {
			b.Errorf("%d, %v", code, err)
		}
	})
	return took
}

func percentile(took []time.Duration, p int) time.Duration {
	slices.Sort(took)
	return took[(len(took)-1)*p/100]
}
