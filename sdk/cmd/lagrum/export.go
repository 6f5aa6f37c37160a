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

// exportFormats are what a policy can be exported as.
var exportFormats = []string{"tilt", "dpv"}

// errLacking ends a command that has shown what an export lacks.
var errLacking = errors.New("a policy lacks what the format demands")

// An exportRequest holds the flags of the command export.
type exportRequest struct {
	format, lang, controller string
	url                      urlFlag
}

func exportCommand() *cobra.Command {
	var r exportRequest
	cmd := &cobra.Command{
		Use:   "export --format tilt|dpv [--lang LANG] [--controller ID] [--url URL] FILE",
		Short: "Print a policy in a format that other programs read",
		Long: `Export prints a policy in one language as a document of the Transparency Information
Language (tilt), or as JSON-LD with terms of the Data Privacy Vocabulary (dpv). A
document of tilt has one controller; with --controller it is that of another one than
the policy's first.

Nothing is made up. If the policy lacks what the format demands, the command says
what, and exits with 1. docs/exports.md tells where each member comes from, and what
the formats cannot say.`,
		Example: `  lagrum export --format tilt --url https://school.example/privacy policy.yaml >tilt.json
  lagrum export --format dpv --lang en policy.yaml >policy.jsonld`,
		Args:              exactly(1),
		ValidArgsFunction: policyFiles,
		RunE:              func(cmd *cobra.Command, args []string) error { return r.run(cmd, args[0]) },
	}
	f := cmd.Flags()
	f.StringVar(&r.format, "format", "", "`how` to print it: "+strings.Join(exportFormats, ", "))
	f.StringVar(&r.lang, "lang", "", "`language` of the document (default the policy's first)")
	f.StringVar(&r.controller, "controller", "", "for tilt: `id` of the party whose document it is (default the policy's first controller)")
	f.Var(&r.url, "url", "for tilt: where the notice can be read (default the policy's id)")
	complete(cmd, "format", exportFormats...)
	complete(cmd, "url")
	completeFrom(cmd, "lang", languagesOf)
	completeFrom(cmd, "controller", partiesOf)
	return cmd
}

func (r *exportRequest) run(cmd *cobra.Command, name string) error {
	if err := oneOf(r.format, exportFormats); err != nil {
		return err
	}
	if r.format != "tilt" && (r.controller != "" || r.url != "") {
		return errors.New("--controller and --url are for tilt only")
	}
	doc, err := exportable(cmd, name)
	if err != nil {
		return err
	}
	if r.format == "dpv" {
		return exported(cmd)(export.DPVPolicy(doc, locale.Tag(r.lang)))
	}
	return exported(cmd)(export.TILT(doc, export.TILTContext{
		Language: locale.Tag(r.lang), Controller: r.controller, URL: string(r.url),
	}))
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
	if doc == nil {
		return nil
	}
	var ids []string
	for i := range doc.Parties {
		ids = append(ids, doc.Parties[i].ID)
	}
	return ids
}
