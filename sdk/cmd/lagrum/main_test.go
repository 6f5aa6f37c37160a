package main

import (
	"context"
	"io"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/schema"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lagrum": main})
}

// The scripts read as documentation: one a command.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"visit":  visit,
			"zeros":  zeros,
		},
	})
}

// status runs a command and demands its exit code: status 2 lagrum lint.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE COMMAND [ARGUMENT...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = string(rune('0' + exit.ExitCode()))
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("%s exits with %s, want %s", strings.Join(args[1:], " "), got, args[0])
	}
}

// zeros writes a file that begins as a picture does, with bytes that a script
// cannot hold: zeros FILE.
func zeros(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: zeros FILE")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR"), 0o600))
}

// visit waits for a server to write its address into a file, and prints what
// the server answers at a path below it: visit FILE PATH.
func visit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: visit FILE PATH")
	}
	var address string
	for range 500 {
		content, err := os.ReadFile(ts.MkAbs(args[0]))
		if address = string(content); err == nil && strings.HasSuffix(address, "\n") {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if address == "" {
		ts.Fatalf("the server has not told its address")
	}
	response, err := http.Get(strings.TrimSpace(address) + args[1])
	ts.Check(err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	ts.Check(err)
	_, err = io.WriteString(ts.Stdout(), response.Status+"\n"+string(body))
	ts.Check(err)
}

// Whoever begins with the starter should find nothing to put right in it, in
// any of its languages, and read a notice that names what is in it.
func TestStarterIsInOrder(t *testing.T) {
	if !strings.HasPrefix(starter, schema.EditorLine+"\n") {
		t.Errorf("the first line does not name the schema for editors: %s", schema.EditorLine)
	}
	for lang, want := range map[string][]locale.Tag{"": {locale.SV, locale.EN}, "sv": {locale.SV}, "en": {locale.EN}} {
		content, err := starterIn(lang)
		if err != nil {
			t.Fatal(err)
		}
		file := policyfile.Parse("starter.yaml", []byte(content))
		for _, f := range findings(input{File: file}, date.Date{}) {
			t.Errorf("in %q: %s", lang, f)
		}
		if file.Doc == nil {
			t.Fatal("the starter cannot be read")
		}
		if got := file.Doc.Languages; len(got) != len(want) || got[0] != want[0] {
			t.Errorf("in %q the languages are %v, want %v", lang, got, want)
		}
		for _, tag := range want {
			for _, layer := range notice.Layers(file.Doc) {
				if _, err := notice.Build(file.Doc, notice.Context{Language: tag, Layer: layer}); err != nil {
					t.Errorf("in %q: %v", lang, err)
				}
			}
		}
	}
}

// UTF-16 is text, and has a finding that says what to do.
func TestTextIsTold(t *testing.T) {
	for content, want := range map[string]bool{
		"": true, "id: a": true, "\xFF\xFEi\x00d\x00": true, "i\x00d\x00:\x00": true, "id: f\xF6r": true, "\uFEFFid: a": true,
		strings.Repeat(" ", 8000) + "\x00": true,
		"%PDF-1.4\nid: a":                  false, "\x1F\x8B\x08": false, "\x89PNG\r\n\x1A\n\x00\x00": false, "PK\x03\x04\x14\x00": false,
		"id: a\n\x00": false,
	} {
		if _, err := parsed("f", []byte(content)); (err == nil) != want {
			t.Errorf("%q: got %v, want text: %v", content, err, want)
		}
	}
}

// A text that went over several lines would be left half behind when its
// language is left out.
func TestStarterHasItsTextsOnOneLine(t *testing.T) {
	for i, line := range strings.Split(starter, "\n") {
		for _, lang := range starterLanguages {
			if rest, ok := strings.CutPrefix(strings.TrimLeft(line, " "), lang+":"); ok && strings.Trim(rest, " >|-") == "" {
				t.Errorf("line %d: the text begins on a line of its own: %s", i+1, line)
			}
		}
	}
}

// The signals that main listens to end a server without an error.
func TestServerStopsWhenItsContextDoes(t *testing.T) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGUSR1)
	defer stop()
	name := t.TempDir() + "/policy.yaml"
	if err := os.WriteFile(name, []byte(starter), 0o600); err != nil {
		t.Fatal(err)
	}
	r, w := io.Pipe()
	code := make(chan int, 1)
	go func() {
		defer w.Close() // so that a server that does not start is not waited for
		code <- run(ctx, []string{"serve", "--addr", "127.0.0.1:0", "--base", "/privacy", name}, strings.NewReader(""), w, io.Discard)
	}()
	address := make([]byte, 100)
	n, err := r.Read(address)
	if err != nil {
		t.Fatalf("the server does not start: %v", err)
	}
	response, err := http.Get(strings.TrimSpace(string(address[:n])) + "evening-school")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Errorf("got %s", response.Status)
	}
	stop()
	if got := <-code; got != exitWell {
		t.Errorf("exit code %d", got)
	}
}
