package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// standardInput is the name that stands for what is piped in.
const standardInput = "-"

// maxInput bounds what is read into memory; policyfile has a lower bound, and
// says so.
const maxInput = 64 << 20

// An input is a policy file and its bytes.
type input struct {
	*policyfile.File
	source []byte
}

// read reads a policy file. What is wrong in it are findings.
func read(cmd *cobra.Command, name string) (input, error) {
	if name == standardInput {
		src, err := io.ReadAll(io.LimitReader(cmd.InOrStdin(), maxInput))
		if err != nil {
			return input{}, fmt.Errorf("standard input: %w", err)
		}
		return parsed("stdin", src)
	}
	f, err := os.Open(name)
	if err != nil {
		return input{}, unreadable(name, err)
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, maxInput))
	if err != nil {
		return input{}, unreadable(name, err)
	}
	return parsed(name, src)
}

// parsed parses a policy file, unless it is no text at all, as when a shell's
// pattern also meets a picture.
func parsed(name string, src []byte) (input, error) {
	in := input{policyfile.Parse(name, src), src}
	if isText(src) || slices.ContainsFunc(in.Findings, func(f diag.Finding) bool { return f.Code == "encoding-utf16" }) {
		return in, nil
	}
	return input{}, fmt.Errorf("%s: this is not a text file; a policy is text in YAML or JSON", name)
}

// isText looks for a zero byte near the beginning, as git does, and for the marks
// of two formats that need not have one there.
func isText(src []byte) bool {
	const near = 8000
	return bytes.IndexByte(src[:min(len(src), near)], 0) < 0 &&
		!bytes.HasPrefix(src, []byte("%PDF-")) && !bytes.HasPrefix(src, []byte("\x1F\x8B")) // gzip
}

// readable reads policy files for a notice: one whose shape is wrong would
// give a notice that is wrong, so what is wrong is shown instead.
func readable(cmd *cobra.Command, names []string) ([]input, error) {
	var inputs []input
	wrong := false
	for _, name := range names {
		in, err := read(cmd, name)
		if err != nil {
			return nil, err
		}
		if in.Doc == nil || in.Findings.HasErrors() {
			show(cmd.ErrOrStderr(), in.Findings)
			wrong = true
		}
		inputs = append(inputs, in)
	}
	if wrong {
		fmt.Fprintln(cmd.ErrOrStderr(), "lagrum: no notice is made from a file that cannot be read as it was meant")
		return nil, errWrong
	}
	return inputs, nil
}

// show prints findings, one a line.
func show(w io.Writer, findings diag.List) {
	for i := range findings {
		fmt.Fprintln(w, visible(findings[i].String()))
	}
}

// unreadable says why a file cannot be read, and which one may have been meant.
func unreadable(name string, err error) error {
	info, statErr := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if near := nearby(name); near != "" {
			return fmt.Errorf("%s: no such file; did you mean %s?", name, near)
		}
		return fmt.Errorf("%s: no such file", name)
	case statErr == nil && info.IsDir():
		if near := nearby(filepath.Join(name, "policy.yaml")); near != "" {
			return fmt.Errorf("%s is a folder; did you mean %s?", name, near)
		}
		return fmt.Errorf("%s is a folder; name the policy file in it", name)
	}
	return err
}

// nearby gives a file of the same folder whose name differs in case or in the
// ending only, or the folder's only policy file.
func nearby(name string) string {
	dir := filepath.Dir(name)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	var policies []string
	for _, e := range entries {
		ext := strings.ToLower(filepath.Ext(e.Name()))
		if e.IsDir() || ext != ".yaml" && ext != ".yml" && ext != ".json" {
			continue
		}
		if strings.EqualFold(stem(e.Name()), stem(filepath.Base(name))) {
			return filepath.Join(dir, e.Name())
		}
		policies = append(policies, filepath.Join(dir, e.Name()))
	}
	if len(policies) == 1 {
		return policies[0]
	}
	return ""
}

func stem(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }

// A dayFlag is a flag that holds a day; the zero value is none.
type dayFlag struct{ date.Date }

// Set reads a day as ISO 8601 has it.
func (d *dayFlag) Set(s string) error {
	day, ok := date.Parse(s)
	if !ok {
		return errors.New("write a day as year, month and day: 2026-01-31")
	}
	d.Date = day
	return nil
}

// String gives the day, or nothing.
func (d *dayFlag) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Date.String()
}

// Type names the kind of value in the help.
func (d *dayFlag) Type() string { return "day" }
