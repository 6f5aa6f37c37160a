package date_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
)

func ExampleMonthsAfter() {
	received, _ := date.Parse("2026-03-05")
	fmt.Println(date.MonthsAfter(received, 1, date.SE)) // 5 April is Easter Sunday
	fmt.Println(date.MonthsAfter(received, 3, date.SE)) // 5 June is a Friday
	// Output:
	// 2026-04-07
	// 2026-06-05
}

func ExampleDate_Add() {
	yearEnd, _ := date.Parse("2024-12-31")
	keep, _ := date.ParsePeriod("P3Y6M")
	fmt.Println(yearEnd.Add(keep))
	// Output: 2028-06-30
}

func ExampleEndOfFiscalYear() {
	held, _ := date.Parse("2024-09-14")
	fmt.Println(date.EndOfFiscalYear(held, 7, 1))
	// Output: 2025-06-30
}

func ExampleFiscalYears_Containing() {
	years := date.FiscalYears{
		{Start: date.Date{Year: 2023, Month: 7, Day: 1}, End: date.Date{Year: 2024, Month: 12, Day: 31}},
		{Start: date.Date{Year: 2025, Month: 1, Day: 1}, End: date.Date{Year: 2025, Month: 12, Day: 31}},
	}
	year, ok := years.Containing(date.Date{Year: 2024, Month: 6, Day: 14})
	fmt.Println(year.End, ok)
	// Output: 2024-12-31 true
}

func ExampleRollForward() {
	published := date.Days{{Year: 2026, Month: 11, Day: 2}} // an institution's own list
	saturday := date.Date{Year: 2026, Month: 10, Day: 31}
	fmt.Println(date.RollForward(saturday, published))
	// Output: 2026-11-03
}
