package export_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/lint"
)

// specimen is a report with all that a report may have.
func specimen() export.Report {
	at := func(line, column int) diag.Position {
		return diag.Position{File: "school policy.yaml", Line: line, Column: column}
	}
	basis := diag.Finding{
		Code: "activity-basis-missing", Severity: diag.Error, Path: "/activities/0/basis", Position: at(4, 11),
		Message: `activity "enrol" has no legal basis`, Cites: []string{"Article 6(1) of the GDPR"},
	}
	return export.Report{
		Version: "v0.2.0",
		Dir:     filepath.FromSlash("/srv/course"),
		Files: []export.File{
			{
				Name: "school policy.yaml",
				Findings: diag.List{
					{Code: "key-unknown", Severity: diag.Error, Path: "/titel", Position: at(2, 1), Message: `"titel" is not a key here`},
					basis,
					{Code: "consent-expiry-missing", Severity: diag.Info, Path: "/consents/0", Position: at(9, 5), Message: "50 %, <or> & \"so\""},
				},
				Ignored: []export.Ignored{{
					Finding: diag.Finding{Code: "definition-unused", Severity: diag.Warning, Path: "/parties/0/id", Position: at(7, 9), Message: "unused"},
					Reason:  "used from another policy", Comment: at(7, 20),
				}},
				Characters: func(p diag.Position) int { return max(1, p.Column-1) },
			},
			{Name: filepath.FromSlash("/srv/course/a/b:c.yaml"), Findings: diag.List{{Code: "file-empty", Severity: diag.Error, Message: "empty"}}},
			{Name: filepath.FromSlash("/elsewhere/d.yaml")},
			{Name: "./school policy.yaml"},
		},
		Unread: []string{"none.yaml: no such file"},
		Codes: []export.Code{
			{Code: "key-unknown", Severity: diag.Error, Title: "A key is not one", Explanation: "It would be\nleft out."},
			{Code: "file-empty", Severity: diag.Error, Title: "The file is empty", Explanation: "There is nothing in it."},
		},
	}
}

// sarifReports are reports that must be valid: with everything, and with nothing.
func sarifReports() map[string][]byte {
	full, none := specimen(), export.Report{}
	one := export.Report{Files: []export.File{{Name: "policy.yaml"}}}
	return map[string][]byte{"full": full.SARIF(), "zero": none.SARIF(), "nothing found": one.SARIF()}
}

// The library knows every property that the standard has, and its schema. What
// it reads and writes again must hold all that was written here: a property that
// there is not would be lost, and a wrong type refused.
func TestSARIFIsValid(t *testing.T) {
	for name, content := range sarifReports() {
		t.Run(name, func(t *testing.T) {
			report, err := sarif.FromBytes(content, sarif.WithStrictValidation())
			if err != nil {
				t.Fatal(err)
			}
			again, err := json.Marshal(report)
			if err != nil {
				t.Fatal(err)
			}
			var ours, theirs any
			if err := json.Unmarshal(content, &ours); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(again, &theirs); err != nil {
				t.Fatal(err)
			}
			for _, lost := range missing("", ours, theirs) {
				t.Errorf("%s is not in the standard", lost)
			}
			report, err = sarif.FromBytes(content)
			if err != nil {
				t.Fatal(err)
			}
			if err := report.Validate(); err != nil {
				t.Error(err)
			}
		})
	}
}

