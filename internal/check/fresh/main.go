// Fresh runs a command that writes generated files and fails when that changes
// the tree: what is committed is then not what the sources say.
//
//	go run ./internal/check/fresh make generate
//
// It compares the files themselves and not git's view of them, so that it also
// works with changes not yet committed, and without git. The new files stay.
package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"github.com/lagrum/lagrum/internal/tree"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: fresh command [argument ...]")
		os.Exit(2)
	}
	root, err := tree.Root()
	if err != nil {
		fail(err)
	}
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	stale, err := changed(root, cmd.Run)
	if err != nil {
		fail(err)
	}
	for _, name := range stale {
		fmt.Fprintf(os.Stderr, "%s was not as its sources make it; it is now\n", name)
	}
	if len(stale) > 0 {
		os.Exit(1)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "fresh:", err)
	os.Exit(1)
}

// changed gives the names of the files that the action wrote, rewrote with
// other content, or removed.
func changed(root string, action func() error) ([]string, error) {
	before, err := sums(root)
	if err != nil {
		return nil, err
	}
	if err := action(); err != nil {
		return nil, err
	}
	after, err := sums(root)
	if err != nil {
		return nil, err
	}
	var names []string
	for name, sum := range before {
		if now, ok := after[name]; !ok || now != sum {
			names = append(names, name)
		}
	}
	for name := range after {
		if _, ok := before[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names, nil
}

// sums hashes every file of the product.
func sums(root string) (map[string][sha256.Size]byte, error) {
	sums := map[string][sha256.Size]byte{}
	err := tree.Walk(root, func(name string) error {
		content, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return err
		}
		sums[name] = sha256.Sum256(content)
		return nil
	})
	return sums, err
}
