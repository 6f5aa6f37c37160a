package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// A lintRequest holds the flags of lint.
type lintRequest struct {
	asOf    dayFlag
	format  string
	context bool
	only    []string // codes and patterns; none is all rules
	without []string
	fix     bool
	diff    bool
}

func lintCommand() *cobra.Command {
	var l lintRequest
	cmd := &cobra.Command{
		Use:   "lint [--as-of DAY] FILE...",
		Short: "Say what is missing in policies, and what contradicts itself or the law",
		Long: `Lint prints what it finds, one finding a line: file, line, column, how grave it
is, what is wrong, and the code of the rule. "lagrum explain CODE" tells more. On a
terminal, or with --context, the line itself follows, with a mark under the place.

A comment in the file silences one rule, and says why:

  basis: {article: 6(1)(e)} # lagrum:ignore basis-law-missing the act is cited elsewhere

It stands behind what it is about, or above it on a line of its own. What is wrong
with the file itself, such as an unknown key, cannot be ignored.

With --fix, slips of the pen are put right in the file where nobody could have
meant anything else; comments and layout stay. --diff shows what would be written.

It exits with 0 if it finds no errors, with 1 if it does, and with 2 if a file
cannot be read. That nothing is found does not mean that a policy is lawful: a
program can prove gaps and contradictions only.`,
		Example: `  lagrum lint policy.yaml
  lagrum lint --as-of 2027-01-01 policies/*.yaml
  lagrum lint --rules 'consent-*,basis-double' --ignore consent-expiry-missing policy.yaml
  lagrum lint --format sarif policies/*.yaml >lagrum.sarif
  lagrum lint --diff policy.yaml
  lagrum lint - <policy.yaml`,
		Args:              atLeastOne,
		ValidArgsFunction: policyFiles,
		RunE:              func(cmd *cobra.Command, args []string) error { return l.run(cmd, args) },
	}
	flags := cmd.Flags()
	flags.Var(&l.asOf, "as-of", "look up law on this day (default the day from which each policy applies)")
	flags.StringVar(&l.format, "format", "text", "`how` to write: "+strings.Join(lintFormats, ", "))
	flags.BoolVar(&l.context, "context", false, "show the lines in question (default on a terminal)")
	flags.StringSliceVar(&l.only, "rules", nil, "look only for these `codes`, such as basis-double or consent-*")
	flags.StringSliceVar(&l.without, "ignore", nil, "do not look for these `codes`")
	flags.BoolVar(&l.fix, "fix", false, "write what was certainly meant into the files: slips in keys, words and ids")
	flags.BoolVar(&l.diff, "diff", false, "show what --fix would write, and nothing else")
	cmd.MarkFlagsMutuallyExclusive("fix", "diff")
	complete(cmd, "as-of")
	complete(cmd, "format", lintFormats...)
	complete(cmd, "rules", ruleCodes()...)
	complete(cmd, "ignore", ruleCodes()...)
	return cmd
}

// run lints the files with the names.
func (l *lintRequest) run(cmd *cobra.Command, names []string) error {
	if !slices.Contains(lintFormats, l.format) {
		return fmt.Errorf("there is no format %q; there are %s", l.format, strings.Join(lintFormats, ", "))
	}
	if l.fix && slices.Contains(names, standardInput) {
		return errors.New("standard input cannot be written to; --diff shows what would be")
	}
	if l.diff && l.format != "text" {
		return errors.New("--diff shows changes only; leave out --format")
	}
	chosen, err := choose(l.only, l.without)
	if err != nil {
		return err
	}
	if !cmd.Flags().Changed("context") {
		l.context = isTerminal(cmd.OutOrStdout())
	}
	var all []linted
	var unread []error
	for _, name := range names {
		in, err := read(cmd, name)
		if err != nil {
			unread = append(unread, err)
			continue
		}
		one, err := l.mend(cmd, name, check(in, l.asOf.Date, chosen), chosen)
		if err != nil {
			return err
		}
		all = append(all, one)
	}
	if l.diff {
		return l.conclude(cmd, all, unread)
	}
	if err := l.write(cmd.OutOrStdout(), all, unread); err != nil {
		return err
	}
	return l.conclude(cmd, all, unread)
}

// conclude says in one line what was found, or which files could not be read,
// and decides how the command ends.
func (l *lintRequest) conclude(cmd *cobra.Command, all []linted, unread []error) error {
	if last := len(unread) - 1; last >= 0 {
		for _, err := range unread[:last] {
			fmt.Fprintln(cmd.ErrOrStderr(), "lagrum:", err)
		}
		return unread[last]
	}
	var found diag.List
	ignored := 0
	for _, one := range all {
		found, ignored = append(found, one.found...), ignored+len(one.ignored)
	}
	fmt.Fprintln(cmd.ErrOrStderr(), summary(found, ignored, len(all)))
	if found.HasErrors() {
		return errWrong
	}
	return nil
}

// A linted is a file and what was found in it.
type linted struct {
	input
	found   diag.List
	ignored []policyfile.Ignored
}

// check gives what is wrong with a file: its shape, then what the chosen rules say.
func check(in input, asOf date.Date, chosen selection) linted {
	found := in.Findings
	if in.Doc == nil {
		return linted{input: in, found: found}
	}
	if asOf.IsZero() {
		found = append(found, lint.Check(in.Doc)...)
	} else {
		found = append(found, lint.CheckAt(in.Doc, asOf)...)
	}
	kept, ignored := in.Sift(found)
	return linted{
		input:   in,
		found:   slices.DeleteFunc(kept, func(f diag.Finding) bool { return !chosen.has(f.Code) }),
		ignored: slices.DeleteFunc(ignored, func(i policyfile.Ignored) bool { return !chosen.has(i.Code) }),
	}
}

// findings gives what is wrong with a file and is not ignored there.
func findings(in input, asOf date.Date) diag.List { return check(in, asOf, selection{}).found }

// summary is the last line: "2 errors, 1 warning in 5 files; 3 findings are ignored there."
func summary(all diag.List, ignored, files int) string {
	var parts []string
	for _, kind := range []struct {
		severity diag.Severity
		name     string
	}{{diag.Error, "error"}, {diag.Warning, "warning"}, {diag.Info, "remark"}} {
		if n := all.Count(kind.severity); n > 0 {
			parts = append(parts, plural(n, kind.name))
		}
	}
	if parts == nil {
		parts = []string{"Nothing found"}
	}
	said := strings.Join(parts, ", ") + " in " + plural(files, "file")
	switch ignored {
	case 0:
	case 1:
		said += "; 1 finding is ignored there"
	default:
		said += "; " + plural(ignored, "finding") + " are ignored there"
	}
	return said + ". No finding does not mean compliant."
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
