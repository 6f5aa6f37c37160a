package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/ledger/postgres"
	"github.com/lagrum/lagrum/sdk/ledger/sqlite"
)

// errDamaged ends a command that has shown what is wrong with a log.
var errDamaged = errors.New("the log is not as it was written")

func ledgerCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "ledger verify|checkpoint|export|import|retain|erase|restrict|release|key",
		Short: "Verify, export and erase in the log of consents",
		Long: `A ledger keeps what people answered to questions of consent, in a log that shows every
change. These commands work on the log of one organiser in a database: a SQLite file, or
PostgreSQL by an address such as postgres://user@host/name. Which log it is, the name in its
key says.`,
		Example: `  lagrum ledger key consents.example/lartorget log.key >log.pub
  lagrum ledger verify --db consents.db --log-key log.pub`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return errors.New("there is no such command; see lagrum ledger --help")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(ledgerVerifyCommand(), ledgerCheckpointCommand(), ledgerExportCommand(), ledgerImportCommand(),
		ledgerRetainCommand(), ledgerActCommand("erase"), ledgerActCommand("restrict"), ledgerActCommand("release"), ledgerKeyCommand())
	for _, c := range cmd.Commands() {
		c.DisableFlagsInUseLine = true
	}
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
	})
	return cmd
}

// A logRequest holds the flags that say which log it is.
type logRequest struct {
	db      string
	logKeys []string
	signing string
	public  bool // the organiser is a public body
}

// flags adds the flags for reading, and for writing if the command does.
func (r *logRequest) flags(cmd *cobra.Command, writes bool) {
	f := cmd.Flags()
	f.StringVar(&r.db, "db", "", "the database: a SQLite `file`, or postgres://…")
	f.StringArrayVar(&r.logKeys, "log-key", nil, "a `file` with the public key of the log; keys that were used before may stand in it, too")
	register(cmd, "db", withEnding("db", "sqlite"))
	register(cmd, "log-key", withEnding("pub"))
	if writes {
		f.StringVar(&r.signing, "key", "", "the `file` with the private key of the log")
		register(cmd, "key", withEnding("key"))
	}
	cmd.MarkFlagRequired("db")
	cmd.MarkFlagRequired("log-key")
}

// open opens the log. Close closes its database.
func (r *logRequest) open(ctx context.Context) (log *ledger.Log, close func() error, err error) {
	known, name, err := r.known()
	if err != nil {
		return nil, nil, err
	}
	o := ledger.Options{Verifiers: note.VerifierList(known...), PublicBody: r.public}
	if r.signing != "" {
		if o.Signer, err = signingKey(r.signing); err != nil {
			return nil, nil, err
		}
	}
	store, close, err := openStore(ctx, r.db)
	if err != nil {
		return nil, nil, err
	}
	if log, err = ledger.Open(store, name, o); err != nil {
		return nil, nil, errors.Join(err, close())
	}
	return log, close, nil
}

// known reads the public keys, which all bear the name of the log.
func (r *logRequest) known() (list []note.Verifier, name string, err error) {
	for _, file := range r.logKeys {
		data, err := content(nil, file)
		if err != nil {
			return nil, "", err
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line == "" {
				continue
			}
			v, err := note.NewVerifier(line)
			if err != nil {
				return nil, "", fmt.Errorf("%s holds no key of a log, which is one line of the form name+hash+key", file)
			}
			if name != "" && v.Name() != name {
				return nil, "", fmt.Errorf("%s is the key of another log: %s, not %s", file, v.Name(), name)
			}
			name, list = v.Name(), append(list, v)
		}
	}
	if name == "" {
		return nil, "", errors.New("there is no key in the files of --log-key")
	}
	return list, name, nil
}

func signingKey(file string) (note.Signer, error) {
	data, err := content(nil, file)
	if err != nil {
		return nil, err
	}
	s, err := note.NewSigner(strings.TrimSpace(string(data)))
	if err != nil {
		return nil, fmt.Errorf("%s holds no private key of a log; lagrum ledger key makes one", file)
	}
	return s, nil
}

// isAddress reports whether the database is one that an address leads to.
func isAddress(db string) bool {
	return strings.HasPrefix(db, "postgres://") || strings.HasPrefix(db, "postgresql://")
}

// openStore opens the database, which must be there already where it is a file.
func openStore(ctx context.Context, db string) (ledger.Store, func() error, error) {
	if isAddress(db) {
		s, err := postgres.Open(ctx, db)
		if err != nil {
			return nil, nil, err
		}
		return s, s.Close, nil
	}
	if _, err := os.Stat(db); err != nil {
		return nil, nil, err
	}
	s, err := sqlite.Open(ctx, db)
	if err != nil {
		return nil, nil, err
	}
	return s, s.Close, nil
}

// on runs the work on the log.
func (r *logRequest) on(cmd *cobra.Command, work func(context.Context, *ledger.Log) error) error {
	log, close, err := r.open(cmd.Context())
	if err != nil {
		return err
	}
	return errors.Join(work(cmd.Context(), log), close())
}

// say writes a line.
func say(w io.Writer, format string, args ...any) error {
	_, err := fmt.Fprintf(w, format+"\n", args...)
	return err
}
