package toolchain

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// target is what TinyGo builds for: WebAssembly that imports nothing. {libc} and
// {builtins} stand for what [Find] has found.
//
//go:embed target.json
var target string

// exports is what a module may export, for wasm-metadce: TinyGo adds functions that
// nobody calls.
//
//go:embed exports.json
var exports string

// features are those that every browser has had since 2023.
var features = []string{
	"--enable-bulk-memory", "--enable-sign-ext", "--enable-nontrapping-float-to-int", "--enable-mutable-globals",
}

// Build builds a main package of the tree, and gives the module.
func (t *Tools) Build(dir string) ([]byte, error) {
	temp, err := os.MkdirTemp("", "lagrum-module-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	in := func(name string) string { return filepath.Join(temp, name) }
	text := strings.NewReplacer("{libc}", t.libc, "{builtins}", t.builtins).Replace(target)
	if err := os.WriteFile(in("target.json"), []byte(text), 0o644); err != nil {
		return nil, err
	}
	if err := os.WriteFile(in("exports.json"), []byte(exports), 0o644); err != nil {
		return nil, err
	}
	for _, step := range [][]string{
		{t.tinygo, "build", "-target", in("target.json"), "-opt=z", "-no-debug", "-panic=trap", "-o", in("built.wasm"), dir},
		append([]string{"wasm-metadce", in("built.wasm"), "--graph-file", in("exports.json"), "-o", in("bare.wasm")}, features...),
		append([]string{"wasm-opt", in("bare.wasm"), "-Oz", "--converge", "--zero-filled-memory", "--strip-debug", "--strip-producers",
			"--strip-target-features", "-o", in("small.wasm")}, features...),
	} {
		if err := t.run(step); err != nil {
			return nil, err
		}
	}
	return os.ReadFile(in("small.wasm"))
}

func (t *Tools) run(step []string) error {
	var said bytes.Buffer
	cmd := exec.Command(step[0], step[1:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = t.root, &said, &said
	cmd.Env = append(os.Environ(), "TINYGOROOT="+t.source, "GOFLAGS=")
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("toolchain: %s: %w\n%s", filepath.Base(step[0]), err, said.Bytes())
	}
	return nil
}
