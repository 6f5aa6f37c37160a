package toolchain

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// MakeTinyGo builds TinyGo of the module that pins it, and copies the part of its
// source that it builds programs with.
func MakeTinyGo(root string) error {
	lock, err := ReadLock(root)
	if err != nil {
		return err
	}
	module := filepath.Join(root, "internal", "toolchain", "tinygo")
	where, err := output(module, "go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", "github.com/tinygo-org/tinygo")
	if err != nil {
		return err
	}
	version, source, _ := strings.Cut(where, " ")
	if version != lock.TinyGo {
		return fmt.Errorf("toolchain: the module has TinyGo %s, the lock %s", version, lock.TinyGo)
	}
	dir := Dir(root, lock)
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if _, err := output(module, "go", "build", "-tags", "llvm19", "-o", filepath.Join(dir, "tinygo"), "github.com/tinygo-org/tinygo"); err != nil {
		return err
	}
	if source == "" { // it was downloaded by the build
		if source, err = output(module, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/tinygo-org/tinygo"); err != nil {
			return err
		}
	}
	for _, part := range []string{"src", "lib", "targets"} {
		if err := os.CopyFS(filepath.Join(dir, "root", part), os.DirFS(filepath.Join(source, part))); err != nil {
			return err
		}
	}
	return os.MkdirAll(filepath.Join(dir, "root", "src", "net"), 0o755) // a submodule of its repository
}

// output runs a program and gives what it writes.
func output(dir, program string, args ...string) (string, error) {
	var said strings.Builder
	cmd := exec.Command(program, args...)
	cmd.Dir, cmd.Stderr = dir, &said
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1")
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("toolchain: %s %s: %w\n%s", program, args[0], err, said.String())
	}
	return strings.TrimSpace(string(out)), nil
}
