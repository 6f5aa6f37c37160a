package main

import (
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
)

// writeForms prints each form of the policy in each language: as it is first
// shown, as it comes back with an answer in every field that few fields take,
// and what is told once it is received.
func writeForms(dir string, doc *policy.Document) (int, error) {
	count := 0
	for i := range doc.Forms {
		for _, tag := range doc.Languages {
			d, err := form.Derive(doc, doc.Forms[i].ID, form.Context{Language: tag})
			if err != nil {
				return count, err
			}
			for state, page := range formPages(d) {
				name := string(tag) + "-form-" + d.Form + "-" + state + ".html"
				if err := os.WriteFile(filepath.Join(dir, name), page, 0o644); err != nil {
					return count, err
				}
				count++
			}
		}
	}
	return count, nil
}

func formPages(d *form.Definition) map[string][]byte {
	var typed []form.Value
	for i := range d.Fields {
		typed = append(typed, form.Value{Name: d.Fields[i].Name, Text: `<"&'>`})
	}
	var s form.Submission
	p := form.Printer{NoticeURL: string(d.Language) + "-full.html"}
	problems := d.Check(typed, date.Date{Year: 2026, Month: 11, Day: 22}, &s)
	return map[string][]byte{
		"empty":    p.Page(d, form.State{}),
		"problems": p.Page(d, form.State{Values: typed, Problems: problems}),
		"received": p.ReceivedPage(d, &s),
	}
}
