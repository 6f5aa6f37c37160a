package main

import (
	"bytes"
	"crypto/ed25519"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// The smallest host fits a page.
func TestServerIsSmall(t *testing.T) {
	source, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(source, []byte("\n")); n >= 100 {
		t.Errorf("main.go has %d lines; it is to have fewer than 100", n)
	}
}

// It takes a form from the first click to the last, keeps what it took, forgets what
// rests on a consent when somebody goes back and says no, ends when it is told to, and
// knows its receipts when it begins again.
func TestServer(t *testing.T) {
	h := newHost(t)
	h.start(t)
	page, _ := fetch(t, h.url+"/lartorget/forms/enrolment?lang=en&event=leading-meetings")
	time.Sleep(2100 * time.Millisecond) // nobody fills in a form faster
	yes := url.Values{
		"name": {"Kim Example"}, "email": {"kim@example.com"}, "work-role": {"nurse"}, "sector": {"region"}, "diet-consent": {"yes"}, "diet-secrecy": {"yes"},
	}
	second, _ := h.send(t, page, yes)
	if !strings.Contains(second, `name="diet"`) {
		t.Fatalf("the second part is not there: %s", second)
	}
	time.Sleep(2100 * time.Millisecond)
	_, receipt := h.send(t, second, url.Values{"diet": {"nut-free"}})
	h.stop(t, os.Interrupt)
	if diff := cmp.Diff(map[string]string{"name": "Kim Example", "email": "kim@example.com", "work-role": "nurse", "sector": "region", "diet": "nut-free"}, h.kept(t)); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}

	h.start(t)
	if text, _ := fetch(t, receipt); !strings.Contains(text, "Receipt of your answers") {
		t.Errorf("the receipt cannot be opened again: %s", text)
	}
	yes.Del("diet-consent")
	yes.Set("name", "Kim Beispiel")
	h.send(t, page, yes)
	h.stop(t, syscall.SIGTERM)
	if diff := cmp.Diff(map[string]string{"name": "Kim Beispiel", "email": "kim@example.com", "work-role": "nurse", "sector": "region"}, h.kept(t)); diff != "" {
		t.Errorf("after going back, kept (-want +got):\n%s", diff)
	}
}

// Whoever is sending a form when the server is told to end gets the answer, and the
// form is kept.
func TestServerAnswersBeforeItEnds(t *testing.T) {
	h := newHost(t)
	h.start(t)
	page, _ := fetch(t, h.url+"/lartorget/forms/enrolment?lang=en&event=leading-meetings")
	time.Sleep(2100 * time.Millisecond)
	to, values := filledIn(t, page, url.Values{"name": {"Kim Example"}, "email": {"kim@example.com"}, "work-role": {"nurse"}, "sector": {"region"}})
	half, text := io.Pipe()
	answered := make(chan string, 1)
	go func() {
		leads := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		answer, err := leads.Post(h.url+to, "application/x-www-form-urlencoded", half)
		if err != nil {
			answered <- err.Error()
			return
		}
		answer.Body.Close()
		answered <- answer.Status
	}()
	body := []byte(values.Encode())
	if _, err := text.Write(body[:9]); err != nil { // the server has begun to read
		t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond)
	if err := h.process.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond)
	if _, err := text.Write(body[9:]); err != nil {
		t.Fatal(err)
	}
	text.Close()
	if got := <-answered; got != "303 See Other" {
		t.Errorf("it answers %s", got)
	}
	h.wait(t)
	if got := h.kept(t)["email"]; got != "kim@example.com" {
		t.Errorf("kept %q", got)
	}
}

// A host is one that runs in a folder of its own.
type host struct {
	dir, program, policy, url string
	process                   *exec.Cmd
	out                       bytes.Buffer
}

func newHost(t *testing.T) *host {
	t.Helper()
	h := &host{dir: t.TempDir()}
	prepare(t, h.dir)
	h.url = "http://" + freeAddress(t)
	var err error
	if h.policy, err = filepath.Abs("../lartorget/policy.yaml"); err != nil {
		t.Fatal(err)
	}
	h.program = filepath.Join(h.dir, "server")
	if out, err := exec.Command("go", "build", "-o", h.program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return h
}

func (h *host) start(t *testing.T) {
	t.Helper()
	h.out.Reset()
	h.process = exec.Command(h.program, h.policy)
	h.process.Dir, h.process.Stderr = h.dir, &h.out
	h.process.Env = append(os.Environ(), "LISTEN="+strings.TrimPrefix(h.url, "http://"), "ADDRESS=")
	if err := h.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.process.Process.Kill() })
}

func (h *host) stop(t *testing.T, how os.Signal) {
	t.Helper()
	if err := h.process.Process.Signal(how); err != nil {
		t.Fatal(err)
	}
	h.wait(t)
}

func (h *host) wait(t *testing.T) {
	t.Helper()
	if err := h.process.Wait(); err != nil {
		t.Errorf("it ended with %v: %s", err, &h.out)
	}
}

// kept gives what the host has kept, by datum.
func (h *host) kept(t *testing.T) map[string]string {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(h.dir, "server.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	rows, err := store.DB.Query(`SELECT datum, value FROM answer`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	kept := map[string]string{}
	for rows.Next() {
		var datum, value string
		if err := rows.Scan(&datum, &value); err != nil {
			t.Fatal(err)
		}
		kept[datum] = value
	}
	return kept
}

// prepare makes the keys, as the commands in the comment do.
func prepare(t *testing.T, dir string) {
	t.Helper()
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	pem, err := receipt.PrivatePEM(key)
	if err != nil {
		t.Fatal(err)
	}
	private, public, err := note.GenerateKey(nil, "school.example/consents")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"receipts.pem": pem, "log.key": []byte(private), "log.pub": []byte(public), "pages.key": bytes.Repeat([]byte{7}, 32)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// fetch gets a page once the server answers, and its address.
func fetch(t *testing.T, address string) (page, at string) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		answer, err := http.Get(address)
		if err == nil {
			return read(t, answer)
		}
		if time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
}

var (
	hidden = regexp.MustCompile(`<input type="hidden" name="(lagrum-[^"]+)" value="([^"]*)"`)
	action = regexp.MustCompile(`<form method="post" action="([^"]+)"`)
)

// filledIn gives where the form on the page is sent, and with what.
func filledIn(t *testing.T, page string, values url.Values) (string, url.Values) {
	t.Helper()
	for _, field := range hidden.FindAllStringSubmatch(page, -1) {
		values.Set(field[1], field[2])
	}
	to := action.FindStringSubmatch(page)
	if to == nil {
		t.Fatalf("no form: %s", page)
	}
	return strings.ReplaceAll(to[1], "&amp;", "&"), values
}

// send sends the form on the page with what was filled in, and gives the page that
// follows, with its address.
func (h *host) send(t *testing.T, page string, values url.Values) (next, at string) {
	t.Helper()
	to, values := filledIn(t, page, values)
	answer, err := http.PostForm(h.url+to, values)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, answer)
}

func read(t *testing.T, answer *http.Response) (page, at string) {
	t.Helper()
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%d %v: %s", answer.StatusCode, err, data)
	}
	return string(data), answer.Request.URL.String()
}
