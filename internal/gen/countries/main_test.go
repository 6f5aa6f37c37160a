package main

import (
	"testing"

	"github.com/lagrum/lagrum/internal/golden"
)

func TestWrittenFileIsUpToDate(t *testing.T) {
	want, err := Source()
	if err != nil {
		t.Fatal(err)
	}
	golden.Fresh(t, file, want)
}
