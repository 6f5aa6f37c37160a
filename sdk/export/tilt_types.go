package export

// The objects of the Transparency Information Language, as its JSON Schema has
// them. Only what it does not require is left out when empty.
type (
	tilt struct {
		Meta        tiltMeta       `json:"meta"`
		Controller  tiltController `json:"controller"`
		Officer     tiltOfficer    `json:"dataProtectionOfficer"`
		Disclosed   []tiltData     `json:"dataDisclosed"`
		Transfers   []tiltTransfer `json:"thirdCountryTransfers"`
		Portability tiltRight      `json:"accessAndDataPortability"`
		Sources     []tiltOrigin   `json:"sources"`
		Access      tiltRight      `json:"rightToInformation"`
		Correction  tiltRight      `json:"rightToRectificationOrDeletion"`
		Moving      tiltRight      `json:"rightToDataPortability"`
		Withdrawal  tiltRight      `json:"rightToWithdrawConsent"`
		Complaint   tiltComplaint  `json:"rightToComplain"`
		Automated   tiltAutomated  `json:"automatedDecisionMaking"`
		Changes     []struct{}     `json:"changesOfPurpose"` // a policy tells what is so
	}
	tiltMeta struct {
		ID       string `json:"_id"`
		Name     string `json:"name"`
		Created  string `json:"created"`
		Modified string `json:"modified"`
		Version  int    `json:"version"`
		Language string `json:"language"`
		Status   string `json:"status"`
		URL      string `json:"url"`
		Hash     string `json:"_hash"`
	}
	tiltController struct {
		Name           string     `json:"name"`
		Address        string     `json:"address"`
		Country        string     `json:"country"`
		Representative tiltPerson `json:"representative"`
	}
	tiltPerson struct {
		Name  string `json:"name,omitempty"`
		Email string `json:"email,omitempty"`
		Phone string `json:"phone,omitempty"`
	}
	tiltOfficer struct {
		Name    string `json:"name"`
		Address string `json:"address"`
		Country string `json:"country"`
		Email   string `json:"email"`
		Phone   string `json:"phone,omitempty"`
	}
	tiltData struct {
		ID         string          `json:"_id"`
		Category   string          `json:"category"`
		Purposes   []tiltPurpose   `json:"purposes"`
		Bases      []tiltBasis     `json:"legalBases"`
		Interests  []tiltInterest  `json:"legitimateInterests"`
		Recipients []tiltRecipient `json:"recipients"`
		Storage    []tiltStorage   `json:"storage"`
		Refusal    tiltRefusal     `json:"nonDisclosure"`
	}
	tiltPurpose struct {
		Purpose     string `json:"purpose"`
		Description string `json:"description"`
	}
	tiltBasis struct {
		Reference   string `json:"reference"`
		Description string `json:"description,omitempty"`
	}
	tiltInterest struct {
		Exists    bool   `json:"exists"`
		Reasoning string `json:"reasoning,omitempty"`
	}
	tiltRecipient struct {
		Name           string      `json:"name,omitempty"`
		Address        string      `json:"address,omitempty"`
		Country        string      `json:"country,omitempty"`
		Representative *tiltPerson `json:"representative,omitempty"`
		Category       string      `json:"category"`
	}
	tiltStorage struct {
		Temporal    []tiltPeriod `json:"temporal,omitempty"`
		Conditions  []string     `json:"purposeConditional,omitempty"`
		Laws        []string     `json:"legalBasisConditional,omitempty"`
		Aggregation string       `json:"aggregationFunction"`
	}
	tiltPeriod struct {
		Description string `json:"description"`
		TTL         string `json:"ttl"`
	}
	tiltRefusal struct {
		Law          bool   `json:"legalRequirement"`
		Contract     bool   `json:"contractualRegulation"`
		Obligation   bool   `json:"obligationToProvide"`
		Consequences string `json:"consequences"`
	}
	tiltTransfer struct {
		Country    string     `json:"country"`
		Adequacy   tiltGround `json:"adequacyDecision"`
		Guarantees tiltGround `json:"appropriateGuarantees"`
		Clauses    tiltGround `json:"standardDataProtectionClause"`
	}
	tiltGround struct {
		Available   bool   `json:"available"`
		Description string `json:"description,omitempty"`
	}
	tiltRight struct {
		Available   bool   `json:"available"`
		Description string `json:"description,omitempty"`
		URL         string `json:"url,omitempty"`
		Email       string `json:"email,omitempty"`
	}
	tiltComplaint struct {
		tiltRight
		Authority *tiltAuthority `json:"supervisoryAuthority,omitempty"`
	}
	tiltAuthority struct {
		Name    string `json:"name"`
		Country string `json:"country,omitempty"`
		Email   string `json:"email,omitempty"`
	}
	tiltAutomated struct {
		InUse  bool   `json:"inUse"`
		Logic  string `json:"logicInvolved,omitempty"`
		Effect string `json:"scopeAndIntendedEffects,omitempty"`
	}
	tiltOrigin struct {
		ID       string       `json:"_id"`
		Category string       `json:"dataCategory"`
		Sources  []tiltSource `json:"sources"`
	}
	tiltSource struct {
		Description string `json:"description"`
		URL         string `json:"url"`
		Public      bool   `json:"publiclyAvailable"`
	}
)
