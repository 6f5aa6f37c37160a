package policyfile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// sound is a policy in which nothing is missing.
const sound = `id: evening-school
title: How we use your data
version: "1"
effectiveFrom: 2026-09-01
updates: We e-mail you before anything important changes.
languages: [en]
regime: EU-GDPR
jurisdiction: SE
parties:
  - {id: school, name: The school, country: SE}
contacts:
  - {id: office, kind: controller, name: The office, party: school, email: office@school.example}
subjects:
  - {id: participant, label: participants}
data:
  - {id: name, label: name, provision: required}
purposes:
  - {id: enrolment, title: Your place, text: We book your place.}
activities:
  - id: enrol
    purposes: [enrolment]
    controllers: [school]
    basis: {article: 6(1)(b)}
    subjects: [participant]
    data: [name]
    retention: [after-course]
    necessity: contractual
    consequence: Without it we cannot book your place.
retention:
  - {id: after-course, trigger: course-end, period: P1Y, owner: school}
`

// all gives what is found in a file, its shape and by the rules, one a line.
func all(src string) []string {
	file := policyfile.Parse("", []byte(src))
	var lines []string
	for _, f := range file.Place(append(file.Findings, lint.Check(file.Doc)...)) {
		lines = append(lines, f.Code+" "+string(f.Path))
	}
	return lines
}

// A value whose shape is wrong is found once, and not a second time as missing.
func TestOneMistakeIsOneFinding(t *testing.T) {
	before := all(sound)
	for _, f := range before {
		if code, _, _ := strings.Cut(f, " "); strings.HasSuffix(code, "-missing") {
			t.Errorf("in the sound policy: %s", f)
		}
	}
	for _, c := range []struct{ right, wrong, want string }{
		{"retention: [after-course]", "retention: after-course", "type-wrong /activities/0/retention"},
		{"effectiveFrom: 2026-09-01", "effectiveFrom: 2027-02-29", "format-wrong /effectiveFrom"},
		{"jurisdiction: SE", "jurisdiction: se", "format-wrong /jurisdiction"},
		{"jurisdiction: SE", "jurisdiction:", "value-missing /jurisdiction"},
		{"jurisdiction: SE", "jurisdicton: SE", "key-unknown /jurisdicton"},
		{"languages: [en]", "languages: en", "type-wrong /languages"},
		{"title: How we use your data", "title: {en: [How]}", "type-wrong /title/en"},
		{"title: How we use your data", "title: {en: How, when}", "format-wrong /title"},
		{"basis: {article: 6(1)(b)}", "basis: {article: [6(1)(b)]}", "type-wrong /activities/0/basis/article"},
		{"basis: {article: 6(1)(b)}", "basis: 6(1)(b)", "type-wrong /activities/0/basis"},
	} {
		if strings.Count(sound, c.right) != 1 {
			t.Fatalf("the policy does not hold %q once", c.right)
		}
		found := slices.DeleteFunc(all(strings.Replace(sound, c.right, c.wrong, 1)), func(s string) bool { return slices.Contains(before, s) })
		if diff := cmp.Diff([]string{c.want}, found); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.wrong, diff)
		}
	}
}

// What has nothing to do with the value stays.
func TestPlaceKeepsWhatIsNotLost(t *testing.T) {
	file := policyfile.Parse("", []byte("id: A\ntitle: {en: [a], sv: b}\nparties: [{id: school, country: Sweden}]\nid: b\n"))
	given := diag.List{
		{Code: "x", Path: ""}, {Code: "x", Path: "/id"}, {Code: "x", Path: "/title"}, {Code: "x", Path: "/title/sv"}, {Code: "x", Path: "/title/en"},
		{Code: "x", Path: "/parties/0"}, {Code: "x", Path: "/parties/0/id"}, {Code: "x", Path: "/parties/0/country"}, {Code: "x", Path: "/parties/0/country/0"},
		{Code: "x", Path: "/id", Position: diag.Position{Line: 1, Column: 5}},
	}
	var got []string
	for _, f := range file.Place(given) {
		got = append(got, f.Position.String()+" "+string(f.Path))
	}
	want := []string{"1:1 ", "1:5 /id", "2:22 /title/sv", "3:11 /parties/0", "3:16 /parties/0/id"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("placed (-want +got):\n%s", diff)
	}
}

// A word in the place of a list is its only entry, if it could be one.
func TestWordInThePlaceOfAList(t *testing.T) {
	file := policyfile.Parse("", []byte("languages: Swedish\nactivities: [{data: name, consents: {a: b}, purposes: ''}]\nparties: school\n"))
	want := &policy.Document{Activities: []policy.Activity{{Data: []string{"name"}}}}
	if diff := cmp.Diff(want, file.Doc); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	if got := len(file.Findings); got != 5 {
		t.Errorf("%d findings: %v", got, file.Findings)
	}
}
