package toolchain

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// target is what TinyGo builds for: WebAssembly that imports nothing. {libc} and
// {builtins} stand for what [Find] has found.
//
// Its two flags for LLVM make the modules smaller by 2 to 3 %: loops count as they are
// written, since reckoning with addresses instead, which is faster elsewhere, costs
// variables that WebAssembly has to name; and a function is put in the place of its
// calls where that is shorter, which the usual threshold for the smallest size misses.
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
	// --low-memory-unused lets an offset into the first 1,024 bytes be part of an instruction.
	// There the stack has its end: what it reached, it would be about to overflow.
	for _, step := range [][]string{
		{t.tinygo, "build", "-target", in("target.json"), "-opt=z", "-no-debug", "-panic=trap", "-o", in("built.wasm"), dir},
		append([]string{"wasm-metadce", in("built.wasm"), "--graph-file", in("exports.json"), "-o", in("bare.wasm")}, features...),
		append([]string{"wasm-opt", in("bare.wasm"), "-Oz", "--converge", "--low-memory-unused", "--zero-filled-memory", "--strip-debug", "--strip-producers",
			"--strip-target-features", "-o", in("small.wasm")}, features...),
	} {
		if err := t.run(step); err != nil {
			return nil, err
		}
	}
	return os.ReadFile(in("small.wasm"))
}

// cache is where TinyGo keeps what it has compiled. LLVM takes what it finds there also
// where it was compiled with other flags, so each target has a folder of its own.
func (t *Tools) cache() string {
	sum := sha256.Sum256([]byte(target))
	return filepath.Join(filepath.Dir(t.tinygo), "cache-"+hex.EncodeToString(sum[:4]))
}

func (t *Tools) run(step []string) error {
	var said bytes.Buffer
	cmd := exec.Command(step[0], step[1:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = t.root, &said, &said
	cmd.Env = append(os.Environ(), "TINYGOROOT="+t.source, "GOFLAGS=", "XDG_CACHE_HOME="+t.cache())
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("toolchain: %s: %w\n%s", filepath.Base(step[0]), err, said.Bytes())
	}
	return nil
}
