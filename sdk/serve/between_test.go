package serve_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/serve"
)

// A consent that is taken back while the host keeps the second part, which rests on
// it, is no ground for that (GDPR Article 7(3)): the host is told after it has kept it,
// whenever it was told before, and the person that nothing was received.
func TestWithdrawnWhileTheHostKeeps(t *testing.T) {
	reg := newRegistry(t)
	var order []string
	withdraw := func() {}
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t), Ledger: reg.log}}, serve.Options{
		FillTime: -1, Address: "https://academy.example",
		Receive: func(_ context.Context, d serve.Delivery) error {
			if d.Second {
				withdraw()
				order = append(order, "kept")
			}
			return nil
		},
		Withdrawn: func(context.Context, consent.Record) error {
			order = append(order, "told")
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	first := formOn(t, get(h, signUp).Body.Bytes()).right().with("lunch", "yes", "diet-yes", "yes")
	page := arrive(t, h, first)
	second := formOn(t, page.Body.Bytes()).with("diet", "no nuts")
	withdraw = func() { post(h, first.with("diet-yes", "")) } // gone back, and said no
	w := post(h, second, "Accept", "text/html")
	if diff := cmp.Diff([]string{"told", "kept", "told"}, order); diff != "" || w.Code != http.StatusConflict {
		t.Errorf("%d, in the order (-want +got)\n%s", w.Code, diff)
	}
}

// Whoever goes back and says no, after the second part has been kept, has taken the
// consent back: the host is told, as of any other, once it has the new answers.
func TestGoneBackAndSaidNo(t *testing.T) {
	reg := newRegistry(t)
	first := formOn(t, get(reg, signUp).Body.Bytes()).right().with("lunch", "yes", "diet-yes", "yes", "news", "yes")
	page := arrive(t, reg, first)
	arrive(t, reg, formOn(t, page.Body.Bytes()).with("diet", "no nuts"))
	if len(reg.withdrawn) > 0 {
		t.Fatalf("told of %d before", len(reg.withdrawn))
	}
	no := first.with("diet-yes", "")
	reg.fail = errors.New("the database of kim@example.com is closed")
	if w := post(reg, no); w.Code != http.StatusServiceUnavailable || strings.Contains(reg.out.String(), "kim") {
		t.Errorf("the host fails: %d, %s", w.Code, &reg.out)
	}
	reg.fail = nil
	arrive(t, reg, no)
	if len(reg.withdrawn) != 1 || reg.withdrawn[0].Question.Field != "diet-yes" || reg.withdrawn[0].Status != consent.Withdrawn {
		t.Errorf("told of %d: %v", len(reg.withdrawn), reg.withdrawn)
	}
}

// A yes that is given again in a way that does not count is no ground for what the
// earlier one allowed: the host is told. Of one that never counted it is not.
func TestYesThatCountsNoMore(t *testing.T) {
	reg := newRegistry(t)
	var from serve.Sender
	var told []consent.Status
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t), Ledger: reg.log}}, serve.Options{
		FillTime: -1, Address: "https://academy.example", Receive: func(context.Context, serve.Delivery) error { return nil },
		Sender:    func(*http.Request, *form.Submission) serve.Sender { return from },
		Withdrawn: func(_ context.Context, r consent.Record) error { told = append(told, r.Status); return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	self := serve.Sender{Person: consent.Person{Subject: "pupil-1"}}
	other := serve.Sender{Person: self.Person, By: consent.ByProxy} // another adult, whose yes is nobody's
	for name, c := range map[string]struct {
		first, then serve.Sender
		want        []consent.Status
	}{
		"it counted":    {self, other, []consent.Status{consent.Invalidated}},
		"it never did":  {other, self, nil},
		"it still does": {self, self, nil},
	} {
		told = nil
		f := formOn(t, get(h, signUp).Body.Bytes()).right().with("news", "yes")
		from = c.first
		arrive(t, h, f)
		from = c.then
		arrive(t, h, f.with("name", "Kim Berg"))
		if diff := cmp.Diff(c.want, told); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

// What is on record as taken back is told to the host, also where the person has gone
// away meanwhile.
func TestWithdrawnByWhoGoesAway(t *testing.T) {
	reg := newRegistry(t)
	ctx, leave := context.WithCancel(t.Context())
	var alive error
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t), Ledger: reg.log}}, serve.Options{
		FillTime: -1, Address: "https://academy.example", Receive: func(context.Context, serve.Delivery) error { return nil },
		Withdrawn: func(ctx context.Context, _ consent.Record) error {
			leave()
			alive = ctx.Err()
			if _, bounded := ctx.Deadline(); !bounded {
				t.Error("it may take for ever")
			}
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	page := arrive(t, h, formOn(t, get(h, signUp).Body.Bytes()).right().with("news", "yes"))
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, withdrawal.FindStringSubmatch(page.Body.String())[1], nil)
	h.ServeHTTP(httptest.NewRecorder(), r)
	if ctx.Err() == nil || alive != nil {
		t.Errorf("the person left: %v; the host's context: %v", ctx.Err(), alive)
	}
}

// Of two who take a consent back at once, both are told that it is done.
func TestTwoWithdrawalsAtOnce(t *testing.T) {
	store := &meeting{Store: ledger.Memory()}
	reg := newRegistryOn(t, store, serve.Options{})
	var seconds atomic.Int64
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t), Ledger: reg.log}}, serve.Options{
		FillTime: -1, Address: "https://academy.example", Receive: func(context.Context, serve.Delivery) error { return nil },
		Now: func() time.Time { return time.Date(2026, 9, 1, 12, 0, int(seconds.Add(1)), 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	page := arrive(t, h, formOn(t, get(h, signUp).Body.Bytes()).right().with("news", "yes"))
	to := withdrawal.FindStringSubmatch(page.Body.String())[1]
	size := reg.size(t)
	store.expect(2)
	var codes [2]int
	var both sync.WaitGroup
	for i := range codes {
		both.Go(func() { codes[i] = send(h, to, "text/plain", "").Code })
	}
	both.Wait()
	if codes != [2]int{http.StatusOK, http.StatusOK} {
		t.Errorf("the two are told %v", codes)
	}
	if reg.size(t) != size+1 {
		t.Errorf("taken back once, the log has %d entries more", reg.size(t)-size)
	}
}

// A meeting is a store whose readers wait for each other, once.
type meeting struct {
	ledger.Store
	missing atomic.Int64
	all     sync.WaitGroup
}

func (m *meeting) expect(n int) {
	m.all.Add(n)
	m.missing.Store(int64(n))
}

func (m *meeting) Find(ctx context.Context, log string, by ledger.By, values ...string) ([]ledger.Row, error) {
	rows, err := m.Store.Find(ctx, log, by, values...)
	if by == ledger.ByID && m.missing.Add(-1) >= 0 {
		m.all.Done()
		m.all.Wait()
	}
	return rows, err
}

// A page that was open while a consent was taken back does not give it again.
func TestStaleChoicesReviveNothing(t *testing.T) {
	reg := newRegistry(t)
	to := reg.enrolled(t, "news", "yes", "diet-yes", "yes", "lunch", "yes")
	old := formOn(t, get(reg, to).Body.Bytes())
	reg.now = reg.now.Add(time.Minute)
	reg.choose(t, to, "news", "no")
	size := reg.size(t)
	w := post(reg, old.with("diet-yes", "no"))
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "may have changed since you opened it") {
		t.Errorf("saved, it is %d", w.Code)
	}
	if status, _ := reg.last(t, "news"); status != consent.Withdrawn || reg.size(t) != size {
		t.Errorf("it is %s again, and the log has %d entries more", status, reg.size(t)-size)
	}
	if diff := cmp.Diff([]string{"no"}, formOn(t, w.Body.Bytes()).typed()["news"]); diff != "" {
		t.Errorf("shown again (-want +got)\n%s", diff)
	}
}

// Where policies share a log, a link is good for the policy that it is from.
func TestLinkIsGoodForItsPolicy(t *testing.T) {
	reg := newRegistry(t)
	other := academyDoc(t)
	other.ID = "other"
	h, err := serve.New([]serve.Policy{{Doc: academyDoc(t), Ledger: reg.log}, {Doc: other, Ledger: reg.log}}, serve.Options{
		FillTime: -1, Address: "https://academy.example", Receive: func(context.Context, serve.Delivery) error { return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	page := arrive(t, h, formOn(t, get(h, signUp).Body.Bytes()).right().with("news", "yes"))
	to := strings.Replace(withdrawal.FindStringSubmatch(page.Body.String())[1], "/academy/", "/other/", 1)
	for _, w := range []int{get(h, to).Code, send(h, to, "text/plain", "").Code} {
		if w != http.StatusNotFound {
			t.Errorf("at the other policy's address it is %d", w)
		}
	}
}
