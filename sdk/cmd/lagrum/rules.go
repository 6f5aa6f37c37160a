package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func rulesCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "rules",
		Short:   "List what lint can find: the rules, and what can be wrong with a file",
		Example: "  lagrum rules\n  lagrum rules | grep retention",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for rule := range lint.Rules() {
				fmt.Fprintf(w, "%s\t%s\t%s\n", rule.Code, rule.Severity, rule.Title)
			}
			fmt.Fprint(w, "\nAbout the file:\n\n")
			for m := range policyfile.Mistakes() {
				fmt.Fprintf(w, "%s\t%s\t%s\n", m.Code, m.Severity, m.Title)
			}
			return w.Flush()
		},
	}
}

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "explain CODE",
		Short:   "Explain what lint found: why it matters, what to write instead",
		Example: "  lagrum explain activity-basis-missing\n  lagrum explain key-unknown",
		Args:    exactly(1),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return codes(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			said, err := explain(args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(cmd.OutOrStdout(), said)
			return err
		},
	}
}

// explain tells what the code of a finding means.
func explain(code string) (string, error) {
	if rule, ok := lint.Explain(code); ok {
		return explanation(rule), nil
	}
	for m := range policyfile.Mistakes() {
		if m.Code == code {
			return fmt.Sprintf("%s (%s)\n%s\n\n%s\n", m.Code, m.Severity, m.Title, wrap(m.Explanation)), nil
		}
	}
	if near := nearest(code, codes()); near != nil {
		return "", fmt.Errorf("there is no rule %q; did you mean %s?", code, strings.Join(near, " or "))
	}
	return "", fmt.Errorf("there is no rule %q; \"lagrum rules\" lists them", code)
}

// codes lists the codes of all that lint can find.
func codes() []string {
	var list []string
	for rule := range lint.Rules() {
		list = append(list, rule.Code)
	}
	for m := range policyfile.Mistakes() {
		list = append(list, m.Code)
	}
	return list
}

// nearest gives the words that were most likely meant, three at most: those that
// begin so, or else differ by the fewest letters. The library, which suggests
// commands, can compare words.
func nearest(word string, among []string) []string {
	pool := &cobra.Command{}
	for _, w := range among {
		pool.AddCommand(&cobra.Command{Use: w, Run: func(*cobra.Command, []string) {}})
	}
	for distance := range 5 {
		pool.SuggestionsMinimumDistance = distance
		if near := pool.SuggestionsFor(word); len(near) > 0 {
			return near[:min(len(near), 3)]
		}
	}
	return nil
}
