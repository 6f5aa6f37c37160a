package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
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
