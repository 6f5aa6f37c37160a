package form

import (
	"strconv"
	"strings"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/locale"
)

// What is kept is the same in every language: 2026-01-31 and 3.5. What people
// read is as they would write it.

// dayWords is a day as the hint of the language has it.
func (d *Definition) dayWords(text string) string {
	day, ok := date.Parse(text)
	if !ok || !strings.Contains(d.words[wordDateHint], "31.1.2026") {
		return text
	}
	return strconv.Itoa(day.Day) + "." + strconv.Itoa(day.Month) + "." + strconv.Itoa(day.Year)
}

// numberWords is a number with the decimal sign of the language (Unicode CLDR):
// a comma in all but English.
func (d *Definition) numberWords(text string) string {
	if d.Language.Base() == locale.EN {
		return text
	}
	return strings.Replace(text, ".", ",", 1)
}

// argWords are the arguments of a message as people read them.
func (d *Definition) argWords(code Code, args []locale.Arg) []locale.Arg {
	words := d.numberWords
	switch code {
	case TooEarly, TooLate:
		words = d.dayWords
	case TooSmall, TooGreat:
	default:
		return args
	}
	shown := make([]locale.Arg, len(args))
	for i, arg := range args {
		shown[i] = locale.Arg{Name: arg.Name, Value: words(arg.Value)}
	}
	return shown
}
