package text

import "github.com/lagrum/lagrum/sdk/locale"

// Serve holds the words of the pages around a notice: the start page, the
// header, the page of the policy file, and the pages that say what went wrong.
type Serve struct {
	Title      string // heading of the start page
	Intro      string // the start page in two sentences
	Overview   string // link to the start page
	Skip       string // link past the header to the content
	Language   string // label: choice of language
	Layer      string // label: choice of layer
	Full       string // link: the full notice
	Short      string // link: the short one
	Child      string // link: the one for children
	Formats    string // label: the notice in other formats
	Scripts    string // label: choice of a page with scripts or without
	ScriptsOn  string // link: the page with scripts
	ScriptsOff string // link: the page without
	Plain      string // link: as plain text
	Event      string // label: choice of event
	AnyEvent   string // choice: no event in particular
	Scope      string // label: choice of a part of the service
	AnyScope   string // choice: the whole service
	Show       string // button: show what is chosen

	Activities locale.Plural // {n}: how many activities the policy has
	Data       locale.Plural // {n}: how many kinds of data
	Languages  locale.Plural // {n}: how many languages

	File      string // heading and link: the policy file
	FileIntro string // one sentence under it
	FileAlone string // link: the file without a page around it
	Notice    string // link: back to the notice

	Check       string        // heading: what the check of the file says
	CheckIs     string        // {errors}, {warnings}, {hints}: how much was found
	CheckLimits string        // nothing found is not the same as lawful
	Errors      locale.Plural // {n}
	Warnings    locale.Plural // {n}
	Hints       locale.Plural // {n}
	Line        string        // {n}: link to a line of the file

	Published      string        // heading and link: the notice as it once stood
	PublishedIs    string        // what that is, and that it does not apply
	PublishedCount string        // on the card of a service; {findings} is Findings
	Findings       locale.Plural // {n}: how many findings there are

	NotFound      string // heading: there is nothing at this address
	NoPage        string // sentence: no such page
	NoLanguage    string // sentence: not in this language
	NoLayer       string // sentence: no such version
	NoEvent       string // sentence: no such event
	NoScope       string // sentence: no such part of the service
	NoFormat      string // sentence: no such format
	BadRequest    string // heading: the address is wrong
	BadDay        string // sentence: how a day is written
	BadQuery      string // sentence: the part after the question mark cannot be read
	NotAcceptable string // heading: in none of the formats asked for
	NoType        string // sentence: the notice is in none of the formats that the program accepts
	NotAllowed    string // heading: this way of asking is not allowed
	OnlyRead      string // sentence: pages can only be read
	Failed        string // heading: something went wrong here
	TryLater      string // sentence: try again later
	TooMany       string // heading: too many requests
	WaitAMinute   string // sentence: wait a minute
	ThereIs       string // heading: what there is instead
}
