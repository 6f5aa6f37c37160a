package postgres

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// role is the name of the one user of the server.
const role = "lagrum"

// A server is a running PostgreSQL.
type server struct {
	bin     string // the folder of its programs
	dir     string // the folder of its data and its socket
	account *account
	process *os.Process
	ended   chan struct{}
}

// running is the server that Main started.
var running *server

// Main starts the server, runs the tests, ends the server and gives the exit
// code.
func Main(m *testing.M) int {
	s, err := start()
	if err != nil {
		fmt.Fprintln(os.Stderr, "postgres:", err)
		return 1
	}
	defer s.stop()
	running = s
	return m.Run()
}

var databases atomic.Int64

// Database makes an empty database and gives its address.
func Database(t testing.TB) string {
	t.Helper()
	if running == nil {
		t.Fatal("no PostgreSQL: TestMain must call postgres.Main")
	}
	name := "test" + strconv.FormatInt(databases.Add(1), 10)
	if err := running.run("createdb", "--host", running.dir, "--username", role, name); err != nil {
		t.Fatal(err)
	}
	query := url.Values{"host": {running.dir}, "user": {role}}
	return "postgres:///" + name + "?" + query.Encode()
}

// start makes a cluster in a new folder and starts the server.
func start() (_ *server, err error) {
	s := &server{ended: make(chan struct{})}
	if s.bin, err = programs(); err != nil {
		return nil, err
	}
	if s.account, err = unprivileged(); err != nil {
		return nil, err
	}
	if s.dir, err = os.MkdirTemp("", "pg"); err != nil {
		return nil, err
	}
	if err = s.begin(); err != nil {
		s.stop()
		return nil, err
	}
	return s, nil
}

func (s *server) begin() error {
	if err := s.account.own(s.dir); err != nil {
		return err
	}
	data := filepath.Join(s.dir, "data")
	err := s.run("initdb", "--pgdata", data, "--username", role, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync")
	if err != nil {
		return err
	}
	cmd := s.command("postgres", "-D", data, "-c", "listen_addresses=", "-c", "unix_socket_directories="+s.dir)
	log, err := os.Create(filepath.Join(s.dir, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	cmd.Stdout, cmd.Stderr = log, log
	if err := s.keep(cmd); err != nil {
		return err
	}
	return s.await()
}

// keep starts the program, which ends with this process.
func (s *server) keep(cmd *exec.Cmd) error {
	started := make(chan error)
	go func() {
		bind(cmd)
		err := cmd.Start()
		s.process = cmd.Process
		started <- err
		if err == nil {
			cmd.Wait()
		}
		close(s.ended)
	}()
	return <-started
}

// patience is how long the server may take to start.
const patience = time.Minute

// await waits until the server answers.
func (s *server) await() error {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		select {
		case <-s.ended:
			return s.failure("it ended")
		default:
		}
		if s.run("pg_isready", "--quiet", "--host", s.dir, "--username", role, "--dbname", "postgres") == nil {
			return nil
		}
	}
	return s.failure("it does not answer")
}

// failure says what the server has said last.
func (s *server) failure(what string) error {
	log, err := os.ReadFile(filepath.Join(s.dir, "log"))
	return errors.Join(fmt.Errorf("%s: %s", what, log), err)
}

// stop ends the server and removes its folder.
func (s *server) stop() {
	if s.process != nil {
		s.process.Signal(syscall.SIGINT) // a fast shutdown
		select {
		case <-s.ended:
		case <-time.After(patience):
			s.process.Signal(syscall.SIGQUIT)
			<-s.ended
		}
	}
	os.RemoveAll(s.dir)
}

func (s *server) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = s.dir
	s.account.lend(cmd)
	return cmd
}

func (s *server) run(name string, args ...string) error {
	out, err := s.command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, strings.TrimSpace(string(out)))
	}
	return nil
}

// programs gives the folder of the server's programs: that of Debian, the
// newest version first, or that of a program on the path.
func programs() (string, error) {
	folders, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return "", err
	}
	slices.SortFunc(folders, func(a, b string) int { return version(b) - version(a) })
	if initdb, err := exec.LookPath("initdb"); err == nil {
		folders = append(folders, filepath.Dir(initdb))
	}
	for _, folder := range folders {
		if _, err := os.Stat(filepath.Join(folder, "postgres")); err == nil {
			return folder, nil
		}
	}
	return "", errors.New("there is no PostgreSQL server; on Debian, as root: apt-get install postgresql")
}

func version(folder string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(folder)))
	return n
}
