package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/ident"
)

// errInvalid ends a command that has shown which numbers are not valid.
var errInvalid = errors.New("a number is not valid")

// An identRequest holds the flags of ident. They are plain text, since the
// library would repeat what it cannot read, and that may be a number.
type identRequest struct {
	kind, asOf, accept string
	modulus11, exact   bool
	list               bool
}

func identCommand() *cobra.Command {
	var r identRequest
	cmd := &cobra.Command{
		Use:   "ident --kind KIND [--as-of DAY] [--accept SERIES,...] [--modulus11] [--exact] [-|FILE]",
		Short: "Say which identity numbers are valid, without repeating them",
		Long: `Ident reads identity numbers of one kind, one a line, from a file or standard input.
For each it writes a line of JSON: whether it is valid, the date of birth and the
series if it tells of them, or else the reason. No output has the number in it.

Numbers are never taken from the command line: they would stay in the history of
the shell, and everybody on the machine could see them in the list of processes.

A series is a group of numbers that are read only when asked for, such as the
made-up people of Norwegian test registers. A valid number is one that may have
been given out; whether it was, only the register knows.

It exits with 0 if all numbers are valid, with 1 if some are not, and with 2 if it
was called the wrong way or could not read the file.`,
		Example: `  lagrum ident --list
  lagrum ident --kind se.personnummer <numbers.txt
  lagrum ident --kind no.fodselsnummer --accept synthetic numbers.txt
  lagrum ident --kind dk.cpr --as-of 2026-01-31 - <numbers.txt`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError(cmd, "ident takes at most 1 argument", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if r.list {
				return listKinds(cmd.OutOrStdout())
			}
			return r.run(cmd, args)
		},
	}
	f := cmd.Flags()
	f.StringVar(&r.kind, "kind", "", "the `kind` of number; --list has them all")
	f.StringVar(&r.asOf, "as-of", "", "the `day` by which to judge: who is not born then, and which century is meant (default today)")
	f.StringVar(&r.accept, "accept", "", "the `series` to read beside the ordinary ones, with commas between")
	f.BoolVar(&r.modulus11, "modulus11", false, "refuse numbers without a right check digit where people do have such: dk.cpr, is.kennitala")
	f.BoolVar(&r.exact, "exact", false, "read only what the register would print: no spaces, no foreign dashes, no small letters")
	f.BoolVar(&r.list, "list", false, "list the kinds, and do nothing else")
	complete(cmd, "kind", words(ident.Kinds())...)
	complete(cmd, "as-of")
	complete(cmd, "accept", seriesOnRequest()...)
	cmd.SetFlagErrorFunc(func(*cobra.Command, error) error {
		return errors.New("a flag is not known or has the wrong value; see lagrum ident --help")
	})
	return cmd
}

// run reads the numbers of the file, or of standard input if none is named.
func (r *identRequest) run(cmd *cobra.Command, args []string) error {
	kind, err := r.wanted()
	if err != nil {
		return err
	}
	opts, err := r.options()
	if err != nil {
		return err
	}
	in := cmd.InOrStdin()
	if len(args) == 1 && args[0] != standardInput {
		f, err := os.Open(args[0])
		if err != nil {
			return unreadableNumbers(err)
		}
		defer f.Close()
		in = f
	}
	return judge(in, cmd.OutOrStdout(), kind, opts)
}

// wanted gives the kind that was asked for.
func (r *identRequest) wanted() (ident.Kind, error) {
	kind := ident.Kind(r.kind)
	switch {
	case kind == "":
		return "", errors.New(`say with --kind which numbers they are; "lagrum ident --list" lists the kinds`)
	case kind.Known():
		return kind, nil
	}
	meant := ""
	if near := nearestKind(r.kind); near != "" {
		meant = "; did you mean " + near + "?"
	}
	return "", fmt.Errorf(`--kind: there is no such kind%s; "lagrum ident --list" lists them`, meant)
}

// nearestKind gives the kind that was most likely meant, also by one who left
// out the country, or nothing.
func nearestKind(word string) string {
	kinds := words(ident.Kinds())
	if near := diag.NewVocabulary(kinds).Nearest(word); near != "" {
		return near
	}
	bare := make([]string, len(kinds))
	for i, kind := range kinds {
		_, bare[i], _ = strings.Cut(kind, ".")
	}
	if i := slices.Index(bare, diag.NewVocabulary(bare).Nearest(word)); i >= 0 {
		return kinds[i]
	}
	return ""
}

