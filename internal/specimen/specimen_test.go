package specimen_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/specimen"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func TestSpecimensLoad(t *testing.T) {
	for name, src := range map[string][]byte{
		"none":    specimen.Policy(0),
		"ten":     specimen.Policy(10),
		"hundred": specimen.Policy(100),
		"full":    specimen.File(specimen.Full()),
		"hostile": specimen.HostileFile(),
	} {
		t.Run(name, func(t *testing.T) {
			file := policyfile.Parse("specimen", src)
			if file.Doc == nil || len(file.Findings) > 0 {
				t.Fatalf("findings: %v", file.Findings)
			}
			if name != "hostile" && name != "full" {
				checkReferences(t, file.Doc)
			}
		})
	}
}

func TestReferencesOfFullResolve(t *testing.T) { checkReferences(t, specimen.Full()) }

// checkReferences holds that every reference has something to point to. The
// act of the specimens is one of the tables'.
func checkReferences(t *testing.T, doc *policy.Document) {
	t.Helper()
	defined := []string{"act SE-SKOL"}
	var wanted []string
	doc.Walk(policy.Visitor{
		Define:    func(_ diag.Path, kind, id string) { defined = append(defined, kind+" "+id) },
		Reference: func(_ diag.Path, kind, id string) { wanted = append(wanted, kind+" "+id) },
	})
	for _, w := range wanted {
		if !slices.Contains(defined, w) {
			t.Errorf("nothing is called %s", w)
		}
	}
}

func TestHostileIsHostileThroughout(t *testing.T) {
	texts := 0
	specimen.Hostile().Walk(policy.Visitor{Text: func(path diag.Path, field string, text policy.Text) {
		want := specimen.Script
		if field == "url" {
			want = specimen.Address
		}
		for tag, got := range text {
			if texts++; got != want {
				t.Errorf("%s in %s: got %q, want %q", path, tag, got, want)
			}
		}
	}})
	if texts < 100 {
		t.Errorf("%d texts, want the whole model", texts)
	}
	if !strings.Contains(string(specimen.HostileFile()), specimen.Address) {
		t.Error("the file has no hostile link")
	}
}

func TestPolicyGrowsEvenly(t *testing.T) {
	size := func(n int) float64 { return float64(len(specimen.Policy(n))) }
	if ratio := (size(3000) - size(2000)) / (size(2000) - size(1000)); ratio < 0.98 || ratio > 1.02 {
		t.Errorf("a thousand activities more make %v times as many bytes as the thousand before", ratio)
	}
	if !bytes.Equal(specimen.Policy(7), specimen.Policy(7)) {
		t.Error("the same number gives other bytes")
	}
}
