package text

import "github.com/lagrum/lagrum/sdk/locale"

// Desk holds the words of the pages on which the staff answer requests.
type Desk struct {
	Title        string        // heading: requests to use a right
	Is           string        // what the page is
	Nothing      string        // nobody has asked
	Right        string        // label: which right is used
	Name         string        // label: the name of who asks
	Reach        string        // label: how to reach who asks
	Identity     string        // heading: how it is made sure who asks
	AnswerBy     string        // label: the last day
	Left         locale.Plural // {n}: days that are left
	Over         locale.Plural // {n}: days that the answer is late
	AtOnce       string        // status: takes effect at once
	NoTime       string        // status: the law sets no time
	Waiting      string        // status: proof of identity is awaited
	Answered     string        // {day}: status: answered
	Request      string        // heading: what was sent
	Assessment   string        // heading: what follows from policy and law
	Know         string        // heading: what only people know
	Doubt        string        // choice: proof of identity was asked for
	Proved       string        // choice: the proof has come
	Unidentified string        // choice: nobody can tell which data are meant
	Unfounded    string        // choice: manifestly unfounded or excessive
	Claims       string        // choice: the data are needed for legal claims
	Entitled     string        // choice: the relative may ask
	Decide       string        // heading: what people must decide
	Later        string        // choice: not decided yet
	Do           string        // choice: do what is asked
	DoPart       string        // choice: do a part of it
	Refuse       string        // choice: do not do it
	Save         string        // button
	Letters      string        // heading: what was written to the person
	Extend       string        // heading: it takes longer
	ExtendWhy    string        // label: why it takes longer
	ExtendSend   string        // {day}: button: write that it takes until then
	ExtendNone   string        // why it cannot take longer
	Close        string        // heading: answer
	CloseWhy     string        // label: the controller’s own words in the answer
	CloseSend    string        // button: write the answer and close the request
	CloseNot     string        // why it cannot be answered yet
	WhyMissing   string        // error: the reason is missing
	Held         string        // heading: which forms are the person’s
	HeldIs       string        // what a tick does
	HeldStays    string        // no retention rule erases what a request is about
	SameName     string        // mark: the form has the same name
	SameReach    string        // mark: the form has the same way to reach the person
	HeldNone     string        // no form fits
	Copy         string        // link: the copy, to read
	CopyJSON     string        // link: the copy, for programs
	Back         string        // link: to all requests
}

// Due holds the words of the page on which the staff carry out what the retention rules demand.
type Due struct {
	Title       string        // heading, and link to the page
	Is          string        // what the page does
	Supposed    string        // what the demonstration supposes of the days of events
	Show        string        // button: show the plan of the day
	Plan        string        // {day}: heading: what is due on the day
	Nothing     string        // nothing is due
	Records     locale.Plural // {n}: how many records
	Run         string        // button: carry it out
	Messages    string        // messages are noted and not sent
	Done        string        // heading: what has been carried out
	DoneNothing string        // nothing was left to do
	SQL         string        // label: the statement
	Erased      string        // {field}, {day}: an answer that no activity keeps any longer
}
