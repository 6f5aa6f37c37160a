//go:build workerd

package workerd_test

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/lagrum/lagrum/internal/tree"
)

// quiet keeps wrangler from asking and telling anybody anything.
var quiet = []string{
	"WRANGLER_SEND_METRICS=false", "WRANGLER_SEND_ERROR_REPORTS=false", "CLOUDFLARE_CF_FETCH_ENABLED=false",
	"WRANGLER_HIDE_BANNER=true", "CI=1", "NO_COLOR=1",
}

// root is that of the tree.
func root(t testing.TB) string {
	t.Helper()
	dir, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// run runs a program in a folder to its end.
func run(t testing.TB, dir string, env []string, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), append(quiet, env...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

// wrangler gives the program, as Node runs it.
func wrangler(t testing.TB) string {
	return filepath.Join(root(t), "examples", "worker", "node_modules", "wrangler", "bin", "wrangler.js")
}

// build makes the program of a Worker: its own Go, and what starts it.
func build(t testing.TB, dir string) {
	t.Helper()
	run(t, dir, nil, "go", "run", "github.com/syumai/workers/cmd/workers-assets-gen", "-mode=go", "-o", "build")
	run(t, dir, []string{"GOOS=js", "GOARCH=wasm"}, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", filepath.Join("build", "app.wasm"), ".")
}

// A worker is one that runs.
type worker struct {
	url   string // "http://127.0.0.1:12345"
	log   *output
	state string // the folder in which its databases are
}

// output is what a process writes, which may still go on.
type output struct {
	mu   sync.Mutex
	data bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.data.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.data.String()
}

// start starts a Worker on a free port, with an empty database, and ends it with all
// of its processes when the test is over.
func start(t testing.TB, dir string, args ...string) *worker {
	t.Helper()
	state := t.TempDir()
	run(t, dir, nil, "node", wrangler(t), "d1", "migrations", "apply", "DB", "--local", "--persist-to", state)
	port := free(t)
	cmd := exec.Command("node", append([]string{wrangler(t), "dev", "--local", "--ip", "127.0.0.1", "--port", port, "--inspector-port", "0",
		"--persist-to", state, "--test-scheduled", "--show-interactive-dev-session=false"}, args...)...)
	w := &worker{"http://127.0.0.1:" + port, &output{}, state}
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = dir, append(os.Environ(), quiet...), w.log, w.log
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() { end(t, cmd.Process.Pid, ended) })
	w.await(t, ended)
	return w
}

// free gives a port that nobody listens on.
func free(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// await waits until the Worker answers.
func (w *worker) await(t testing.TB, ended <-chan error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	for {
		if response, err := http.Get(w.url + "/request"); err == nil {
			response.Body.Close()
			return
		}
		select {
		case err := <-ended:
			t.Fatalf("wrangler ended: %v\n%s", err, w.log)
		case <-ctx.Done():
			t.Fatalf("the Worker does not answer\n%s", w.log)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// end ends a process and all that it has started.
func end(t testing.TB, pid int, ended <-chan error) {
	syscall.Kill(-pid, syscall.SIGINT)
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
	}
	syscall.Kill(-pid, syscall.SIGKILL)
	for range 50 {
		if err := syscall.Kill(-pid, 0); err == syscall.ESRCH {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("processes of the group %d are left", pid)
}

// patient is for what takes a test suite long; others have answered by then.
var patient = &http.Client{
	Timeout:       4 * time.Minute,
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// send sends a request and gives the answer with its body.
func (w *worker) send(t testing.TB, method, path, body string, header ...string) (*http.Response, string) {
	t.Helper()
	response, text, err := w.try(method, path, body, header...)
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", method, path, err, tail(w.log))
	}
	return response, text
}

func (w *worker) try(method, path, body string, header ...string) (*http.Response, string, error) {
	r, err := http.NewRequest(method, w.url+path, strings.NewReader(body))
	if err != nil {
		return nil, "", err
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	response, err := patient.Do(r)
	if err != nil {
		return nil, "", err
	}
	defer response.Body.Close()
	var out bytes.Buffer
	if _, err := out.ReadFrom(response.Body); err != nil {
		return nil, "", fmt.Errorf("read the answer: %w", err)
	}
	return response, out.String(), nil
}

func tail(o *output) string {
	text := o.String()
	return text[max(0, len(text)-4000):]
}
