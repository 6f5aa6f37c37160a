// Html has the Nu HTML Checker read every page below the folders named, in one
// run of the checker, and fails on anything that it reports, warnings too.
//
//	go run ./internal/check/html .build/notices
//
// Finding no page at all is a failure too. It wants Java, and the checker as
// npm installs it in internal/browser.
package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/lagrum/lagrum/internal/tree"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: html folder ...")
		os.Exit(2)
	}
	pages, err := pages(os.Args[1:])
	if err != nil {
		fail(err)
	}
	messages, err := check(pages)
	if err != nil {
		fail(err)
	}
	if len(messages) > 0 {
		os.Stderr.Write(messages)
		os.Exit(1)
	}
	fmt.Printf("%d pages are valid HTML\n", len(pages))
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "html:", err)
	os.Exit(1)
}

// pages gives the .html files at or below the folders.
func pages(folders []string) ([]string, error) {
	var pages []string
	for _, folder := range folders {
		before := len(pages)
		err := filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && filepath.Ext(file) == ".html" {
				pages = append(pages, file)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		if len(pages) == before {
			return nil, fmt.Errorf("%s holds no page", folder)
		}
	}
	return pages, nil
}

// check gives what the checker says of the pages, a line a message; nothing
// means that they are valid.
func check(pages []string) ([]byte, error) {
	root, err := tree.Root()
	if err != nil {
		return nil, err
	}
	jar := filepath.Join(root, "internal", "browser", "node_modules", "vnu-jar", "build", "dist", "vnu.jar")
	if _, err := os.Stat(jar); err != nil {
		return nil, fmt.Errorf("the checker is not installed, run: make browser (%w)", err)
	}
	// Messages come on standard output, to tell them from what Java itself says.
	args := []string{"-jar", jar, "--stdout", "--no-langdetect"}
	var messages, complaints bytes.Buffer
	cmd := exec.Command("java", append(args, pages...)...)
	cmd.Stdout, cmd.Stderr = &messages, &complaints
	err = cmd.Run()
	if err != nil && messages.Len() == 0 {
		return nil, fmt.Errorf("the checker did not run: %w\n%s", err, complaints.Bytes())
	}
	return messages.Bytes(), nil
}
