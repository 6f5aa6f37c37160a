package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/retention"
	"github.com/lagrum/lagrum/sdk/text"
)

// A retainRequest holds the flags of retain.
type retainRequest struct {
	logRequest
	at           dayFlag
	zone, events string
	by, lang     string
	dry          bool
}

func ledgerRetainCommand() *cobra.Command {
	var r retainRequest
	cmd := &cobra.Command{
		Use:   "retain --db DATABASE --log-key FILE (--dry-run | --key FILE --by WHO) [--at DAY] [--zone ZONE] [--events FILE] [--public-body] POLICY",
		Short: "Erase the records whose time is up by the policy",
		Long: `Retain carries out the retention rules that a policy has for the proof of consent: those of
data with the term dpv:ConsentRecord. It erases what each history holds once its time is up, and
notes the rule in the log, which still verifies. Run it once a day.

The rules run from the day on which a consent was taken back or ran out, or on which
somebody said no. A yes that still counts never goes. Where a public body has no decision on
disposal (disposalDecision), the history is restricted, and erased once there is one.

With --dry-run it only tells what is due, why, and what stops it; then the day may be one
to come. --events takes a file as that of lagrum retention plan, in which record is the id of a
history: for holds, and for rules with other triggers.

It may be broken off, and run again at any time.`,
		Example: `  lagrum ledger retain --db consents.db --log-key log.pub --dry-run --at 2027-01-01 policy.yaml
  lagrum ledger retain --db consents.db --log-key log.pub --key log.key --by registrar policy.yaml`,
		Args:              exactly(1),
		ValidArgsFunction: policyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			retention, lang, err := r.read(cmd, args[0])
			if err != nil {
				return err
			}
			return r.on(cmd, func(ctx context.Context, log *ledger.Log) error {
				if r.dry {
					return showDue(ctx, cmd.OutOrStdout(), log, retention, lang)
				}
				done, err := log.Retain(ctx, retention)
				return errors.Join(showRetained(cmd.OutOrStdout(), &done), err)
			})
		},
	}
	r.flags(cmd)
	return cmd
}

func (r *retainRequest) flags(cmd *cobra.Command) {
	r.logRequest.flags(cmd, true)
	f := cmd.Flags()
	f.Var(&r.at, "at", "the `day` (default today)")
	f.StringVar(&r.zone, "zone", "", "the time `zone` of the controller, such as Europe/Stockholm (default where each record was written)")
	f.StringVar(&r.events, "events", "", "a `file` with holds, and what else the log does not know, in YAML or JSON")
	f.StringVar(&r.by, "by", "", "`who` does it: a function, not a name")
	f.StringVar(&r.lang, "lang", "", "`language` of the reasons (default the first of the policy)")
	f.BoolVar(&r.public, "public-body", false, "the organiser is a public body")
	f.BoolVar(&r.dry, "dry-run", false, "change nothing, and tell what is due")
	complete(cmd, "at")
	register(cmd, "events", withEnding("yaml", "yml", "json"))
	completeFrom(cmd, "lang", languagesOf)
	cmd.MarkFlagsOneRequired("key", "dry-run")
	cmd.MarkFlagsOneRequired("by", "dry-run")
}

// read reads the policy and the events.
func (r *retainRequest) read(cmd *cobra.Command, policy string) (ledger.Retention, *text.Language, error) {
	in, err := legible(cmd, policy)
	if err != nil {
		return ledger.Retention{}, nil, err
	}
	lang, err := wordsOf(in, r.lang)
	if err != nil {
		return ledger.Retention{}, nil, err
	}
	zone, err := time.LoadLocation(cmp.Or(r.zone, "Local"))
	if err != nil {
		return ledger.Retention{}, nil, fmt.Errorf("there is no time zone %q; an example of one is Europe/Stockholm", r.zone)
	}
	if r.at.IsZero() {
		r.at.Date = dayOf(time.Now(), zone)
	}
	if r.zone == "" {
		zone = nil
	}
	known, err := knownOf(cmd, r.events, zone)
	return ledger.Retention{Policy: in.Doc, At: r.at.Date, By: r.by, Zone: zone, Known: known}, lang, err
}

// knownOf gives what a file tells of each history; nil if there is no file.
func knownOf(cmd *cobra.Command, file string, zone *time.Location) (func(context.Context, ledger.History) (retention.Events, error), error) {
	if file == "" {
		return nil, nil
	}
	records, err := readEvents(cmd, file, zone)
	if err != nil {
		return nil, err
	}
	byID := map[string]retention.Events{}
	for _, e := range records {
		byID[e.Record] = e
	}
	return func(_ context.Context, h ledger.History) (retention.Events, error) {
		last, _ := h.Last()
		return byID[last.Record.ID], nil
	}, nil
}

// showDue writes what is due, and why.
func showDue(ctx context.Context, w io.Writer, log *ledger.Log, r ledger.Retention, lang *text.Language) error {
	n := 0
	for d, err := range log.Due(ctx, r) {
		if err != nil {
			return err
		}
		n++
		last, _ := d.History.Last()
		if err := say(w, "%s: %s, by rule %s", last.Record.ID, toDo(&d.Entry), d.Rule); err != nil {
			return err
		}
		for _, words := range retention.Explain(r.Policy, &d.Entry, lang) {
			if err := say(w, "  - %s", words); err != nil {
				return err
			}
		}
	}
	return say(w, "histories whose time is up on %s: %d; nothing was changed", r.At, n)
}

// toDo says what would be done with what is due.
func toDo(e *retention.Entry) string {
	switch {
	case e.State == retention.Held:
		return "held"
	case e.State == retention.Undecided:
		return "restricted, decision missing"
	case e.Action == retention.Restrict:
		return "restrict, decision missing"
	case e.Action == policy.Erase, e.Action == policy.Anonymise:
		return "erase"
	}
	return "not for the log to do: " + string(e.Action)
}

// showRetained writes what was done, and what was left and why.
func showRetained(w io.Writer, done *ledger.Retained) error {
	err := say(w, "histories erased: %d", done.Erased)
	for _, line := range []struct {
		n    int64
		what string
	}{
		{done.Restricted, "restricted, decision missing: %d"},
		{done.Undecided, "were restricted before, decision still missing: %d"},
		{done.Held, "held: %d"},
		{done.Left, "whose rule says something else than to erase, which is yours to do: %d"},
		{done.Unruled, "have ended, and no rule has begun: %d"},
	} {
		if line.n > 0 {
			err = errors.Join(err, say(w, line.what, line.n))
		}
	}
	return err
}
