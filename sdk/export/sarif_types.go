package export

// The objects of SARIF that a report uses, with the section of the standard that
// defines each.
type (
	log struct { // 3.13
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}
	run struct { // 3.14
		Tool             tool         `json:"tool"`
		Language         string       `json:"language"`
		Invocations      []invocation `json:"invocations"`
		ColumnKind       string       `json:"columnKind"`
		NewlineSequences []string     `json:"newlineSequences"`
		Artifacts        []artifact   `json:"artifacts"`
		Results          []result     `json:"results"`
	}
	tool struct { // 3.18
		Driver component `json:"driver"`
	}
	component struct { // 3.19
		Name           string       `json:"name"`
		Version        string       `json:"version,omitempty"`
		InformationURI string       `json:"informationUri"`
		Language       string       `json:"language"`
		Rules          []descriptor `json:"rules"`
	}
	descriptor struct { // 3.49
		ID                   string          `json:"id"`
		ShortDescription     text            `json:"shortDescription"`
		FullDescription      text            `json:"fullDescription"`
		Help                 text            `json:"help"`
		HelpURI              string          `json:"helpUri"`
		DefaultConfiguration configuration   `json:"defaultConfiguration"`
		Properties           *ruleProperties `json:"properties,omitempty"`
	}
	configuration struct { // 3.50
		Level string `json:"level"`
	}
	ruleProperties struct { // 3.8, with the property "tags" as 3.8.2 has it
		Tags  []string `json:"tags"`
		Since string   `json:"since"`
	}
	text struct { // 3.11 and 3.12
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	invocation struct { // 3.20
		ExecutionSuccessful bool           `json:"executionSuccessful"`
		Notifications       []notification `json:"toolExecutionNotifications,omitempty"`
	}
	notification struct { // 3.58
		Level   string `json:"level"`
		Message text   `json:"message"`
	}
	artifact struct { // 3.24
		Location artifactLocation `json:"location"`
	}
	artifactLocation struct { // 3.4
		URI    string `json:"uri"`
		BaseID string `json:"uriBaseId,omitempty"`
		Index  *int   `json:"index,omitempty"`
	}
	result struct { // 3.27
		RuleID       string        `json:"ruleId"`
		RuleIndex    *int          `json:"ruleIndex,omitempty"`
		Level        string        `json:"level"`
		Message      text          `json:"message"`
		Locations    []location    `json:"locations"`
		Suppressions []suppression `json:"suppressions"` // empty: not suppressed (3.27.23)
		Properties   *properties   `json:"properties,omitempty"`
	}
	location struct { // 3.28
		PhysicalLocation physicalLocation  `json:"physicalLocation"`
		LogicalLocations []logicalLocation `json:"logicalLocations,omitempty"`
	}
	physicalLocation struct { // 3.29
		ArtifactLocation artifactLocation `json:"artifactLocation"`
		Region           *region          `json:"region,omitempty"`
	}
	region struct { // 3.30; without an end it reaches to the end of the line
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
	logicalLocation struct { // 3.33
		FullyQualifiedName string `json:"fullyQualifiedName"`
	}
	suppression struct { // 3.35
		Kind          string    `json:"kind"`
		Status        string    `json:"status"`
		Justification string    `json:"justification"`
		Location      *location `json:"location"`
	}
	properties struct { // 3.8
		Cites []string `json:"cites"`
	}
)
