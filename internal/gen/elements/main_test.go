package main

import (
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	got, err := tablesOf([]byte(`{"modules":[{"declarations":[{"kind":"variable"},{"tagName":"a-b","attributes":[{"name":"src","description":"Where | what."}],
		"members":[{"kind":"method","name":"open","description":"Opens."},{"kind":"field","name":"all","readonly":true,"description":"All."}],
		"events":[{"name":"done","type":{"text":"CustomEvent<{ a: string }>"},"description":"Done."}]}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := "### `<a-b>`\n\n| attribute | |\n| --- | --- |\n| `src` | Where \\| what. |\n\n" +
		"| property, method | |\n| --- | --- |\n| `open()` | Opens. |\n| `all`, to read | All. |\n\n" +
		"| event | |\n| --- | --- |\n| `done`, `detail`: `{ a: string }` | Done. |\n\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, bad := range []string{`{}`, `{"modules":[{"declarations":[{}]}]}`, `[`} {
		if _, err := tablesOf([]byte(bad)); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
	page, err := put("a\n<!-- elements -->\nold\n<!-- /elements -->\nb\n", got)
	if err != nil || strings.Contains(page, "old") || !strings.HasPrefix(page, "a\n<!-- elements -->\n\n###") || !strings.HasSuffix(page, "<!-- /elements -->\nb\n") {
		t.Errorf("%q %v", page, err)
	}
	if _, err := put("a", got); err == nil {
		t.Error("a page without marks: no error")
	}
}
