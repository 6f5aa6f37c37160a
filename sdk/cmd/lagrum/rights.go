package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
)

// rightsFormats are the forms of an answer.
var rightsFormats = []string{"text", "html", "json"}

// A rightsRequest holds the flags of rights.
type rightsRequest struct {
	right, by, letter, why, lang, format  string
	received, asOf, died, told            dayFlag
	asked, proved                         dayFlag
	earlier, settled                      []string
	activities, data                      []string
	age                                   int
	login, doubt, claims, unfounded, copy bool
	unidentified, entitled                bool
}

func rightsCommand() *cobra.Command {
	var r rightsRequest
	cmd := &cobra.Command{
		Use:   "rights --right RIGHT --received DAY [--as-of DAY] [--letter KIND] POLICY",
		Short: "Say what is to be answered to a request, why, and by when",
		Long: `Rights works out what the law says of a request under a policy: whether the right
applies, activity by activity, who may ask, how to make sure who asks, what it costs,
what the answer must contain and mind, and by when it is due, with the arithmetic.
Each reason names its provision in the law of the policy.

With --letter it writes a letter: acknowledgement, extension, refusal or reply. An
extension needs the reason in your own words, by --why.

Nothing about the person is asked for but what the law turns on. What only people can
know is told by flags, such as --doubt or --claims.`,
		Example: `  lagrum rights --right access --received 2026-03-05 policy.yaml
  lagrum rights --right erasure --received 2026-03-05 --lang sv --letter refusal policy.yaml
  lagrum rights --right access --by guardian --age 9 --received 2026-03-05 --format json policy.yaml`,
		Args:              exactly(1),
		ValidArgsFunction: policyFiles,
		RunE:              func(cmd *cobra.Command, args []string) error { return r.run(cmd, args[0]) },
	}
	r.flags(cmd)
	return cmd
}

// flags adds the flags.
func (r *rightsRequest) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&r.right, "right", "", "the `right`: access, rectification, erasure, portability, objection and so on")
	f.Var(&r.received, "received", "the day on which the request came")
	f.Var(&r.asOf, "as-of", "the day of the assessment (default today)")
	f.StringVar(&r.by, "by", "", "`who` asks, if not the person: guardian, child, representative or relative")
	f.IntVar(&r.age, "age", 0, "how many `years` old the person is whom the data are about")
	f.Var(&r.died, "died", "the day on which that person died")
	f.StringArrayVar(&r.activities, "activity", nil, "an activity that it is about, by `id`; may stand several times (default all)")
	f.StringArrayVar(&r.data, "data", nil, "a kind of data that it is about, by `id`; may stand several times (default all)")
	f.BoolVar(&r.login, "login", false, "the request was made in the service, after a log-in")
	f.BoolVar(&r.doubt, "doubt", false, "there are reasonable doubts about who asks")
	f.Var(&r.asked, "asked", "the day on which proof of identity was asked for")
	f.Var(&r.proved, "proved", "the day on which the proof came")
	f.BoolVar(&r.unidentified, "unidentified", false, "nobody can tell which data are the person's")
	f.BoolVar(&r.unfounded, "unfounded", false, "the request is manifestly unfounded or excessive, and you can show it")
	f.BoolVar(&r.claims, "claims", false, "the data are needed for legal claims")
	f.BoolVar(&r.entitled, "entitled", false, "the relative may ask for somebody who died, as you judge it")
	f.BoolVar(&r.copy, "further-copy", false, "a further copy is asked for")
	f.Var(&r.told, "told", "the day on which the person was told that it takes longer")
	f.StringArrayVar(&r.earlier, "earlier", nil, "the `day` of an earlier request for the same; may stand several times")
	f.StringArrayVar(&r.settled, "settle", nil, "what people have judged of an activity, as `id=granted`, id=partly or id=refused; may stand several times")
	f.StringVar(&r.letter, "letter", "", "the `kind` of letter: acknowledgement, extension, refusal or reply (default a report)")
	f.StringVar(&r.why, "why", "", "your own `words` for a letter")
	f.StringVar(&r.lang, "lang", "", "`language` of the answer (default the first of the policy)")
	f.StringVar(&r.format, "format", "text", "form: text, html for a letter, or json for the report")
	cmd.MarkFlagRequired("right")
	cmd.MarkFlagRequired("received")
	r.complete(cmd)
}

