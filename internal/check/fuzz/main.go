// Fuzz runs every fuzz test of the tree in turn, each for the same time, and
// fails after the last if any of them found something. What it found, the go
// command has then written below the testdata of the package, where go test
// repeats it.
//
//	go run ./internal/check/fuzz -time 60s
package main

import (
	"flag"
	"fmt"
	"go/parser"
	"os"
	"os/exec"
	"time"

	"github.com/lagrum/lagrum/internal/tree"
)

// A target is one fuzz test.
type target struct {
	dir  string // "./sdk/date"
	name string // "FuzzParse"
}

func main() {
	each := flag.Duration("time", time.Minute, "how long to run each fuzz test")
	flag.Parse()
	root, err := tree.Root()
	if err != nil {
		fail(err)
	}
	packages, err := tree.Read(root, parser.SkipObjectResolution)
	if err != nil {
		fail(err)
	}
	found := 0
	all := targets(packages)
	for _, t := range all {
		fmt.Printf("== %s %s\n", t.dir, t.name)
		cmd := exec.Command("go", "test", "-run=^$", "-fuzz=^"+t.name+"$", "-fuzztime="+each.String(), t.dir)
		cmd.Dir, cmd.Stdout, cmd.Stderr = root, os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			found++
		}
	}
	fmt.Printf("%d fuzz tests, %d failed\n", len(all), found)
	if found > 0 {
		os.Exit(1)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "fuzz:", err)
	os.Exit(1)
}

// targets gives the fuzz tests of the packages, in their order.
func targets(packages []tree.Package) []target {
	var all []target
	for _, p := range packages {
		for _, name := range tree.Functions(p, "Fuzz", "F") {
			all = append(all, target{"./" + p.Dir, name})
		}
	}
	return all
}
