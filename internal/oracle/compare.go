package oracle

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/ident"
)

// A Count says how often a library agreed with sdk/ident on a kind, and how
// often it differed, by the name of the class that explains it.
type Count struct {
	Kind     ident.Kind
	Library  string
	Asked    int
	Agreed   int
	Differed map[string]int
}

// A Complaint is a difference without explanation. It names the value by where
// it came from, and shows it with digits and letters masked.
type Complaint struct {
	Kind    ident.Kind
	Library string
	Ours    ident.Reason
	Theirs  bool
	Seed    uint64
	Index   int
	Shape   string
}

// String tells it on one line.
func (c Complaint) String() string {
	return fmt.Sprintf("%s: ours says %s, %s says %t; seed %d, index %d, of the shape %q",
		c.Kind, c.Ours.Code(), c.Library, c.Theirs, c.Seed, c.Index, c.Shape)
}

// typing is the class of values that a library judges otherwise only because of
// spaces and dashes: written plainly, it agrees or differs for another reason.
const typing = "typing"

// Compare puts n candidates of each kind to every library. It gives the counts
// and one complaint for each difference without explanation, neither of them
// with a number. The folder is that of this package.
func Compare(folder string, seed uint64, n int) ([]Count, []Complaint, error) {
	var counts []Count
	var complaints []Complaint
	for _, s := range subjects() {
		values := make([]string, n)
		for i := range values {
			values[i] = candidate(s, seed, i)
		}
		plain := make([]string, n)
		for i, v := range values {
			plain[i] = s.plain(v)
		}
		verdicts, err := ask(folder, s, slices.Concat(values, plain))
		if err != nil {
			return nil, nil, err
		}
		for _, library := range sortedKeys(verdicts) {
			theirs := verdicts[library]
			c := Count{Kind: s.kind, Library: library, Asked: n, Differed: map[string]int{}}
			for i, v := range values {
				ours := question{s, v}
				name, known := explain(library, answer{ours, theirs[i]}, answer{question{s, plain[i]}, theirs[n+i]})
				switch {
				case name == "":
					c.Agreed++
				case known:
					c.Differed[name]++
				default:
					complaints = append(complaints, Complaint{s.kind, library, ours.ours().Reason, theirs[i], seed, i, shape(v)})
				}
			}
			counts = append(counts, c)
		}
	}
	return counts, complaints, nil
}

// An answer is a question with what a library says to it.
type answer struct {
	question
	theirs bool
}

func (a answer) agreed() bool { return a.ours().Valid() == a.theirs }

// explain names the class of a difference, nothing where there is none, and
// says whether the class is a known one.
func explain(library string, typed, plain answer) (name string, known bool) {
	if typed.agreed() {
		return "", true
	}
	if name := typed.class(library); name != "" {
		return name, true
	}
	moved := typed.theirs != plain.theirs || typed.ours().Valid() != plain.ours().Valid()
	name = plain.class(library)
	switch {
	case typed.value == plain.value:
	case !moved && name != "":
		return name, true
	case moved && (plain.agreed() || name != ""):
		return typing, true
	}
	return "unexplained", false
}

// class names the first class that the difference falls in.
func (a answer) class(library string) string {
	for _, c := range a.subject.classes {
		if slices.Contains(c.libraries, library) && c.accepts == a.theirs && !a.agreed() && c.holds(a.question) {
			return c.name
		}
	}
	return ""
}

// Report writes the counts as a Markdown table.
func Report(counts []Count) string {
	var b strings.Builder
	b.WriteString("| Kind | Library | Asked | Agreed | Differed, and why |\n| --- | --- | --- | --- | --- |\n")
	for _, c := range counts {
		var why []string
		for _, name := range sortedKeys(c.Differed) {
			why = append(why, fmt.Sprintf("%s %d", name, c.Differed[name]))
		}
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %s |\n", c.Kind, c.Library, c.Asked, c.Agreed, strings.Join(why, ", "))
	}
	return b.String()
}

// Classes writes the classes of differences as a Markdown table.
func Classes() string {
	var b strings.Builder
	b.WriteString("| Kind | Class | Libraries that | Why ours differs | Source |\n| --- | --- | --- | --- | --- |\n")
	for _, s := range subjects() {
		for _, c := range s.classes {
			verb := "refuse: "
			if c.accepts {
				verb = "accept: "
			}
			fmt.Fprintf(&b, "| %s | %s | %s%s | %s | %s |\n", s.kind, c.name, verb, strings.Join(c.libraries, ", "), c.reason, c.source)
		}
	}
	return b.String()
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
