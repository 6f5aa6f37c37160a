package policyfile

import (
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/diag"
)

// A Mistake is one thing that can be wrong with the shape of a file.
type Mistake struct {
	Code        string        // stable and never reused: "key-unknown"
	Severity    diag.Severity // how much its findings weigh
	Title       string        // what is wrong, as a heading
	Explanation string        // why it matters and what to do, in a few plain sentences
}

// Mistakes lists all that can be wrong with the shape of a file: first the file
// as a whole, then keys, then values, then comments.
func Mistakes() iter.Seq[*Mistake] {
	return func(yield func(*Mistake) bool) {
		for i := range mistakes {
			if !yield(&mistakes[i]) {
				return
			}
		}
	}
}

// Explain tells, in one paragraph, what a code of this package means and what
// to do. It gives false for codes that are not of this package; those of rules
// are explained by package lint.
func Explain(code string) (string, bool) {
	i := slices.IndexFunc(mistakes[:], func(m Mistake) bool { return m.Code == code })
	if i < 0 {
		return "", false
	}
	return mistakes[i].Explanation, true
}

var mistakes = [...]Mistake{
	{"file-empty", diag.Error, "The file is empty",
		`There is nothing in the file but, perhaps, comments. A policy is a mapping: lines
of a key, a colon and a value, such as "id: evening-school". "lagrum init" writes
one to begin with.`},
	{"file-too-large", diag.Error, "The file is larger than a policy ever is",
		`A file may be 16 MiB, which is room for thousands of activities, unless whoever
runs Lagrum has set another limit. A larger one is most likely not a policy, and is
not read, so that nobody can stop a server with it.`},
	{"encoding-utf8", diag.Error, "The file is not in UTF-8",
		`A policy is text in UTF-8. In another encoding letters such as å, ø and þ are
other bytes, and a notice would show the wrong ones. Save the file as UTF-8; most
editors ask for the encoding under "Save as".`},
	{"encoding-utf16", diag.Error, "The file is in UTF-16",
		`Some programs call UTF-16 "Unicode" when they save text. A policy is in UTF-8.
Save the file as UTF-8; most editors ask for the encoding under "Save as".`},
	{"encoding-character", diag.Error, "A character stands here that cannot be seen",
		`Control characters, and line breaks that only some programs know, come in when
text is copied from elsewhere. What readers see would not be what the file says, and
programs would count its lines differently. Delete the character and write a plain
space or line break. An escape for such a character is refused too.`},
	{"encoding-bom", diag.Warning, "The file begins with a byte order mark",
		`The mark is read over here, but other programs take it for a part of the first
key. Save the file as "UTF-8" and not as "UTF-8 with BOM".`},
	{"document-second", diag.Error, "A second document begins in the file",
		`In YAML a line of three hyphens begins another document. A file holds one policy,
and what follows the line would be lost without a word. Remove the line, or put what
follows into a file of its own.`},
	{"syntax", diag.Error, "The file is not written as YAML or JSON is",
		`The file cannot be divided into keys and values from here on, and nothing in it is
read. What is wrong is often on the line above: a quotation mark that is not closed, a
line that is not indented as its neighbours are, a tab, or a text that holds a colon
with a space after it, a "#" or, within { }, a comma. Put such a text in quotation
marks.`},
	{"too-deep", diag.Error, "Mappings and lists stand too deep inside each other",
		`No policy needs more than a dozen levels; 64 are read. More come from a mistake in
the indentation or the brackets, or from a file that is made to do harm.`},
	{"too-many-values", diag.Error, "The file holds more values than a policy ever does",
		`The file, one pair of brackets or one line in it holds so much that reading it
would take too much memory. If it is a policy, write lists on lines of their own, or
the whole file as JSON without comments; both need less.`},
	{"too-many-findings", diag.Error, "So much is wrong that the rest was not read",
		`A thousand findings are shown. Most of them have one cause, often a key that is
written wrongly everywhere, or indentation that is wrong from some line on. Mend that
and try again.`},
	{"key-unknown", diag.Error, "A key is not one that a policy has here",
		`What stands under a key that nobody knows would be left out of the notice without
a word, so it is not passed over. Look for a slip of the pen, for the wrong
indentation, and in the reference for the key's real name. What is only for yourself
belongs in a comment.`},
	{"key-duplicate", diag.Error, "A key stands twice in the same mapping",
		`The first one counts, and the other is lost; programs differ in which they take.
Remove one of them, or make them entries of a list.`},
	{"key-merge", diag.Error, "A merge key brings in another mapping",
		`"<<" copies the keys of another mapping into this one. It is no part of JSON, the
schema cannot see through it, and whoever reads a policy should find each statement
where it applies. Write the keys out.`},
	{"type-wrong", diag.Error, "A value is of another kind than it must be",
		`A text stands where a list or a mapping is meant, or the other way round; or a yes
or no is not written as true or false. A list begins each entry with "- " or has [ ]
around it; a mapping has lines of the form "name: value". The value is left out, but
for a word that stands in the place of a list: that is taken for its only entry.`},
	{"value-missing", diag.Error, "A key has no value",
		`After the colon there is nothing, or the word null. Write a value, or remove the
key. If the value is meant to be on the lines below, they must be indented further
than the key.`},
	{"format-wrong", diag.Error, "A value is not written as it must be",
		`Ids, dates, periods, country codes, addresses and words from a fixed list are
written in one way only, so that programs read them as they are meant: a date as
2026-01-31, a period as P1Y or P6M, a country as SE. Within { } it may also be a comma
that ends a text too early. The finding says what to write. The value is left out.`},
	{"tag-refused", diag.Error, "A value or key has a tag",
		`A word that begins with "!" tells programs to take a value for another kind than
it looks like. A policy needs none, JSON has none, and the schema cannot see it. Remove
it, or put a text that begins with "!" in quotation marks.`},
	{"alias-cycle", diag.Error, "An alias stands inside of what it names",
		`An alias ("*name") stands for what is marked with an anchor ("&name"). Inside of
that very thing it would have no end. Write the value out.`},
	{"alias-too-many", diag.Error, "Aliases bring in too much",
		`Each alias counts as if what it stands for were written there. A few of them, one
inside the other or for a long text, can make a small file huge; so there is a limit to
the values and to the bytes of text that they bring in. Use fewer.`},
	{"ignore-code-unknown", diag.Error, "A comment ignores what is no rule",
		`A comment such as "# lagrum:ignore consent-bundled the reason" silences one rule
where it stands. It must name a rule; "lagrum rules" lists them. What is wrong with the
file itself, such as an unknown key, cannot be ignored, since a part of the policy would
be lost.`},
	{"ignore-reason-missing", diag.Error, "A comment ignores a rule without a reason",
		`Whoever reads the policy later, a supervisory authority among them, must see why
a finding was set aside, and by what thought. Write the reason behind the code. Until then
the comment silences nothing.`},
	{"ignore-unused", diag.Warning, "A comment ignores what is not there",
		`The rule finds nothing at what the comment is about: the end of its own line, or
the line below it. Perhaps it was put right, or the comment stands in the wrong place.
Left there it would silence the next mistake. Remove it.`},
}
