package storetest

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
)

func testTransfer(t *testing.T, s ledger.Store) {
	ctx := t.Context()
	options := keys(t, logName)
	source := open(t, ledger.Memory(), options)
	fill(t, source, 7)
	if _, err := source.Erase(ctx, "record-2", dispose); err != nil {
		t.Fatal(err)
	}
	var half, whole bytes.Buffer
	if err := source.Export(ctx, &half); err != nil {
		t.Fatal(err)
	}
	more := given("more", "p-1", "diet")
	add(t, source, "more", more)
	if _, err := source.Erase(ctx, "record-4", dispose); err != nil {
		t.Fatal(err)
	}
	if err := source.Export(ctx, &whole); err != nil {
		t.Fatal(err)
	}
	log := open(t, s, options)
	for name, text := range damaged(whole.String()) {
		if err := log.Import(ctx, strings.NewReader(text)); err == nil {
			t.Errorf("%s: taken", name)
		}
		if got := all(t, s, logName); len(got) > 0 {
			t.Fatalf("%s: left %d rows", name, len(got))
		}
	}
	if err := log.Import(ctx, bytes.NewReader(whole.Bytes())); err != nil {
		t.Fatal(err)
	}
	checkpoint, err := source.Checkpoint(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if report := sound(t, log, checkpoint); report.Size != 10 || report.Erased != 2 {
		t.Errorf("report %+v", report)
	}
	var again bytes.Buffer
	if err := log.Export(ctx, &again); err != nil {
		t.Fatal(err)
	}
	if again.String() != whole.String() {
		t.Error("the copy exports something else")
	}
	if err := log.Import(ctx, bytes.NewReader(whole.Bytes())); err != nil {
		t.Errorf("a second time: %v", err)
	}
	// What is appended twice stays appended once, in the copy too.
	if at := add(t, log, "more", more); at[0].Index != 8 {
		t.Errorf("appended again at %d", at[0].Index)
	}
	var damage *ledger.DamageError
	if err := log.Import(ctx, bytes.NewReader(half.Bytes())); !errors.As(err, &damage) {
		t.Errorf("an export from before: %v", err)
	}
}

// damaged gives exports that are not what was written.
func damaged(text string) map[string]string {
	lines := strings.SplitAfter(text, "\n")
	without := func(i int) string { return strings.Join(append(append([]string{}, lines[:i]...), lines[i+1:]...), "") }
	swapped := append([]string{}, lines...)
	swapped[1], swapped[2] = swapped[2], swapped[1]
	return map[string]string{
		"empty":            "",
		"no header":        without(0),
		"no first entry":   without(1),
		"no erasure":       without(8),
		"no end":           without(len(lines) - 2),
		"cut off":          text[:len(text)/2],
		"swapped":          strings.Join(swapped, ""),
		"another log":      strings.Replace(text, `"log":"consents`, `"log":"other`, 1),
		"another content":  strings.Replace(text, "person-1", "person-9", 1),
		"another key":      strings.Replace(text, `"key":"fill-1"`, `"key":"fill-9"`, 1),
		"another leaf":     strings.Replace(text, `"leaf":"`, `"leaf":"A`, 1),
		"content left out": strings.Replace(text, `"content":`, `"contents":`, 1),
		"not JSON":         strings.Replace(text, `"index":3`, `"index":x`, 1),
		"an earlier end":   strings.Replace(text, `\n10\n`, `\n9\n`, 1),
	}
}
