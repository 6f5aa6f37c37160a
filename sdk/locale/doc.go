// Package locale handles what differs between languages: tags and fallback,
// plural forms, dates and periods in words, lists, and placeholders in messages.
//
// It knows the rules of grammar but none of the words; those are data in a
// [Rules] of each language.
//
//	svenska := locale.Rules{And: "och"}
//	svenska.List([]string{"namn", "skola", "kost"}) // "namn, skola och kost"
//	locale.Format("Hej {name}!", locale.Arg{Name: "name", Value: "elev"})
package locale
