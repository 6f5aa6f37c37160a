package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func TestReadSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	if _, err := read(filepath.Join(dir, "blns.json")); err == nil || !strings.Contains(err.Error(), "run: make browser") {
		t.Errorf("nothing there: %v", err)
	}
	for name, content := range map[string]string{"no JSON": "x", "too few": `["a", "b"]`} {
		file := filepath.Join(dir, "list.json")
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if list, err := read(file); err == nil {
			t.Errorf("%s: got %v, want an error", name, list)
		}
	}
}

func TestTryPolicy(t *testing.T) {
	file := policyfile.Parse("p.yaml", []byte(`
id: p
title: {en: P}
languages: [en]
data: [{id: name, label: {en: name}}, {id: remark, label: {en: remark}}, {id: picture, label: {en: picture}}]
forms:
  - id: f
    title: {en: F}
    fields:
      - {datum: name, required: true}
      - {datum: remark, control: long-text, if: {field: name, is: [Kim]}}
      - {datum: picture, control: file}
`))
	if file.Findings.HasErrors() {
		t.Fatal(file.Findings)
	}
	list := []string{"", "Kim", "<script>alert(1)</script>", "a\x00b", "\xff", `" onfocus=alert(1) autofocus x="`, "\u202etest", "&lt;", "1e1000"}
	if n, err := tryPolicy(file.Doc, list); err != nil || n != 3*len(list) {
		t.Errorf("%d typed: %v", n, err)
	}
}

// A form that must know the event first is tried for the one that asks for most.
func TestTryPolicyForAnEvent(t *testing.T) {
	file := policyfile.Parse("p.yaml", []byte(`
id: p
title: {en: P}
languages: [en]
circumstances: [{id: food, text: {en: food}}]
scopes:
  - {id: talk, kind: event, title: {en: Talk}}
  - {id: dinner, kind: event, title: {en: Dinner}, has: [food]}
data: [{id: name, label: {en: name}}, {id: dish, label: {en: dish}}]
purposes: [{id: news, title: {en: News}}]
activities: [{id: mail, purposes: [news], controllerPer: event, data: [name], consents: [news]}]
consents: [{id: news, purposes: [news], data: [name], text: {en: Yes.}}]
forms:
  - id: f
    title: {en: F}
    fields: [{datum: name}, {datum: dish, when: food}, {consent: news}]
`))
	if file.Findings.HasErrors() {
		t.Fatal(file.Findings)
	}
	if n, err := tryPolicy(file.Doc, []string{"", "Kim", "<b>"}); err != nil || n != 3*3 {
		t.Errorf("%d typed: %v", n, err)
	}
}

func TestSoundSeesWhatIsWrong(t *testing.T) {
	d, err := form.Derive(&policy.Document{
		Languages: []locale.Tag{locale.EN}, Data: []policy.Datum{{ID: "name"}}, Forms: []policy.Form{{ID: "f", Fields: []policy.Field{{Datum: "name"}}}},
	}, "f", form.Context{})
	if err != nil {
		t.Fatal(err)
	}
	for page, says := range map[string]string{
		`<p>x</p>`:                             "",
		`<input name="name" value="x">`:        "",
		`<p>x<script>alert(1)</script></p>`:    "element script",
		`<p onclick="x">x</p>`:                 "attribute onclick",
		`<p style="x">x</p>`:                   "attribute style",
		`<a href="javascript:alert(1)">x</a>`:  "attribute href",
		`<a href="https://evil.example">x</a>`: "attribute href",
		`<b>x</b>`:                             "element b",
		`<input name="name" value="y">`:        "does not hold",
		`<textarea name="name">y</textarea>`:   "does not hold",
		"<p>\xff</p>":                          "no UTF-8",
	} {
		err := sound([]byte(page), d, "x")
		if (err == nil) != (says == "") || err != nil && !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want %q", page, err, says)
		}
	}
}
