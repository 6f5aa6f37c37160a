package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/lint"
)

// A defect is one thing that is wrong with a published notice, or doubtful.
type defect struct {
	number int
	system string    // the folder of the example
	kind   string    // what kind of defect it is, in the words of whoever read the notice
	marks  []mark    // what lint must report; none if it cannot
	at     date.Date // the day whose law counts; zero for the day of the notice
	what   string    // the defect, in a few words
	reason string    // why no program can report it
	found  diag.List // what lint reports, one finding a mark
}

// A mark is a finding that there must be: a rule, and the beginning of a path
// in which ids stand for the places in lists.
type mark struct{ code, path string }

// header names the columns of the list.
const header = "row\tsystem\tkind\tcode\tpath\tasOf\twhat\treason"

// systems lists the examples in the order of the list.
var systems = []string{"hammarby", "studieskolen", "lartorget", "skolstaden", "gateway"}

// read takes the list apart. The error joins every line that is wrong.
func read(src []byte) ([]defect, error) {
	lines := strings.Split(strings.TrimSuffix(string(src), "\n"), "\n")
	if lines[0] != header {
		return nil, fmt.Errorf("%s does not begin with the line %q", list, header)
	}
	var defects []defect
	var problems []error
	for i, line := range lines[1:] {
		d, err := parse(line)
		if err == nil && d.number != i+1 {
			err = fmt.Errorf("the row has the number %d", d.number)
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("%s:%d: %w", list, i+2, err))
		}
		defects = append(defects, d)
	}
	return defects, errors.Join(problems...)
}

// parse reads one line.
func parse(line string) (defect, error) {
	f := strings.Split(line, "\t")
	if len(f) != strings.Count(header, "\t")+1 {
		return defect{}, fmt.Errorf("the row has %d columns", len(f))
	}
	number, err := strconv.Atoi(f[0])
	if err != nil {
		return defect{}, err
	}
	d := defect{number: number, system: f[1], kind: f[2], what: f[6], reason: f[7]}
	codes, paths := strings.Fields(f[3]), strings.Fields(f[4])
	if len(codes) != len(paths) {
		return d, fmt.Errorf("%d codes and %d paths", len(codes), len(paths))
	}
	for i, code := range codes {
		if _, ok := lint.Explain(code); !ok {
			return d, fmt.Errorf("there is no rule %s", code)
		}
		d.marks = append(d.marks, mark{code, paths[i]})
	}
	if f[5] != "" {
		day, ok := date.Parse(f[5])
		if !ok {
			return d, fmt.Errorf("%s is no day", f[5])
		}
		d.at = day
	}
	switch {
	case !slices.Contains(systems, d.system):
		return d, fmt.Errorf("there is no example %s", d.system)
	case d.kind == "" || d.what == "":
		return d, errors.New("kind and what are empty")
	case (len(d.marks) == 0) != (d.reason != ""):
		return d, errors.New("either a rule reports it, or there is a reason why none can")
	}
	return d, nil
}
