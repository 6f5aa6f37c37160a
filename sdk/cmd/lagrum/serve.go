package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/serve"
	"github.com/lagrum/lagrum/wasm"
)

func serveCommand() *cobra.Command {
	var address, base, file string
	var published bool
	var origins []string
	cmd := &cobra.Command{
		Use:   "serve [--addr ADDRESS] [--base PATH] [--published=false] FILE...",
		Short: "Show policies in a browser",
		Long: `Serve shows a start page with the services, each notice in every language, layer
and format, each form, and the policy file behind it with what lint finds in it. The
file is shown as it stands, comments too. The files are read once, at the start.

The forms can be filled in and sent. They are checked, and what was received is shown;
nothing of it is stored. With --demo FILE it is: answers, consents and the ledger that
proves them are kept in that SQLite file, people get receipts and can take consents
back, and use their rights; and /staff shows all of it, to anybody, answers requests
and erases what is due; /profile shows an invented profile as different people see
it. That is for trying things out. It answers to whoever asks for it by an IP address
or as localhost, so that no page elsewhere reads it under a name of its own.

If a file published.yaml lies beside a FILE and has "asPublished: true", it is the
notice as it was published once: it is shown too, with what lint finds in it.`,
		Example: `  lagrum serve policy.yaml
  lagrum serve --addr 127.0.0.1:9000 policies/*.yaml
  lagrum serve --demo demo.db policy.yaml
  lagrum serve --demo demo.db --origin https://www.school.example policy.yaml`,
		Args:              atLeastOne,
		ValidArgsFunction: policyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			inputs, err := readable(cmd, args)
			if err != nil {
				return err
			}
			policies, err := shown(cmd, inputs, published)
			if err != nil {
				return err
			}
			options := serve.Options{Base: base, Origins: origins, Widgets: wasm.Dist(), Logger: slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil)), Sender: sender}
			if file != "" {
				return demonstrate(cmd, address, file, policies, options)
			}
			handler, err := serve.New(policies, options)
			if err != nil {
				return err
			}
			if n := countForms(policies); n > 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "Forms to fill in and send: %d. Nothing that is sent is stored.\n", n)
			}
			return listen(cmd, address, base, handler)
		},
	}
	cmd.Flags().StringVar(&address, "addr", "127.0.0.1:8080", "listen on this `address`; port 0 takes any that is free")
	cmd.Flags().StringVar(&base, "base", "", "the `path` under which all pages are, such as /privacy")
	cmd.Flags().BoolVar(&published, "published", true, "show published.yaml beside a FILE, too")
	cmd.Flags().StringVar(&file, "demo", "", "keep what is sent in this SQLite `file`, and show it at /staff")
	cmd.Flags().StringSliceVar(&origins, "origin", nil, "let pages of this other `site` send forms here, such as those of lagrum bundle")
	complete(cmd, "addr")
	complete(cmd, "base")
	complete(cmd, "origin")
	return cmd
}

// demonstrate serves the policies with a file that keeps what is sent.
func demonstrate(cmd *cobra.Command, address, file string, policies []serve.Policy, options serve.Options) error {
	d, err := openDemo(cmd.Context(), file, policies)
	if err != nil {
		return err
	}
	defer d.store.Close()
	handler, err := serve.New(d.policies, d.options(options))
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "A demonstration: what is sent is kept in %s, and shown to anybody at %s/staff.\n", file, options.Base)
	return listen(cmd, address, options.Base, d.handler(options.Base, handler))
}

// shown makes what is served of the files, with what was published before if
// that is wanted.
func shown(cmd *cobra.Command, inputs []input, published bool) ([]serve.Policy, error) {
	var list []serve.Policy
	for _, in := range inputs {
		p := serve.Policy{Doc: in.Doc, Source: in.source, Checked: true, Findings: findings(in, date.Date{})}
		if published && in.Name != "stdin" {
			var err error
			if p.Published, err = before(cmd, in.Name); err != nil {
				return nil, err
			}
		}
		list = append(list, p)
	}
	return list, nil
}

// countForms counts the forms of all policies.
func countForms(policies []serve.Policy) int {
	n := 0
	for _, p := range policies {
		n += len(p.Doc.Forms)
	}
	return n
}

// before reads the notice that was published before a policy: published.yaml
// in the same folder, if it says that it is one. Nil means that there is none.
func before(cmd *cobra.Command, name string) (*serve.Published, error) {
	beside := filepath.Join(filepath.Dir(name), "published.yaml")
	if _, err := os.Stat(beside); err != nil || filepath.Clean(name) == beside {
		return nil, nil
	}
	in, err := read(cmd, beside)
	if err != nil {
		return nil, err
	}
	if in.Doc == nil || !in.Doc.AsPublished {
		return nil, nil
	}
	if in.Findings.HasErrors() {
		show(cmd.ErrOrStderr(), in.Findings)
		return nil, fmt.Errorf("%s cannot be read as it was meant; put it right, or leave it out with --published=false", beside)
	}
	return &serve.Published{Doc: in.Doc, Source: in.source, Findings: findings(in, date.Date{})}, nil
}

// Nobody needs longer than this to ask, to send a form with its files, or to read
// an answer; the time to write one begins with the reading of the request.
const (
	askTimeout   = 10 * time.Second
	readTimeout  = 2 * time.Minute
	writeTimeout = 3 * time.Minute
	idleTimeout  = 2 * time.Minute
	stopTimeout  = 5 * time.Second
)

// listen serves until the command's context is done; then it lets the answers
// that are on their way finish.
func listen(cmd *cobra.Command, address, base string, handler http.Handler) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("%w; choose another address with --addr", err)
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: askTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: 1 << 16,
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s%s/\n", reachable(listener.Addr()), base)
	fmt.Fprintln(cmd.ErrOrStderr(), "Open the address in a browser. Ctrl+C stops.")

	stopped := make(chan error, 1)
	unhook := context.AfterFunc(cmd.Context(), func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(cmd.Context()), stopTimeout)
		defer cancel()
		stopped <- server.Shutdown(ctx)
	})
	defer unhook()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// reachable is the address as a browser on this machine opens it.
func reachable(a net.Addr) string {
	if tcp, ok := a.(*net.TCPAddr); ok && tcp.IP.IsUnspecified() {
		return fmt.Sprintf("http://localhost:%d", tcp.Port)
	}
	return "http://" + a.String()
}
