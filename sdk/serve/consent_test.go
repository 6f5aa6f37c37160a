package serve_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/serve"
)

// A registry is a school that keeps consents on record.
type registry struct {
	*school
	log       *ledger.Log
	key       ed25519.PublicKey
	logKey    string
	withdrawn []consent.Record
	fail      error // what the host answers to a withdrawal
	out       bytes.Buffer
}

func newRegistry(t *testing.T) *registry { return newRegistryWith(t, serve.Options{}) }

func newRegistryWith(t *testing.T, o serve.Options) *registry {
	t.Helper()
	return newRegistryOn(t, ledger.Memory(), o)
}

func newRegistryOn(t *testing.T, store ledger.Store, o serve.Options) *registry {
	t.Helper()
	reg := &registry{}
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := receipt.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	secret, verifier, err := note.GenerateKey(nil, "academy.example/consents")
	if err != nil {
		t.Fatal(err)
	}
	noteSigner, err := note.NewSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	known, err := note.NewVerifier(verifier)
	if err != nil {
		t.Fatal(err)
	}
	reg.log, err = ledger.Open(store, "academy.example/consents", ledger.Options{Signer: noteSigner, Verifiers: note.VerifierList(known)})
	if err != nil {
		t.Fatal(err)
	}
	reg.key, reg.logKey = public, verifier
	o.FillTime, o.Signer, o.Address = -1, signer, "https://academy.example"
	o.Logger = slog.New(slog.NewTextHandler(&reg.out, nil))
	o.Withdrawn = func(_ context.Context, r consent.Record) error {
		if reg.fail == nil {
			reg.withdrawn = append(reg.withdrawn, r)
		}
		return reg.fail
	}
	reg.school = newSchoolWith(t, reg.log, o)
	return reg
}

// size is how many entries the log has.
func (reg *registry) size(t *testing.T) int64 {
	t.Helper()
	report, err := reg.log.Verify(t.Context(), ledger.Verification{})
	if err != nil || len(report.Findings) > 0 {
		t.Fatalf("the log does not verify: %v %v", err, report.Findings)
	}
	return report.Size
}

// arrive sends a form and goes where the answer leads, as a browser does.
func arrive(t testing.TB, h http.Handler, f filled) *httptest.ResponseRecorder {
	t.Helper()
	w := post(h, f)
	if w.Code != http.StatusSeeOther || w.Header().Get("Cache-Control") != "no-store" {
		t.Fatalf("sent, it is %d %v: %s", w.Code, w.Header(), w.Body)
	}
	return get(h, w.Header().Get("Location"), "Accept", "text/html")
}

var withdrawal = regexp.MustCompile(`https://academy\.example(/academy/consents/[\w-]+)`)

// A yes is put on record, is told in a receipt, and taken back with its link.
func TestConsentFromYesToWithdrawal(t *testing.T) {
	reg := newRegistry(t)
	f := reg.open(t, signUp).right().with("news", "yes")
	page := arrive(t, reg, f)
	if page.Code != http.StatusOK || len(reg.kept) != 1 || len(reg.kept[0].Records) != 2 || reg.kept[0].Records[0].Status != consent.Given {
		t.Fatalf("%d, received %d", page.Code, len(reg.kept))
	}
	inspect(t, "receipt", page.Body.Bytes())
	links := withdrawal.FindAllStringSubmatch(page.Body.String(), -1)
	if len(links) != 1 || !strings.Contains(page.Body.String(), "Receipt of your answers") {
		t.Fatalf("%d links to withdraw: %s", len(links), page.Body)
	}
	before := reg.size(t)
	post(reg, f)
	if reg.size(t) != before {
		t.Error("a page that was sent twice is on record twice")
	}

	to := links[0][1]
	for range 3 { // as programs do that look at the links in a mail
		if w := get(reg, to); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Press the button") {
			t.Fatalf("%d: %s", w.Code, w.Body)
		}
	}
	if reg.size(t) != before || len(reg.withdrawn) > 0 {
		t.Fatal("looking at the page took the consent back")
	}
	f = formOn(t, get(reg, to).Body.Bytes())
	if f.action != "" && f.action != to {
		t.Errorf("the button posts to %q", f.action)
	}
	f.action = to
	for range 2 {
		w := post(reg, f)
		inspect(t, "withdrawn", w.Body.Bytes())
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "You have taken your consent back") {
			t.Fatalf("%d: %s", w.Code, w.Body)
		}
	}
	if reg.size(t) != before+1 || reg.withdrawn[0].Status != consent.Withdrawn || reg.withdrawn[0].Question.ID != "news" {
		t.Errorf("on record: %d entries more, host told of %v", reg.size(t)-before, reg.withdrawn)
	}
	if reg.out.Len() > 0 {
		t.Errorf("logged: %s", &reg.out)
	}
}

