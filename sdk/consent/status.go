package consent

// A Status is what has become of a question of consent. Each is a term of the
// Data Privacy Vocabulary (dpv:ConsentStatus).
type Status string

// The statuses.
const (
	Requested   Status = "requested"   // asked, and not answered yet
	Given       Status = "given"       // answered with a yes that counts
	Refused     Status = "refused"     // answered with a no
	Withdrawn   Status = "withdrawn"   // taken back by the person
	Expired     Status = "expired"     // given for a time that has passed
	Renewed     Status = "renewed"     // given once more
	Invalidated Status = "invalidated" // answered with a yes that does not count
)

// Counts reports whether the status is that of a consent that may be relied on
// (dpv:ConsentStatusValidForProcessing).
func (s Status) Counts() bool { return s == Given || s == Renewed }

// CanWithdraw reports whether there is a yes to take back, whether it counts or
// not.
func (s Status) CanWithdraw() bool { return s.Counts() || s == Invalidated }

// After gives the status of an answer that comes after another: a yes after a yes
// is [Renewed], and a no after a yes [Withdrawn].
func (s Status) After(earlier Status) Status {
	switch before := earlier.Counts(); {
	case s == Given && (before || earlier == Expired):
		return Renewed
	case s == Refused && before:
		return Withdrawn
	}
	return s
}

// Term gives the IRI of the status in the Data Privacy Vocabulary, shortened
// with the prefix dpv; empty for a status that is none of the constants.
func (s Status) Term() string {
	switch s {
	case Requested:
		return "dpv:ConsentRequested"
	case Given:
		return "dpv:ConsentGiven"
	case Refused:
		return "dpv:ConsentRefused"
	case Withdrawn:
		return "dpv:ConsentWithdrawn"
	case Expired:
		return "dpv:ConsentExpired"
	case Renewed:
		return "dpv:RenewedConsentGiven"
	case Invalidated:
		return "dpv:ConsentInvalidated"
	}
	return ""
}
