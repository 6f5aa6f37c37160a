package text

// Ask holds the words of the page on which people use a right. It speaks to whoever asks.
type Ask struct {
	Title          string // heading, and link to the page
	Intro          string // what can be asked for here, and that no reason and no form is needed
	Send           string // button
	Purpose        string // what the answers are used for, as a sentence
	Right          string // question: which right is used; the answers are the verbs of Rights
	RightMissing   string // error: no right was chosen
	By             string // question: who asks
	ByMissing      string // error: nobody was chosen
	Self           string // answer: the person asks
	Child          string // answer: a child asks
	Guardian       string // answer: a guardian asks
	Representative string // answer: somebody with a power of attorney asks
	Relative       string // answer: a relative of somebody who died asks
	Person         string // label: the name of whom the data are about
	Age            string // question: how old the child is, in years
	AgeMissing     string // error: the age is missing
	Died           string // question: the day of the death
	DiedMissing    string // error: the day is missing
	Correct        string // question: what is wrong
	CorrectMissing string // error: it is not said what is wrong
	Situation      string // question: what speaks against the use, for an objection
	Details        string // label: anything else, in free text
	LeaveOut       string // hint: what not to write
	About          string // question: which uses it is about
	AboutHint      string // hint: none means all
	Name           string // label: the name of who asks
	NameHint       string // hint: as the organiser knows it; no number
	Reach          string // label: how to reach who asks
	ReachHint      string // hint: what was already given, by preference
	Number         string // {number}: the number of the request
	Foreseen       string // heading: what applies, before people have decided
	ForeseenIs     string // where that comes from, and that people decide
}
