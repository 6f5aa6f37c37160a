package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// The exit codes, as doc.go tells them.
const (
	exitWell   = 0
	exitWrong  = 1
	exitMisuse = 2
)

// errWrong ends a command that has shown what is wrong with a policy.
var errWrong = errors.New("something is wrong with a policy")

// run runs the command line until it is done or the context is, and gives the
// exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitWell
	case errors.Is(err, errWrong), errors.Is(err, errMaterial), errors.Is(err, errInvalid), errors.Is(err, errFound),
		errors.Is(err, errRefused), errors.Is(err, errNotRight), errors.Is(err, errLacking), errors.Is(err, errDamaged):
		return exitWrong
	}
	fmt.Fprintln(stderr, "lagrum:", withoutNumbers(err))
	return exitMisuse
}

// withoutNumbers gives the error, or another if it repeats a word with a digit
// that is no command or flag: that may be the number of somebody, put on the
// line without "ident".
func withoutNumbers(err error) error {
	text := err.Error()
	if strings.HasPrefix(text, "unknown ") && strings.ContainsAny(text, "0123456789") {
		return errors.New("there is no such command or flag; it is not repeated, since it may be a number; see lagrum --help")
	}
	return err
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "lagrum",
		Short: "One policy file: the notice people read, checked against the law",
		Long: `Lagrum reads a policy file, which says who processes what about whom, why, on
which legal basis, who receives it and when it goes. It says where the policy
has gaps or contradicts itself or the law, and makes the notice that people read
and the forms that they fill in.

It exits with 0 when all is well, with 1 when something is wrong with a policy,
something material has changed in it, a number is not valid, a text may say too much,
answers to a form have problems or a receipt is not right, and with 2 when it was
called the wrong way or could not read or write a file.`,
		Example: `  lagrum init policy.yaml
  lagrum lint policy.yaml
  lagrum notice --lang sv policy.yaml >notice.html
  lagrum form --form enrolment --lang sv policy.yaml >enrolment.html
  lagrum serve policy.yaml`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(
		lintCommand(), diffCommand(), noticeCommand(), formCommand(), checkCommand(), exportCommand(), bundleCommand(), serveCommand(), initCommand(), schemaCommand(),
		rulesCommand(), explainCommand(), identCommand(), screenCommand(), receiptCommand(), ledgerCommand(), rightsCommand(), retentionCommand(), versionCommand(),
	)
	root.SetHelpCommand(helpCommand())
	for _, cmd := range root.Commands() {
		cmd.DisableFlagsInUseLine = true // each says in its own words which matter
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w; see lagrum %s--help", err, subcommand(cmd))
	})
	return root
}

// helpCommand is the library's, but for a command that there is not: asking for
// its help is misuse.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Tell about a command",
		Example: "  lagrum help lint",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, c := range cmd.Root().Commands() {
				if len(args) == 0 && c.IsAvailableCommand() {
					names = append(names, c.Name())
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			about, _, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// subcommand gives the name of a command below the root, with a space after it.
func subcommand(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return ""
	}
	return cmd.Name() + " "
}

// exactly and atLeast demand files, and say what to write.
func exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError(cmd, fmt.Sprintf("%s takes %d argument", cmd.Name(), n), len(args))
		}
		return nil
	}
}

func atLeastOne(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError(cmd, cmd.Name()+" takes at least 1 argument", 0)
	}
	return nil
}

func usageError(cmd *cobra.Command, rule string, got int) error {
	return fmt.Errorf("%s, not %d: %s", rule, got, cmd.UseLine())
}
