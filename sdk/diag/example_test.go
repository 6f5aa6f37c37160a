package diag_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/diag"
)

func ExampleFinding_String() {
	f := diag.Finding{
		Code:     "activity-basis-missing",
		Severity: diag.Error,
		Path:     diag.Path("").Key("activities").Index(2),
		Position: diag.Position{File: "policy.yaml", Line: 41, Column: 5},
		Message:  diag.Fill("activity {activity} has no legal basis", diag.Arg{Name: "activity", Value: "statistics"}),
	}
	fmt.Println(f)
	fmt.Println(f.Path)
	// Output:
	// policy.yaml:41:5: error: activity statistics has no legal basis [activity-basis-missing]
	// /activities/2
}
