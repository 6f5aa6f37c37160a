package serve

import "github.com/lagrum/lagrum/sdk/consent"

// A Sender is what a host knows of who sends a form. The zero Sender is somebody
// unknown who answers for themselves.
type Sender struct {
	Person   consent.Person   // whom the answers are about
	By       consent.Actor    // who answers; empty for the person
	Guardian consent.Guardian // what shows that a guardian is one (GDPR Article 8(2)); for an answer by a guardian
}
