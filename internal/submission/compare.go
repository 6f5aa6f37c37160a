package submission

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
	"github.com/lagrum/lagrum/sdk/schema"
)

// A Validator says of each instance whether it follows the JSON Schema.
type Validator func(schema []byte, instances [][]byte) ([]bool, error)

// A Trial is a set of submissions of one form, with what Check makes of them.
type Trial struct {
	Form  *form.Definition
	Seed  uint64
	cases []attempt

	numbers map[ident.Kind][]vector
}

// An attempt is one submission and what Check makes of it.
type attempt struct {
	submission
	readable bool
	problems []form.Problem
	dropped  []form.Drop
	kept     []byte   // as JSON; nil if there are problems
	changed  []string // the fields that were asked for and sent otherwise than they are kept
}

// A Count says how the schema and Check judged the submissions of a form: how
// often both accepted and refused, and how often they differed, by the class
// that explains it.
type Count struct {
	Form     string
	Accepted int
	Refused  int
	Differed map[string]int
}

// A Complaint is a difference without explanation. It holds nothing that a
// submission does, so that it can be shown.
type Complaint struct {
	Form  string
	Seed  uint64
	Index int
	What  string
}

// String tells it on one line.
func (c Complaint) String() string {
	return fmt.Sprintf("%s, seed %d, index %d: %s", c.Form, c.Seed, c.Index, c.What)
}

// NewTrial makes submissions of a form: with each fault alone, and n with none or
// several. The root is that of the module, where the published identity numbers
// are.
func NewTrial(root string, d *form.Definition, seed uint64, n int) (*Trial, error) {
	numbers, err := vectors(root)
	if err != nil {
		return nil, err
	}
	m := maker{def: d, numbers: numbers}
	t := &Trial{Form: d, Seed: seed, numbers: numbers}
	for _, one := range m.submissions(seed, n) {
		t.cases = append(t.cases, t.attempt(one))
	}
	return t, nil
}

func (t *Trial) attempt(one submission) attempt {
	values, err := form.ReadValues(one.sent)
	if err != nil {
		return attempt{submission: one}
	}
	var s form.Submission
	a := attempt{submission: one, readable: true, problems: t.Form.Check(values, Day, &s)}
	a.dropped = s.Dropped()
	if len(a.problems) == 0 {
		a.kept = s.AppendJSON(nil)
		a.changed = t.changed(&a, values)
	}
	return a
}

// Compare puts the submissions, and what is kept of those that are right, to
// the validator with the form's own schema.
func (t *Trial) Compare(valid Validator) (Count, []Complaint, error) {
	var instances [][]byte
	for i := range t.cases {
		instances = append(instances, t.cases[i].sent)
		if t.cases[i].kept != nil {
			instances = append(instances, t.cases[i].kept)
		}
	}
	verdicts, err := valid(schema.Form(t.Form), instances)
	if err == nil && len(verdicts) != len(instances) {
		err = fmt.Errorf("%d verdicts on %d submissions", len(verdicts), len(instances))
	}
	if err != nil {
		return Count{}, nil, err
	}
	c := Count{Form: t.Form.Policy + "/" + t.Form.Form, Differed: map[string]int{}}
	var complaints []Complaint
	for i := range t.cases {
		a := &t.cases[i]
		followed, keptToo := verdicts[0], true
		verdicts = verdicts[1:]
		if a.kept != nil {
			keptToo = verdicts[0]
			verdicts = verdicts[1:]
		}
		if what := t.judge(a, followed, keptToo, &c); what != "" {
			complaints = append(complaints, Complaint{c.Form, t.Seed, i, what})
		}
	}
	return c, complaints, nil
}

// judge counts one submission, or says what is wrong. Followed is what the
// validator says of what was sent, keptToo what it says of what is kept.
func (t *Trial) judge(a *attempt, followed, keptToo bool, c *Count) string {
	accepted := a.kept != nil
	switch {
	case accepted && !keptToo:
		return "Check accepts it, and the schema refuses what is kept"
	case accepted && followed && slices.ContainsFunc(a.changed, t.oneKind):
		return "the schema accepts it, and Check keeps it otherwise"
	case accepted && !followed && len(a.changed) == 0:
		return "Check keeps it as it is, and the schema refuses it"
	case accepted && followed:
		c.Accepted++
	case !accepted && !followed:
		c.Refused++
	case accepted:
		c.Differed[spelling]++
	case !a.readable:
		return "the schema accepts what cannot be read"
	default:
		return t.explain(a, c)
	}
	return ""
}

// spelling is the class of answers that Check takes, and keeps otherwise.
const spelling = "written otherwise than it is kept"

// changed gives the fields that were asked for and sent otherwise than they are
// kept.
func (t *Trial) changed(a *attempt, values []form.Value) []string {
	var names []string
	sent, kept := object(a.sent), object(a.kept)
	for name, answer := range kept {
		_, there := sent[name]
		box := !there && answer == false // that was left alone
		if !box && !reflect.DeepEqual(sent[name], answer) {
			names = append(names, name)
		}
	}
	for name := range sent {
		if _, there := kept[name]; !there && t.Form.Field(name) != nil && t.asks(values, name) {
			names = append(names, name) // an answer of nothing, such as an empty list
		}
	}
	return names
}

// oneKind reports whether a number of the field is of one kind. The shape of one
// kind may be another spelling of a second; only the check digit tells.
func (t *Trial) oneKind(name string) bool { return len(t.Form.Field(name).Numbers) < 2 }

// asks reports whether the form asks for the field after the other answers: if
// not, an answer to it is dropped.
func (t *Trial) asks(values []form.Value, name string) bool {
	var s form.Submission
	t.Form.Check(append(slices.Clone(values), form.Value{Name: name, Text: "x"}), Day, &s)
	return !slices.ContainsFunc(s.Dropped(), func(d form.Drop) bool { return d.Field == name })
}

// object reads JSON that was made here.
func object(data []byte) map[string]any {
	var members map[string]any
	if err := json.Unmarshal(data, &members); err != nil {
		panic(err)
	}
	return members
}

// Report writes the counts as a Markdown table.
func Report(counts []Count) string {
	var b strings.Builder
	b.WriteString("| Form | Both accept | Both refuse | Only one does, and why |\n| --- | --- | --- | --- |\n")
	for _, c := range counts {
		var why []string
		for _, name := range slices.Sorted(maps.Keys(c.Differed)) {
			why = append(why, fmt.Sprintf("%s %d", name, c.Differed[name]))
		}
		fmt.Fprintf(&b, "| %s | %d | %d | %s |\n", c.Form, c.Accepted, c.Refused, strings.Join(why, ", "))
	}
	return b.String()
}
