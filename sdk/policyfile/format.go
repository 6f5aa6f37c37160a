package policyfile

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
)

// The formats that the model names and package validator does not have.
var (
	slug  = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	actID = regexp.MustCompile(`^[A-Z0-9]+(-[A-Z0-9]+)*$`)
	curie = regexp.MustCompile(`^[a-z][a-z0-9-]*:[A-Za-z][A-Za-z0-9_-]*$`)
)

// formats is the validator with the formats of the model, built at the first file.
var formats = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	own := map[string]func(string) bool{
		"slug":  slug.MatchString,
		"actid": actID.MatchString,
		"curie": curie.MatchString,
		"bcp47": func(s string) bool { tag, ok := locale.Parse(s); return ok && string(tag) == s },
	}
	for tag, holds := range own {
		if err := v.RegisterValidation(tag, func(f validator.FieldLevel) bool { return holds(f.Field().String()) }); err != nil {
			panic(err) // only for a name that the validator keeps to itself
		}
	}
	v.RegisterAlias("jurisdiction", "eq=EU|iso3166_1_alpha2")
	v.RegisterAlias("identkind", "oneof="+strings.Join(policy.NationalNumbers(), " "))
	v.RegisterAlias("numberkind", "oneof="+strings.Join(policy.Numbers(), " "))
	v.RegisterAlias("numberseries", "oneof="+strings.Join(policy.NumberSeries(), " "))
	return v
})

// check tests a value against a format and gives what to write instead, or
// nothing if it is well written.
func check(value, rule string) (advice string, args []diag.Arg) {
	if rule == "" {
		return "", nil
	}
	err := formats().Var(value, rule)
	if err == nil {
		return "", nil
	}
	var failed validator.ValidationErrors
	if !errors.As(err, &failed) {
		panic(fmt.Sprintf("policyfile: the model has a format that cannot be checked: %s", rule))
	}
	switch failed[0].Tag() {
	case "identkind":
		return choose(value, policy.NationalNumbers())
	case "numberkind":
		return choose(value, policy.Numbers())
	case "numberseries":
		return choose(value, policy.NumberSeries())
	}
	if failed[0].Tag() == "oneof" {
		return choose(value, strings.Fields(failed[0].Param()))
	}
	return advices[failed[0].Tag()], nil
}

// meantBy gives what was certainly meant by a value that is not written as its
// format is: the word of a choice, or a country or language in the usual case.
func meantBy(value, rule string) (meant string, ok bool) {
	var failed validator.ValidationErrors
	if !errors.As(formats().Var(value, rule), &failed) {
		return "", false
	}
	switch failed[0].Tag() {
	case "identkind":
		return diag.Slip(value, policy.NationalNumbers())
	case "numberkind":
		return diag.Slip(value, policy.Numbers())
	case "numberseries":
		return diag.Slip(value, policy.NumberSeries())
	case "oneof":
		return diag.Slip(value, strings.Fields(failed[0].Param()))
	case "jurisdiction", "iso3166_1_alpha2":
		meant = strings.ToUpper(value)
	case "bcp47":
		tag, _ := locale.Parse(value)
		meant = string(tag)
	}
	return meant, meant != "" && strings.EqualFold(meant, value) && formats().Var(meant, rule) == nil
}

// choose is the advice for a value that must be one of a few words.
func choose(value string, words []string) (advice string, args []diag.Arg) {
	args = []diag.Arg{{Name: "value", Value: quote(value)}, {Name: "words", Value: enumerate(words, len(words))}}
	advice = "{key} cannot be {value}; write one of {words}"
	if near := suggest(value, words); near != "" {
		return advice + `; did you mean "{suggestion}"?`, append(args, diag.Arg{Name: "suggestion", Value: near})
	}
	return advice, args
}

// advices tell what to write, by the name of the format.
var advices = map[string]string{
	"slug":             "{key} must be written in lower-case letters, digits and single hyphens, such as exam-results",
	"actid":            "{key} must be written in capital letters, digits and single hyphens, such as SE-SKOL",
	"jurisdiction":     "{key} must be a country code of two capital letters (ISO 3166-1), such as SE, or EU",
	"iso3166_1_alpha2": "{key} must be a country code of two capital letters (ISO 3166-1), such as SE",
	"bcp47":            "{key} must be a language code in the usual case, such as sv, nn or sv-FI",
	"curie":            "{key} must be a term with the prefix of its vocabulary, such as dpv:Student",
	"email":            "{key} must be one e-mail address, such as registrar@school.example",
	"http_url":         "{key} must be a full web address that begins with https:// or http://, such as https://school.example/privacy",
}

// adviceFor tells how a type that reads itself is written.
func adviceFor(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[date.Date]():
		return "{key} must be a day of the calendar written as year-month-day, such as 2026-01-31"
	case reflect.TypeFor[date.Period]():
		return "{key} must be a length of time such as P5Y, P1Y6M, P2W or P14D (years, months, weeks, days)"
	}
	return "{key} is not written as its type is"
}
