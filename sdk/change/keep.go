package change

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/policy"
)

// ruleSays makes one value of a retention rule: all that decides when data go
// and what becomes of them. P12M says the same as P1Y.
func ruleSays(r *policy.Retention) string {
	data := slices.Clone(r.Data)
	slices.Sort(data)
	values := []string{
		string(r.Trigger), string(r.Align), lasts(r.Period), string(r.Lasts), string(cmp.Or(r.Limit, policy.Exactly)),
		string(cmp.Or(r.Modality, policy.Must)), string(cmp.Or(r.Action, policy.Erase)), yes(r.OnRequest), joined(slices.Compact(data)...),
	}
	for i := range r.Stages {
		values = append(values, lasts(r.Stages[i].After), string(cmp.Or(r.Stages[i].Action, policy.Erase)))
	}
	return joined(values...)
}

// lasts writes a period in months and days, which the calendar keeps apart.
func lasts(p date.Period) string {
	return strconv.Itoa(12*p.Years+p.Months) + "m" + strconv.Itoa(7*p.Weeks+p.Days) + "d"
}

// compareRules says whether data are kept longer or shorter under the new rule
// than under the old one. The two can be compared if they count from the same
// event in the same way and reach the same data: then the days to which they
// lead are compared, from several days of the year. No end is longer than any
// end. All else has no order, and is no more than a change.
func compareRules(old, new *policy.Retention) Kind {
	if old == nil || new == nil {
		return RetentionChanged
	}
	a, b := *old, *new
	a.Period, a.Lasts, a.Stages = date.Period{}, "", nil
	b.Period, b.Lasts, b.Stages = date.Period{}, "", nil
	endless := func(r *policy.Retention) bool { return r.Lasts == policy.Forever }
	switch {
	case endless(new) && !endless(old):
		return RetentionLonger
	case endless(old) && !endless(new):
		return RetentionShorter
	case ruleSays(&a) != ruleSays(&b), old.Lasts != "", new.Lasts != "", unsaid(old), unsaid(new):
		return RetentionChanged
	}
	longer, shorter := 0, 0
	starts := [...]date.Date{{Year: 2023, Month: 1, Day: 31}, {Year: 2023, Month: 6, Day: 15}, {Year: 2024, Month: 2, Day: 29}, {Year: 2025, Month: 7, Day: 1}}
	for _, day := range starts {
		switch before, after := end(old, day), end(new, day); {
		case before.Before(after):
			longer++
		case after.Before(before):
			shorter++
		}
	}
	switch len(starts) {
	case longer:
		return RetentionLonger
	case shorter:
		return RetentionShorter
	}
	return RetentionChanged
}

// unsaid reports whether a rule says neither how long nor until when.
func unsaid(r *policy.Retention) bool {
	return r.Trigger == "" && r.Lasts == "" && r.Period.IsZero() && len(r.Stages) == 0
}

// end is the day on which the last step of a rule is taken.
func end(r *policy.Retention, from date.Date) date.Date {
	day := from.Add(r.Period)
	for i := range r.Stages {
		day = day.Add(r.Stages[i].After)
	}
	return day
}
