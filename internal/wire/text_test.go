package wire_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/wire"
)

func TestText(t *testing.T) {
	text := wire.Text(` {"a" : 1,"b":{"a":[2, "x,}]\"",[3] , {}],"c":true}, "d":"é\n","e":"" }`[1:])
	for _, tt := range []struct {
		got, want wire.Text
	}{
		{text.Get("a"), "1"}, {text.Get("b").Get("c"), "true"}, {text.Get("d"), `"é\n"`}, {text.Get("d").Inside(), `é\n`},
		{text.Get("e").Inside(), ""}, {text.Get("c"), ""}, {text.Get("x").Get("y"), ""}, {text.Get("a").Inside(), ""}, {text.Get("a").Get("a"), ""},
	} {
		if tt.got != tt.want {
			t.Errorf("found %q, want %q", tt.got, tt.want)
		}
	}
	var items []wire.Text
	for item := range text.Get("b").Get("a").Items {
		items = append(items, item)
	}
	if len(items) != 4 || items[0] != "2" || items[1] != `"x,}]\""` || items[2] != "[3]" || items[3] != "{}" {
		t.Errorf("items are %q", items)
	}
	for range text.Items {
		t.Error("an object has items")
	}
	for range text.Get("b").Get("a").Items {
		break
	}
}

// In whatever is JSON, Text finds what the reader finds, for names without escapes;
// in anything else it ends.
func FuzzText(f *testing.F) {
	for _, s := range []string{`{"a":{"b":[1,"x\\",{}]},"":null}`, `[[],[[]],"]"]`, `{"a":`, `"\`, `{]`, `{"a" "b"}`, ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := wire.Text(s)
		found := len(text.Get("a").Get("b"))
		for item := range text.Items {
			found += len(item.Get("a"))
		}
		if found > 2*len(s) {
			t.Errorf("more is found than there is: %q", s)
		}
		n, err := wire.Read([]byte(s), wire.Limits{})
		if err != nil || len(s) == 0 || s[0] != '{' {
			return
		}
		for i := range n.Children {
			name := n.Children[i].Name
			if quoted, err := json.Marshal(name); err != nil || string(quoted) != `"`+name+`"` || !strings.Contains(s, string(quoted)) {
				continue
			}
			found, err := wire.Read([]byte(text.Get(name)), wire.Limits{})
			if err != nil || !same(found, n.Children[i]) {
				t.Errorf("%q in %q: %q", name, s, text.Get(name))
			}
		}
	})
}

func same(a, b wire.Node) bool {
	if a.Kind != b.Kind || a.Text != b.Text || len(a.Children) != len(b.Children) {
		return false
	}
	for i := range a.Children {
		if a.Children[i].Name != b.Children[i].Name || !same(a.Children[i], b.Children[i]) {
			return false
		}
	}
	return true
}
