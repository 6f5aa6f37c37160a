package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// receiptFormats are what a receipt can be exported as.
var receiptFormats = []string{"kantara", "27560", "dpv"}

// A receiptExportRequest holds the flags of receipt export.
type receiptExportRequest struct {
	verify         verifyRequest
	policy, format string
}

func receiptExportCommand() *cobra.Command {
	var r receiptExportRequest
	cmd := &cobra.Command{
		Use:   "export --format kantara|27560|dpv --policy FILE --key FILE... FILE|-",
		Short: "Print a signed receipt in a format that other programs read",
		Long: `Export checks a signed receipt as verify does, and prints it as a Consent Receipt 1.1
of the Kantara Initiative (kantara), as a receipt of consent by ISO/IEC TS 27560 in
JSON (27560), or as that in JSON-LD with terms of the Data Privacy Vocabulary (dpv).

A receipt does not say where the controller has its office, nor where data are stored.
The policy does: name the version of it under which the person answered. If it lacks
what the format demands, the command says what, and exits with 1, as for a receipt
that is not shown to be right.

What is printed is not signed. docs/exports.md tells where each member comes from.`,
		Example: `  lagrum receipt export --format 27560 --policy policy.yaml --key receipts.jwk receipt.json
  lagrum receipt export --format kantara --policy 2026-1.yaml --key receipts.jwk receipt.html`,
		Args:              exactly(1),
		ValidArgsFunction: withEnding("json", "jws", "jose", "html", "htm"),
		RunE:              func(cmd *cobra.Command, args []string) error { return r.run(cmd, args[0]) },
	}
	f := cmd.Flags()
	f.StringVar(&r.format, "format", "", "`how` to print it: "+strings.Join(receiptFormats, ", "))
	f.StringVar(&r.policy, "policy", "", "the policy `file`, in the version of the receipt")
	f.StringArrayVar(&r.verify.keys, "key", nil, "a `file` with the organiser's public keys; may stand several times")
	complete(cmd, "format", receiptFormats...)
	register(cmd, "key", withEnding("jwk", "jwks", "json", "pem"))
	register(cmd, "policy", withEnding("yaml", "yml", "json"))
	return cmd
}

func (r *receiptExportRequest) run(cmd *cobra.Command, name string) error {
	if err := oneOf(r.format, receiptFormats); err != nil {
		return err
	}
	if r.policy == "" {
		return errors.New("say with --policy under which policy the person answered")
	}
	checked, err := r.checked(cmd, name)
	if err != nil {
		return err
	}
	doc, err := exportable(cmd, r.policy)
	if err != nil {
		return err
	}
	write := map[string]func(*consent.Receipt, *policy.Document) ([]byte, error){
		"kantara": export.Kantara, "27560": export.ISO27560Receipt, "dpv": export.DPVReceipt,
	}[r.format]
	return exported(cmd)(write(checked, doc))
}

// checked gives what was signed, if it is right. What is wrong is shown.
func (r *receiptExportRequest) checked(cmd *cobra.Command, name string) (*consent.Receipt, error) {
	keys, err := r.verify.trusted()
	if err != nil {
		return nil, err
	}
	data, err := content(cmd, name)
	if err != nil {
		return nil, err
	}
	report, err := receipt.Verify(data, keys)
	if err != nil {
		return nil, aboutFile(name, err)
	}
	if !report.Right() {
		fmt.Fprint(cmd.ErrOrStderr(), report.String())
		return nil, errNotRight
	}
	return &report.Receipt, nil
}
