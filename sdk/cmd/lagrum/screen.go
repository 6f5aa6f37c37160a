package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/screen"
	"github.com/lagrum/lagrum/sdk/text"
)

// errFound ends a command that has shown what texts may say too much.
var errFound = errors.New("a text may say too much")

// screened are the languages that there are words for.
var screened = []string{"sv", "da", "nb", "en"}

// A screenRequest holds the flags of screen.
type screenRequest struct {
	lang, asks string
	classes    []string
}

func screenCommand() *cobra.Command {
	var r screenRequest
	cmd := &cobra.Command{
		Use:   "screen --lang LANG [--class CLASS,...] [--asks CLASS] [-|FILE]",
		Short: "Say where free text may tell too much about somebody",
		Long: `Screen reads texts, one a line, from a file or standard input, and says where each
may tell what it should not: health and the other special categories of GDPR
Article 9, identity numbers, internal codes such as "####", judgements, home
conditions and more. For each text it writes a line of JSON: class, place in bytes,
rule, and what to ask the one who typed it. No output has the text in it.

Only the rules for codes and numbers are sure enough to refuse a text ("blocks").
Word lists can only ask, and are wrong at times; docs/screening.md tells how often.

It exits with 0 if nothing is found, with 1 if something is, and with 2 if it was
called the wrong way or could not read the file.`,
		Example: `  lagrum screen --lang sv remarks.txt
  lagrum screen --lang en --class health,religion - <answers.txt
  lagrum screen --lang nb --asks absence-sick reasons.txt`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError(cmd, "screen takes at most 1 argument", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return r.run(cmd, args) },
	}
	f := cmd.Flags()
	f.StringVar(&r.lang, "lang", "", "the `language` of the texts: sv, da, nb or en")
	f.StringSliceVar(&r.classes, "class", nil, "look for these `classes` only")
	f.StringVar(&r.asks, "asks", "", "the `class` that the field itself asks for, such as absence-sick for the reason of an absence")
	complete(cmd, "lang", screened...)
	complete(cmd, "class", words(screen.Classes())...)
	complete(cmd, "asks", words(screen.Classes())...)
	return cmd
}

// run screens the texts of the file, or of standard input if none is named.
func (r *screenRequest) run(cmd *cobra.Command, args []string) error {
	screener, err := r.screener()
	if err != nil {
		return err
	}
	in := cmd.InOrStdin()
	if len(args) == 1 && args[0] != standardInput {
		f, err := os.Open(args[0])
		if err != nil {
			return unreadable(args[0], err)
		}
		defer f.Close()
		in = f
	}
	return screenLines(in, cmd.OutOrStdout(), screener, text.In(locale.Tag(r.lang)))
}

// screener makes the screener that the flags ask for.
func (r *screenRequest) screener() (*screen.Screener, error) {
	if r.lang == "" {
		return nil, errors.New("say with --lang which language the texts are in: " + strings.Join(screened, ", "))
	}
	lexicon, ok := screen.Words(r.lang)
	if !ok {
		return nil, fmt.Errorf("--lang: there are no words for %q; there are for %s", r.lang, strings.Join(screened, ", "))
	}
	var classes []screen.Class
	asked := slices.Clone(r.classes)
	if r.asks != "" {
		asked = append(asked, r.asks)
	}
	for i, name := range asked {
		class := screen.Class(name)
		if !class.Known() {
			return nil, noSuchClass(name)
		}
		if i < len(r.classes) {
			classes = append(classes, class)
		}
	}
	return screen.New(lexicon, screen.Options{Classes: classes, Asks: screen.Class(r.asks)})
}

func noSuchClass(name string) error {
	names := words(screen.Classes())
	meant := ""
	if near := diag.NewVocabulary(names).Nearest(name); near != "" {
		meant = "; did you mean " + near + "?"
	}
	return fmt.Errorf("there is no class %q%s; there are %s", name, meant, strings.Join(names, ", "))
}

// A screening is what is written of one text.
type screening struct {
	Line int       `json:"line"`
	Hits []hitLine `json:"hits"`
	// Set for a text that is too long to be read, of which nothing else is said.
	TooLong bool `json:"tooLong,omitempty"`
}

// A hitLine is one hit and what to ask.
type hitLine struct {
	Class   screen.Class `json:"class"`
	Start   int          `json:"start"`
	End     int          `json:"end"`
	Rule    string       `json:"rule"`
	Blocks  bool         `json:"blocks"`
	Message string       `json:"message"`
}

// longestText is the most that a line of text may have.
const longestText = 1 << 20

// screenLines reads a text a line and writes what was found a line.
func screenLines(in io.Reader, out io.Writer, s *screen.Screener, l *text.Language) error {
	lines, w := bufio.NewReaderSize(in, longestText), bufio.NewWriter(out)
	found := json.NewEncoder(w)
	var ends error
	var hits []screen.Hit
	for n := 1; ; n++ {
		line, fits, err := nextLine(lines)
		if err != nil {
			if err == io.EOF {
				return errors.Join(w.Flush(), ends)
			}
			return errors.Join(w.Flush(), fmt.Errorf("the texts cannot be read: %w", err))
		}
		one := screening{Line: n, Hits: []hitLine{}, TooLong: !fits}
		if fits {
			hits = s.Find(hits[:0], string(line))
		}
		for _, h := range hits {
			one.Hits = append(one.Hits, hitLine{h.Class, h.Start, h.End, h.Rule, h.Blocks, l.Screen.Of(string(h.Class))})
		}
		if len(one.Hits) > 0 || one.TooLong {
			ends = errFound
		}
		if err := found.Encode(one); err != nil {
			return err
		}
		if lines.Buffered() == 0 { // somebody may wait for the answer
			if err := w.Flush(); err != nil {
				return err
			}
		}
		hits = hits[:0]
	}
}
