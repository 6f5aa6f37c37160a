package retention

import (
	"errors"
	"slices"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// check tells what a copy lacks, or has that cannot be.
func (w *sqlWriter) check() error {
	var list []error
	lack := func(missing bool, what string) {
		if missing {
			list = append(list, errors.New(w.t.rule.ID+": "+what))
		}
	}
	c := w.c
	lack(w.d != SQLite && w.d != PostgreSQL, "there is no such dialect")
	lack(w.t.rule.Lasts == policy.Forever || w.t.endless(), "the data are kept without end")
	lack(c.Table == "" || c.Key == "" || c.Event == "", "name the table, its key and the column with the event")
	lack(!slices.Contains([]string{"", "text", "integer", "uuid"}, c.KeyType), "the type of the key is text, integer or uuid")
	lack(!w.t.rule.Only.IsZero() && c.Group == "", "the rule is for some people only: name under group the column that is true for them")
	lack(len(w.legs()) > 1 && (c.Step == "" || c.StepOn == ""), "the rule has stages: name the columns step and stepOn")
	lack((c.Step == "") != (c.StepOn == ""), "step and stepOn go together")
	lack(c.Hold != nil && (c.Hold.From == "" || c.Hold.Until == "" || (c.Hold.Table == "") != (c.Hold.Key == "")), "a hold has the columns from and until and, in a table of its own, key")
	for _, u := range w.keepers() {
		_, told := c.Keep[u.rule.ID]
		lack(!told && w.t.removes, "the rule "+u.rule.ID+" can demand that the data stay: name the column of its event under keep")
	}
	for _, l := range w.legs() {
		w.checkActions(w.actions(l), lack)
	}
	lack(!slices.IsSortedFunc(w.years, func(a, b date.FiscalYear) int { return a.Start.Compare(b.Start) }), "the financial years are not in order")
	for _, y := range w.years {
		next := y.End.AddDays(1)
		leap := y.Start.Month == 2 && y.Start.Day == 29 || next.Month == 2 && next.Day == 29
		lack(!y.IsValid() || leap, "a financial year begins and ends on days that every year has, and ends after it begins")
	}
	for _, n := range w.names() {
		lack(!isName(n), "a name has letters, digits and _ only, and does not begin with a digit")
	}
	return errors.Join(list...)
}

// checkActions tells what is missing for the actions of a leg.
func (w *sqlWriter) checkActions(actions []policy.Action, lack func(bool, string)) {
	for _, a := range actions {
		change, told := w.c.Actions[a]
		switch a {
		case policy.Erase:
			lack(told && w.c.Gone == "", "erase keeps the row: name under gone the column for the day")
		case policy.Anonymise:
			lack(len(change) == 0, "say under actions what anonymise changes")
			lack(w.c.Gone == "", "name under gone the column for the day on which the data were made anonymous")
		case Restrict:
			lack(len(change) == 0, "there is no decision on disposal: say under actions what restrict changes")
		default:
			lack(w.c.Step == "", "name the columns step and stepOn, so that "+string(a)+" is done once")
		}
		for _, value := range change {
			lack(!isValue(value), "a new value is text, a number, true, false or null")
		}
	}
}

func isValue(v any) bool {
	switch v := v.(type) {
	case nil, string, bool:
		return true
	case Number:
		return v != "" && strings.Trim(string(v), "0123456789.-") == "" && !strings.Contains(string(v), "--")
	}
	return false
}

// names gives every name of the copy.
func (w *sqlWriter) names() []string {
	c := w.c
	list := append(strings.Split(c.Table, "."), c.Key, c.Event, c.Group, c.Cancelled, c.Step, c.StepOn, c.Gone)
	for _, column := range c.Keep {
		list = append(list, column)
	}
	for _, change := range c.Actions {
		for column := range change {
			list = append(list, column)
		}
	}
	if h := c.Hold; h != nil {
		list = append(append(list, strings.Split(h.Table, ".")...), h.Key, h.From, h.Until)
	}
	return slices.DeleteFunc(list, func(n string) bool { return n == "" })
}

// isName reports whether a name can stand in quotes as it is.
func isName(n string) bool {
	for i := range len(n) {
		b := n[i]
		letter := b == '_' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
		if !letter && (i == 0 || b < '0' || b > '9') {
			return false
		}
	}
	return n != ""
}