// complete offers values to the shell.
func (r *rightsRequest) complete(cmd *cobra.Command) {
	var names []string
	for row := range law.Rights() {
		names = append(names, string(row.Right))
	}
	complete(cmd, "right", names...)
	complete(cmd, "by", "guardian", "child", "representative", "relative")
	complete(cmd, "letter", words(rights.LetterKinds)...)
	complete(cmd, "format", rightsFormats...)
	for _, flag := range []string{"received", "as-of", "died", "asked", "proved", "told", "earlier", "settle", "age", "why"} {
		complete(cmd, flag)
	}
	completeFrom(cmd, "lang", languagesOf)
	completeFrom(cmd, "activity", func(doc *policy.Document) []string {
		return idsOf(doc, func(d *policy.Document) []policy.Activity { return d.Activities }, func(a *policy.Activity) string { return a.ID })
	})
	completeFrom(cmd, "data", func(doc *policy.Document) []string {
		return idsOf(doc, func(d *policy.Document) []policy.Datum { return d.Data }, func(d *policy.Datum) string { return d.ID })
	})
}

// idsOf lists the ids of what a policy has, or nothing without a policy.
func idsOf[T any](doc *policy.Document, of func(*policy.Document) []T, id func(*T) string) []string {
	if doc == nil {
		return nil
	}
	var ids []string
	list := of(doc)
	for i := range list {
		if name := id(&list[i]); name != "" {
			ids = append(ids, name)
		}
	}
	return ids
}

func (r *rightsRequest) run(cmd *cobra.Command, name string) error {
	if err := r.check(); err != nil {
		return err
	}
	in, err := readForRights(cmd, name)
	if err != nil {
		return err
	}
	l, err := wordsOf(in, r.lang)
	if err != nil {
		return err
	}
	at := r.asOf.Date
	if at.IsZero() {
		year, month, day := time.Now().Date()
		at = date.Date{Year: year, Month: int(month), Day: day}
	}
	request, err := r.request()
	if err != nil {
		return err
	}
	answer, err := rights.Assess(in.Doc, request, at)
	if err != nil {
		_, what, _ := strings.Cut(err.Error(), ": ") // without the name of a package
		return errors.New(what)
	}
	out, err := r.answer(in.Doc, &answer, l)
	if err != nil {
		return err
	}
	_, err = cmd.OutOrStdout().Write(out)
	return err
}

// check holds the flags against each other.
func (r *rightsRequest) check() error {
	if !slices.Contains(rightsFormats, r.format) {
		return fmt.Errorf("there is no format %q; there are %s", r.format, join(rightsFormats))
	}
	if r.letter != "" && !slices.Contains(words(rights.LetterKinds), r.letter) {
		return fmt.Errorf("there is no letter %q; there are %s", r.letter, join(words(rights.LetterKinds)))
	}
	if r.letter == "" && r.format == "html" || r.letter != "" && r.format == "json" {
		return errors.New("a letter is text or html; a report is text or json")
	}
	return nil
}

// readForRights reads a policy whose shape is right.
func readForRights(cmd *cobra.Command, name string) (input, error) {
	in, err := read(cmd, name)
	if err != nil {
		return input{}, err
	}
	if in.Doc == nil || in.Findings.HasErrors() {
		show(cmd.ErrOrStderr(), in.Findings)
		return input{}, fmt.Errorf("%s cannot be read as it was meant, so no request is assessed by it", in.Name)
	}
	return in, nil
}

func (r *rightsRequest) request() (rights.Request, error) {
	request := rights.Request{
		Right: law.Right(r.right), Received: r.received.Date, Activities: r.activities, Data: r.data,
		By: rights.Asker(r.by), Age: r.age, Died: r.died.Date,
		Facts: rights.Facts{
			Doubt: r.doubt, Asked: r.asked.Date, Proved: r.proved.Date, Unidentified: r.unidentified,
			Entitled: r.entitled, Unfounded: r.unfounded, Claims: r.claims, FurtherCopy: r.copy, Told: r.told.Date,
		},
	}
	if r.login {
		request.Channel = policy.ByLogin
	}
	for _, s := range r.earlier {
		var day dayFlag
		if err := day.Set(s); err != nil {
			return rights.Request{}, fmt.Errorf("--earlier: %w", err)
		}
		request.Facts.Earlier = append(request.Facts.Earlier, day.Date)
	}
	for _, s := range r.settled {
		id, outcome, _ := strings.Cut(s, "=")
		if request.Facts.Settled == nil {
			request.Facts.Settled = map[string]rights.Outcome{}
		}
		request.Facts.Settled[id] = rights.Outcome(outcome)
	}
	return request, nil
}
