package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
)

func ledgerImportCommand() *cobra.Command {
	var r logRequest
	cmd := &cobra.Command{
		Use:   "import --db DATABASE --log-key FILE --key FILE FILE",
		Short: "Put an exported log into another database",
		Long: `Import checks an export whole, and only then writes it into a database where the log is
empty, or holds the beginning of the same log. A SQLite file is made if it is not there.`,
		Example: `  lagrum ledger import --db new.db --log-key log.pub --key log.key log.jsonl`,
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			file, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			if err := r.make(cmd.Context()); err != nil {
				return err
			}
			return r.on(cmd, func(ctx context.Context, log *ledger.Log) error {
				if err := log.Import(ctx, file); err != nil {
					return err
				}
				report, err := log.Verify(ctx, ledger.Verification{})
				if err != nil {
					return err
				}
				return showVerified(cmd, log.Name(), &report)
			})
		},
	}
	r.flags(cmd, true)
	cmd.MarkFlagRequired("key")
	return cmd
}

// make makes the SQLite file if it is not there.
func (r *logRequest) make(ctx context.Context) error {
	if _, err := os.Stat(r.db); err == nil || !errors.Is(err, fs.ErrNotExist) || isAddress(r.db) {
		return nil
	}
	s, err := sqlite.Open(ctx, r.db)
	if err != nil {
		return err
	}
	return s.Close()
}

func ledgerKeyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "key NAME FILE",
		Short: "Make the key that a log signs with",
		Long: `Key makes the pair of keys of a log. The name sets it apart from all others in the world:
an address without scheme, such as consents.example/lartorget. The private key goes into the
file, which only you can read; the public one goes to standard output. A file that exists
is never overwritten. Publish the public key: with it people check that their
receipt stands in the log.`,
		Example: `  lagrum ledger key consents.example/lartorget log.key >log.pub`,
		Args:    exactly(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			private, public, err := note.GenerateKey(rand.Reader, args[0])
			if err != nil {
				return err
			}
			if _, err := note.NewSigner(private); err != nil {
				return fmt.Errorf("%q cannot be the name of a log: it needs letters and no spaces or plus signs", args[0])
			}
			if err := keepSecret(args[1], []byte(private+"\n")); err != nil {
				return err
			}
			return say(cmd.OutOrStdout(), "%s", public)
		},
	}
}

// keepSecret writes a file that must not be there yet, and that others cannot read.
func keepSecret(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is already there and stays as it is; name another file", name)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}
