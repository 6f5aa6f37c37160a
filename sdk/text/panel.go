package text

// Panel holds the words of the panel in which visitors of a site choose what may
// be stored on their device. It speaks for the site and to the visitor, as "we"
// and "you". It does not plead: a no is as good as a yes.
type Panel struct {
	Title     string // heading: may we store something on your device?
	Intro     string // one or two sentences: we ask first, and you can change your mind
	Yes       string // button: yes to the one thing that is asked
	No        string // button: no to it; as short as Yes
	YesToAll  string // button: yes to all that is asked
	NoToAll   string // button: no to all that is asked; as short as YesToAll
	Choose    string // button: opens the details, to choose one by one
	Close     string // button: closes the details, or a note; nothing changes
	More      string // what opens to who, what and how long
	Always    string // heading: what is stored whatever one answers
	AlwaysIs  string // one sentence: the site does not work without it, so it is not asked about
	Technique string // label: what is used
	Names     string // label: under which names it stands on the device
	By        string // label: who provides it
	Kept      string // label: how long it is kept
	Refuse    string // label: how to refuse or remove it

	Changed string // {what}: it was answered before, and is asked again since that has changed
	Agreed  string // inside Changed: the words that were agreed to
	Past    string // it was answered before, and is asked again since that was long ago
	Saved   string // the choices are kept
	Failed  string // they could not be kept; nothing is stored
	Unkept  string // the browser lets nothing be kept, so they hold until one leaves the page
	Signal  string // the browser says no by itself (Global Privacy Control), and that is heeded
	Left    string // {names}: what could not be removed, and how to remove it
	Running string // what has begun already stops when the page is loaded anew
	Reload  string // button: load the page anew

	HeldFrom string // {provider}: instead of content of somebody else that stores something
	Held     string // the same, where nobody is named
	Once     string // button: show that content now, without an answer
	Allow    string // {purpose}: button: show it, and answer with a yes
}
