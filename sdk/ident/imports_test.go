package ident_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// carried is all that a program carries which imports this package and nothing
// else, but for what the standard library keeps to itself and its runtime.
var carried = []string{
	"cmp",
	"errors",
	"github.com/lagrum/lagrum/sdk/date",
	"github.com/lagrum/lagrum/sdk/ident",
	"io",
	"iter",
	"math/bits",
	"strconv",
	"strings",
	"sync",
	"sync/atomic",
	"unicode",
	"unicode/utf8",
	"unsafe",
}

func TestCarriesNothingElse(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	got := slices.DeleteFunc(strings.Fields(string(out)), func(path string) bool {
		return strings.HasPrefix(path, "internal/") || path == "runtime" || strings.HasPrefix(path, "runtime/")
	})
	slices.Sort(got)
	if !slices.Equal(got, carried) {
		t.Errorf("got  %s\nwant %s", got, carried)
	}
}
