package storetest

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
	"golang.org/x/mod/sumdb/note"
)

// An Opener opens the store at an address, which an earlier process may have
// left in any state. Close ends its use.
type Opener func(ctx context.Context, address string) (s ledger.Store, close func() error, err error)

// What a writing process is told.
const (
	envAddress = "LAGRUM_STORETEST_ADDRESS"
	envKeys    = "LAGRUM_STORETEST_KEYS" // the private and the public one, with a space between
	envName    = "LAGRUM_STORETEST_NAME" // that of the process, in its records
	envCount   = "LAGRUM_STORETEST_COUNT"
)

// writers is how many goroutines append at once in a writing process.
const writers = 4

// Writer makes this process a writer of [Kill] or [Processes], if it was started
// as one, and then does not return. TestMain must call it first.
func Writer(open Opener) {
	address := os.Getenv(envAddress)
	if address == "" {
		return
	}
	if err := write(context.Background(), open, address); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// write appends so many records with each goroutine, or goes on for ever, and
// says each that was acknowledged.
func write(ctx context.Context, open Opener, address string) error {
	s, close, err := open(ctx, address)
	if err != nil {
		return err
	}
	private, public, _ := strings.Cut(os.Getenv(envKeys), " ")
	options, err := pair(private, public)
	if err != nil {
		return err
	}
	log, err := ledger.Open(s, logName, options)
	if err != nil {
		return err
	}
	count, err := strconv.Atoi(os.Getenv(envCount))
	if err != nil {
		return err
	}
	name := os.Getenv(envName)
	failed := make(chan error, writers)
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := 0; count == 0 || i < count; i++ {
				id := fmt.Sprintf("%s-%d-%d", name, w, i)
				at, err := log.Append(ctx, "key-"+id, given(id, "person-"+id, "diet"))
				if err != nil {
					failed <- err
					return
				}
				fmt.Println(id, at[0].Index)
			}
		})
	}
	wg.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return close()
	}
}

// pair gives the options of a log with the keys.
func pair(private, public string) (ledger.Options, error) {
	signer, err := note.NewSigner(private)
	if err != nil {
		return ledger.Options{}, err
	}
	verifier, err := note.NewVerifier(public)
	return ledger.Options{Signer: signer, Verifiers: note.VerifierList(verifier)}, err
}

// A crew is processes that write to one store.
type crew struct {
	*testing.T
	open    Opener
	address string
	keys    [2]string
	options ledger.Options
	acked   map[string]int64 // where each acknowledged record stands
}

func newCrew(t *testing.T, open Opener, address string) *crew {
	t.Helper()
	private, public, err := note.GenerateKey(nil, logName)
	if err != nil {
		t.Fatal(err)
	}
	options, err := pair(private, public)
	if err != nil {
		t.Fatal(err)
	}
	return &crew{t, open, address, [2]string{private, public}, options, map[string]int64{}}
}

// process starts a writing process, and gives what it says.
func (c *crew) process(name string, count int) (*exec.Cmd, *bufio.Scanner) {
	c.Helper()
	program, err := os.Executable()
	if err != nil {
		c.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Stderr = os.Stderr
	cmd.Env = append(os.Environ(), envAddress+"="+c.address, envKeys+"="+c.keys[0]+" "+c.keys[1],
		envName+"="+name, envCount+"="+strconv.Itoa(count))
	out, err := cmd.StdoutPipe()
	if err != nil {
		c.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		c.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// hear notes what a line acknowledges. A line that was cut off is none.
func (c *crew) hear(line string) {
	id, index, ok := strings.Cut(line, " ")
	at, err := strconv.ParseInt(index, 10, 64)
	if ok && err == nil {
		c.acked[id] = at
	}
}

// check opens the store and looks for all that was acknowledged.
func (c *crew) check() {
	c.Helper()
	s, close, err := c.open(c.Context(), c.address)
	if err != nil {
		c.Fatal(err)
	}
	log, err := ledger.Open(s, logName, c.options)
	if err != nil {
		c.Fatal(err)
	}
	sound(c.T, log)
	at := map[string]int64{}
	for e, err := range log.Entries(c.Context(), 0) {
		if err != nil {
			c.Fatal(err)
		}
		at[e.Record.ID] = e.Index
	}
	for id, index := range c.acked {
		if got, ok := at[id]; !ok || got != index {
			c.Errorf("%s was acknowledged at %d, and is not there", id, index)
		}
	}
	if err := close(); err != nil {
		c.Error(err)
	}
}

// Kill starts a process that writes to the store at the address, kills it at a
// random point (SIGKILL), and checks that what it was told is durable is there,
// and that the log verifies; as often as it is told. It says nothing of a loss of
// power: for that, the disk must be pulled.
func Kill(t *testing.T, open Opener, address string, runs int) {
	c := newCrew(t, open, address)
	for run := range runs {
		before := len(c.acked)
		cmd, lines := c.process(fmt.Sprint("run", run), 0)
		for n := rand.IntN(80); n > 0 && lines.Scan(); n-- {
			c.hear(lines.Text())
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // what it had said before it died
			c.hear(lines.Text())
		}
		if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() != -1 {
			t.Fatalf("run %d: the process was not killed: %v", run, err)
		}
		c.check()
		t.Logf("run %d: %d acknowledged", run, len(c.acked)-before)
	}
	if len(c.acked) == 0 {
		t.Error("nothing was ever acknowledged")
	}
}

// Processes has two processes write to the store at the address at once, and
// checks that their log is one.
func Processes(t *testing.T, open Opener, address string) {
	c := newCrew(t, open, address)
	const each = 25
	var wg sync.WaitGroup
	said := make(chan string)
	for i := range 2 {
		cmd, lines := c.process(fmt.Sprint("process", i), each)
		wg.Go(func() {
			for lines.Scan() {
				said <- lines.Text()
			}
			if err := cmd.Wait(); err != nil {
				t.Error(err)
			}
		})
	}
	go func() {
		wg.Wait()
		close(said)
	}()
	for line := range said {
		c.hear(line)
	}
	if want := 2 * writers * each; len(c.acked) != want {
		t.Errorf("%d records were acknowledged, want %d", len(c.acked), want)
	}
	c.check()
}
