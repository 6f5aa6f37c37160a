// Wasm has the check of forms compiled for js/wasm answer the shared vectors on
// Node, and fails unless it writes the same bytes as are kept.
//
//	go run ./internal/check/wasm .build/again.wasm
//
// It builds the program into the file named, and wants Node.
package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/lagrum/lagrum/internal/tree"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: wasm file")
		os.Exit(2)
	}
	if err := compare(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "wasm:", err)
		os.Exit(1)
	}
}

// compare builds the program and puts each file of vectors to it.
func compare(program string) error {
	root, err := tree.Root()
	if err != nil {
		return err
	}
	names, err := filepath.Glob(filepath.Join(root, "sdk", "form", "testdata", "vectors", "*.json"))
	if err != nil || len(names) == 0 {
		return fmt.Errorf("there are no vectors (%w)", err)
	}
	run, err := build(program)
	if err != nil {
		return err
	}
	for _, name := range names {
		want, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		cmd := exec.Command(run, program)
		cmd.Stdin, cmd.Stderr = bytes.NewReader(want), os.Stderr
		got, err := cmd.Output()
		if err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(name), err)
		}
		if at := differ(got, want); at > 0 {
			return fmt.Errorf("%s: js/wasm writes line %d otherwise than it is kept", filepath.Base(name), at)
		}
		fmt.Printf("%s: the same bytes under js/wasm\n", filepath.Base(name))
	}
	return nil
}

// build builds the program, and gives the command of Go's that runs it on Node.
func build(program string) (string, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", err
	}
	cmd := exec.Command("go", "build", "-o", program, "github.com/lagrum/lagrum/internal/vectors/again")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return "", err
	}
	return filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "go_js_wasm_exec"), nil
}

// differ gives the first line, from 1, in which two texts differ; 0 if in none.
func differ(a, b []byte) int {
	if bytes.Equal(a, b) {
		return 0
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return 1 + bytes.Count(a[:n], []byte("\n"))
}
