package submission

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/schema"
)

// forms gives the root of the module and the forms that submissions are made of.
func forms(t *testing.T) (string, []*form.Definition) {
	t.Helper()
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	list, err := Forms(root)
	if err != nil {
		t.Fatal(err)
	}
	return root, list
}

func trial(t *testing.T, root string, d *form.Definition, seed uint64, n int) *Trial {
	t.Helper()
	trial, err := NewTrial(root, d, seed, n)
	if err != nil {
		t.Fatal(err)
	}
	return trial
}

// What ajv says is compared by "make oracle"; this needs nothing but Go.
func TestSchemaAndCheckAgree(t *testing.T) {
	root, list := forms(t)
	if len(list) < 15 {
		t.Errorf("%d forms, want those of the examples too", len(list))
	}
	for _, d := range list {
		_, complaints, err := trial(t, root, d, 1, 100).Compare(Go)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range complaints {
			if i < 10 {
				t.Error(c)
			}
		}
	}
}

// Submissions of one sort only would compare nothing.
func TestSubmissionsAreOfAllSorts(t *testing.T) {
	root, list := forms(t)
	count, _, err := trial(t, root, list[0], 1, 1500).Compare(Go)
	if err != nil {
		t.Fatal(err)
	}
	if count.Accepted < 400 || count.Refused < 400 {
		t.Errorf("both accept %d and both refuse %d of 1500", count.Accepted, count.Refused)
	}
	for _, class := range []string{spelling, "check digits and dates of numbers", "bounds of days", "bounds of numbers", "screening", "limits in bytes"} {
		if count.Differed[class] == 0 {
			t.Errorf("none is %s", class)
		}
	}
}

func TestSubmissionsAreMadeFromTheSeed(t *testing.T) {
	root, list := forms(t)
	a, b, c := trial(t, root, list[0], 1, 100), trial(t, root, list[0], 1, 100), trial(t, root, list[0], 2, 100)
	same := 0
	for i := range a.cases {
		if !bytes.Equal(a.cases[i].sent, b.cases[i].sent) {
			t.Errorf("index %d: another submission with the same seed", i)
		}
		if bytes.Equal(a.cases[i].sent, c.cases[i].sent) {
			same++
		}
	}
	if same > 10 {
		t.Errorf("%d of 100 are the same with another seed", same)
	}
}

// Each keyword of the schemas says something that the submissions put to the
// test: without it there are complaints.
func TestEveryKeywordIsNeeded(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	list, err := formsOf(Policy())
	if err != nil {
		t.Fatal(err)
	}
	caught := map[string]bool{}
	for _, d := range []*form.Definition{list[0], list[len(list)-1]} {
		trial := trial(t, root, d, 1, 200)
		for _, c := range without(schema.Form(d)) {
			if !caught[c.at] && !spare.MatchString(c.at) {
				caught[c.at] = complains(t, trial, c)
			}
		}
	}
	if len(caught) < 120 {
		t.Errorf("%d keywords, want those of all forms", len(caught))
	}
	for at, ok := range caught {
		if !ok {
			t.Errorf("nobody misses %s", at)
		}
	}
}

// spare is what says again, for readers, what another keyword says: beside "not",
// which no answer but a text passes, and of files that additionalProperties see too.
var spare = regexp.MustCompile(`^(/\$defs/(email|number|tel|url))?/type$|^/allOf/then/properties/[^/]+/(required|properties/size/type)$`)

// complains reports whether the changed schema differs from Check. It begins with
// the submissions that have their fault where the change is.
func complains(t *testing.T, trial *Trial, c change) bool {
	t.Helper()
	s, err := compile(c.schema)
	if err != nil {
		t.Fatal(err)
	}
	verdict := func(instance []byte) bool {
		ok, err := follows(s, instance)
		if err != nil {
			t.Fatal(err)
		}
		return ok
	}
	places := strings.Split(c.at, "/")
	for _, near := range []bool{true, false} {
		for i := range trial.cases {
			a := &trial.cases[i]
			if near != slices.Contains(places, a.fault) {
				continue
			}
			count := Count{Differed: map[string]int{}}
			if trial.judge(a, verdict(a.sent), a.kept == nil || verdict(a.kept), &count) != "" {
				return true
			}
		}
	}
	return false
}

// A change is a schema without one keyword, and where that stood.
type change struct {
	at     string
	schema []byte
}

// without gives the schema without each of its keywords that judge.
func without(data []byte) []change {
	judging := []string{
		"additionalProperties", "allOf", "anyOf", "const", "contains", "enum", "if", "items", "maxLength", "maximum", "minItems", "minLength",
		"minimum", "not", "pattern", "required", "then", "type", "$ref",
	}
	var changes []change
	root := object(data)
	var walk func(at string, v any, inSchema bool)
	walk = func(at string, v any, inSchema bool) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(at, e, true)
			}
		case map[string]any:
			for name, member := range v {
				place := at + "/" + name
				if inSchema && slices.Contains(judging, name) {
					delete(v, name)
					broken, err := json.Marshal(root)
					if err != nil {
						panic(err)
					}
					v[name] = member
					changes = append(changes, change{place, broken})
				}
				walk(place, member, !inSchema || name != "properties" && name != "$defs")
			}
		}
	}
	walk("", root, true)
	slices.SortFunc(changes, func(a, b change) int { return strings.Compare(a.at, b.at) })
	return changes
}

// What is kept of a right submission is kept again as it is.
func TestWhatIsKeptStaysAsItIs(t *testing.T) {
	root, list := forms(t)
	for _, d := range list[:3] {
		for i, a := range trial(t, root, d, 1, 200).cases {
			if a.kept == nil {
				continue
			}
			values, err := form.ReadValues(a.kept)
			if err != nil {
				t.Fatal(err)
			}
			var s form.Submission
			problems := d.Check(values, Day, &s)
			if len(problems) == 1 && problems[0].Asks {
				continue // the wish to keep a text is not kept itself
			}
			if len(problems) > 0 || !bytes.Equal(s.AppendJSON(nil), a.kept) {
				t.Errorf("%s, index %d: checked again it is not what it was", d.Form, i)
			}
		}
	}
}
