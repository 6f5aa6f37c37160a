package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
)

func lintCommand() *cobra.Command {
	var asOf dayFlag
	cmd := &cobra.Command{
		Use:   "lint [--as-of DAY] FILE...",
		Short: "Say what is missing in policies, and what contradicts itself or the law",
		Long: `Lint prints what it finds, one finding a line: file, line, column, how grave it
is, what is wrong, and the code of the rule. "lagrum explain CODE" tells more.

It exits with 0 if it finds no errors, with 1 if it does, and with 2 if a file
cannot be read. That nothing is found does not mean that a policy is lawful: a
program can prove gaps and contradictions only.`,
		Example: `  lagrum lint policy.yaml
  lagrum lint --as-of 2027-01-01 policies/*.yaml
  lagrum lint - <policy.yaml`,
		Args: atLeastOne,
		RunE: func(cmd *cobra.Command, args []string) error { return lintFiles(cmd, args, asOf.Date) },
	}
	cmd.Flags().Var(&asOf, "as-of", "look up law on this day (default the day from which each policy applies)")
	return cmd
}

func lintFiles(cmd *cobra.Command, names []string, asOf date.Date) error {
	var all diag.List
	var unread error
	for _, name := range names {
		in, err := read(cmd, name)
		if err != nil {
			if unread != nil {
				fmt.Fprintln(cmd.ErrOrStderr(), "lagrum:", unread)
			}
			unread = err
			continue
		}
		found := findings(in, asOf)
		show(cmd.OutOrStdout(), found)
		all = append(all, found...)
	}
	if unread != nil {
		return unread
	}
	fmt.Fprintln(cmd.ErrOrStderr(), summary(all, len(names)))
	if all.HasErrors() {
		return errWrong
	}
	return nil
}

// findings gives what is wrong with a file: its shape, then what the rules say.
func findings(in input, asOf date.Date) diag.List {
	found := in.Findings
	if in.Doc == nil {
		return found
	}
	if asOf.IsZero() {
		found = append(found, lint.Check(in.Doc)...)
	} else {
		found = append(found, lint.CheckAt(in.Doc, asOf)...)
	}
	return in.Place(found)
}

// summary is the last line: "2 errors, 1 warning in 5 files."
func summary(all diag.List, files int) string {
	var parts []string
	for _, kind := range []struct {
		severity diag.Severity
		name     string
	}{{diag.Error, "error"}, {diag.Warning, "warning"}, {diag.Info, "hint"}} {
		if n := all.Count(kind.severity); n > 0 {
			parts = append(parts, plural(n, kind.name))
		}
	}
	if parts == nil {
		parts = []string{"Nothing found"}
	}
	return strings.Join(parts, ", ") + " in " + plural(files, "file") + ". No finding does not mean compliant."
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
