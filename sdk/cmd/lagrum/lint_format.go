package main

import (
	"io"
	"os"

	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// lintFormats are the ways in which lint can write what it finds.
var lintFormats = []string{"text", "json", "sarif", "github"}

// write writes what was found.
func (l *lintRequest) write(w io.Writer, all []linted, unread []error) error {
	if l.format == "text" {
		for _, one := range all {
			if err := one.show(w, l.context); err != nil {
				return err
			}
		}
		return nil
	}
	r := report(all, unread)
	content := r.Annotations
	switch l.format {
	case "json":
		content = r.JSON
	case "sarif":
		content = r.SARIF
	}
	_, err := w.Write(content())
	return err
}

// report puts together what other programs read.
func report(all []linted, unread []error) export.Report {
	r := export.Report{Version: release()}
	// Without a working directory, absolute names stay absolute.
	r.Dir, _ = os.Getwd()
	for _, one := range all {
		f := export.File{Name: one.Name, Findings: one.found, Characters: one.Characters}
		for _, i := range one.ignored {
			f.Ignored = append(f.Ignored, export.Ignored(i))
		}
		r.Files = append(r.Files, f)
	}
	for _, err := range unread {
		r.Unread = append(r.Unread, err.Error())
	}
	for m := range policyfile.Mistakes() {
		r.Codes = append(r.Codes, export.Code(*m))
	}
	return r
}
