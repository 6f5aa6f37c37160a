package schema_test

import (
	"encoding/json"
	"fmt"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/schema"
)

func ExampleForm() {
	doc := policyfile.Parse("policy.yaml", []byte(`
id: course
languages: [en]
data: [{id: name, label: {en: name}}]
forms:
  - {id: sign-up, title: {en: Sign up}, fields: [{datum: name, required: true, maxLength: 40}]}
`)).Doc
	d, err := form.Derive(doc, "sign-up", form.Context{})
	if err != nil {
		fmt.Println(err)
		return
	}
	var s struct {
		Title      string
		Required   []string
		Properties map[string]struct{ MaxLength int }
	}
	if err := json.Unmarshal(schema.Form(d), &s); err != nil {
		fmt.Println(err)
	}
	fmt.Println(s.Title, s.Required, s.Properties["name"].MaxLength)
	// Output: Sign up [name] 40
}

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
