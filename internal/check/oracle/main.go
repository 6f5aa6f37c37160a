// Oracle compares sdk/ident with other implementations of the same numbers and
// fails on every difference that has no explanation.
//
//	go run ./internal/check/oracle          counts, and what is not explained
//	go run ./internal/check/oracle classes  what is explained, and why
//
// It wants Node and the npm packages of internal/oracle, and Debian's
// python3-stdnum. ORACLE_COUNT says how many candidates of each kind to make,
// and ORACLE_SEED from what.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/lagrum/lagrum/internal/oracle"
	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/ident"
)

func main() {
	if len(os.Args) == 2 && os.Args[1] == "classes" {
		fmt.Print(oracle.Classes())
		return
	}
	if len(os.Args) != 1 {
		fmt.Fprintln(os.Stderr, "usage: oracle [classes]")
		os.Exit(2)
	}
	complaints, err := compare()
	if err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(1)
	}
	if complaints > 0 {
		fmt.Fprintf(os.Stderr, "oracle: %d differences are not explained\n", complaints)
		os.Exit(1)
	}
}

// compare prints the counts and the first complaints, and counts these.
func compare() (int, error) {
	count, err := setting("ORACLE_COUNT", 2000)
	if err != nil {
		return 0, err
	}
	seed, err := setting("ORACLE_SEED", 1)
	if err != nil {
		return 0, err
	}
	root, err := tree.Root()
	if err != nil {
		return 0, err
	}
	counts, complaints, err := oracle.Compare(filepath.Join(root, "internal", "oracle"), seed, int(count))
	if err != nil {
		return 0, err
	}
	fmt.Print(oracle.Report(counts))
	show(complaints)
	return len(complaints), nil
}

// show prints the first few complaints of each sort.
func show(complaints []oracle.Complaint) {
	type sort struct {
		kind    ident.Kind
		library string
		ours    ident.Reason
		theirs  bool
	}
	shown := map[sort]int{}
	for _, c := range complaints {
		s := sort{c.Kind, c.Library, c.Ours, c.Theirs}
		if shown[s]++; shown[s] <= 3 {
			fmt.Fprintln(os.Stderr, c)
		}
	}
}

// setting reads a number from the environment.
func setting(name string, otherwise uint64) (uint64, error) {
	text := os.Getenv(name)
	if text == "" {
		return otherwise, nil
	}
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil || n == 0 && name == "ORACLE_COUNT" {
		return 0, fmt.Errorf("%s is no number that will do", name)
	}
	return n, nil
}
