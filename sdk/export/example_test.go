package export_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func ExampleReport_Annotations() {
	file := policyfile.Parse("policy.yaml", []byte(`effectiveFrom: 2026-09-01
languages: [sv]
regime: SE-PUL
jurisdiction: SE
version: "1"
updates: {sv: Vi mejlar dig innan något viktigt ändras.}
`))
	found, _ := file.Sift(lint.Check(file.Doc))
	report := export.Report{Files: []export.File{{Name: file.Name, Findings: found, Characters: file.Characters}}}
	os.Stdout.Write(report.Annotations())
	// Output:
	// ::error file=policy.yaml,line=3,col=9,title=act-repealed::"SE-PUL" is no longer in force: its last day was 2018-05-24
}

func ExampleReport_SARIF() {
	report := export.Report{Version: "v0.2.0", Files: []export.File{{Name: "policy.yaml"}}}
	content := string(report.SARIF())
	fmt.Println(strings.Contains(content, `"version": "2.1.0"`), strings.Contains(content, `"results": []`))
	// Output: true true
}

func ExampleTILT() {
	doc := policyfile.Parse("policy.yaml", []byte(`id: evening-school
effectiveFrom: 2026-09-01
languages: [en]
regime: EU-GDPR
jurisdiction: SE
version: "3"
parties: [{id: school, name: The Evening School, country: SE, email: school@school.example}]
activities: [{id: enrol, controllers: [school], basis: {article: 6(1)(b)}}]
`)).Doc
	out, err := export.TILT(doc, export.TILTContext{URL: "https://school.example/privacy"})
	if err != nil {
		fmt.Println(err)
		return
	}
	var t struct {
		Meta struct {
			Name    string
			Version int
		}
	}
	err = json.Unmarshal(out, &t)
	fmt.Println(t.Meta.Name, t.Meta.Version, err)
	// Output: The Evening School 3 <nil>
}

func ExampleKantara() {
	doc := &policy.Document{ID: "evening-school", Version: "3", Languages: []locale.Tag{locale.EN}, Jurisdiction: "SE"}
	no := consent.Record{Status: consent.Refused, Question: consent.Question{Policy: "evening-school", Version: "3", Language: locale.EN}}
	_, err := export.Kantara(&consent.Receipt{ID: "1", Items: []consent.Item{{Record: no}}}, doc)
	fmt.Println(err)
	// Output: export: Kantara 1.1 needs what is not there: a consent that counts; the format cannot tell of any other answer
}
