package text

// RetentionPlan says what is due when, and why, with the data of one person. It
// speaks to that person, and the staff of the organiser read it too. Days are in
// the form of Rules.Date.
type RetentionPlan struct {
	// Why something is due, or not yet: full sentences.

	Since     string // {trigger}, {day}: the time runs from the day on which …, with the clause of Retention.Triggers
	YearEnds  string // {day}: the end of the year from which the period is counted
	Through   string // {day}: the data are kept through that day
	From      string // {day}: they may go from that day on
	By        string // {day}: they must be gone by then
	KeptBy    string // {rule}, {day}: another rule demands that they stay through that day
	Crossed   string // {limit}, {rule}: two rules cannot both be kept, and the one that demands that data stay decides
	StepDone  string // {day}: the step before was carried out
	Gone      string // {day}: it was done
	NotBegun  string // what the period runs from has not happened, or was called off
	Held      string // {reason}: nothing is erased while there is a reason
	HeldUntil string // {day}: the reason holds through that day
	NoEnd     string // another rule keeps the data without an end
	Undecided string // a public body has no decision that lets it erase; access is restricted instead
	DueNow    string // {day}: it is due since that day, which may be today
	DueOn     string // {day}: it becomes due on that day, as things stand
	Optional  string // it may be done, and need not be

	// The reasons for a hold, as they stand after the colon of Held.

	LegalClaim    string // a legal claim
	AccessRequest string // a request for access that is not answered yet
	Restriction   string // the person has asked that the use be restricted, GDPR Article 18
	ArchiveLaw    string // the archives are to decide
	Order         string // an authority or a court has ordered it
	Complaint     string // a complaint that is not settled yet

	// Actions as labels: what is done, or was done.

	Hide       string // hide from other users
	Warn       string // send a message
	Deactivate string // close the account
	Anonymise  string // make anonymous
	Erase      string // erase
	Archive    string // hand over to the archives
	Review     string // somebody decides
	Restrict   string // restrict access

	// Headings and labels.

	Title    string // heading: when the data go
	Due      string // {day}: heading: what is due on that day
	Nothing  string // sentence: nothing is due
	Day      string // label: day
	Action   string // label: what is done
	Data     string // label: which data
	Rule     string // label: by which rule
	Owner    string // label: who sees to it
	Why      string // label: why
	Today    string // label: the day of the picture
	Keeping  string // label of a bar: the data are kept
	Grace    string // label of a bar: time between two steps
	OnHold   string // label of a bar: a hold
	Event    string // label of a mark: what the time runs from
	Carried  string // label of a mark: a step that has been carried out
	ToCome   string // label of a mark: a step to come
	Picture  string // {from}, {to}: what the picture shows, for those who do not see it
	NoEvents string // sentence: nothing is known from which a time would run
}
