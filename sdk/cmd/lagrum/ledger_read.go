package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/ledger"
)

func ledgerVerifyCommand() *cobra.Command {
	var r logRequest
	var kept []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "verify --db DATABASE --log-key FILE [--checkpoint FILE]... [--json]",
		Short: "Check that nothing in a log was changed, removed, moved or added",
		Long: `Verify reads the whole log once and works out anew all that is stored beside the
contents. It finds every row that was changed, removed, moved or added.

Whoever can write to the database can also cut the end off, or put an old copy back.
That is found with a checkpoint that was kept elsewhere: see lagrum ledger checkpoint.

It exits with 0 if the log is as it was written, with 1 if it is not, and with 2 if it
was called the wrong way or could not read the log.`,
		Example: `  lagrum ledger verify --db consents.db --log-key log.pub
  lagrum ledger verify --db postgres://lagrum@localhost/lagrum --log-key log.pub --checkpoint 2026-11.txt`,
		Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			how := ledger.Verification{Progress: progress(cmd)}
			for _, name := range kept {
				data, err := content(cmd, name)
				if err != nil {
					return err
				}
				how.Kept = append(how.Kept, string(data))
			}
			return r.on(cmd, func(ctx context.Context, log *ledger.Log) error {
				report, err := log.Verify(ctx, how)
				if err != nil {
					return err
				}
				if asJSON {
					return showVerifiedJSON(cmd, &report)
				}
				return showVerified(cmd, log.Name(), &report)
			})
		},
	}
	r.flags(cmd, false)
	cmd.Flags().StringArrayVar(&kept, "checkpoint", nil, "a `file` with a checkpoint that was kept elsewhere; may stand several times")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write the report as JSON")
	return cmd
}

// progress tells on a terminal how far a long check has come.
func progress(cmd *cobra.Command) func(done, size int64) {
	out, isFile := cmd.ErrOrStderr().(*os.File)
	if !isFile {
		return nil
	}
	if info, err := out.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return func(done, size int64) {
		fmt.Fprintf(out, "\r%d of %d entries", done, size)
		if done == size {
			fmt.Fprintln(out)
		}
	}
}

func showVerified(cmd *cobra.Command, name string, r *ledger.Report) error {
	out := cmd.OutOrStdout()
	err := say(out, "%s: entries %d, of them records %d, acts %d, erased %d", name, r.Size, r.Records, r.Acts, r.Erased)
	for _, f := range r.Findings {
		err = errors.Join(err, say(out, "%s", f))
	}
	if err == nil && len(r.Findings) > 0 {
		return errDamaged
	}
	return errors.Join(err, say(out, "nothing was changed, removed, moved or added"))
}

func showVerifiedJSON(cmd *cobra.Command, r *ledger.Report) error {
	type finding struct {
		Index   int64  `json:"index"`
		Count   int64  `json:"count"`
		Problem string `json:"problem"`
		Field   string `json:"field,omitempty"`
		Kept    int    `json:"kept,omitempty"`
	}
	findings := []finding{}
	for _, f := range r.Findings {
		findings = append(findings, finding{f.Index, f.Count, string(f.Problem), f.Field, f.Kept})
	}
	err := json.NewEncoder(cmd.OutOrStdout()).Encode(map[string]any{
		"size": r.Size, "records": r.Records, "acts": r.Acts, "erased": r.Erased, "checkpoint": r.Checkpoint, "findings": findings,
	})
	if err == nil && len(findings) > 0 {
		return errDamaged
	}
	return err
}

func ledgerCheckpointCommand() *cobra.Command {
	var r logRequest
	cmd := &cobra.Command{
		Use:   "checkpoint --db DATABASE --log-key FILE",
		Short: "Write the signed state of a log, to be kept elsewhere",
		Long: `Checkpoint writes how long the log is and what its contents hash to, signed by the log: a
few lines in the form of C2SP tlog-checkpoint that hold nothing personal. Send them
to somebody else now and then: an auditor, a data protection officer, a newspaper. With
one of them, lagrum ledger verify --checkpoint finds whether the log has lost its end or was
written anew since.`,
		Example: `  lagrum ledger checkpoint --db consents.db --log-key log.pub >2026-11.txt`,
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.on(cmd, func(ctx context.Context, log *ledger.Log) error {
				checkpoint, err := log.Checkpoint(ctx)
				if err != nil {
					return err
				}
				_, err = fmt.Fprint(cmd.OutOrStdout(), checkpoint)
				return err
			})
		},
	}
	r.flags(cmd, false)
	return cmd
}

func ledgerExportCommand() *cobra.Command {
	var r logRequest
	cmd := &cobra.Command{
		Use:   "export --db DATABASE --log-key FILE",
		Short: "Write a whole log as JSON Lines",
		Long: `Export writes a header, a line for each entry, and the checkpoint: all that lagrum ledger
import needs to have the same log elsewhere. It holds personal data under pseudonyms:
keep it as you keep the database.`,
		Example: `  lagrum ledger export --db consents.db --log-key log.pub >log.jsonl`,
		Args:    exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.on(cmd, func(ctx context.Context, log *ledger.Log) error { return log.Export(ctx, cmd.OutOrStdout()) })
		},
	}
	r.flags(cmd, false)
	return cmd
}
