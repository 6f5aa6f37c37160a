package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
)

// formats are the endings of files that hold notices.
var formats = []string{"html", "md", "txt", "json"}

// A noticeRequest holds the flags of the command notice.
type noticeRequest struct {
	lang, layer, scope, event string
	asOf                      dayFlag
	fullURL                   urlFlag
	format, out               string
	all                       bool
}

func noticeCommand() *cobra.Command {
	var n noticeRequest
	cmd := &cobra.Command{
		Use:   "notice [flags] FILE",
		Short: "Print the notice of a policy",
		Long: `Notice prints the notice of a policy in one language, layer and format; HTML is a
whole page with its stylesheet inside. With --all it writes every language, layer
and format of one or more policies into a folder, as policy.language.layer.format.

A file with an error in its shape, such as a key that does not exist, would give
a notice that leaves something out; then the errors are shown and the command
exits with 1. If lint finds errors, the notice is made, and a line on standard error
says that it has gaps.`,
		Example: `  lagrum notice policy.yaml >notice.html
  lagrum notice --lang en --layer short --format md policy.yaml
  lagrum notice --event spring-course --out notice.html policy.yaml
  lagrum notice --layer short --full-url /privacy policy.yaml
  lagrum notice --all --out public policies/*.yaml`,
		Args:              atLeastOne,
		ValidArgsFunction: policyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			if n.all {
				return n.printAll(cmd, args)
			}
			if len(args) > 1 {
				return errors.New("notice prints one file; use --all --out FOLDER for several")
			}
			return n.print(cmd, args[0])
		},
	}
	f := cmd.Flags()
	f.StringVar(&n.lang, "lang", "", "`language` of the notice (default the policy's first)")
	f.StringVar(&n.layer, "layer", "full", "how much: full, short or child")
	f.StringVar(&n.format, "format", "html", "form: html, md, txt or json")
	f.StringVar(&n.scope, "scope", "", "`id` of the part of the service that the reader comes from")
	f.StringVar(&n.event, "event", "", "`id` of the event that the reader comes from")
	f.Var(&n.asOf, "as-of", "the day on which it is read (default the day from which the policy applies)")
	f.Var(&n.fullURL, "full-url", "where the full notice is, for the link to it in the short and the child layer")
	f.StringVar(&n.out, "out", "", "write to this `file`, or with --all into this folder (default standard output)")
	f.BoolVar(&n.all, "all", false, "write every language, layer and format")
	cmd.MarkFlagsMutuallyExclusive("all", "lang")
	cmd.MarkFlagsMutuallyExclusive("all", "layer")
	cmd.MarkFlagsMutuallyExclusive("all", "format")
	cmd.MarkFlagsMutuallyExclusive("all", "full-url")
	complete(cmd, "format", formats...)
	complete(cmd, "as-of")
	complete(cmd, "full-url")
	completeFrom(cmd, "lang", languagesOf)
	completeFrom(cmd, "layer", layersOf)
	completeFrom(cmd, "scope", scopesOf)
	completeFrom(cmd, "event", eventsOf)
	return cmd
}

// print prints one notice.
func (n *noticeRequest) print(cmd *cobra.Command, name string) error {
	if !slices.Contains(formats, n.format) {
		return fmt.Errorf("there is no format %q; there are %s", n.format, strings.Join(formats, ", "))
	}
	inputs, err := readable(cmd, []string{name})
	if err != nil {
		return err
	}
	body, err := n.make(inputs[0], string(n.fullURL))
	if err != nil {
		return err
	}
	n.warn(cmd, inputs[0], name)
	if n.out == "" || n.out == standardInput {
		_, err = cmd.OutOrStdout().Write(body)
		return err
	}
	return os.WriteFile(n.out, body, 0o644)
}

// make makes the notice of a file in the format asked for.
func (n *noticeRequest) make(in input, fullURL string) ([]byte, error) {
	c := notice.Context{
		Language: locale.Tag(n.lang), Layer: notice.Layer(n.layer), Scope: n.scope, Event: n.event, At: n.asOf.Date, FullURL: fullURL,
	}
	if layers := notice.Layers(in.Doc); !slices.Contains(layers, c.Layer) {
		return nil, fmt.Errorf("%s has no layer %q; it has %s", in.Name, n.layer, join(layers))
	}
	doc, err := notice.Build(in.Doc, c)
	if unknown, ok := errors.AsType[*notice.ContextError](err); ok {
		return nil, fmt.Errorf("%s has no %s %q; it has %s", in.Name, unknown.Field, unknown.Value, known(unknown.Known))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", in.Name, err)
	}
	return printed(doc, n.format), nil
}

// warn says that a notice has gaps, if lint finds errors in the policy. The name
// is what the policy was asked for by.
func (n *noticeRequest) warn(cmd *cobra.Command, in input, name string) {
	count := findings(in, n.asOf.Date).Count(diag.Error)
	if count == 0 {
		return
	}
	day := ""
	if !n.asOf.IsZero() {
		day = "--as-of " + n.asOf.String() + " "
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s; the notice has gaps. Run: lagrum lint %s%s\n", in.Name, plural(count, "error"), day, name)
}

func printed(doc *notice.Doc, format string) []byte {
	var p notice.Printer
	switch format {
	case "md":
		return p.Markdown(doc)
	case "txt":
		return p.Text(doc)
	case "json":
		return append(p.JSON(doc), '\n')
	}
	return p.Page(doc)
}

func known(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, ", ")
}

func join[S ~string](list []S) string {
	return strings.Join(words(list), ", ")
}

// A urlFlag is a flag that holds the address of a page.
type urlFlag string

// Set takes the addresses of web pages, and those within a site.
func (u *urlFlag) Set(s string) error {
	address, ok := markup.SafeURL(s)
	scheme, _, found := strings.Cut(address, ":")
	if found && !strings.ContainsAny(scheme, "/?#") { // a colon further on is no scheme's
		ok = ok && (strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http"))
	}
	if !ok {
		return errors.New("write an address that begins with https:// or http://, or one within your site, such as /privacy")
	}
	*u = urlFlag(address)
	return nil
}

// String gives the address, or nothing.
func (u *urlFlag) String() string { return string(*u) }

// Type names the kind of value in the help.
func (u *urlFlag) Type() string { return "URL" }
