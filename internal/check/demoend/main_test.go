package main

import (
	"os/exec"
	"testing"
	"time"
)

func TestEnds(t *testing.T) {
	for _, c := range []struct {
		name, script, want string
		patience           time.Duration
	}{
		{"server in the place of its shell", "echo starting; echo http://127.0.0.1/; exec sleep 30", "", time.Minute},
		{"server that its shell leaves behind", "sleep 3 & echo http://127.0.0.1/; wait", "it was ended, and something of it still runs", time.Second},
		{"no server", "echo starting; exit 3", "it ended before a server told its address\nexit status 3", time.Minute},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			if err := ends(exec.Command("sh", "-c", c.script), c.patience); err != nil {
				got = err.Error()
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if err := ends(exec.Command("no-such-command"), time.Minute); err == nil {
		t.Error("a command that is not there passes")
	}
}
