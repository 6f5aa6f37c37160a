package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"golang.org/x/mod/sumdb/note"
)

const logName = "consents.example/course"

func options(t testing.TB) ledger.Options {
	t.Helper()
	private, public, err := note.GenerateKey(nil, logName)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := note.NewVerifier(public)
	if err != nil {
		t.Fatal(err)
	}
	return ledger.Options{Signer: signer, Verifiers: note.VerifierList(verifier)}
}

func open(t *testing.T, s ledger.Store, o ledger.Options) *ledger.Log {
	t.Helper()
	log, err := ledger.Open(s, logName, o)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

func yes(id string) consent.Record {
	return consent.Record{ID: id, Version: 1, Status: consent.Given, Subject: "p-" + id, At: "2026-11-22T12:00:00Z"}
}

// gated is a store whose commits wait until they are let through.
type gated struct {
	ledger.Store
	commits chan int      // how many rows come
	pass    chan struct{} // one for each commit that may go on
}

func (g *gated) Commit(ctx context.Context, log string, c ledger.Change) error {
	g.commits <- len(c.Rows)
	select {
	case <-g.pass:
		return g.Store.Commit(ctx, log, c)
	case <-ctx.Done():
		return ctx.Err()
	}
}

func TestWhatWaitsGoesIntoOneCommit(t *testing.T) {
	store := &gated{ledger.Memory(), make(chan int), make(chan struct{})}
	log := open(t, store, options(t))
	const n = 20
	var wg sync.WaitGroup
	start := func(i int) {
		wg.Go(func() {
			if _, err := log.Append(t.Context(), fmt.Sprint(i), yes(fmt.Sprint(i))); err != nil {
				t.Error(err)
			}
		})
	}
	start(0)
	if first := <-store.commits; first != 1 {
		t.Errorf("the first commit has %d records, want 1", first)
	}
	for i := range n {
		start(i + 1)
	}
	for ledger.Waiting(log) < n {
		runtime.Gosched() // until all have joined the line
	}
	store.pass <- struct{}{}
	if second := <-store.commits; second != n {
		t.Errorf("the second commit has %d records, want %d", second, n)
	}
	store.pass <- struct{}{}
	wg.Wait()
}

// A group waits for those who were just answered, if there are others; and never
// for good.
func TestGroupWaitsForThoseWhoComeBack(t *testing.T) {
	for more := 1; more < 5; more++ {
		if got := ledger.Gather(more, more); got != more {
			t.Errorf("a group that waited for %d has %d", more, got)
		}
	}
	if got := ledger.Gather(0, 1); got != 0 {
		t.Errorf("%d where one writer is alone", got)
	}
	if got := ledger.GatherInVain(); got != 1 {
		t.Errorf("a group that waited in vain has %d, want 1", got)
	}
}

// A caller that gives up does not take the others along, and what it asked for
// can be asked again.
func TestOneCallerGivesUp(t *testing.T) {
	store := &gated{ledger.Memory(), make(chan int), make(chan struct{})}
	log := open(t, store, options(t))
	start := func(ctx context.Context, id string) <-chan error {
		answer := make(chan error, 1)
		go func() {
			_, err := log.Append(ctx, id, yes(id))
			answer <- err
		}()
		return answer
	}
	wants := func(who string, answer <-chan error, want error) {
		t.Helper()
		if err := <-answer; !errors.Is(err, want) {
			t.Errorf("%s got %v, want %v", who, err, want)
		}
	}
	first := start(t.Context(), "first")
	<-store.commits
	ctx, cancel := context.WithCancel(t.Context())
	gone, stays := start(ctx, "gone"), start(t.Context(), "stays")
	for ledger.Waiting(log) < 2 {
		runtime.Gosched() // until both have joined the line
	}
	store.pass <- struct{}{}
	wants("the first", first, nil)
	<-store.commits
	cancel()
	wants("the caller that gave up", gone, context.Canceled)
	store.pass <- struct{}{}
	wants("the caller that stayed", stays, nil)

	again := start(t.Context(), "gone")
	<-store.commits // refused: the key is taken
	store.pass <- struct{}{}
	wants("the caller that asked again", again, nil)

	ctx, cancel = context.WithCancel(t.Context())
	alone := start(ctx, "alone")
	<-store.commits
	cancel()
	wants("the caller that gave up alone", alone, context.Canceled)
	again = start(t.Context(), "alone")
	<-store.commits
	store.pass <- struct{}{}
	wants("the caller that asked again alone", again, nil)
	if report, err := log.Verify(t.Context(), ledger.Verification{}); err != nil || report.Size != 4 || report.Findings != nil {
		t.Errorf("%+v, %v; want 4 records", report, err)
	}
}

// lossy is a store that commits and then fails to say so.
type lossy struct {
	ledger.Store
	fail bool
}

var errLost = errors.New("connection lost")

func (s *lossy) Commit(ctx context.Context, log string, c ledger.Change) error {
	err := s.Store.Commit(ctx, log, c)
	if s.fail {
		err = errLost
	}
	return err
}

func TestAnswerLost(t *testing.T) {
	store := &lossy{ledger.Memory(), true}
	log := open(t, store, options(t))
	if _, err := log.Append(t.Context(), "form", yes("a")); !errors.Is(err, errLost) {
		t.Fatalf("got %v", err)
	}
	store.fail = false
	positions, err := log.Append(t.Context(), "form", yes("a"))
	if err != nil || positions[0].Index != 0 {
		t.Errorf("asked again: %v, %v", positions, err)
	}
	if report, err := log.Verify(t.Context(), ledger.Verification{}); err != nil || report.Size != 1 {
		t.Errorf("size %d, %v", report.Size, err)
	}
}

// stuck is a store that refuses every change.
type stuck struct{ ledger.Store }

func (stuck) Commit(context.Context, string, ledger.Change) error {
	return fmt.Errorf("refused: %w", ledger.ErrConflict)
}

func TestStoreThatAlwaysRefuses(t *testing.T) {
	log := open(t, stuck{ledger.Memory()}, options(t))
	if _, err := log.Append(t.Context(), "form", yes("a")); !errors.Is(err, ledger.ErrConflict) {
		t.Errorf("got %v", err)
	}
}

func TestNoRandomBytes(t *testing.T) {
	o := options(t)
	o.Rand = iotest.ErrReader(io.ErrUnexpectedEOF)
	log := open(t, ledger.Memory(), o)
	if _, err := log.Append(t.Context(), "form", yes("a")); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v", err)
	}
	if h, err := log.History(t.Context(), "a"); err != nil || len(h.Entries) > 0 {
		t.Errorf("%d entries without random bytes, %v", len(h.Entries), err)
	}
}

