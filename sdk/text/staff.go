package text

import "github.com/lagrum/lagrum/sdk/locale"

// Staff holds the words of the page on which the staff of a demonstration see
// what was received, the consents on record and the log that proves them.
type Staff struct {
	Title        string        // heading
	Is           string        // what the page is, and that a real one needs a log-in
	Open         string        // link to the page
	Nothing      string        // nothing has been received yet
	Received     string        // label: when it was received
	Service      string        // label: the service and its form
	Answers      string        // heading: what was filled in
	Erased       string        // {field}, {day}: an answer that was erased, since the consent was taken back
	Consents     string        // heading: the consents of the form
	Yes          string        // what was answered: a yes that counts
	No           string        // a no
	TakenBack    string        // a yes that was taken back
	Expired      string        // a yes whose time has passed
	Void         string        // a yes that does not count
	AskAgain     string        // before the reasons for which a yes must be asked for again
	Asked        string        // no answer yet
	Entry        string        // {n}: where the record stands in the log
	Log          string        // heading: the log of a service
	Entries      locale.Plural // {n}: how many entries the log has
	Sound        string        // the log was verified, and nothing is wrong
	Broken       string        // the log was verified, and something is wrong
	Checkpoint   string        // label: the latest checkpoint
	Keys         string        // heading: the public keys
	CheckpointIs string        // what a checkpoint is good for
}
