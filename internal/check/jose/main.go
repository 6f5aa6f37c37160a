// Jose puts signed receipts to the npm package jose, and what that signs to package
// receipt, and fails on every difference.
//
//	go run ./internal/check/jose
//
// It wants Node and the npm packages of internal/browser. JOSE_COUNT says how many
// receipts to make, and JOSE_SEED from what.
package main

import (
	"fmt"

	"github.com/lagrum/lagrum/internal/crosscheck"
	"github.com/lagrum/lagrum/internal/jose"
	"github.com/lagrum/lagrum/internal/tree"
)

func main() { crosscheck.Main("jose", compare) }

// compare prints the counts and the first differences, and counts these.
func compare() (int, error) {
	n, err := crosscheck.Setting("JOSE_COUNT", 200, 1)
	if err != nil {
		return 0, err
	}
	seed, err := crosscheck.Setting("JOSE_SEED", 1, 0)
	if err != nil {
		return 0, err
	}
	root, err := tree.Root()
	if err != nil {
		return 0, err
	}
	library, err := jose.Node(root)
	if err != nil {
		return 0, err
	}
	count, complaints, err := jose.Compare(library, seed, int(n))
	if err != nil {
		return 0, err
	}
	fmt.Printf("receipts: jose reads %d of ours, we read %d of its files, both refuse %d that were changed or signed by a stranger\n",
		count.Ours, count.Theirs, count.Refused)
	return crosscheck.Show(complaints), nil
}