// The check must be one that fails.
func TestSARIFCheckFindsMistakes(t *testing.T) {
	full := specimen()
	content := full.SARIF()
	for old, wrong := range map[string]string{
		`"level": "error"`: `"level": "fatal"`, `"kind": "inSource"`: `"kind": "comment"`, `"ruleId": "key-unknown",`: `"ruleId": "key-unknown", "kind": "mistake",`,
		`"startLine": 2`: `"startLine": 0`, `"version": "2.1.0"`: `"version": "2.1"`, `"columnKind": "unicodeCodePoints"`: `"columnKind": "bytes"`,
	} {
		changed := bytes.Replace(content, []byte(old), []byte(wrong), 1)
		if bytes.Equal(changed, content) {
			t.Fatalf("the report has no %s", old)
		}
		report, err := sarif.FromBytes(changed)
		if err != nil {
			t.Fatal(err)
		}
		if report.Validate() == nil {
			t.Errorf("%s passes", wrong)
		}
	}
	if lost := missing("", map[string]any{"a": []any{map[string]any{"b": 1.0}}}, map[string]any{"a": []any{map[string]any{"c": 1.0}}}); len(lost) != 1 {
		t.Errorf("lost: %v", lost)
	}
}

// missing lists what the first value holds and the second does not.
func missing(path string, a, b any) []string {
	var lost []string
	switch a := a.(type) {
	case map[string]any:
		other, _ := b.(map[string]any)
		for key, value := range a {
			lost = append(lost, missing(path+"/"+key, value, other[key])...)
		}
	case []any:
		other, _ := b.([]any)
		if len(other) < len(a) {
			return append(lost, path)
		}
		for i := range a {
			lost = append(lost, missing(path, a[i], other[i])...)
		}
	default:
		if diff := cmp.Diff(a, b); diff != "" {
			lost = append(lost, path)
		}
	}
	return lost
}

func TestSARIFSaysWhatWasFound(t *testing.T) {
	full := specimen()
	report, err := sarif.FromBytes(full.SARIF())
	if err != nil {
		t.Fatal(err)
	}
	run := report.Runs[0]
	if *run.Invocations[0].ExecutionSuccessful || *run.Invocations[0].ToolExecutionNotifications[0].Message.Text != "none.yaml: no such file" {
		t.Error("the file that was not read is not told of")
	}
	var got []string
	for _, r := range run.Results {
		rule := run.Tool.Driver.Rules[r.RuleIndex]
		if *rule.ID != *r.RuleID || *rule.HelpURI != export.Page(*r.RuleID) {
			t.Errorf("%s has the number of %s, with the page %s", *r.RuleID, *rule.ID, *rule.HelpURI)
		}
		place := r.Locations[0].PhysicalLocation
		if uri := *run.Artifacts[place.ArtifactLocation.Index].Location.URI; uri != *place.ArtifactLocation.URI {
			t.Errorf("%s is the artifact %s", *place.ArtifactLocation.URI, uri)
		}
		line := r.Level + " " + *r.RuleID + " " + *place.ArtifactLocation.URI
		if place.Region != nil {
			line += ":" + string(rune('0'+*place.Region.StartLine)) + ":" + string(rune('0'+*place.Region.StartColumn))
		}
		for _, s := range r.Suppressions {
			line += " ignored: " + *s.Justification
		}
		got = append(got, line)
	}
	want := []string{
		"error key-unknown school%20policy.yaml:2:1",
		"error activity-basis-missing school%20policy.yaml:4::",
		"note consent-expiry-missing school%20policy.yaml:9:4",
		"warning definition-unused school%20policy.yaml:7:8 ignored: used from another policy",
		"error file-empty a/b%3Ac.yaml",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
	var files []string
	for _, a := range run.Artifacts {
		files = append(files, *a.Location.URI)
	}
	if diff := cmp.Diff([]string{"school%20policy.yaml", "a/b%3Ac.yaml", "file:///elsewhere/d.yaml"}, files); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

// GitHub shows the help of a rule; a page that a rule points to is there.
func TestEveryRuleIsTold(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	none := export.Report{}
	report, err := sarif.FromBytes(none.SARIF())
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, r := range report.Runs[0].Tool.Driver.Rules {
		codes = append(codes, *r.ID)
		rule, _ := lint.Explain(*r.ID)
		if !strings.Contains(*r.Help.Markdown, rule.Avoid) || !strings.Contains(*r.Help.Text, rule.Prefer) || !strings.HasSuffix(*r.ShortDescription.Text, ".") {
			t.Errorf("%s is not explained", *r.ID)
		}
	}
	var want []string
	for r := range lint.Rules() {
		want = append(want, r.Code)
	}
	if diff := cmp.Diff(want, codes); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
	for _, code := range append(codes, "key-unknown") {
		_, page, ok := strings.Cut(export.Page(code), "/blob/main/")
		page, anchor, _ := strings.Cut(page, "#")
		content, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(page)))
		if !ok || err != nil {
			t.Errorf("%s: %v", code, err)
		}
		heading := "## " + strings.ToUpper(anchor[:min(1, len(anchor))]) + strings.ReplaceAll(anchor[min(1, len(anchor)):], "-", " ")
		if anchor != "" && !slices.Contains(strings.Split(string(content), "\n"), heading) {
			t.Errorf("%s: %s has no heading %q", code, page, heading)
		}
	}
}

