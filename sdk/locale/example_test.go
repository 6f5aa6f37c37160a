package locale_test

import (
	"fmt"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
)

func ExampleParse() {
	tag, ok := locale.Parse("SV-fi")
	fmt.Println(tag, ok, tag.Fallback())
	// Output: sv-FI true [sv-FI sv]
}

func ExampleRules_Period() {
	year := locale.Plural{One: "{n} år", Other: "{n} år"}
	month := locale.Plural{One: "{n} månad", Other: "{n} månader"}
	svenska := locale.Rules{
		Year:  locale.Unit{Count: year},
		Month: locale.Unit{Count: month},
		And:   "och",
	}
	fmt.Println(svenska.Period(date.Period{Years: 3, Months: 6}, locale.Count))
	// Output: 3 år och 6 månader
}

func ExampleFormat() {
	fmt.Println(locale.Format("{controller} keeps it until {day}.",
		locale.Arg{Name: "controller", Value: "The school"},
		locale.Arg{Name: "day", Value: "31 December 2029"}))
	// Output: The school keeps it until 31 December 2029.
}

func ExamplePlaceholders() {
	fmt.Println(locale.Placeholders("{day}: {controller}, {day}"))
	// Output: [controller day]
}
