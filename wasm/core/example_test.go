package core_test

import (
	"fmt"

	"github.com/lagrum/lagrum/wasm/core"
)

func ExampleHandle() {
	fmt.Printf("%s\n", core.Handle([]byte(`{
		"op": "check", "day": "2026-02-01", "values": {"name": " Anna "},
		"definition": {"fields": [{"name": "name", "label": "Name", "control": "text", "required": true, "maxLength": 200}]}
	}`)))
	// Output: {"problems":[],"answers":{"name":"Anna"},"dropped":[]}
}
