package notice

import (
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
)

// A Doc is a notice in one language and layer.
type Doc struct {
	Policy    string     // the policy's id
	Language  locale.Tag // the language of all text that has none of its own
	Layer     Layer      // which layer it is
	Title     string     // the notice's heading
	Version   string     // the policy's version; may be empty
	Effective date.Date  // the day from which it applies; zero if not said
	Lead      []Block    // what comes before the first section
	Sections  []Section  // the sections, in order
	Contents  string     // heading of the table of contents; empty for layers that need none
}

// A Section is a part of a notice with a heading of its own.
type Section struct {
	ID       string    // stable in all languages: "rights"; fit for an HTML id behind a prefix
	Title    string    // the heading
	Blocks   []Block   // what stands before its own sections
	Sections []Section // its own sections
}

// A Block is a *Paragraph, *List, *Table, *Definitions or *Callout.
type Block interface{ block() }

// A Paragraph is running text.
type Paragraph struct{ Spans []Span }

// A List is a list of items.
type List struct {
	Ordered bool   // true if the order of the items matters
	Items   []Item // the entries
}

// An Item is an entry of a list, with a list of its own or without.
type Item struct {
	Spans []Span // the text of the entry
	Sub   *List  // a list below it; nil if there is none
}

// A Table has a caption and a row of headings. The first cell of each row is
// the row's own heading.
type Table struct {
	Caption string   // what the table shows
	Head    []string // the headings of the columns
	Rows    [][]Cell // the rows, each with a cell for every column
}

// A Cell is one cell of a table: paragraphs, most often one.
type Cell [][]Span

// Definitions is a list of labels, each with blocks.
type Definitions struct{ Items []Definition }

// A Definition is a label and what it stands before.
type Definition struct {
	Label []Span  // the label
	Body  []Block // what it stands before
}

// A Callout is set apart from the rest, for what the law wants to be seen
// (GDPR Article 21(4)) and for warnings.
type Callout struct {
	Kind   CalloutKind // what it is for
	Title  string      // a heading; may be empty
	Blocks []Block     // what it says
}

// A CalloutKind says what a callout is for.
type CalloutKind string

// The kinds of callout.
const (
	Important CalloutKind = "important" // the reader must not miss it
	Outdated  CalloutKind = "outdated"  // the notice is about law that no longer applies
)

// A Span is a run of text.
type Span struct {
	Text   string     // the text, as people read it
	Strong bool       // set apart from its surroundings
	URL    string     // a link, if not empty; a scheme that is not known to be safe is printed as text only
	Lang   locale.Tag // the language, if it is not the notice's
}

func (*Paragraph) block()   {}
func (*List) block()        {}
func (*Table) block()       {}
func (*Definitions) block() {}
func (*Callout) block()     {}
