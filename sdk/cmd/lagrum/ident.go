package main

import (
	"bufio"
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
	kinds, accept    []string
	asOf             string
	modulus11, exact bool
	list             bool
}

func identCommand() *cobra.Command {
	var r identRequest
	cmd := &cobra.Command{
		Use:   "ident --kind KIND,... [--as-of DAY] [--accept SERIES,...] [--modulus11] [--exact] [-|FILE]",
		Short: "Say which identity numbers are valid, without repeating them",
		Long: `Ident reads identity numbers, one a line, from a file or standard input. For each
line, also a blank one, it writes a line of JSON: whether the number is valid, the
date of birth and the series if it tells of them, or else the reason. No output has
the number in it. Of several kinds, it is the first that the number fits, and else
the one that it comes closest to.

Numbers are never taken from the command line: they would stay in the history of
the shell, and everybody on the machine could see them in the list of processes.

A series is a group of numbers that are read only when asked for, such as the
made-up people of Norwegian test registers. A valid number is one that may have
been given out; whether it was, only the register knows.

It exits with 0 if all numbers are valid, with 1 if some are not, and with 2 if it
was called the wrong way or could not read the file.`,
		Example: `  lagrum ident --list
  lagrum ident --kind se.personnummer <numbers.txt
  lagrum ident --kind se.personnummer,se.samordningsnummer <numbers.txt
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
	f.StringArrayVar(&r.kinds, "kind", nil, "the `kind` of number, or several with commas between; --list has them all")
	f.StringVar(&r.asOf, "as-of", "", "the `day` by which to judge: who is not born then, and which century is meant (default today)")
	f.StringArrayVar(&r.accept, "accept", nil, "the `series` to read beside the ordinary ones, with commas between")
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
	kinds, err := r.wanted()
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
	return judge(in, cmd.OutOrStdout(), kinds, opts)
}

// wanted gives the kinds that were asked for.
func (r *identRequest) wanted() ([]ident.Kind, error) {
	var kinds []ident.Kind
	for word := range strings.SplitSeq(strings.Join(r.kinds, ","), ",") {
		word = strings.TrimSpace(word)
		kind := ident.Kind(word)
		switch {
		case word == "":
		case kind.Known():
			kinds = append(kinds, kind)
		default:
			return nil, unknownKind(word)
		}
	}
	if kinds == nil {
		return nil, errors.New(`say with --kind which numbers they are; "lagrum ident --list" lists the kinds`)
	}
	return kinds, nil
}

// unknownKind says what may have been meant, but not what was typed.
func unknownKind(word string) error {
	meant := ""
	if near := nearestKind(word); near != "" {
		meant = ". Did you mean " + near + "?"
	}
	return fmt.Errorf(`--kind: there is no such kind; "lagrum ident --list" lists them%s`, meant)
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
	accept, ok := ident.ParseSeries(strings.Join(r.accept, ","))
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

// longestNumber is the most that a line may have, spaces and all.
const longestNumber = 1 << 10

// judge reads a number a line and writes a verdict a line.
func judge(in io.Reader, out io.Writer, kinds []ident.Kind, opts ident.Options) error {
	lines, w := bufio.NewReaderSize(in, longestNumber), bufio.NewWriter(out)
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
		v := verdict{Kind: kinds[0], Reason: ident.Length.Code()}
		if fits {
			v = verdictOn(string(line), kinds, opts)
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

func verdictOn(value string, kinds []ident.Kind, opts ident.Options) verdict {
	r := ident.CheckAny(value, opts, kinds...)
	v := verdict{Valid: r.Valid(), Kind: r.Kind, Series: r.Series.String()}
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
