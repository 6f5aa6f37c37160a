package toolchain

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/tree"
)

func root(t *testing.T) string {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func TestLock(t *testing.T) {
	l, err := ReadLock(root(t))
	if err != nil {
		t.Fatal(err)
	}
	module, err := os.ReadFile(filepath.Join(root(t), "internal", "toolchain", "tinygo", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "require github.com/tinygo-org/tinygo " + l.TinyGo + "\n"; !strings.Contains(string(module), want) {
		t.Errorf("the module of TinyGo has another version than the lock, %s", l.TinyGo)
	}
	for _, text := range []string{"", "go go1.26", "go go1\ntinygo v0\nrust 1", "go\ntinygo v0\ndebian a"} {
		if _, err := parse(text); err == nil {
			t.Errorf("%q is read as a lock", text)
		}
	}
	l.Go, l.Debian = "go0", []Package{{"lagrum-no-such-package", "1"}, {"lagrum-any", ""}}
	if got := l.Differs(); len(got) != 2 {
		t.Errorf("two versions differ, and it tells of %q", got)
	}
}

func TestMissing(t *testing.T) {
	e := &MissingError{Packages: []string{"binaryen", "brotli"}, TinyGo: true}
	for _, want := range []string{"apt-get install binaryen brotli", "TinyGo", "make toolchain"} {
		if !strings.Contains(e.Error(), want) {
			t.Errorf("%q does not say %q", e.Error(), want)
		}
	}
	t.Setenv("PATH", t.TempDir())
	_, err := Find(root(t))
	var missing *MissingError
	if !errors.As(err, &missing) || len(missing.Packages) < 6 {
		t.Errorf("with nothing on the path: %v", err)
	}
}
