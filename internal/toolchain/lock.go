package toolchain

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// A Lock names the versions that wasm/dist was built with.
type Lock struct {
	Go, TinyGo string    // as "go version" and the module's tag have them
	Debian     []Package // in the order of the file
}

// A Package is one of Debian 12.
type Package struct {
	Name    string // its name
	Version string // its version; empty where any does
}

// ReadLock reads the file lock of a tree.
func ReadLock(root string) (Lock, error) {
	name := filepath.Join(root, "internal", "toolchain", "lock")
	data, err := os.ReadFile(name)
	if err != nil {
		return Lock{}, err
	}
	return parse(string(data))
}

func parse(text string) (Lock, error) {
	var l Lock
	for line := range strings.Lines(text) {
		switch f := strings.Fields(line); {
		case len(f) == 0 || strings.HasPrefix(f[0], "#"):
		case f[0] == "go" && len(f) == 2:
			l.Go = f[1]
		case f[0] == "tinygo" && len(f) == 2:
			l.TinyGo = f[1]
		case f[0] == "debian" && len(f) == 2:
			l.Debian = append(l.Debian, Package{Name: f[1]})
		case f[0] == "debian" && len(f) == 3:
			l.Debian = append(l.Debian, Package{f[1], f[2]})
		default:
			return Lock{}, fmt.Errorf("toolchain: lock: %q is neither go, tinygo nor debian", strings.TrimSpace(line))
		}
	}
	if l.Go == "" || l.TinyGo == "" || len(l.Debian) == 0 {
		return Lock{}, fmt.Errorf("toolchain: lock names no go, tinygo or debian")
	}
	return l, nil
}

// Differs tells which versions here are others than those of the lock. If none
// is, what is built must be the same to the byte.
func (l Lock) Differs() []string {
	var list []string
	if v := runtime.Version(); v != l.Go {
		list = append(list, fmt.Sprintf("go is %s and not %s", v, l.Go))
	}
	for _, p := range l.Debian {
		if v := installed(p.Name); p.Version != "" && v != p.Version {
			list = append(list, fmt.Sprintf("%s is %q and not %s", p.Name, v, p.Version))
		}
	}
	return list
}

// installed gives the version of a package of Debian; empty for one that is not
// installed, and where Debian is not.
func installed(name string) string {
	out, err := exec.Command("dpkg-query", "--show", "--showformat=${db:Status-Status} ${Version}", name).Output()
	status, version, _ := strings.Cut(string(out), " ")
	if err != nil || status != "installed" {
		return ""
	}
	return version
}
