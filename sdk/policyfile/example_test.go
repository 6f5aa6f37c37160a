package policyfile_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/policyfile"
)

func ExampleParse() {
	file := policyfile.Parse("policy.yaml", []byte(`id: evening-school
titel: Kvällsskolan
parties:
  - id: school
    country: Sweden
`))
	for _, f := range file.Findings {
		fmt.Println(f)
	}
	fmt.Println(file.Doc.Parties[0].ID, "stands at", file.Position("/parties/0/id"))
	// Output:
	// policy.yaml:2:1: error: "titel" is not a key here; did you mean "title"? [key-unknown]
	// policy.yaml:5:14: error: "country" must be a country code of two capital letters (ISO 3166-1), such as SE [format-wrong]
	// school stands at policy.yaml:4:9
}
