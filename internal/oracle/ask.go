package oracle

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/lagrum/lagrum/internal/crosscheck"
)

// ask puts the values to every library that reads the kind, and gives for each
// library one verdict a value. The folder is that of this package.
func ask(folder string, s *subject, values []string) (map[string][]bool, error) {
	var lines strings.Builder
	for _, v := range values {
		fmt.Fprintf(&lines, "%s\t%s\n", s.kind, v)
	}
	verdicts := map[string][]bool{}
	for _, driver := range []func(string) (*exec.Cmd, error){node, python} {
		cmd, err := driver(folder)
		if err != nil {
			return nil, err
		}
		cmd.Stdin = strings.NewReader(lines.String())
		var complaints bytes.Buffer
		cmd.Stderr = &complaints
		out, err := cmd.Output()
		if err != nil {
			// What the program complains of may hold a value, so it is not told.
			return nil, fmt.Errorf("%s failed on %s: %w (%d bytes of complaints not shown)", filepath.Base(cmd.Path), s.kind, err, complaints.Len())
		}
		if err := collect(verdicts, string(out), len(values)); err != nil {
			return nil, fmt.Errorf("%s on %s: %w", filepath.Base(cmd.Path), s.kind, err)
		}
	}
	return verdicts, nil
}

// collect reads lines of "library=true library=false", one a value.
func collect(verdicts map[string][]bool, out string, want int) error {
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != want {
		return fmt.Errorf("%d answers to %d values", len(lines), want)
	}
	for _, line := range lines {
		for answer := range strings.FieldsSeq(line) {
			library, verdict, ok := strings.Cut(answer, "=")
			if !ok || verdict != "true" && verdict != "false" {
				return errors.New("an answer that is neither true nor false")
			}
			verdicts[library] = append(verdicts[library], verdict == "true")
		}
	}
	for library, list := range verdicts {
		if len(list) != want {
			return fmt.Errorf("%s gave %d verdicts on %d values", library, len(list), want)
		}
	}
	return nil
}

// node gives the program that asks the npm packages.
func node(folder string) (*exec.Cmd, error) {
	s := crosscheck.Script{
		File: filepath.Join(folder, "ask.cjs"), Args: []string{today.String()},
		Folder: folder, Package: "stdnum", Target: "oracle",
	}
	return s.Command(), s.Find()
}

// python gives the program that asks python-stdnum. Debian's package is seen by
// Debian's Python only, which need not be the first on the path.
func python(folder string) (*exec.Cmd, error) {
	for _, name := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(name, "-c", "import stdnum").Run() == nil {
			return exec.Command(name, filepath.Join(folder, "ask.py"), today.String()), nil
		}
	}
	return nil, errors.New("python-stdnum is not installed, run: make tools (on Debian, python3-stdnum)")
}
