// Part makes the named targets one after the other, stops at the first that
// fails, and prints how many minutes each took.
//
//	go run ./internal/check/part vet unit
//
// It is what "make test" is made of.
package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

func main() {
	maker := os.Getenv("MAKE")
	if maker == "" {
		maker = "make"
	}
	run := func(name string) error {
		cmd := exec.Command(maker, "--no-print-directory", name)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		return cmd.Run()
	}
	if !parts(os.Stdout, os.Args[1:], run, time.Now) {
		os.Exit(1)
	}
}

// parts runs each part and reports whether all of them passed.
func parts(w io.Writer, names []string, run func(name string) error, now func() time.Time) bool {
	type row struct {
		name, result string
		took         time.Duration
	}
	var rows []row
	begin, failed := now(), ""
	for _, name := range names {
		if failed != "" {
			rows = append(rows, row{name: name, result: "not run"})
			continue
		}
		fmt.Fprintf(w, "== %s\n", name)
		start, result := now(), "ok"
		if err := run(name); err != nil {
			failed, result = name, "FAILED"
		}
		rows = append(rows, row{name, result, now().Sub(start)})
	}
	fmt.Fprintf(w, "\n%-12s %8s  %s\n", "part", "minutes", "result")
	for _, r := range rows {
		fmt.Fprintf(w, "%-12s %8.2f  %s\n", r.name, r.took.Minutes(), r.result)
	}
	fmt.Fprintf(w, "%-12s %8.2f\n", "all", now().Sub(begin).Minutes())
	if failed != "" {
		fmt.Fprintf(w, "\nFAILED: %s. Run it alone with: make %s\n", failed, failed)
	}
	return failed == ""
}
