package main

import (
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/internal/tree"
)

// clock moves on by half a minute each time it is read.
func clock() func() time.Time {
	at := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	return func() time.Time {
		at = at.Add(30 * time.Second)
		return at
	}
}

func TestPartsStopAtTheFirstFailure(t *testing.T) {
	var ran []string
	run := func(name string) error {
		ran = append(ran, name)
		if name == "walls" {
			return errors.New("crack")
		}
		return nil
	}
	var out strings.Builder
	if parts(&out, []string{"ground", "walls", "roof"}, run, clock()) {
		t.Error("passed, although a part failed")
	}
	if diff := cmp.Diff([]string{"ground", "walls"}, ran); diff != "" {
		t.Errorf("ran (-want +got):\n%s", diff)
	}
	const want = `== ground
== walls

part          minutes  result
ground           0.50  ok
walls            0.50  FAILED
roof             0.00  not run
all              2.50

FAILED: walls. Run it alone with: make walls
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("output (-want +got):\n%s", diff)
	}
}

func TestPartsPass(t *testing.T) {
	var out strings.Builder
	if !parts(&out, []string{"ground"}, func(string) error { return nil }, clock()) {
		t.Error("failed, although every part passed")
	}
	const want = `== ground

part          minutes  result
ground           0.50  ok
all              1.50
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("output (-want +got):\n%s", diff)
	}
}

// Whoever has Go and make but neither Node nor Java still learns what Go's
// parts say, and only then what is missing.
func TestPartsThatNeedOnlyGoComeFirst(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("make", "-C", root, "--no-print-directory", "help").Output()
	if err != nil {
		t.Fatal(err)
	}
	_, list, ok := strings.Cut(string(out), "Parts of test, each a target of its own: ")
	if !ok {
		t.Fatalf("make help does not list the parts:\n%s", out)
	}
	parts := strings.Fields(list)
	tools := slices.Index(parts, "tools")
	for _, name := range []string{"gofmt", "vet", "staticcheck", "generated", "unit", "cross", "examples"} {
		if i := slices.Index(parts, name); i < 0 || i > tools {
			t.Errorf("%s is not before tools: %v", name, parts)
		}
	}
	for _, name := range []string{"race", "browsers", "html", "naughty"} {
		if slices.Index(parts, name) < tools {
			t.Errorf("%s is not after tools: %v", name, parts)
		}
	}
}
