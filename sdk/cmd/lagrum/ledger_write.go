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

// ledgerActCommand is erase or restrict: both rest on a reason, and stay in the
// log for good.
func ledgerActCommand(name string) *cobra.Command {
	var r logRequest
	var d ledger.Disposal
	cmd := &cobra.Command{
		Use:  name + " --db DATABASE --log-key FILE --key FILE --reason TEXT --by WHO [--decision NUMBER] ID",
		Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.on(cmd, func(ctx context.Context, log *ledger.Log) error {
				act := log.Erase
				if name == "restrict" {
					act = log.Restrict
				}
				at, err := act(ctx, args[0], d)
				if err != nil {
					return err
				}
				return say(cmd.OutOrStdout(), "done; it stands in the log as entry %d", at.Index)
			})
		},
	}
	cmd.Short, cmd.Long, cmd.Example = "Erase a record's contents and note in the log that it was done", `Erase removes what a history holds, in all its versions; the log still verifies, and says
that it was erased, why and by whom. What a public body holds may not be destroyed
without a decision (in Sweden arkivlagen section 10): with --public-body, and no --decision,
nothing is erased, and you are told to restrict it instead.`,
		`  lagrum ledger erase --db consents.db --log-key log.pub --key log.key --reason "retention rule consent-records" --by registrar Q1gUK425
  lagrum ledger erase … --public-body --decision "HSN 2026-0412" --reason "art. 17(1)(b)" --by registrar Q1gUK425`
	if name == "restrict" {
		cmd.Short, cmd.Long, cmd.Example = "Note that a record may be stored and not used", `Restrict notes that a history may be stored, and otherwise not used without the person's
consent (GDPR Article 18): where erasure has to wait for a decision, or its accuracy is contested.`,
			`  lagrum ledger restrict --db consents.db --log-key log.pub --key log.key --reason "waits for a disposal decision" --by registrar Q1gUK425`
	}
	r.flags(cmd, true)
	f := cmd.Flags()
	f.StringVar(&d.Reason, "reason", "", "why, in `words` that are not about the person")
	f.StringVar(&d.By, "by", "", "`who` does it: a function, not a name")
	f.StringVar(&d.Decision, "decision", "", "the disposal `decision`, by number or date")
	f.BoolVar(&r.public, "public-body", false, "the organiser is a public body")
	for _, needed := range []string{"key", "reason", "by"} {
		cmd.MarkFlagRequired(needed)
	}
	return cmd
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
