package policyfile_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// allocated is how many bytes the parser takes for a file, all in all.
func allocated(src string) (uint64, *policyfile.File) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	file := policyfile.Parse("f", []byte(src))
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc, file
}

// Hostile files of up to 16 MiB, each with what made a loader take gigabytes,
// and the finding that stops it, if any must.
func TestHostileFilesTakeBoundedMemory(t *testing.T) {
	const mebibyte = 1 << 20
	repeat := strings.Repeat
	for _, c := range []struct {
		name, src, code string
		limit           uint64 // mebibytes
	}{
		{"list in brackets", "[" + repeat("a,", 1_700_000) + "a]", "too-many-values", 250},
		{"list in brackets under a key", "languages: [" + repeat("sv,", 1_700_000) + "sv]\n", "too-many-values", 250},
		{"mapping in braces", "- {" + repeat("a:,", 1_700_000) + "a: b}\n", "too-many-values", 600},
		{"brackets in brackets", "id: [[" + repeat("{},", 560_000) + "]]\n", "too-many-values", 250},
		{"brackets over many lines", "id: [\n" + repeat("a,\n", 860_000) + "]\n", "too-many-values", 250},
		{"JSON with a comment", "#\n{\"languages\":[" + repeat("\"sv\",", 800_000) + "\"sv\"]}", "too-many-values", 300},
		{"keys in brackets without commas", "[ " + repeat("a: ", 1_700_000), "too-many-values", 250},
		{"anchors on a line", repeat("&a ", 1_700_000), "too-many-values", 250},
		{"quotation marks on a line", repeat(`"a" `, 1_700_000), "too-many-values", 250},
		{"entries that are large and empty", `{"activities":[` + repeat("{},", 850_000) + "{}]}", "too-many-values", 700},
		{"entries at the end of long paths", `{"purposes":[` + repeat(`{"parts":[`, 29) + repeat("{},", 850_000) + "{}" + repeat("]}", 29) + "]}", "too-many-values", 700},
		{"comments", "data:\n" + repeat("- id: a # c\n", 600_000), "too-many-values", 100},
		{"unknown keys", repeat("k: v\n", 800_000), "", 700},
		{"text of 16 MiB", "title: " + repeat("x", 16*mebibyte-8), "", 300},
		{"escapes of 16 MiB", `title: "` + repeat(`\x41`, 4*mebibyte-8) + `"`, "", 300},
		{"comment of 16 MiB", "#" + repeat("x", 16*mebibyte-8), "file-empty", 300},
		{"spaces of 16 MiB", repeat(" ", 16*mebibyte), "file-empty", 300},
	} {
		t.Run(c.name, func(t *testing.T) {
			took, file := allocated(c.src)
			if took > c.limit*mebibyte {
				t.Errorf("%d MiB, want %d at most", took/mebibyte, c.limit)
			}
			found := c.code == ""
			for _, f := range file.Findings {
				found = found || f.Code == c.code
			}
			if !found || len(file.Findings) > 1001 {
				t.Errorf("%d findings, want %s among them", len(file.Findings), c.code)
			}
			if c.code == "too-many-values" && file.Doc != nil {
				t.Error("a document that exceeds a limit")
			}
		})
	}
}

// The bound on brackets is on one pair, not on all of them, and text in which
// there are brackets is no list.
func TestOrdinaryBracketsAreNoMatter(t *testing.T) {
	for name, src := range map[string]string{
		"many small lists":       string(specimen.Policy(3000)),
		"brackets in text":       "title: |\n" + strings.Repeat("  [a, b, c\n", 120_000),
		"brackets in a comment":  "id: a\n" + strings.Repeat("# [a, b\n", 120_000),
		"lines after a list":     "languages: [sv]\ndata:\n" + strings.Repeat("- id: a\n", 200_000),
		"mappings, each on line": "data:\n" + strings.Repeat("- {id: a}\n", 150_000),
	} {
		t.Run(name, func(t *testing.T) {
			if file := policyfile.Parse("f", []byte(src)); len(file.Findings) > 0 {
				t.Errorf("%v", file.Findings[0])
			}
		})
	}
}

// A value is found as fast below a mapping of many unknown keys as elsewhere:
// only what the model knows has a place.
func TestUnknownKeysHaveNoPlace(t *testing.T) {
	file := policyfile.Parse("f", []byte(strings.Repeat("k: v\n", 5)+"title: {xx: a, sv: b, k: c}\n"))
	for path, want := range map[string]string{"/title/sv": "f:6:20", "/title": "f:6:8", "/k": "f:1:1", "/title/k": "f:6:8"} {
		if got := file.Position(diag.Path(path)).String(); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}
