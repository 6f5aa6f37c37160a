package crosscheck

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// A Script runs on Node and needs an npm package.
type Script struct {
	File    string   // the script
	Args    []string // what it is told
	Folder  string   // where node_modules is
	Package string   // the package
	Target  string   // the target of make that installs it
}

// Find reports whether the script can run; the error says what is missing, and how to get it.
func (s *Script) Find() error {
	if _, err := exec.LookPath("node"); err != nil {
		return fmt.Errorf("node is not installed, run: make tools (%w)", err)
	}
	if _, err := os.Stat(filepath.Join(s.Folder, "node_modules", s.Package)); err != nil {
		return fmt.Errorf("%s is not installed, run: make %s (%w)", s.Package, s.Target, err)
	}
	return nil
}

// Command gives the command that runs the script once.
func (s *Script) Command() *exec.Cmd {
	return exec.Command("node", append([]string{s.File}, s.Args...)...)
}

// Ask gives what the script answers to the input. The error holds what it complains of.
func (s *Script) Ask(input []byte) ([]byte, error) {
	cmd := s.Command()
	cmd.Stdin = bytes.NewReader(input)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("node: %w: %s", err, complaints.String())
	}
	return out, nil
}