func TestWhatALogDoesNotTake(t *testing.T) {
	const secret = "anna@school.example"
	log := open(t, ledger.Memory(), options(t))
	long := strings.Repeat(secret, 20)
	edit := func(f func(r *consent.Record)) consent.Record {
		r := yes(secret)
		f(&r)
		return r
	}
	for name, try := range map[string]struct {
		key    string
		record consent.Record
	}{
		"no key":       {"", yes("a")},
		"long key":     {long, yes("a")},
		"key with NUL": {secret + "\x00", yes("a")},
		"no id":        {"k", yes("")},
		"long id":      {"k", yes(long)},
		"line in id":   {"k", yes(secret + "\n")},
		"long subject": {"k", edit(func(r *consent.Record) { r.Subject = long })},
		"long token":   {"k", edit(func(r *consent.Record) { r.Token = long })},
		"huge record":  {"k", edit(func(r *consent.Record) { r.Said = strings.Repeat(long, 1<<12) })},
	} {
		_, err := log.Append(t.Context(), try.key, try.record)
		var input *ledger.InputError
		if !errors.As(err, &input) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if strings.Contains(err.Error(), "anna") {
			t.Errorf("%s: the error tells what was given", name)
		}
	}
	if positions, err := log.Append(t.Context(), "k"); err != nil || positions != nil {
		t.Errorf("appending nothing: %v, %v", positions, err)
	}
}

func TestOpenRefuses(t *testing.T) {
	good := options(t)
	for name, try := range map[string]struct {
		log string
		o   ledger.Options
	}{
		"no name":             {"", good},
		"another name":        {"consents.example/other", good},
		"no verifiers":        {logName, ledger.Options{Signer: good.Signer}},
		"others as verifiers": {logName, ledger.Options{Signer: good.Signer, Verifiers: options(t).Verifiers}},
		"a line in the name":  {"a\nb", ledger.Options{Verifiers: good.Verifiers}},
	} {
		var input *ledger.InputError
		if _, err := ledger.Open(ledger.Memory(), try.log, try.o); !errors.As(err, &input) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
