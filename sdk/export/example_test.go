package export_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/lagrum/lagrum/sdk/export"
	"github.com/lagrum/lagrum/sdk/lint"
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
