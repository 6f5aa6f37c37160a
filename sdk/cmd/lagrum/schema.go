package main

import (
	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/schema"
)

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of policies, for editors",
		Long: `Schema prints the JSON Schema of policies. An editor that knows it completes keys
and words, and marks mistakes while one types.`,
		Example: "  lagrum schema >policy.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(schema.Policy())
			return err
		},
	}
}
