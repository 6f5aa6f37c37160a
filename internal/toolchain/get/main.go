// Get gets what builds the WebAssembly modules: as root on Debian it installs the
// packages that are missing, and then it builds TinyGo from its module. It does
// nothing where all is there.
//
//	go run ./internal/toolchain/get
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"

	"github.com/lagrum/lagrum/internal/toolchain"
	"github.com/lagrum/lagrum/internal/tree"
)

func main() {
	if err := get(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func get() error {
	root, err := tree.Root()
	if err != nil {
		return err
	}
	_, err = toolchain.Find(root)
	var missing *toolchain.MissingError
	if errors.As(err, &missing) && len(missing.Packages) > 0 && os.Getuid() == 0 {
		if _, there := exec.LookPath("apt-get"); there == nil {
			if err := install(missing.Packages); err != nil {
				return err
			}
			_, err = toolchain.Find(root)
		}
	}
	if errors.As(err, &missing) && len(missing.Packages) == 0 {
		if err := toolchain.MakeTinyGo(root); err != nil {
			return err
		}
		_, err = toolchain.Find(root)
	}
	if err != nil {
		return err
	}
	lock, err := toolchain.ReadLock(root)
	if err != nil {
		return err
	}
	for _, what := range lock.Differs() {
		fmt.Println("other than in internal/toolchain/lock, so that bytes may differ:", what)
	}
	fmt.Println("all is there to build the modules")
	return nil
}

func install(packages []string) error {
	for _, args := range [][]string{{"update"}, append([]string{"install", "--yes", "--no-install-recommends"}, packages...)} {
		cmd := exec.Command("apt-get", args...)
		cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("toolchain: apt-get %s: %w", args[0], err)
		}
	}
	return nil
}
