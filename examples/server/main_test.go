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
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// The smallest host fits a page, and takes a form from the first click to the
// last: it answers, ends when it is told to, and has kept what it took.
func TestServer(t *testing.T) {
	source, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(source, []byte("\n")); n > 100 {
		t.Errorf("main.go has %d lines; it is to fit into 100", n)
	}
	dir := t.TempDir()
	prepare(t, dir)
	address := freeAddress(t)
	policy, err := filepath.Abs("../lartorget/policy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	built := filepath.Join(dir, "server")
	if out, err := exec.Command("go", "build", "-o", built, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	server := exec.Command(built, policy)
	server.Dir, server.Env = dir, append(os.Environ(), "LISTEN="+address, "ADDRESS=https://school.example")
	var out bytes.Buffer
	server.Stderr = &out
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer server.Process.Kill()
	page := fetch(t, "http://"+address+"/lartorget/forms/enrolment?lang=en&event=leading-meetings")
	time.Sleep(2100 * time.Millisecond) // nobody fills in a form faster
	page = send(t, "http://"+address, page, url.Values{
		"name": {"Kim Example"}, "email": {"kim@example.com"}, "work-role": {"nurse"}, "sector": {"region"}, "diet-consent": {"yes"}, "diet-secrecy": {"yes"},
	})
	if !strings.Contains(page, `name="diet"`) {
		t.Errorf("the second part is not there: %s", page)
	}
	if err := server.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := server.Wait(); err != nil {
		t.Errorf("it ended with %v: %s", err, &out)
	}
	store, err := sqlite.Open(t.Context(), filepath.Join(dir, "server.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	var email string
	if err := store.DB.QueryRow(`SELECT value FROM answer WHERE datum = 'email'`).Scan(&email); err != nil || email != "kim@example.com" {
		t.Errorf("kept %q: %v", email, err)
	}
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
	for name, data := range map[string][]byte{"receipts.pem": pem, "log.key": []byte(private), "log.pub": []byte(public)} {
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

// fetch gets a page once the server answers.
func fetch(t *testing.T, address string) string {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		answer, err := http.Get(address)
		if err == nil {
			return body(t, answer)
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

// send sends the form on the page with what was filled in.
func send(t *testing.T, base, page string, values url.Values) string {
	t.Helper()
	for _, field := range hidden.FindAllStringSubmatch(page, -1) {
		values.Set(field[1], field[2])
	}
	to := action.FindStringSubmatch(page)
	if to == nil {
		t.Fatalf("no form: %s", page)
	}
	answer, err := http.PostForm(base+strings.ReplaceAll(to[1], "&amp;", "&"), values)
	if err != nil {
		t.Fatal(err)
	}
	return body(t, answer)
}

func body(t *testing.T, answer *http.Response) string {
	t.Helper()
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%d %v: %s", answer.StatusCode, err, data)
	}
	return string(data)
}