// Another site cannot press the button, nor can a page that has no form.
func TestWithdrawalIsGuarded(t *testing.T) {
	reg := newRegistry(t)
	page := arrive(t, reg, reg.open(t, signUp).right().with("news", "yes"))
	to := withdrawal.FindStringSubmatch(page.Body.String())[1]
	f := formOn(t, get(reg, to).Body.Bytes())
	f.action = to
	if w := post(reg, f, "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden {
		t.Errorf("from another site: %d", w.Code)
	}
	wrong := f
	wrong.action = to[:len(to)-1] + "!"
	if w := post(reg, wrong); w.Code != http.StatusNotFound {
		t.Errorf("a token that is not there: %d", w.Code)
	}
	if len(reg.withdrawn) > 0 {
		t.Error("a consent was taken back")
	}
	// The host fails; it is on record, and the person can press again.
	reg.fail = errors.New("the database is down")
	if w := post(reg, f); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("the host failed: %d", w.Code)
	}
	reg.fail = nil
	if w := post(reg, f); w.Code != http.StatusOK || len(reg.withdrawn) != 1 {
		t.Errorf("pressed again: %d, host told %d times", w.Code, len(reg.withdrawn))
	}
	if out := reg.out.String(); strings.Contains(out, "database is down") || !strings.Contains(out, "withdrawal") {
		t.Errorf("logged: %s", out)
	}
}

// What a second part rests on is looked up when it comes.
func TestSecondPartNeedsTheConsentStill(t *testing.T) {
	reg := newRegistry(t)
	first := reg.open(t, signUp).right().with("lunch", "yes", "diet-yes", "yes")
	page := arrive(t, reg, first)
	second := formOn(t, page.Body.Bytes()).with("diet", "no nuts")
	if w := arrive(t, reg, second); w.Code != http.StatusOK || len(reg.kept) != 2 {
		t.Fatalf("second part: %d", w.Code)
	} else if !withdrawal.MatchString(w.Body.String()) {
		t.Error("no link to withdraw at the end")
	}
	post(reg, first.with("diet-yes", "")) // gone back, and said no
	if w := post(reg, second, "Accept", "text/html"); w.Code != http.StatusConflict || len(reg.kept) != 3 {
		t.Errorf("second part after a no: %d, received %d", w.Code, len(reg.kept))
	}
	h, err := reg.log.Subject(t.Context(), reg.kept[0].Records[1].Subject)
	if err != nil || len(h) != 2 {
		t.Fatalf("%v: %d histories", err, len(h))
	}
	if last, _ := h[1].Last(); last.Record.Status != consent.Withdrawn || last.Record.Version != 2 {
		t.Errorf("a no after a yes is %s, version %d", last.Record.Status, last.Record.Version)
	}
	post(reg, first) // and yes after all
	if w := post(reg, second); w.Code != http.StatusSeeOther {
		t.Errorf("second part after another yes: %d", w.Code)
	}
}

// The receipt can be opened again, and the file checked by whoever has the keys.
func TestReceiptVerifies(t *testing.T) {
	reg := newRegistry(t)
	body := arrive(t, reg, reg.open(t, signUp).right().with("news", "yes")).Body.String()
	found := regexp.MustCompile(`href="(/academy/forms/sign-up/receipts/[^"]+format=json)"`).FindStringSubmatch(body)
	if found == nil {
		t.Fatalf("no receipt to download: %s", body)
	}
	address := strings.ReplaceAll(found[1], "&amp;", "&")
	w := get(reg, address)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != receipt.MediaType || w.Header().Get("Cache-Control") != "no-store" {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	keys := keysOf(t, reg)
	report, err := receipt.Verify(w.Body.Bytes(), keys)
	if err != nil || !report.Right() {
		t.Errorf("the receipt is not right: %v %+v", err, report)
	}
	page := get(reg, strings.Replace(address, "format=json", "", 1))
	if page.Code != http.StatusOK || !strings.Contains(page.Body.String(), "You said yes") || !strings.Contains(page.Body.String(), "You said no") {
		t.Errorf("%d: %s", page.Code, page.Body)
	}
	if report, err := receipt.Verify(page.Body.Bytes(), keys); err != nil || report.Key == "" {
		t.Errorf("the page that somebody saves: %v %+v", err, report)
	}
	forged := strings.Replace(address, ".", ".x", 1)
	if w := get(reg, forged); w.Code != http.StatusNotFound {
		t.Errorf("a receipt by a guessed address: %d", w.Code)
	}
}

// keysOf gives the keys that the organiser publishes.
func keysOf(t *testing.T, reg *registry) receipt.Keys {
	t.Helper()
	jwk, err := receipt.PublicJWK(reg.key)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := receipt.ParseKeys(jwk)
	if err != nil {
		t.Fatal(err)
	}
	if err := keys.AddLogs(reg.logKey); err != nil {
		t.Fatal(err)
	}
	return keys
}

// The page on which somebody said yes may still be open when they take it back
// with the link. Sent again, by a reload, it revives nothing.
func TestReplayRevivesNothing(t *testing.T) {
	reg := newRegistry(t)
	f := reg.open(t, signUp).right().with("news", "yes")
	page := arrive(t, reg, f)
	to := withdrawal.FindStringSubmatch(page.Body.String())[1]
	if w := post(reg, filled{action: to}); w.Code != http.StatusOK {
		t.Fatalf("taken back: %d", w.Code)
	}
	before := reg.size(t)
	post(reg, f)
	again := reg.kept[len(reg.kept)-1]
	if reg.size(t) != before || again.Submission.Text("news") == "yes" || again.Records[0].Status != consent.Withdrawn {
		t.Errorf("sent again: %d entries more, news %q, %s", reg.size(t)-before, again.Submission.Text("news"), again.Records[0].Status)
	}
}
