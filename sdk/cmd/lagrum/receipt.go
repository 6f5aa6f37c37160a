package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func receiptCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "receipt verify|export|key",
		Short: "Check or export a signed receipt, or make the key that signs them",
		Long: `Receipts are what people get for their answers: signed, so that they can be checked
without asking anybody, also years later. Verify checks one; export also prints it in
a format that other programs read; key makes the key that an organiser signs with.`,
		Example: `  lagrum receipt key receipts.pem >receipts.jwk
  lagrum receipt verify --key receipts.jwk receipt.json`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return errors.New("there is no such command; see lagrum receipt --help")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(receiptVerifyCommand(), receiptExportCommand(), receiptKeyCommand())
	for _, c := range cmd.Commands() {
		c.DisableFlagsInUseLine = true
	}
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
	})
	return cmd
}

// aboutFile names the file that an error of package receipt is about.
func aboutFile(name string, err error) error {
	return fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "receipt: "))
}

// withEnding lets the shell complete the names of files that end so.
func withEnding(endings ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(endings, cobra.ShellCompDirectiveFilterFileExt)
}
