//go:build workerd

package workerd_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"database/sql"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/serve"
)

const logName = "consents.example/worker"

// A host is the example, as it runs, with its keys.
type host struct {
	*worker
	known note.Verifier
	keys  receipt.Keys
}

// secrets makes the keys of a host, and the file that tells them to wrangler.
func secrets(t *testing.T, h *host) string {
	t.Helper()
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	pem, err := receipt.PrivatePEM(private)
	if err != nil {
		t.Fatal(err)
	}
	jwk, err := receipt.PublicJWK(public)
	if err != nil {
		t.Fatal(err)
	}
	signer, verifier, err := note.GenerateKey(nil, logName)
	if err != nil {
		t.Fatal(err)
	}
	if h.known, err = note.NewVerifier(verifier); err != nil {
		t.Fatal(err)
	}
	if h.keys, err = receipt.ParseKeys(jwk); err != nil {
		t.Fatal(err)
	}
	if err := h.keys.AddLogs(verifier); err != nil {
		t.Fatal(err)
	}
	key := make([]byte, 32)
	rand.Read(key)
	name := filepath.Join(t.TempDir(), "secrets.env")
	text := fmt.Sprintf("KEY=%q\nLOG_KEY=%q\nLOG_PUB=%q\nRECEIPT_KEY=%q\n", base64.StdEncoding.EncodeToString(key), signer, verifier, pem)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestHost(t *testing.T) {
	dir := filepath.Join(root(t), "examples", "worker")
	run(t, dir, nil, "npm", "run", "bundle")
	build(t, dir)
	h := &host{}
	h.worker = start(t, dir, "--env-file", secrets(t, h))
	t.Run("PagesAreThoseOfTheServer", func(t *testing.T) { testPages(t, h) })
	t.Run("Static", func(t *testing.T) { testStatic(t, h) })
	t.Run("WithoutScript", func(t *testing.T) { testForm(t, h) })
	t.Run("WithScript", func(t *testing.T) { testProgram(t, h) })
	t.Run("FiftyAtOnce", func(t *testing.T) { testFifty(t, h) })
	t.Run("Cron", func(t *testing.T) { testWarning(t, h) })
	t.Run("Limits", func(t *testing.T) { testBounds(t, h) })
}

// database opens the database of the Worker as a file.
func (h *host) database(t *testing.T) *sql.DB {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(h.state, "v3", "d1", "*", "*.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		db, err := sql.Open("sqlite", "file:"+name+"?_pragma=busy_timeout(10000)")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		if _, err := db.Exec(`SELECT 1 FROM lagrum_log`); err == nil {
			return db
		}
	}
	t.Fatalf("none of %q is the database", names)
	return nil
}

// verified gives how many entries the log has, all of which must be right.
func (h *host) verified(t *testing.T) int64 {
	t.Helper()
	log, err := ledger.Open(sqlite.New(h.database(t)), logName, ledger.Options{Verifiers: note.VerifierList(h.known)})
	if err != nil {
		t.Fatal(err)
	}
	report, err := log.Verify(t.Context(), ledger.Verification{})
	if err != nil || len(report.Findings) > 0 {
		t.Errorf("the log does not verify: %v %v", err, report.Findings)
	}
	return report.Size
}

