// Package text holds what the product says, in seven languages: one source
// file a language, and nothing said anywhere else.
//
// A [Language] is a struct, so the compiler knows every text by name and a
// translator sees them in one order. A test demands that no text is empty and
// that each has the same placeholders in every language. Words with a legal
// meaning are the official terms of the law tables (law.Term); a test holds
// the headings against them.
//
//	sv := text.In(locale.SV)
//	sv.Notice.Recipients // "Vilka som får del av uppgifterna"
//
// To add a language, write one file with one Language in it and name it in
// [Languages].
package text
