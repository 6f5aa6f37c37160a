package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/ledger"
)

// An actHelp is what the help of an act says.
type actHelp struct {
	do                   func(*ledger.Log, context.Context, string, ledger.Disposal) (ledger.Position, error)
	short, long, example string
}

// acts are the commands that write something about a history into the log.
var acts = map[string]actHelp{
	"erase": {(*ledger.Log).Erase, "Erase a record's contents and note in the log that it was done",
		`Erase removes what a history holds, in all its versions; the log still verifies, and says
that it was erased, why and by whom. What a public body holds may not be destroyed
without a decision (in Sweden arkivlagen section 10): with --public-body, and no --decision,
nothing is erased, and you are told to restrict it instead. What is to go by the rules of
the policy, lagrum ledger retain finds and erases.`,
		`  lagrum ledger erase --db consents.db --log-key log.pub --key log.key --reason "art. 17(1)(d)" --by registrar Q1gUK425
  lagrum ledger erase … --public-body --decision "HSN 2026-0412" --reason "art. 17(1)(b)" --by registrar Q1gUK425`},
	"restrict": {(*ledger.Log).Restrict, "Note that a record may be stored and not used",
		`Restrict notes that a history may be stored, and otherwise not used without the person's
consent (GDPR Article 18): where somebody needs it for a claim, or its accuracy is contested.
Until it is released, lagrum ledger retain leaves it alone; unless --rule says that it
only waits for the decision that the rule needs.`,
		`  lagrum ledger restrict --db consents.db --log-key log.pub --key log.key --reason "art. 18(1)(c)" --by registrar Q1gUK425`},
	"release": {(*ledger.Log).Release, "Note that a record may be used again",
		`Release notes that the restriction of a history is lifted. The person must have been told
before (GDPR Article 18(3)).`,
		`  lagrum ledger release --db consents.db --log-key log.pub --key log.key --reason "the claim is settled" --by registrar Q1gUK425`},
}

// ledgerActCommand is erase, restrict or release: each rests on a reason, and
// stays in the log for good.
func ledgerActCommand(name string) *cobra.Command {
	var r logRequest
	var d ledger.Disposal
	act := acts[name]
	cmd := &cobra.Command{
		Use:   name + " --db DATABASE --log-key FILE --key FILE --reason TEXT --by WHO [--decision NUMBER] [--rule RULE] ID",
		Short: act.short, Long: act.long, Example: act.example,
		Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.on(cmd, func(ctx context.Context, log *ledger.Log) error {
				at, err := act.do(log, ctx, args[0], d)
				if err != nil {
					return err
				}
				return say(cmd.OutOrStdout(), "done; it stands in the log as entry %d", at.Index)
			})
		},
	}
	r.flags(cmd, true)
	f := cmd.Flags()
	f.StringVar(&d.Reason, "reason", "", "why, in `words` that are not about the person")
	f.StringVar(&d.By, "by", "", "`who` does it: a function, not a name")
	f.StringVar(&d.Decision, "decision", "", "the disposal `decision`, by number or date")
	f.StringVar(&d.Rule, "rule", "", "the retention `rule` of the policy that it carries out, if it does")
	f.BoolVar(&r.public, "public-body", false, "the organiser is a public body")
	for _, needed := range []string{"key", "reason", "by"} {
		cmd.MarkFlagRequired(needed)
	}
	return cmd
}