func TestJSON(t *testing.T) {
	full := specimen()
	full.Files = full.Files[:1]
	full.Files[0].Findings = full.Files[0].Findings[1:]
	const want = `{
  "version": "v0.2.0",
  "files": [
    "school policy.yaml"
  ],
  "unread": [
    "none.yaml: no such file"
  ],
  "findings": [
    {
      "file": "school policy.yaml",
      "line": 4,
      "column": 11,
      "severity": "error",
      "code": "activity-basis-missing",
      "message": "activity \"enrol\" has no legal basis",
      "path": "/activities/0/basis",
      "cites": [
        "Article 6(1) of the GDPR"
      ],
      "page": "https://github.com/lagrum/lagrum/blob/main/docs/rules/activity-basis-missing.md"
    },
    {
      "file": "school policy.yaml",
      "line": 9,
      "column": 5,
      "severity": "info",
      "code": "consent-expiry-missing",
      "message": "50 %, <or> & \"so\"",
      "path": "/consents/0",
      "cites": [],
      "page": "https://github.com/lagrum/lagrum/blob/main/docs/rules/consent-expiry-missing.md"
    }
  ],
  "ignored": [
    {
      "file": "school policy.yaml",
      "line": 7,
      "column": 9,
      "severity": "warning",
      "code": "definition-unused",
      "message": "unused",
      "path": "/parties/0/id",
      "cites": [],
      "page": "https://github.com/lagrum/lagrum/blob/main/docs/rules/definition-unused.md",
      "reason": "used from another policy"
    }
  ],
  "counts": {
    "error": 1,
    "ignored": 1,
    "info": 1,
    "warning": 0
  }
}
`
	if diff := cmp.Diff(want, string(full.JSON())); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	none := export.Report{}
	var got map[string]any
	if err := json.Unmarshal(none.JSON(), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]any{}, got["findings"]); diff != "" {
		t.Errorf("no findings are null:\n%s", diff)
	}
}

// GitHub takes a line break for the end of a command, and a colon or a comma for
// the end of a property.
func TestAnnotationsAreEscaped(t *testing.T) {
	report := export.Report{Files: []export.File{
		{Name: "a:b,c%d.yaml", Findings: diag.List{
			{Code: "x,y", Severity: diag.Error, Message: "100 %: a, b\r\n::error::c", Position: diag.Position{Line: 3, Column: 4}},
			{Code: "z", Severity: diag.Warning, Message: "w"},
			{Code: "z", Severity: diag.Info, Message: "i"},
		}, Ignored: []export.Ignored{{Finding: diag.Finding{Code: "silent"}}}},
	}, Unread: []string{"e\nf"}}
	const want = `::error file=a%3Ab%2Cc%25d.yaml,line=3,col=4,title=x%2Cy::100 %25: a, b%0D%0A::error::c
::warning file=a%3Ab%2Cc%25d.yaml,title=z::w
::notice file=a%3Ab%2Cc%25d.yaml,title=z::i
::error::e%0Af
`
	if diff := cmp.Diff(want, string(report.Annotations())); diff != "" {
		t.Errorf("commands (-want +got):\n%s", diff)
	}
}
