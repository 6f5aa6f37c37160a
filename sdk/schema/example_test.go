package schema_test

import (
	"encoding/json"
	"fmt"

	"github.com/lagrum/lagrum/sdk/schema"
)

func ExamplePolicy() {
	var s struct {
		ID   string `json:"$id"`
		Defs map[string]struct {
			Properties map[string]struct {
				Description string
				Enum        []string
			}
		} `json:"$defs"`
	}
	if err := json.Unmarshal(schema.Policy(), &s); err != nil {
		fmt.Println(err)
	}
	necessity := s.Defs["Activity"].Properties["necessity"]
	fmt.Println(s.ID)
	fmt.Println(necessity.Description)
	fmt.Println(necessity.Enum)
	// Output:
	// https://lagrum.example/schema/policy.json
	// Whether one must give the data: statutory, contractual, necessary or voluntary (GDPR Article 13(2)(e)).
	// [statutory contractual necessary voluntary]
}