// options gives the options that the flags stand for.
func (r *identRequest) options() (ident.Options, error) {
	year, month, day := time.Now().Date()
	asOf := dayFlag{date.Date{Year: year, Month: int(month), Day: day}}
	if r.asOf != "" {
		if err := asOf.Set(r.asOf); err != nil {
			return ident.Options{}, fmt.Errorf("--as-of: %w", err)
		}
	}
	accept, ok := ident.ParseSeries(r.accept)
	if !ok {
		return ident.Options{}, fmt.Errorf("--accept: there is no such series; there are %s", strings.Join(seriesOnRequest(), ", "))
	}
	return ident.Options{AsOf: asOf.Date, Accept: accept, Modulus11: r.modulus11, Exact: r.exact}, nil
}

// seriesOnRequest names what --accept may be.
func seriesOnRequest() []string {
	return append(strings.Split(ident.OnRequest.String(), ","), "synthetic")
}

// unreadableNumbers says why a file cannot be read, but not which: what was
// taken for its name may be a number.
func unreadableNumbers(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("there is no such file; numbers are read from a file or standard input, " +
			"never from the command line, where the history of the shell and the list of processes would show them")
	}
	if failed, ok := errors.AsType[*fs.PathError](err); ok {
		err = failed.Err
	}
	return fmt.Errorf("the numbers cannot be read: %w", err)
}

// A verdict is what is written of one number.
type verdict struct {
	Valid     bool       `json:"valid"`
	Kind      ident.Kind `json:"kind"`
	Series    string     `json:"series,omitempty"`
	BirthDate date.Date  `json:"birthDate,omitzero"`
	Reason    string     `json:"reason,omitempty"`
}

// judge reads a number a line and writes a verdict a line.
func judge(in io.Reader, out io.Writer, kind ident.Kind, opts ident.Options) error {
	lines, w := bufio.NewReaderSize(in, longestLine), bufio.NewWriter(out)
	verdicts := json.NewEncoder(w)
	var ends error
	for {
		line, fits, err := nextLine(lines)
		if err != nil {
			if err == io.EOF {
				return errors.Join(w.Flush(), ends)
			}
			return errors.Join(w.Flush(), unreadableNumbers(err))
		}
		v := verdict{Kind: kind, Reason: ident.Length.Code()}
		if fits {
			v = verdictOn(string(line), kind, opts)
		}
		if !v.Valid {
			ends = errInvalid
		}
		if err := verdicts.Encode(v); err != nil {
			return err
		}
		if lines.Buffered() == 0 { // somebody may wait for the answer
			if err := w.Flush(); err != nil {
				return err
			}
		}
	}
}

// longestLine is the most that a line may have, spaces and all.
const longestLine = 1 << 10

// nextLine gives a line without what ends it and without a byte order mark, or
// passes over one that is too long. The line holds until the next is read.
func nextLine(lines *bufio.Reader) (line []byte, fits bool, err error) {
	line, err = lines.ReadSlice('\n')
	fits = err != bufio.ErrBufferFull
	for err == bufio.ErrBufferFull {
		_, err = lines.ReadSlice('\n')
	}
	if err == io.EOF && len(line) > 0 { // a last line that nothing ends
		err = nil
	}
	line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
	return bytes.TrimPrefix(line, []byte("\uFEFF")), fits, err
}

func verdictOn(value string, kind ident.Kind, opts ident.Options) verdict {
	r := ident.Check(kind, value, opts)
	v := verdict{Valid: r.Valid(), Kind: kind, Series: r.Series.String()}
	if !v.Valid {
		v.Reason = r.Reason.Code()
	}
	v.BirthDate, _ = r.BirthDate()
	return v
}

// listKinds lists every kind with its country.
func listKinds(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, kind := range ident.Kinds() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", kind, kind.Country(), descriptions[kind])
	}
	return w.Flush()
}

// descriptions say what each kind is.
var descriptions = map[ident.Kind]string{
	ident.Personnummer:         "personal identity number",
	ident.Samordningsnummer:    "coordination number, of people who are not registered as residents",
	ident.Interimspersonnummer: "interim number of a student, with a letter",
	ident.Reservnummer:         "reserve number of a patient, of a region",
	ident.NorEduPersonNIN:      "attribute of a SWAMID log-in: a personal, coordination or interim number",
	ident.HSAID:                "HSA-ID, of the directory of health care",
	ident.Organisationsnummer:  "organisation number; of a sole trader, the personal identity number",
	ident.Postnummer:           "postal code",
	ident.CPR:                  "CPR number, personal identification number",
	ident.CVR:                  "CVR number, of an organisation",
	ident.Fodselsnummer:        "national identity number, and D number",
	ident.Organisasjonsnummer:  "organisation number",
	ident.HETU:                 "personal identity code (henkilötunnus)",
	ident.YTunnus:              "business ID (Y-tunnus)",
	ident.Kennitala:            "identification number of a person",
	ident.KennitalaOfCompany:   "identification number of a company or institution",
	ident.VTal:                 "V number, of an organisation",
	ident.PIC:                  "participant identification code of the European Commission",
}
