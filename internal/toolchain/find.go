package toolchain

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Tools are those that build a module, found on this machine.
type Tools struct {
	root     string // of the tree
	tinygo   string // the program
	source   string // TinyGo's own source, TINYGOROOT
	libc     string // the C library for WebAssembly
	builtins string // what clang's code calls
}

// A MissingError says what is missing to build the modules.
type MissingError struct {
	Packages []string // of Debian
	TinyGo   bool     // whether TinyGo has to be built
}

// Error says what is missing, and how to get it.
func (e *MissingError) Error() string {
	var list []string
	if len(e.Packages) > 0 {
		list = append(list, "on Debian, as root: apt-get install "+strings.Join(e.Packages, " "))
	}
	if e.TinyGo {
		list = append(list, "then TinyGo, from its source")
	}
	return "toolchain: not all is there to build the modules; make toolchain gets it: " + strings.Join(list, "; ")
}

// Find finds the tools. The error is a *MissingError if some are missing.
func Find(root string) (*Tools, error) {
	lock, err := ReadLock(root)
	if err != nil {
		return nil, err
	}
	dir := Dir(root, lock)
	t := &Tools{root: root, tinygo: filepath.Join(dir, "tinygo"), source: filepath.Join(dir, "root")}
	var missing MissingError
	need := func(there bool, name string) {
		if !there {
			missing.Packages = append(missing.Packages, name)
		}
	}
	need(has("g++") || has("clang++-19"), "g++")
	need(has("clang-19"), "clang-19")
	need(has("wasm-ld-19"), "lld-19")
	need(has("llvm-config-19"), "llvm-19-dev")
	need(exists("/usr/lib/llvm-19/include/clang-c/Index.h") || tinygoBuilt(t), "libclang-19-dev")
	t.builtins = ask("-print-libgcc-file-name")
	need(exists(t.builtins), "libclang-rt-19-dev-wasm32")
	t.libc = ask("-print-file-name=libc.a")
	need(filepath.IsAbs(t.libc) && exists(t.libc), "wasi-libc")
	need(has("wasm-opt") && has("wasm-metadce"), "binaryen")
	need(has("brotli"), "brotli")
	missing.TinyGo = !tinygoBuilt(t)
	if len(missing.Packages) > 0 || missing.TinyGo {
		return t, &missing
	}
	return t, nil
}

// Dir is the folder that TinyGo is built into.
func Dir(root string, lock Lock) string {
	return filepath.Join(root, ".build", "toolchain", "tinygo-"+lock.TinyGo)
}

func tinygoBuilt(t *Tools) bool {
	return exists(t.tinygo) && exists(filepath.Join(t.source, "targets"))
}

func has(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return name != "" && err == nil
}

// ask asks clang where a file of its is.
func ask(question string) string {
	out, err := exec.Command("clang-19", "--target=wasm32-wasi", question).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}
