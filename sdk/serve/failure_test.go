package serve_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/serve"
)

// A badStore fails as no store should: it quotes what it was asked for.
type badStore struct {
	ledger.Store
	fail func(quoted string) error
}

func (s *badStore) Find(ctx context.Context, log string, by ledger.By, values ...string) ([]ledger.Row, error) {
	if s.fail != nil {
		return nil, s.fail("no row for " + strings.Join(values, " "))
	}
	return s.Store.Find(ctx, log, by, values...)
}

// Whatever a store does, the person gets an answer, and nothing of what was asked for
// reaches the log.
func TestStoreThatFails(t *testing.T) {
	for name, c := range map[string]struct {
		fail func(string) error
		told string
	}{
		"an error": {func(q string) error { return fmt.Errorf("driver: %w", errors.New(q)) }, "*errors.errorString"},
		"a panic":  {func(q string) error { panic(q) }, "panic of type string"},
		"a fault": {func(string) error {
			var nothing *badStore
			return nothing.fail("")
		}, "panic of type runtime."},
	} {
		store := &badStore{Store: ledger.Memory()}
		var seen []int
		reg := newRegistryOn(t, store, serve.Options{Observe: func(o serve.Observation) { seen = append(seen, o.Status) }})
		to := reg.enrolled(t, "news", "yes")
		store.fail, seen = c.fail, nil
		for _, target := range []string{to, "/academy/consents/secret-token"} {
			reg.out.Reset()
			w := get(reg, target, "Accept", "text/html")
			if w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), "</html>") {
				t.Errorf("%s: %s: %d", name, target, w.Code)
			}
			out := reg.out.String()
			if !strings.Contains(out, "level=ERROR") || !strings.Contains(out, c.told) || strings.Contains(out, "no row") || strings.Contains(out, "secret") {
				t.Errorf("%s: logged: %s", name, out)
			}
			if strings.Contains(c.told, "panic") && !strings.Contains(out, "TestStoreThatFails.func") {
				t.Errorf("%s: nobody knows where: %s", name, out)
			}
		}
		if len(seen) != 2 || seen[0] != 500 || seen[1] != 500 {
			t.Errorf("%s: observed %v", name, seen)
		}
	}
}

// An answer that has begun is cut off when something panics, so that nobody takes half
// of it for the whole; net/http logs nothing of that.
func TestPanicWithinAnAnswer(t *testing.T) {
	h := handler(t, serve.Options{})
	for _, held := range []any{"kim@example.com", http.ErrAbortHandler} {
		err := func() (v any) {
			defer func() { v = recover() }()
			h.ServeHTTP(&breaking{httptest.NewRecorder(), held}, httptest.NewRequest(http.MethodGet, "/courses", nil))
			return nil
		}()
		if err != http.ErrAbortHandler {
			t.Errorf("%v reaches net/http", err)
		}
	}
}

// A breaking writer panics when the content comes.
type breaking struct {
	http.ResponseWriter
	held any
}

func (w *breaking) Write([]byte) (int, error) { panic(w.held) }

// Who goes away before the answer is no fault of anybody's, in the log nor in the
// counters.
func TestWhoGoesAway(t *testing.T) {
	store := &badStore{Store: ledger.Memory()}
	var seen []int
	reg := newRegistryOn(t, store, serve.Options{Observe: func(o serve.Observation) { seen = append(seen, o.Status) }})
	to := reg.enrolled(t, "news", "yes")
	f := reg.open(t, signUp).right()
	for name, gone := range map[string]bool{"waits": false, "goes away": true} {
		for _, r := range []*http.Request{
			httptest.NewRequest(http.MethodGet, to, nil),
			httptest.NewRequest(http.MethodPost, f.action, strings.NewReader(f.values.Encode())),
		} {
			r.Header.Set("Content-Type", urlencoded)
			ctx, leave := context.WithCancel(t.Context())
			defer leave()
			store.fail = func(string) error {
				if gone {
					leave()
				}
				return errors.New("interrupted")
			}
			seen = nil
			reg.out.Reset()
			reg.ServeHTTP(httptest.NewRecorder(), r.WithContext(ctx))
			if gone != (len(seen) == 1 && seen[0] == 499) || gone == strings.Contains(reg.out.String(), "level=ERROR") || !strings.Contains(reg.out.String(), "*errors.errorString") {
				t.Errorf("%s after a %s: observed %v, logged %s", name, r.Method, seen, &reg.out)
			}
		}
	}
}

// What the host fails to do about a consent that was taken back is told, also where
// the person has gone away.
func TestWithdrawalThatFailsIsTold(t *testing.T) {
	reg := newRegistry(t)
	page := arrive(t, reg, reg.open(t, signUp).right().with("news", "yes"))
	to := withdrawal.FindStringSubmatch(page.Body.String())[1]
	reg.fail = errors.New("the database of kim@example.com is closed")
	reg.out.Reset()
	if w := send(reg, to, urlencoded, ""); w.Code != http.StatusServiceUnavailable {
		t.Errorf("it is %d", w.Code)
	}
	if out := reg.out.String(); strings.Count(out, "level=ERROR") != 1 || !strings.Contains(out, "the host did not take note of a withdrawal") || strings.Contains(out, "kim") {
		t.Errorf("logged: %s", out)
	}
}

// The log is told the types of an error and of those that it wraps, in their order.
func TestTypesOfErrors(t *testing.T) {
	var out bytes.Buffer
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t)}}, serve.Options{
		FillTime: -1, Logger: slog.New(slog.NewTextHandler(&out, nil)),
		Receive: func(context.Context, serve.Delivery) error {
			return fmt.Errorf("for kim@example.com: %w", &http.MaxBytesError{Limit: 1})
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	post(h, formOn(t, get(h, signUp).Body.Bytes()).right())
	if !strings.Contains(out.String(), `type="*fmt.wrapError: *http.MaxBytesError"`) || strings.Contains(out.String(), "kim") {
		t.Errorf("logged: %s", &out)
	}
}
