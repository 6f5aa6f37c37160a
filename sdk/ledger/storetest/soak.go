package storetest

import (
	"os"
	"strconv"
	"testing"
)

// Runs gives how often a test is to kill a process: 10 times, or as often as the
// environment says under LAGRUM_SOAK.
func Runs(t *testing.T) int {
	t.Helper()
	said := os.Getenv("LAGRUM_SOAK")
	if said == "" {
		return 10
	}
	n, err := strconv.Atoi(said)
	if err != nil || n < 1 {
		t.Fatal("LAGRUM_SOAK is no number of runs")
	}
	return n
}
