package main

import "testing"

func TestDiffer(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a\nb\n", "a\nb\n", 0}, {"a\nb\n", "a\nc\n", 2}, {"a\n", "", 1}, {"a\n", "a\nb", 2},
	} {
		if got := differ([]byte(tt.a), []byte(tt.b)); got != tt.want {
			t.Errorf("%q and %q: line %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
