package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/change"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/text"
)

// errMaterial ends a command that has shown a material change.
var errMaterial = errors.New("something material has changed")

// diffFormats are the forms of a report.
var diffFormats = []string{"text", "md", "json"}

func diffCommand() *cobra.Command {
	var lang, format string
	cmd := &cobra.Command{
		Use:   "diff [--lang L] [--format text|md|json] OLD NEW",
		Short: "Say what changed between two versions of a policy, and what of it is material",
		Long: `Diff tells what people were told, or agreed to, that is no longer so: purposes,
controllers, legal bases, data, recipients, transfers, audience, profiling and
retention, and the words of purposes and consents. All else is wording. It says
whom a change concerns, and which consents must be asked again.

With --format text it tells the author where each change stands; with md it
writes a notice of change to people; with json it writes the report for programs.

It exits with 0 if nothing material has changed, with 1 if something has, and
with 2 if a file cannot be read.`,
		Example: `  lagrum diff published.yaml policy.yaml
  lagrum diff --lang sv --format md published.yaml policy.yaml >change.md
  git show HEAD:policy.yaml | lagrum diff - policy.yaml`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError(cmd, "diff takes 2 arguments", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return compare(cmd, args[0], args[1], lang, format) },
	}
	cmd.Flags().StringVar(&lang, "lang", "", "`language` of the report (default the first of the newer policy)")
	cmd.Flags().StringVar(&format, "format", "text", "form: text, md or json")
	complete(cmd, "format", diffFormats...)
	return cmd
}

func compare(cmd *cobra.Command, oldName, newName, lang, format string) error {
	if !slices.Contains(diffFormats, format) {
		return fmt.Errorf("there is no format %q; there are %s", format, join(diffFormats))
	}
	if oldName == standardInput && newName == standardInput {
		return errors.New("only one of the two policies can come from standard input")
	}
	old, err := legible(cmd, oldName)
	if err != nil {
		return err
	}
	new, err := legible(cmd, newName)
	if err != nil {
		return err
	}
	words, err := wordsOf(new, lang)
	if err != nil {
		return err
	}
	report := change.Compare(old.Doc, new.Doc)
	if _, err := cmd.OutOrStdout().Write(reported(report, format, words, old, new)); err != nil {
		return err
	}
	show(cmd.ErrOrStderr(), new.Place(report.Findings()))
	if report.Material() {
		return errMaterial
	}
	return nil
}

func reported(report change.Report, format string, words *text.Language, old, new input) []byte {
	switch format {
	case "md":
		return report.Markdown(words)
	case "json":
		return report.JSON()
	}
	return report.Text(words, func(doc *policy.Document, path diag.Path) string {
		in := new
		if doc == old.Doc {
			in = old
		}
		position := in.Position(path)
		if !position.IsValid() {
			return in.Name + " " + string(path)
		}
		return position.String()
	})
}

// legible reads a policy that is to be compared: one whose shape is wrong
// would seem to lack what it only fails to say.
func legible(cmd *cobra.Command, name string) (input, error) {
	in, err := read(cmd, name)
	if err != nil {
		return input{}, err
	}
	if in.Doc == nil || in.Findings.HasErrors() {
		show(cmd.ErrOrStderr(), in.Findings)
		return input{}, fmt.Errorf("%s cannot be read as it was meant, so it is not compared", in.Name)
	}
	return in, nil
}

// wordsOf gives the words of the language that was asked for, or of the
// policy's first.
func wordsOf(in input, lang string) (*text.Language, error) {
	tag := locale.Tag(lang)
	if tag == "" {
		tag = locale.EN
		if len(in.Doc.Languages) > 0 {
			tag = in.Doc.Languages[0]
		}
	}
	if words := text.In(tag); words != nil {
		return words, nil
	}
	var known []string
	for _, tag := range text.Languages {
		known = append(known, string(tag))
	}
	return nil, fmt.Errorf("there is no language %q; there are %s", tag, strings.Join(known, ", "))
}