// The Worker, which has the policies as Go, and the server, which reads their files,
// show the same.
func testPages(t *testing.T, h *host) {
	names, err := filepath.Glob(filepath.Join(root(t), "examples", "*", "policy.yaml"))
	if err != nil || len(names) < 5 {
		t.Fatalf("%d policies, %v", len(names), err)
	}
	for _, name := range names {
		file, err := policyfile.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		native, err := serve.New([]serve.Policy{{Doc: file.Doc}}, serve.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range file.Doc.Languages {
			paths := []string{"/" + file.Doc.ID + "?format=json&lang=" + string(tag), "/" + file.Doc.ID + "?format=md&lang=" + string(tag)}
			for _, f := range file.Doc.Forms {
				paths = append(paths, "/"+file.Doc.ID+"/forms/"+f.ID+"/definition.json?lang="+string(tag))
			}
			for _, path := range paths {
				want := httptest.NewRecorder()
				native.ServeHTTP(want, httptest.NewRequest("GET", path, nil))
				got, text := h.send(t, "GET", path, "")
				if got.StatusCode != want.Code || text != want.Body.String() {
					t.Errorf("%s: status %d, want %d; %d bytes, want %d", path, got.StatusCode, want.Code, len(text), want.Body.Len())
				}
				if a, b := got.Header.Get("ETag"), want.Header().Get("ETag"); a != b {
					t.Errorf("%s: ETag %q, want %q", path, a, b)
				}
			}
		}
	}
}

func testStatic(t *testing.T, h *host) {
	for path, kind := range map[string]string{
		"/": "text/html", "/lartorget/notice.sv": "text/html", "/lartorget/enrolment.leading-meetings.sv.json": "application/json",
		"/widgets/manifest.json": "application/json",
	} {
		r, _ := h.send(t, "GET", path, "")
		if r.StatusCode != 200 || !strings.HasPrefix(r.Header.Get("Content-Type"), kind) || !strings.Contains(r.Header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: %d %v", path, r.StatusCode, r.Header)
		}
	}
	// What a page of the Worker loads is there as a file.
	_, page := h.send(t, "GET", enrolment, "")
	found := regexp.MustCompile(`(?:href|src)="(/(?:assets|widgets)/[^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(found) < 3 {
		t.Errorf("the page loads only %q", found)
	}
	for _, m := range found {
		if r, _ := h.send(t, "GET", m[1], ""); r.StatusCode != 200 || r.Header.Get("ETag") == "" {
			t.Errorf("%s: %d", m[1], r.StatusCode)
		}
	}
}

const enrolment = "/lartorget/forms/enrolment?event=leading-meetings&lang=sv"

var (
	stampField = regexp.MustCompile(`name="lagrum-stamp" value="([^"]+)"`)
	withdrawal = regexp.MustCompile(`https?://[^/"]+(/lartorget/consents/[\w-]+)`)
)

// right is an enrolment in which nothing is wrong.
func right(stamp string) url.Values {
	return url.Values{
		"lagrum-stamp": {stamp}, "name": {"Elin Exempel"}, "email": {"elin@exempel.se"}, "work-role": {"nurse"}, "sector": {"region"},
		"diet-consent": {"yes"}, "diet-secrecy": {"yes"}, "accessibility-consent": {"no"}, "accessibility-secrecy": {"no"},
	}
}

// stamped gives the stamp of a form that was shown long enough ago.
func stamped(t *testing.T, h *host) string {
	t.Helper()
	_, page := h.send(t, "GET", enrolment, "")
	m := stampField.FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("the form has no stamp: %.2000s\n%s", page, tail(h.log))
	}
	time.Sleep(2100 * time.Millisecond) // nobody is faster
	return m[1]
}

const formType = "application/x-www-form-urlencoded"

func testForm(t *testing.T, h *host) {
	before := h.verified(t)
	body := right(stamped(t, h)).Encode()
	r, text := h.send(t, "POST", enrolment, body, "Content-Type", formType, "Origin", h.url)
	if r.StatusCode != http.StatusSeeOther {
		t.Fatalf("status %d: %.3000s", r.StatusCode, text)
	}
	size := h.verified(t)
	if size <= before {
		t.Errorf("the log has %d entries, as before", size)
	}
	// Sent twice, it is kept once.
	if r, _ := h.send(t, "POST", enrolment, body, "Content-Type", formType, "Origin", h.url); r.StatusCode != http.StatusSeeOther || h.verified(t) != size {
		t.Errorf("sent again: %d, %d entries", r.StatusCode, h.verified(t))
	}
	r, text = h.send(t, "POST", enrolment, body, "Content-Type", formType, "Origin", "https://elsewhere.example", "Sec-Fetch-Site", "cross-site")
	if r.StatusCode != http.StatusForbidden {
		t.Errorf("from another site: %d %.300s", r.StatusCode, text)
	}
}

// A received is the answer to a program.
type received struct {
	Receipt string
	Records []struct{ Status, Withdraw string }
	Second  any
}

