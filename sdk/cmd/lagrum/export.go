package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// exportKinds are what a policy can be exported as.
var exportKinds = []string{"ropa", "dpia", "agreements", "transfers", "tilt", "dpv"}

// errLacking ends a command that has shown what an export lacks.
var errLacking = errors.New("a policy lacks what the format demands")

// An exportRequest holds the flags of the command export.
type exportRequest struct {
	as, format, lang, party, separator string
	asOf                               dayFlag
	judged                             []string
	url                                urlFlag
}

func exportCommand() *cobra.Command {
	var r exportRequest
	cmd := &cobra.Command{
		Use:   "export --as KIND [--format FORMAT] [--lang LANG] [--party ID] FILE",
		Short: "Print a record of processing and other documents that follow from a policy",
		Long: `Export prints what follows from a policy, in one language:

  ropa        the record of processing activities of a party (GDPR Article 30), as
              controller and as processor
  dpia        whether an impact assessment is needed (Article 35), by nine criteria
  agreements  a checklist of data processing agreements (Article 28)
  transfers   what leaves the EEA, and on what ground (Chapter V)
  tilt        a document of the Transparency Information Language, in JSON
  dpv         JSON-LD with terms of the Data Privacy Vocabulary

The first four are html, md, json or csv. They say what the policy says, what is
missing and what people must look at, and a line on standard error counts both.
None says that anything is lawful.

Nothing is made up. If the policy lacks what tilt or dpv demands, the command says
what, and exits with 1. docs/accountability.md and docs/exports.md tell where each
thing comes from.`,
		Example: `  lagrum export --as ropa --party school policy.yaml >record.html
  lagrum export --as ropa --format csv --separator ';' policy.yaml >record.csv
  lagrum export --as dpia --judge large-scale=no --judge photos.new-technology=yes policy.yaml >screening.html
  lagrum export --as tilt --url https://school.example/privacy policy.yaml >tilt.json`,
		Args:              exactly(1),
		ValidArgsFunction: policyFiles,
		RunE:              func(cmd *cobra.Command, args []string) error { return r.run(cmd, args[0]) },
	}
	r.flags(cmd)
	return cmd
}

// flags adds the flags.
func (r *exportRequest) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&r.as, "as", "", "`what` to print: "+strings.Join(exportKinds, ", "))
	f.StringVar(&r.format, "format", "", "`how` to print it: html (the default), md, json or csv; tilt and dpv are json")
	f.StringVar(&r.lang, "lang", "", "`language` of the document (default the policy's first)")
	f.StringVar(&r.party, "party", "", "`id` of the party whose document it is (default the policy's first controller; for dpia, agreements and transfers all)")
	f.Var(&r.asOf, "as-of", "the day whose law counts (default the day from which the policy applies)")
	f.StringArrayVar(&r.judged, "judge", nil, "for dpia: what people have judged of a `criterion`, as large-scale=yes, or of one activity, as ID.large-scale=no; may stand several times")
	f.StringVar(&r.separator, "separator", ",", "for csv: what stands between cells: , or ; or tab")
	f.Var(&r.url, "url", "for tilt: where the notice can be read (default the policy's id)")
	complete(cmd, "as", exportKinds...)
	complete(cmd, "format", reportFormats...)
	complete(cmd, "separator", ",", ";", "tab")
	for _, flag := range []string{"url", "as-of"} {
		complete(cmd, flag)
	}
	completeFrom(cmd, "lang", languagesOf)
	completeFrom(cmd, "party", partiesOf)
	completeFrom(cmd, "judge", criteriaOf)
}

func (r *exportRequest) run(cmd *cobra.Command, name string) error {
	if err := r.check(); err != nil {
		return err
	}
	doc, err := exportable(cmd, name)
	if err != nil {
		return err
	}
	switch r.as {
	case "dpv":
		return exported(cmd)(export.DPVPolicy(doc, locale.Tag(r.lang)))
	case "tilt":
		return exported(cmd)(export.TILT(doc, export.TILTContext{
			Language: locale.Tag(r.lang), Controller: r.party, URL: string(r.url), At: r.asOf.Date,
		}))
	}
	return r.report(cmd, doc, name)
}

// check holds the flags against each other.
func (r *exportRequest) check() error {
	if r.as == "" {
		return fmt.Errorf("say with --as what to print: %s", strings.Join(exportKinds, ", "))
	}
	if !slices.Contains(exportKinds, r.as) {
		return fmt.Errorf("there is no document %q; there are %s", r.as, strings.Join(exportKinds, ", "))
	}
	plain := r.as == "tilt" || r.as == "dpv"
	switch {
	case plain && r.format != "" && r.format != "json":
		return fmt.Errorf("%s is json only", r.as)
	case !plain && r.format != "" && !slices.Contains(reportFormats, r.format):
		return fmt.Errorf("there is no format %q; there are %s", r.format, join(reportFormats))
	case r.as != "tilt" && r.url != "":
		return errors.New("--url is for tilt only")
	case r.as == "dpv" && (r.party != "" || !r.asOf.IsZero()):
		return errors.New("--party and --as-of are not for dpv, which tells of all parties")
	case r.as != "dpia" && len(r.judged) > 0:
		return errors.New("--judge is for dpia only")
	}
	return nil
}

// oneOf demands one of the formats.
func oneOf(format string, known []string) error {
	if format == "" {
		return fmt.Errorf("say with --format how to print it: %s", strings.Join(known, ", "))
	}
	if !slices.Contains(known, format) {
		return fmt.Errorf("there is no format %q; there are %s", format, strings.Join(known, ", "))
	}
	return nil
}

// exportable reads a policy file whose shape is right. What is wrong is shown.
func exportable(cmd *cobra.Command, name string) (*policy.Document, error) {
	in, err := read(cmd, name)
	if err != nil {
		return nil, err
	}
	if in.Doc == nil || in.Findings.HasErrors() {
		show(cmd.ErrOrStderr(), in.Findings)
		fmt.Fprintln(cmd.ErrOrStderr(), "lagrum: nothing is exported with a file that cannot be read as it was meant")
		return nil, errWrong
	}
	return in.Doc, nil
}

// exported prints an export, or what it lacks, one thing a line.
func exported(cmd *cobra.Command) func([]byte, error) error {
	return func(data []byte, err error) error {
		if missing, ok := errors.AsType[*export.MissingError](err); ok {
			for _, what := range missing.Lacks {
				fmt.Fprintf(cmd.ErrOrStderr(), "lagrum: %s needs what is not there: %s\n", missing.Format, visible(what))
			}
			return errLacking
		}
		if err != nil {
			return errors.New(strings.TrimPrefix(err.Error(), "export: "))
		}
		_, err = cmd.OutOrStdout().Write(data)
		return err
	}
}

// partiesOf gives the ids of the parties of a policy.
func partiesOf(doc *policy.Document) []string {
	return idsOf(doc, func(d *policy.Document) []policy.Party { return d.Parties }, func(p *policy.Party) string { return p.ID })
}
