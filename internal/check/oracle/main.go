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

	"github.com/lagrum/lagrum/internal/crosscheck"
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
	crosscheck.Main("oracle", compare)
}

// compare prints the counts and the first complaints, and counts these.
func compare() (int, error) {
	count, err := crosscheck.Setting("ORACLE_COUNT", 2000, 1)
	if err != nil {
		return 0, err
	}
	seed, err := crosscheck.Setting("ORACLE_SEED", 1, 0)
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
