package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	textdiff "github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/policyfile"
)

// mostRounds is how often a file is fixed again: a key that is put right may bring
// other slips to light below it.
const mostRounds = 100

// repaired makes the fixes of a file, until there is nothing more to fix, and
// counts them. The result has been linted anew.
func (l *lintRequest) repaired(one linted, chosen selection) (linted, int) {
	count := 0
	for range mostRounds {
		text, fixed := one.Fix(one.found)
		if len(fixed) == 0 {
			break
		}
		count += len(fixed)
		one = check(input{policyfile.Parse(one.Name, text), text}, l.asOf.Date, chosen)
	}
	return one, count
}

// mend writes the fixes of a file, or shows them, if the flags say so. It gives
// what is to be told of the file: after the fixes if they were written.
func (l *lintRequest) mend(cmd *cobra.Command, name string, one linted, chosen selection) (linted, error) {
	if !l.fix && !l.diff {
		return one, nil
	}
	after, count := l.repaired(one, chosen)
	if count == 0 {
		return one, nil
	}
	if l.diff {
		_, err := cmd.OutOrStdout().Write(unified(one.Name, one.source, after.source))
		return one, err
	}
	if err := replace(name, one.source, after.source); err != nil {
		return one, err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s put right\n", visible(name), plural(count, "mistake"))
	return after, nil
}

// unified writes the difference as "diff -u" does.
func unified(name string, before, after []byte) []byte {
	// The library puts a line with the names before the two that name them.
	_, difference, _ := bytes.Cut(textdiff.Diff(visible(name), before, visible(name), after), []byte("\n"))
	return difference
}

// replace writes a file anew in one step, so that nobody ever finds half of it. It
// keeps the file's permissions, follows no link, and writes nothing if the file is
// not any more what was read.
func replace(name string, before, after []byte) error {
	info, err := os.Lstat(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is a link or no regular file and stays as it is; name the file itself", name)
	}
	temporary, err := os.CreateTemp(filepath.Dir(name), ".lagrum-*")
	if err != nil {
		return err
	}
	_, err = temporary.Write(after)
	err = errors.Join(err, temporary.Chmod(info.Mode().Perm()), temporary.Sync(), temporary.Close())
	if err == nil {
		err = unchanged(name, info, before)
	}
	if err == nil {
		err = os.Rename(temporary.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temporary.Name()))
	}
	return nil
}

// unchanged makes sure that a file is still the one that was read.
func unchanged(name string, info fs.FileInfo, content []byte) error {
	now, err := os.Lstat(name)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if !os.SameFile(info, now) || !bytes.Equal(text, content) {
		return fmt.Errorf("%s was changed by somebody else meanwhile and stays as it is; try again", name)
	}
	return nil
}
