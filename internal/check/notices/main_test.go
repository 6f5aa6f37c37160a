package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

func TestWritePolicy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "school")
	doc := &policy.Document{
		Languages: []locale.Tag{locale.SV, locale.FI},
		Scopes:    []policy.Scope{{ID: "sewing", Kind: policy.EventScope}, {ID: "site", Kind: policy.PathScope}},
		Children:  &policy.ChildNotice{},
	}
	if _, err := writePolicy(dir, doc); err != nil {
		t.Fatal(err)
	}
	// What a policy no longer has goes.
	doc.Languages, doc.Children = doc.Languages[:1], nil
	n, err := writePolicy(dir, doc)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	want := []string{
		"sv-full-sewing.html", "sv-full-site.html", "sv-full.html",
		"sv-short-sewing.html", "sv-short-site.html", "sv-short.html",
	}
	if diff := cmp.Diff(want, got); diff != "" || n != len(want) {
		t.Errorf("%d pages (-want +got):\n%s", n, diff)
	}
}

func TestWriteKnowsTheExamples(t *testing.T) {
	dir := t.TempDir()
	n, err := write(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"skolstaden/policy/sv-child.html", "gateway/policy/nn-form-registration-problems.html", "gateway/policy/is-dpia-.html", "lartorget/policy/sv-ropa-example-board.html"} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil || n < 50 {
			t.Errorf("%d pages: %v", n, err)
		}
	}
}
