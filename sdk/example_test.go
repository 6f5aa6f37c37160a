package sdk_test

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/lint"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policyfile"
)

// A policy is loaded and judged, and its notice is made in Swedish.
func Example() {
	file, err := policyfile.Load("testdata/policy.yaml")
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
	os.Stdout.Write(p.Markdown(d)[:47])
	// Output:
	// testdata/policy.yaml:43:17: error: no retention rule has the id "after-curse"; did you mean "after-course"? [reference-dangling]
	// testdata/policy.yaml:48:9: warning: nothing in the policy refers to the retention rule "after-course" [definition-unused]
	// # Så använder vi dina uppgifter – i korthet
}

// The README shows this example; a reader must be able to trust it.
func TestReadmeShowsTheExample(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := bytes.Cut(source, []byte("func Example() {\n"))
	if !ok {
		t.Fatal("the example is gone")
	}
	body, _, _ := bytes.Cut(rest, []byte("\t// Output:"))
	body = bytes.ReplaceAll(body, []byte("testdata/policy.yaml"), []byte("policy.yaml"))
	shown := strings.TrimSpace(string(bytes.ReplaceAll(body, []byte("[:47]"), nil)))
	if !strings.Contains(string(readme), shown) {
		t.Errorf("README.md does not hold the body of the example:\n%s", shown)
	}
}
