package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

// starter is a policy to begin with. Each text stands on a line of its own, so
// that a language can be left out line by line.
//
//go:embed starter.yaml
var starter string

// starterLanguages are the languages of the starter.
var starterLanguages = []string{"sv", "en"}

func initCommand() *cobra.Command {
	var lang string
	cmd := &cobra.Command{
		Use:   "init [--lang LANGUAGE] [FILE]",
		Short: "Write a policy to begin with",
		Long: `Init writes a small policy with comments that say what each part is for: a course
with enrolment and its form, and a newsletter, in Swedish and English. It loads and has no
lint findings, so whatever lint says afterwards is about what you wrote. A file
that exists is never overwritten.`,
		Example: `  lagrum init
  lagrum init --lang en school.yaml
  lagrum init - | less`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: policyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			name := "policy.yaml"
			if len(args) > 0 {
				name = args[0]
			}
			content, err := starterIn(lang)
			if err != nil {
				return err
			}
			if name == standardInput {
				_, err := fmt.Fprint(cmd.OutOrStdout(), content)
				return err
			}
			if err := create(name, content); err != nil {
				return err
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "Wrote %s. Change it, then run: lagrum lint %s\n", name, name)
			return nil
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", "only this `language`: sv or en (default both)")
	complete(cmd, "lang", starterLanguages...)
	return cmd
}

// create writes a file that must not be there yet.
func create(name, content string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is already there and stays as it is; name another file", name)
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString(content)
	return errors.Join(err, f.Close())
}

// starterIn gives the starter in one language, or in all.
func starterIn(lang string) (string, error) {
	if lang == "" {
		return starter, nil
	}
	content := starter
	found := false
	for _, other := range starterLanguages {
		if other == lang {
			found = true
			continue
		}
		content = without(content, other)
	}
	if !found {
		return "", fmt.Errorf("the starter is in %s; take one of them and translate it to %q", strings.Join(starterLanguages, " and "), lang)
	}
	return content, nil
}

// without leaves out the texts of a language.
func without(content, lang string) string {
	var kept []string
	for line := range strings.Lines(content) {
		if strings.HasPrefix(strings.TrimLeft(line, " "), lang+": ") {
			continue
		}
		if rest, ok := strings.CutPrefix(line, "languages: ["); ok {
			tags := strings.Split(strings.TrimRight(rest, "]\n"), ", ")
			line = "languages: [" + strings.Join(remove(tags, lang), ", ") + "]\n"
		}
		kept = append(kept, line)
	}
	return strings.Join(kept, "")
}

func remove(list []string, word string) []string {
	var kept []string
	for _, w := range list {
		if w != word {
			kept = append(kept, w)
		}
	}
	return kept
}
