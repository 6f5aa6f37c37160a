// The command quickstart reads a policy, says what lint finds in it, and writes
// the short notice in Swedish: the example of the README.
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

func main() {
	file, err := policyfile.Load("policy.yaml")
	if err != nil {
		log.Fatal(err)
	}
	for _, finding := range file.Place(append(file.Findings, lint.Check(file.Doc)...)) {
		fmt.Println(finding)
	}
	d, err := notice.Build(file.Doc, notice.Context{Language: locale.SV, Layer: notice.Short})
	if err != nil {
		log.Fatal(err)
	}
	var p notice.Printer
	os.Stdout.Write(p.Markdown(d))
}
