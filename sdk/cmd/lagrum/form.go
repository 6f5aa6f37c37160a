package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/schema"
)

// formFormats are what a form can be printed as.
var formFormats = []string{"html", "json", "schema"}

// A formChoice holds the flags that choose a form of a policy.
type formChoice struct{ form, lang, event string }

func (c *formChoice) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&c.form, "form", "", "`id` of the form (default the policy's only one)")
	f.StringVar(&c.lang, "lang", "", "`language` of the form (default the policy's first)")
	f.StringVar(&c.event, "event", "", "`id` of the event that it is for (default none: all that any event asks for)")
	completeFrom(cmd, "form", formsOf)
	completeFrom(cmd, "lang", languagesOf)
	completeFrom(cmd, "event", eventsOf)
}

// derive makes the form that was chosen from the policy file.
func (c *formChoice) derive(in input) (*form.Definition, error) {
	ids := formsOf(in.Doc)
	switch {
	case c.form == "" && len(ids) == 1:
		c.form = ids[0]
	case c.form == "":
		return nil, fmt.Errorf("say with --form which form; %s has %s", in.Name, known(ids))
	}
	d, err := form.Derive(in.Doc, c.form, form.Context{Language: locale.Tag(c.lang), Event: c.event})
	if unknown, ok := errors.AsType[*form.ContextError](err); ok {
		return nil, fmt.Errorf("%s has no %s %q; it has %s", in.Name, unknown.Field, unknown.Value, known(unknown.Known))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", in.Name, err)
	}
	return d, nil
}

// formFile reads a policy file whose shape is right. What is wrong is shown.
func formFile(cmd *cobra.Command, name string) (input, error) {
	in, err := read(cmd, name)
	if err != nil {
		return input{}, err
	}
	if in.Doc == nil || in.Findings.HasErrors() {
		show(cmd.ErrOrStderr(), in.Findings)
		fmt.Fprintln(cmd.ErrOrStderr(), "lagrum: no form is made from a file that cannot be read as it was meant")
		return input{}, errWrong
	}
	return in, nil
}

// formsOf gives the ids of the forms of a policy.
func formsOf(doc *policy.Document) []string {
	if doc == nil {
		return nil
	}
	var ids []string
	for i := range doc.Forms {
		ids = append(ids, doc.Forms[i].ID)
	}
	return ids
}

func formCommand() *cobra.Command {
	var c formChoice
	var format string
	var list bool
	cmd := &cobra.Command{
		Use:   "form [--form ID] [--lang LANG] [--event ID] [--format FORMAT] FILE",
		Short: "Print a form of a policy",
		Long: `Form prints a form of a policy in one language: as an HTML page, which works without
script, as the JSON that servers and browsers check answers with, or as the JSON
Schema of what is kept of the answers. With --list it lists the policy's forms.

Which fields a form has may depend on the event. Without --event it has all.`,
		Example: `  lagrum form --list policy.yaml
  lagrum form --form enrolment --lang en policy.yaml >enrolment.html
  lagrum form --form enrolment --event spring-course --format schema policy.yaml >enrolment.schema.json`,
		Args:              exactly(1),
		ValidArgsFunction: policyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(formFormats, format) {
				return fmt.Errorf("there is no format %q; there are %s", format, strings.Join(formFormats, ", "))
			}
			in, err := formFile(cmd, args[0])
			if err != nil {
				return err
			}
			if list {
				return listForms(cmd.OutOrStdout(), in.Doc, locale.Tag(c.lang))
			}
			d, err := c.derive(in)
			if err != nil {
				return err
			}
			if count := findings(in, date.Date{}).Count(diag.Error); count > 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s; the form may have gaps. Run: lagrum lint %s\n", in.Name, plural(count, "error"), args[0])
			}
			_, err = cmd.OutOrStdout().Write(printedForm(d, format))
			return err
		},
	}
	c.register(cmd)
	cmd.Flags().StringVar(&format, "format", "html", "`how` to print it: "+strings.Join(formFormats, ", "))
	cmd.Flags().BoolVar(&list, "list", false, "list the forms, and do nothing else")
	complete(cmd, "format", formFormats...)
	return cmd
}

func printedForm(d *form.Definition, format string) []byte {
	switch format {
	case "json":
		return append(d.AppendJSON(nil), '\n')
	case "schema":
		return schema.Form(d)
	}
	return new(form.Printer).Page(d, form.State{})
}

// listForms lists the ids and titles of the policy's forms, in the language or
// in the policy's first.
func listForms(out io.Writer, doc *policy.Document, lang locale.Tag) error {
	if lang == "" && len(doc.Languages) > 0 {
		lang = doc.Languages[0]
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for i := range doc.Forms {
		f := &doc.Forms[i]
		fmt.Fprintf(w, "%s\t%s\n", f.ID, cmp.Or(f.Title.In(lang), "-"))
	}
	return w.Flush()
}
