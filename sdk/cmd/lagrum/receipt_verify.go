package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// errNotRight ends a command that has shown what is wrong with a receipt.
var errNotRight = errors.New("the receipt is not shown to be right")

// A verifyRequest holds the flags of receipt verify.
type verifyRequest struct {
	keys, logKeys []string
	json          bool
	out           string
}

func receiptVerifyCommand() *cobra.Command {
	var r verifyRequest
	cmd := &cobra.Command{
		Use:   "verify --key FILE... [--log-key FILE]... [--json] [--out FILE] FILE|-",
		Short: "Check a signed receipt, offline",
		Long: `Verify checks a receipt as it was downloaded, or the page that it came in: who signed
it, whether it is as it was signed, and with --log-key whether each answer stands in
the organiser's log. It says what was checked, what was not, and why. It asks nobody
and repeats nothing of the answers.

Who signed is known by the keys that you give, never by the file, which anybody can
sign with a key of their own. Get the organiser's key from the organiser: a JWK, a
JWK set, or PEM. The key of a log is a line of the form name+hash+key. If you give
one, an answer that is not in the log is wrong; if you do not, that is not checked.

The words that a page shows are not signed, only the data inside it are. With --out,
the page is written anew from these, if they are right.

It exits with 0 if the receipt is right, with 1 if it is wrong or you gave no key
that shows who signed it, and with 2 if it was called the wrong way or could not read
a file.`,
		Example: `  lagrum receipt verify --key receipts.jwk receipt.json
  lagrum receipt verify --key receipts.jwk --log-key log.pub --json receipt.html
  lagrum receipt verify --key receipts.jwk --out again.html - <receipt.html`,
		Args:              exactly(1),
		ValidArgsFunction: withEnding("json", "jws", "jose", "html", "htm"),
		RunE:              func(cmd *cobra.Command, args []string) error { return r.run(cmd, args[0]) },
	}
	f := cmd.Flags()
	f.StringArrayVar(&r.keys, "key", nil, "a `file` with the organiser's public keys; may stand several times")
	f.StringArrayVar(&r.logKeys, "log-key", nil, "a `file` with keys of logs, one a line; may stand several times")
	f.BoolVar(&r.json, "json", false, "write the report as JSON")
	f.StringVar(&r.out, "out", "", "the `file` to write what was signed to, as a page, if it is right")
	register(cmd, "key", withEnding("jwk", "jwks", "json", "pem"))
	register(cmd, "out", withEnding("html"))
	return cmd
}

func (r *verifyRequest) run(cmd *cobra.Command, name string) error {
	keys, err := r.trusted()
	if err != nil {
		return err
	}
	data, err := content(cmd, name)
	if err != nil {
		return err
	}
	report, err := receipt.Verify(data, keys)
	if err != nil {
		return aboutFile(name, err)
	}
	said := []byte(report.String())
	if r.json {
		said = append(report.AppendJSON(nil), '\n')
	}
	if _, err := cmd.OutOrStdout().Write(said); err != nil {
		return err
	}
	if !report.Right() {
		return errNotRight
	}
	if r.out == "" {
		return nil
	}
	page := (&consent.Printer{}).ReceiptPage(&report.Receipt)
	if len(page) == 0 {
		return fmt.Errorf("%s: there are no words for a page in its language", name)
	}
	return create(r.out, string(page))
}

// trusted reads the keys.
func (r *verifyRequest) trusted() (receipt.Keys, error) {
	var keys receipt.Keys
	for _, name := range r.keys {
		data, err := content(nil, name)
		if err != nil {
			return keys, err
		}
		more, err := receipt.ParseKeys(data)
		if err != nil {
			return keys, aboutFile(name, err)
		}
		keys.Add(more)
	}
	for _, name := range r.logKeys {
		data, err := content(nil, name)
		if err != nil {
			return keys, err
		}
		if err := keys.AddLogs(string(data)); err != nil {
			return keys, aboutFile(name, err)
		}
	}
	return keys, nil
}

// content reads a file, or what is piped into the command, if there is one.
func content(cmd *cobra.Command, name string) ([]byte, error) {
	if cmd != nil && name == standardInput {
		data, err := io.ReadAll(io.LimitReader(cmd.InOrStdin(), maxInput))
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return data, nil
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such file", name)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxInput))
}
