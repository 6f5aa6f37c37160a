package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/lint"
)

func rulesCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "rules",
		Short:   "List the rules of lint",
		Example: "  lagrum rules\n  lagrum rules | grep retention",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for rule := range lint.Rules() {
				fmt.Fprintf(w, "%s\t%s\t%s\n", rule.Code, rule.Severity, rule.Title)
			}
			return w.Flush()
		},
	}
}

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "explain CODE",
		Short:   "Explain a rule of lint: why it is there, what to write instead",
		Example: "  lagrum explain activity-basis-missing",
		Args:    exactly(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var codes []string
			for rule := range lint.Rules() {
				codes = append(codes, rule.Code)
			}
			return codes, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			rule, ok := lint.Explain(args[0])
			if !ok {
				return fmt.Errorf("there is no rule %q; \"lagrum rules\" lists them", args[0])
			}
			_, err := fmt.Fprint(cmd.OutOrStdout(), explanation(rule))
			return err
		},
	}
}

func explanation(r *lint.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, since %s)\n%s\n\n%s\n", r.Code, r.Severity, r.Since, r.Title, wrap(r.Explanation))
	part := func(title, content string) {
		if content != "" {
			fmt.Fprintf(&b, "\n%s\n\n%s\n", title, indent(content))
		}
	}
	part("Avoid", r.Avoid)
	part("Prefer", r.Prefer)
	var cites []string
	for _, c := range r.Cites {
		cites = append(cites, cite(c))
	}
	part("Rests on", strings.Join(cites, "\n"))
	return b.String()
}

func cite(c lint.Cite) string {
	what := c.Other
	if c.GDPR != "" {
		what = "GDPR Article " + c.GDPR
	}
	if !c.Verified {
		what += " (from general knowledge, not compared with the source)"
	}
	return what
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ")
}

// wrap breaks running text into lines of at most 78 characters.
func wrap(s string) string {
	var b strings.Builder
	width := 0
	for word := range strings.FieldsSeq(s) {
		switch n := len([]rune(word)); {
		case width == 0:
			width = n
		case width+1+n > 78:
			b.WriteByte('\n')
			width = n
		default:
			b.WriteByte(' ')
			width += 1 + n
		}
		b.WriteString(word)
	}
	return b.String()
}