// program sends an enrolment as the widget does.
func (h *host) program(stamp string) (received, error) {
	var members []string
	for name, values := range right(stamp) {
		members = append(members, fmt.Sprintf("%q:%q", name, values[0]))
	}
	body := "{" + strings.Join(members, ",") + "}"
	for try := 1; ; try++ {
		r, text, err := h.try("POST", enrolment, body, "Content-Type", "application/json", "Accept", "application/json", "Origin", h.url)
		switch {
		case err != nil:
			return received{}, err
		case r.StatusCode == http.StatusCreated:
			return decode[received](text)
		case r.StatusCode != http.StatusServiceUnavailable || try == 3: // sent again, it is kept once
			return received{}, fmt.Errorf("status %d: %.600s", r.StatusCode, text)
		}
	}
}

func testProgram(t *testing.T, h *host) {
	got, err := h.program(stamped(t, h))
	if err != nil {
		t.Fatalf("%v\n%s", err, tail(h.log))
	}
	u, err := url.Parse(got.Receipt)
	if err != nil {
		t.Fatal(err)
	}
	r, signed := h.send(t, "GET", u.RequestURI(), "", "Accept", "application/json")
	report, err := receipt.Verify([]byte(signed), h.keys)
	if err != nil || !report.Right() {
		t.Errorf("the receipt is not right: %d %v %+v", r.StatusCode, err, report)
	}
	size := h.verified(t)
	m := withdrawal.FindStringSubmatch(got.Records[0].Withdraw)
	if m == nil {
		t.Fatalf("no link to take the consent back: %+v", got)
	}
	page, text := h.send(t, "GET", m[1], "")
	if page.StatusCode != 200 || !strings.Contains(text, `<form method="post">`) {
		t.Fatalf("the page to take it back: %d %.2000s", page.StatusCode, text)
	}
	done, text := h.send(t, "POST", m[1], "", "Content-Type", formType, "Origin", h.url)
	if done.StatusCode >= 400 || h.verified(t) != size+1 {
		t.Errorf("taken back: %d, %d entries, want %d: %.2000s", done.StatusCode, h.verified(t), size+1, text)
	}
}

// Fifty programs, each in an instance of its own, write one log.
func testFifty(t *testing.T, h *host) {
	const programs = 50
	before := h.verified(t)
	stamps := make([]string, programs)
	for i := range stamps {
		_, page := h.send(t, "GET", enrolment, "")
		stamps[i] = stampField.FindStringSubmatch(page)[1]
	}
	time.Sleep(2100 * time.Millisecond)
	var wg sync.WaitGroup
	records := make([]int, programs)
	for i := range programs {
		wg.Go(func() {
			got, err := h.program(stamps[i])
			if err != nil {
				t.Error(err)
			}
			records[i] = len(got.Records)
		})
	}
	wg.Wait()
	want := before
	for _, n := range records {
		want += int64(n)
	}
	if size := h.verified(t); size != want || want == before {
		t.Errorf("the log grew from %d to %d entries, want %d", before, size, want)
	}
}

func testWarning(t *testing.T, h *host) {
	h.send(t, "GET", "/__scheduled?cron=17+2+*+*+*", "")
	db, n := h.database(t), 0
	for range 100 {
		if err := db.QueryRow(`SELECT count(*) FROM warning`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		if n > 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("no warning was noted\n%s", tail(h.log))
}

func testBounds(t *testing.T, h *host) {
	if r, text := h.send(t, "POST", enrolment, "{", "Content-Type", "application/json", "Origin", h.url); r.StatusCode != 400 || !strings.Contains(r.Header.Get("Content-Type"), "problem+json") {
		t.Errorf("half a JSON: %d %v %.200s", r.StatusCode, r.Header, text)
	}
	if r, _ := h.send(t, "GET", "/nothing", ""); r.StatusCode != 404 {
		t.Errorf("what is not there: %d", r.StatusCode)
	}
	if r, _ := h.send(t, "DELETE", "/lartorget", ""); r.StatusCode != 405 || r.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("DELETE: %d %v", r.StatusCode, r.Header)
	}
	if r, text := h.send(t, "HEAD", "/lartorget?lang=sv", ""); r.StatusCode != 200 || text != "" {
		t.Errorf("HEAD: %d %d bytes", r.StatusCode, len(text))
	}
	// The last one: it is answered before all of it was read, which may end the connection.
	r, _, err := h.try("POST", enrolment, strings.Repeat("a=b&", 1<<20), "Content-Type", formType, "Origin", h.url)
	if err == nil && r.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("4 MB of answers: %d", r.StatusCode)
	}
}
