package export

// The objects that records of consent and policies share. Member names are those
// of the JSON specification of consent records by the editors of the W3C
// Community Group's guide to ISO/IEC TS 27560, which are terms of the Data
// Privacy Vocabulary, of Dublin Core, SKOS and schema.org.
type (
	// concept is something of the policy's own, below terms of the vocabulary.
	concept struct {
		Type        []string `json:"@type"`
		Broader     []string `json:"skos:broader,omitempty"`
		Label       string   `json:"skos:prefLabel,omitempty"`
		Definition  string   `json:"skos:definition,omitempty"`
		Necessity   string   `json:"dpv:hasNecessity,omitempty"`
		ExercisedAt string   `json:"dpv:isExercisedAt,omitempty"`
	}
	// process is one processing of data, or a part of it that inherits the rest.
	process struct {
		Type         string    `json:"@type"`
		Label        string    `json:"skos:prefLabel,omitempty"`
		Purposes     []concept `json:"dpv:hasPurpose,omitempty"`
		Subjects     []concept `json:"dpv:hasDataSubject,omitempty"`
		Data         []concept `json:"dpv:hasPersonalData,omitempty"`
		Sources      []string  `json:"dpv:hasDataSource,omitempty"`
		Processing   []string  `json:"dpv:hasProcessing,omitempty"`
		Controllers  []string  `json:"dpv:hasDataController,omitempty"`
		Processors   []string  `json:"dpv:hasDataProcessor,omitempty"`
		Recipients   []string  `json:"dpv:hasRecipient,omitempty"`
		Storage      []storage `json:"dpv:hasStorageCondition,omitempty"`
		Basis        []concept `json:"dpv:hasLegalBasis,omitempty"`
		Jurisdiction []string  `json:"dpv:hasJurisdiction,omitempty"`
		Authority    []string  `json:"dpv:hasAuthority,omitempty"`
		Rights       []concept `json:"dpv:hasRight,omitempty"`
		Services     []concept `json:"dpv:hasService,omitempty"`
		Controls     []concept `json:"dpv:hasConsentControl,omitempty"`
		Status       []status  `json:"dpv:hasConsentStatus,omitempty"`
		Parts        []process `json:"dpv:hasProcess,omitempty"`
	}
	// storage is where data are kept, or how long.
	storage struct {
		Type      []string  `json:"@type"`
		Locations []string  `json:"dpv:hasLocation,omitempty"`
		Duration  *duration `json:"dpv:hasDuration,omitempty"`
		Label     string    `json:"skos:prefLabel,omitempty"`
	}
	// duration is a length of time, or an event that ends one. The specification
	// wants a text for the type in storage, and a list in a status.
	duration struct {
		Type  any    `json:"@type"`
		Value string `json:"rdf:value,omitempty"`
	}
	// status is what became of a question of consent, at one time.
	status struct {
		Type        []string  `json:"@type"`
		At          string    `json:"dpv:isIndicatedAtTime"`
		By          string    `json:"dpv:isIndicatedBy"`
		ExercisedAt string    `json:"dpv:isExercisedAt"`
		Duration    *duration `json:"dpv:hasDuration"`
	}
	// entity is somebody who has a part in it.
	entity struct {
		Type       []string `json:"@type"`
		Kind       []string `json:"rdfs:subClassOf,omitempty"`
		ID         string   `json:"dpv:hasIdentifier,omitempty"`
		Name       string   `json:"dpv:hasName,omitempty"`
		Label      string   `json:"skos:prefLabel,omitempty"`
		Definition string   `json:"skos:definition,omitempty"`
		Address    *address `json:"dpv:hasAddress,omitempty"`
		Contact    *contact `json:"dpv:hasContact,omitempty"`
	}
	address struct {
		Type       []string `json:"@type"`
		Street     string   `json:"schema:streetAddress,omitempty"`
		PostalCode string   `json:"schema:postalCode,omitempty"`
		City       string   `json:"schema:addressLocality,omitempty"`
		Country    string   `json:"schema:addressCountry,omitempty"`
	}
	contact struct {
		Type  []string `json:"@type"`
		Name  string   `json:"schema:name,omitempty"`
		Email string   `json:"schema:email,omitempty"`
		Phone string   `json:"schema:telephone,omitempty"`
		URL   string   `json:"schema:url,omitempty"`
	}
	// notice is what was read before the answer.
	notice struct {
		Type     []string `json:"@type"`
		ID       string   `json:"dpv:hasIdentifier"`
		Language string   `json:"dct:language"`
		Text     string   `json:"dct:description,omitempty"`
		Location string   `json:"dpv:hasLocation,omitempty"`
	}
)
