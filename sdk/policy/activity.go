package policy

// A Purpose is why data are processed (GDPR Article 5(1)(b)). Purposes form a
// tree; a part may be named by an activity just as its whole.
type Purpose struct {
	// The id that activities use.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// The purpose as a heading: "Enrolment in courses".
	Title Text `json:"title,omitempty"`
	// The purpose as one or two sentences to the reader: "We register you for the course you choose."
	Text Text `json:"text,omitempty"`
	// The term of the Data Privacy Vocabulary, such as edu:StudentEnrolmentManagement.
	Term string `json:"term,omitempty" validate:"omitempty,curie"`
	// Purposes that are parts of this one.
	Parts []Purpose `json:"parts,omitempty"`
}

// An Activity is a processing activity (GDPR Article 30): purposes together
// with controllers, basis, data, recipients and retention. A role belongs to a
// party in an activity.
type Activity struct {
	// The activity's id.
	ID string `json:"id,omitempty" validate:"omitempty,slug"`
	// What it is called, if the title of its purpose does not do.
	Title Text `json:"title,omitempty"`
	// Why: the purposes it serves.
	Purposes []string `json:"purposes,omitempty" ref:"purpose"`
	// Who is controller (GDPR Article 4(7)). Several are joint controllers if joint is set.
	Controllers []string `json:"controllers,omitempty" ref:"party"`
	// Set if the controller is found per scope: event, path or system. The notice resolves it.
	ControllerPer ScopeKind `json:"controllerPer,omitempty" validate:"omitempty,oneof=event path system"`
	// The arrangement of joint controllers (GDPR Article 26).
	Joint *JointArrangement `json:"joint,omitempty"`
	// Who processes on the controller's behalf.
	Processors []string `json:"processors,omitempty" ref:"processor"`
	// The systems it runs in.
	Systems []string `json:"systems,omitempty" ref:"system"`
	// The scopes to which it is limited.
	Scopes []string `json:"scopes,omitempty" ref:"scope"`
	// The circumstance under which alone it takes place, such as that the course has a fee.
	When string `json:"when,omitempty" ref:"circumstance"`
	// The legal basis (GDPR Article 6(1)).
	Basis *Basis `json:"basis,omitempty"`
	// The exception that allows special categories (GDPR Article 9(2)).
	SpecialGround *SpecialGround `json:"specialGround,omitempty"`
	// Whom the data are about.
	Subjects []string `json:"subjects,omitempty" ref:"subject"`
	// Which data.
	Data []string `json:"data,omitempty" ref:"datum"`
	// Who receives data.
	Recipients []string `json:"recipients,omitempty" ref:"recipient"`
	// When the data go.
	Retention []string `json:"retention,omitempty" ref:"retention"`
	// The consents it rests on.
	Consents []string `json:"consents,omitempty" ref:"consent"`
	// Whether one must give the data: statutory, contractual, necessary or voluntary (GDPR Article 13(2)(e)).
	Necessity Necessity `json:"necessity,omitempty" validate:"omitempty,oneof=statutory contractual necessary voluntary"`
	// What follows if one does not.
	Consequence Text `json:"consequence,omitempty"`
	// Profiling and automated decisions (GDPR Articles 4(4) and 22).
	Profiling *Profiling `json:"profiling,omitempty"`
	// True if the short layer must mention it because it may surprise (WP260 rev.01 point 36).
	Highlight bool `json:"highlight,omitempty"`
}

// A Necessity says why data must be given, or that they need not.
type Necessity string

// The necessities, as GDPR Article 13(2)(e) names them.
const (
	Statutory   Necessity = "statutory"   // a law demands the data
	Contractual Necessity = "contractual" // the contract demands them
	Necessary   Necessity = "necessary"   // without them there is no contract, or the task cannot be done
	Voluntary   Necessity = "voluntary"   // nothing follows if they are not given
)

// A JointArrangement is the essence of what joint controllers agreed (GDPR
// Article 26(2)).
type JointArrangement struct {
	// Who does what, in a few sentences.
	Essence Text `json:"essence,omitempty"`
	// Where people can turn with everything.
	Contact string `json:"contact,omitempty" ref:"contact"`
}

// Profiling tells of profiles and automated decisions.
type Profiling struct {
	// What is worked out about the person, and from what.
	Logic Text `json:"logic,omitempty"`
	// True if a decision with legal or similar effect is made by machine alone (GDPR Article 22(1)).
	Decides bool `json:"decides,omitempty"`
	// What it means for the person.
	Effect Text `json:"effect,omitempty"`
	// How to say no, or to have a human look at it.
	OptOut Text `json:"optOut,omitempty"`
}
