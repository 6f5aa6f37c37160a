package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/accountability"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// reportFormats are the forms of a record, a screening and the like.
var reportFormats = []string{"html", "md", "json", "csv"}

// report prints a record, a screening, a checklist or an overview.
func (r *exportRequest) report(cmd *cobra.Command, doc *policy.Document, name string) error {
	judged, err := judgements(r.judged)
	if err != nil {
		return err
	}
	c := accountability.Context{Language: locale.Tag(r.lang), Party: r.party, At: r.asOf.Date, Judged: judged}
	report, err := accountability.Of(accountability.Kind(r.as), doc, c)
	if unknown, ok := errors.AsType[*accountability.ContextError](err); ok {
		if unknown.Field == "regime" {
			if unknown.Value == "" {
				return fmt.Errorf("%s is under no law that Lagrum knows such a document of", name)
			}
			return fmt.Errorf("%s is under %s, which knows no such document", name, unknown.Value)
		}
		return fmt.Errorf("%s has no %s %q; it has %s", name, unknown.Field, unknown.Value, known(unknown.Known))
	}
	if err != nil {
		return err
	}
	data, err := r.written(report)
	if err != nil {
		return err
	}
	if _, err := cmd.OutOrStdout().Write(data); err != nil {
		return err
	}
	r.remark(cmd, doc, report, name)
	return nil
}

// written writes a report in the form asked for.
func (r *exportRequest) written(report *accountability.Report) ([]byte, error) {
	switch r.format {
	case "json":
		return report.JSON(), nil
	case "md":
		return report.Markdown(), nil
	case "csv":
		separators := map[string]rune{",": ',', ";": ';', "tab": '\t'}
		separator, ok := separators[r.separator]
		if !ok {
			return nil, errors.New("--separator is , or ; or tab")
		}
		return export.CSV(report, separator)
	}
	return report.Page(), nil
}

// remark says how much is left, and whose records there are beside this one.
func (r *exportRequest) remark(cmd *cobra.Command, doc *policy.Document, report *accountability.Report, name string) {
	missing, check := report.Left()
	fmt.Fprintf(cmd.ErrOrStderr(), "%s: missing in %s, to be checked in %s\n", name, plural(missing, "place"), plural(check, "place"))
	if r.as != "ropa" || r.party != "" {
		return
	}
	others := slices.DeleteFunc(accountability.Keepers(doc), func(id string) bool { return id == report.Party })
	if len(others) > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: this is the record of %s; with --party there are those of %s\n", name, report.Party, strings.Join(others, ", "))
	}
}

// judgements reads what people judged: large-scale=yes, photos.large-scale=no.
func judgements(flags []string) ([]accountability.Judgement, error) {
	var list []accountability.Judgement
	for _, s := range flags {
		what, answer, _ := strings.Cut(s, "=")
		if answer != "yes" && answer != "no" {
			return nil, fmt.Errorf("--judge: write %s=yes or %s=no", what, what)
		}
		activity, criterion := "", what
		if i := strings.LastIndexByte(what, '.'); i >= 0 {
			activity, criterion = what[:i], what[i+1:]
		}
		list = append(list, accountability.Judgement{Activity: activity, Criterion: accountability.Criterion(criterion), Met: answer == "yes"})
	}
	return list, nil
}

// criteriaOf offers the criteria with both answers.
func criteriaOf(*policy.Document) []string {
	var list []string
	for _, c := range accountability.Criteria {
		list = append(list, string(c)+"=yes", string(c)+"=no")
	}
	return list
}
