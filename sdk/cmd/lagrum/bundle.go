package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/bundle"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/wasm"
)

func bundleCommand() *cobra.Command {
	var out, action, target string
	var asOf dayFlag
	var plain bool
	cmd := &cobra.Command{
		Use:   "bundle --out DIR [--action URL] FILE...",
		Short: "Write what a static host needs: pages, widgets, headers",
		Long: `Bundle writes the notices and forms of policies as files that any web server can serve:
pages that work without script, each form in each language as JSON for the widget, the
widgets themselves, and a file _headers with what a careful site sends.

A static host takes no answers. Say with --action where those are who do, such as a
"lagrum serve --origin" of yours, which must know the site that the pages are on; without
it, forms are sent to the address of their page.

With --target workers it writes what a Worker of Cloudflare is built from: the pages
and widgets into public, the policies as Go into policies, and the migrations of its
D1 database into migrations. The Worker takes the answers itself.

It removes what an earlier bundle left in the folder, and touches nothing else there.`,
		Example: `  lagrum bundle --out public policy.yaml
  lagrum bundle --out public --action https://forms.school.example examples/*/policy.yaml
  lagrum bundle --target workers --out worker policy.yaml`,
		Args:              atLeastOne,
		ValidArgsFunction: policyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			if out == "" {
				return errors.New("say with --out which folder to write into")
			}
			docs, err := bundled(cmd, args)
			if err != nil {
				return err
			}
			o := bundle.Options{Action: action, At: asOf.Date, Widgets: wasm.Dist()}
			if plain {
				o.Widgets = nil
			}
			files, err := bundleFiles(target, docs, o)
			if err != nil {
				return err
			}
			if err := bundle.Write(out, files); err != nil {
				return err
			}
			if target == "workers" {
				fmt.Fprintf(cmd.ErrOrStderr(), "%s in %s: public, migrations, and the policies as Go\n", plural(len(files), "file"), out)
				return nil
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "%s in %s; open %s/index.html through a web server, such as: npx serve %s\n", plural(len(files), "file"), out, out, out)
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVarP(&out, "out", "o", "", "`folder` to write into")
	f.StringVar(&action, "action", "", "`address` under which forms are taken, as lagrum serve does")
	f.StringVar(&target, "target", "static", "`host` to write for: static or workers")
	f.Var(&asOf, "as-of", "the `day` on which the pages are read (default that from which each policy applies)")
	f.BoolVar(&plain, "no-script", false, "leave the widgets out")
	return cmd
}

// bundled reads the policies. One that has errors is not written: its notices would
// mislead.
func bundled(cmd *cobra.Command, names []string) ([]*policy.Document, error) {
	inputs, err := readable(cmd, names)
	if err != nil {
		return nil, err
	}
	var docs []*policy.Document
	for i, in := range inputs {
		if count := findings(in, date.Date{}).Count(diag.Error); count > 0 {
			fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s; its pages may have gaps. Run: lagrum lint %s\n", in.Name, plural(count, "error"), names[i])
		}
		docs = append(docs, in.Doc)
	}
	return docs, nil
}
