package date

// Institutions are the public holidays of the institutions of the European
// Union, which the Commission decides year by year (Staff Regulations Article
// 61): the days that are free in Brussels and in Luxembourg alike. The table
// reaches as far as the decisions were read. Where it does not, an Institutions
// has no holidays, and [Institutions.Knows] says so; [Days] takes a list of your own.
type Institutions struct{}

// IsHoliday reports whether the table has the day.
func (Institutions) IsHoliday(d Date) bool {
	for i := range decisions {
		if l := &decisions[i]; !d.Before(l.from) && !d.After(l.to) {
			return l.days.IsHoliday(d)
		}
	}
	return false
}

// Knows reports whether the table reaches the day.
func (Institutions) Knows(d Date) bool {
	for i := range decisions {
		if l := &decisions[i]; !d.Before(l.from) && !d.After(l.to) {
			return true
		}
	}
	return false
}

// Knows reports whether the calendar is one of the constants, and the day is
// one that its rules are made for: from 2018 on.
func (c Calendar) Knows(d Date) bool { return c.isKnown() && d.IsValid() && d.Year >= 2018 }

// A decision is one list of the Commission.
type decision struct {
	from, to Date // the days that it was read for
	days     Days
}

var decisions = []decision{
	{ // Commission Decision of 25 May 2021 (2021/C 201 I/02), read in full
		from: Date{2023, 1, 1}, to: Date{2023, 12, 31},
		days: Days{
			{2023, 1, 2}, {2023, 4, 6}, {2023, 4, 7}, {2023, 4, 10}, {2023, 5, 1}, {2023, 5, 9}, {2023, 5, 18}, {2023, 5, 19}, {2023, 5, 29},
			{2023, 8, 15}, {2023, 11, 1}, {2023, 11, 2}, {2023, 12, 25}, {2023, 12, 26}, {2023, 12, 27}, {2023, 12, 28}, {2023, 12, 29},
		},
	},
	{ // Commission Decision of 17 November 2022 (2022/C 440/05), read as far as 15 August
		from: Date{2024, 1, 1}, to: Date{2024, 8, 15},
		days: Days{
			{2024, 1, 1}, {2024, 1, 2}, {2024, 3, 28}, {2024, 3, 29}, {2024, 4, 1}, {2024, 5, 1}, {2024, 5, 9}, {2024, 5, 10}, {2024, 5, 20}, {2024, 8, 15},
		},
	},
}
