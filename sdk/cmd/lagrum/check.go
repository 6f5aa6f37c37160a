package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
)

// errRefused ends a command that has shown what is wrong with answers.
var errRefused = errors.New("the answers have problems")

// A checkRequest holds the flags of check. They are plain text, since the library
// would repeat what it cannot read, and that may be an answer.
type checkRequest struct {
	formChoice
	asOf, values string
}

func checkCommand() *cobra.Command {
	var r checkRequest
	cmd := &cobra.Command{
		Use:   "check --form ID [--lang LANG] [--event ID] [--as-of DAY] --values FILE|- POLICY",
		Short: "Check answers to a form, without repeating them",
		Long: `Check reads the answers to a form of a policy and writes one line of JSON: whether
they are right, what must be mended and in which words, and what would be dropped
because it was not asked for. No output has an answer in it.

Answers are an object in JSON. Each field has a text, checkboxes a list of texts, a
consent true or false, and a file its name, type and size in bytes:

  {"name": "Elin Exempel", "topics": ["a", "b"], "news": true,
   "picture": {"name": "elin.jpg", "type": "image/jpeg", "size": 52000}}

They are never taken from the command line, where the history of the shell and the
list of processes would show them.

It exits with 0 if the answers are right, with 1 if they are not, and with 2 if it
was called the wrong way or could not read a file.`,
		Example: `  lagrum check --form enrolment --lang en --values answers.json policy.yaml
  lagrum check --form enrolment --event spring-course --values - policy.yaml <answers.json`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError(cmd, "check takes 1 argument", len(args))
			}
			return nil
		},
		ValidArgsFunction: policyFiles,
		RunE:              func(cmd *cobra.Command, args []string) error { return r.run(cmd, args[0]) },
	}
	r.register(cmd)
	f := cmd.Flags()
	f.StringVar(&r.asOf, "as-of", "", "the `day` on which they are sent (default today)")
	f.StringVar(&r.values, "values", "", "the `file` with the answers, - for standard input")
	complete(cmd, "as-of")
	register(cmd, "values", cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt))
	cmd.SetFlagErrorFunc(func(*cobra.Command, error) error {
		return errors.New("a flag is not known or has the wrong value; see lagrum check --help")
	})
	return cmd
}

func (r *checkRequest) run(cmd *cobra.Command, name string) error {
	year, month, day := time.Now().Date()
	asOf := dayFlag{date.Date{Year: year, Month: int(month), Day: day}}
	if r.asOf != "" {
		if err := asOf.Set(r.asOf); err != nil {
			return fmt.Errorf("--as-of: %w", err)
		}
	}
	switch {
	case r.values == "":
		return errors.New("name with --values the file with the answers, or - for standard input")
	case r.values == standardInput && name == standardInput:
		return errors.New("only one of the policy and the answers can come from standard input")
	}
	in, err := formFile(cmd, name)
	if err != nil {
		return err
	}
	d, err := r.derive(in)
	if err != nil {
		return err
	}
	values, err := r.read(cmd.InOrStdin())
	if err != nil {
		return err
	}
	var s form.Submission
	problems := d.Check(values, asOf.Date, &s)
	if _, err := cmd.OutOrStdout().Write(judgement(problems, &s)); err != nil {
		return err
	}
	if len(problems) > 0 {
		return errRefused
	}
	return nil
}

// judgement writes what was found as a line of JSON.
func judgement(problems []form.Problem, s *form.Submission) []byte {
	out := fmt.Appendf(nil, `{"valid":%t,"problems":`, len(problems) == 0)
	out = form.AppendProblems(out, problems)
	out = append(out, `,"dropped":`...)
	out = form.AppendDrops(out, s.Dropped())
	return append(out, "}\n"...)
}

// longestAnswers is the most that is read, in bytes; package form says so too.
const longestAnswers = 1 << 20

// read reads the answers, in Unicode form NFC. Its errors say nothing of what is
// in the file, nor its name, which may be an answer that was meant for the file.
func (r *checkRequest) read(stdin io.Reader) ([]form.Value, error) {
	if r.values != standardInput {
		f, err := os.Open(r.values)
		if err != nil {
			return nil, unreadableAnswers(err)
		}
		defer f.Close()
		stdin = f
	}
	data, err := io.ReadAll(io.LimitReader(stdin, longestAnswers+1))
	if err != nil {
		return nil, unreadableAnswers(err)
	}
	values, err := form.ReadValues(bytes.TrimPrefix(data, []byte("\uFEFF")))
	if err != nil {
		_, what, _ := strings.Cut(err.Error(), ": ") // without the name of a package
		return nil, errors.New("--values: " + what)
	}
	for i := range values {
		values[i].Text = norm.NFC.String(values[i].Text)
	}
	return values, nil
}

func unreadableAnswers(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("--values: there is no such file; answers are read from a file or standard input, never from the command line")
	}
	if failed, ok := errors.AsType[*fs.PathError](err); ok {
		err = failed.Err
	}
	return fmt.Errorf("--values: the answers cannot be read: %w", err)
}
