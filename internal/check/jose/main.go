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
	"os"
	"strconv"

	"github.com/lagrum/lagrum/internal/jose"
	"github.com/lagrum/lagrum/internal/tree"
)

func main() {
	complaints, err := compare()
	if err != nil {
		fmt.Fprintln(os.Stderr, "jose:", err)
		os.Exit(1)
	}
	for i, c := range complaints {
		if i == 20 {
			fmt.Fprintln(os.Stderr, "and more")
			break
		}
		fmt.Fprintln(os.Stderr, c)
	}
	if len(complaints) > 0 {
		fmt.Fprintf(os.Stderr, "jose: %d differences\n", len(complaints))
		os.Exit(1)
	}
}

// compare prints the counts and gives the complaints.
func compare() ([]string, error) {
	n, err := setting("JOSE_COUNT", 200)
	if err != nil {
		return nil, err
	}
	seed, err := setting("JOSE_SEED", 1)
	if err != nil {
		return nil, err
	}
	root, err := tree.Root()
	if err != nil {
		return nil, err
	}
	library, err := jose.Node(root)
	if err != nil {
		return nil, err
	}
	count, complaints, err := jose.Compare(library, seed, int(n))
	if err != nil {
		return nil, err
	}
	fmt.Printf("receipts: jose reads %d of ours, we read %d of its files, both refuse %d that were changed or signed by a stranger\n",
		count.Ours, count.Theirs, count.Refused)
	return complaints, nil
}

// setting reads a number from the environment.
func setting(name string, otherwise uint64) (uint64, error) {
	text := os.Getenv(name)
	if text == "" {
		return otherwise, nil
	}
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil || n == 0 && name == "JOSE_COUNT" {
		return 0, fmt.Errorf("%s is no number that will do", name)
	}
	return n, nil
}
