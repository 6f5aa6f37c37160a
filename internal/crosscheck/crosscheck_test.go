package crosscheck

import (
	"errors"
	"strings"
	"testing"
)

func TestSetting(t *testing.T) {
	const name = "CROSSCHECK_TEST_COUNT"
	for text, want := range map[string]uint64{"": 7, "1": 1, "2147483647": 1<<31 - 1} {
		t.Setenv(name, text)
		if n, err := Setting(name, 7, 1); n != want || err != nil {
			t.Errorf("%q: %d, %v", text, n, err)
		}
	}
	for _, text := range []string{"0", "-1", "many", "2147483648"} {
		t.Setenv(name, text)
		if _, err := Setting(name, 7, 1); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestTell(t *testing.T) {
	for name, c := range map[string]struct {
		differences int
		err         error
		well        bool
		says        string
	}{
		"well":        {0, nil, true, ""},
		"differences": {3, nil, false, "x: 3 differences are not explained\n"},
		"failed":      {0, errors.New("no disk"), false, "x: no disk\n"},
	} {
		var out strings.Builder
		well := tell(&out, "x", func() (int, error) { return c.differences, c.err })
		if well != c.well || out.String() != c.says {
			t.Errorf("%s: %t, %q", name, well, &out)
		}
	}
}

func TestShow(t *testing.T) {
	var out strings.Builder
	if n := show(&out, make([]int, 25)); n != 25 {
		t.Errorf("%d differences were counted", n)
	}
	if want := strings.Repeat("0\n", most) + "and more\n"; out.String() != want {
		t.Errorf("shown: %q", &out)
	}
}

// What is missing is told with what to do about it.
func TestFind(t *testing.T) {
	s := Script{File: "ask.mjs", Folder: t.TempDir(), Package: "nobody-has-this", Target: "browser"}
	if err := s.Find(); err == nil || !strings.Contains(err.Error(), "run: make ") {
		t.Error(err)
	}
	if _, err := s.Ask(nil); err == nil {
		t.Error("a script that is not there answers")
	}
}
