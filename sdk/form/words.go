package form

import (
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/screen"
	"github.com/lagrum/lagrum/sdk/text"
)

// A word is one text of a form, by its place in the table. A Definition carries
// all of them in its own language, so that a browser needs no other.
type word uint8

const (
	wordEnter word = iota
	wordChoose
	wordAnswerIt
	wordAttach
	wordTooShort
	wordTooLong
	wordLooks
	wordSigns
	wordEmail
	wordTel
	wordURL
	wordNumber
	wordLeast
	wordMost
	wordDate
	wordEarliest
	wordLatest
	wordOffered
	wordWrong
	wordUnborn
	wordSeries
	wordPostcode
	wordFileType
	wordFileSize
	wordFileEmpty
	wordOneOf
	wordOnlyOne
	wordTooOften
	wordTooMany
	wordTooFast
	wordTooOld
	wordNotReceived
	wordSummaryOne
	wordSummaryOther
	wordErrorMark
	wordKeep
	wordOptional
	wordAllRequired
	wordYes
	wordNo
	wordPrompt
	wordSend
	wordContinue
	wordWhyAsked
	wordPurpose
	wordBasis
	wordKept
	wordWithout
	wordInstead
	wordWithdraw
	wordController
	wordAudience
	wordFromLogin
	wordFileTypes
	wordFileLimit
	wordForExample
	wordDateHint
	wordOnlyIf
	wordOnlyIfGiven
	wordTrap
	wordNotice
	wordReceived
	wordReceivedText
	wordSaved
	wordNotKept
	wordNotKeptWhy
	wordNotKeptVoid
	wordOr
	wordAtMost
	wordLeft
	wordOver
	wordScreen // the first of one word for each class of package screen
	wordCount  = wordScreen + screenClasses
)

// screenClasses is how many classes package screen has; a test holds it to that.
const screenClasses = 16

// wordsOf takes the words of a language.
func wordsOf(l *text.Language) (w [wordCount]string) {
	f := &l.Form
	w = [wordCount]string{
		wordEnter: f.Enter, wordChoose: f.Choose, wordAnswerIt: f.AnswerIt, wordAttach: f.Attach,
		wordTooShort: f.TooShort, wordTooLong: f.TooLong, wordLooks: f.Looks, wordSigns: f.Signs,
		wordEmail: f.Email, wordTel: f.Tel, wordURL: f.URL, wordNumber: f.Number, wordLeast: f.Least, wordMost: f.Most,
		wordDate: f.Date, wordEarliest: f.Earliest, wordLatest: f.Latest, wordOffered: f.Offered,
		wordWrong: f.Wrong, wordUnborn: f.Unborn, wordSeries: f.Series, wordPostcode: f.Postcode,
		wordFileType: f.FileType, wordFileSize: f.FileSize, wordFileEmpty: f.FileEmpty,
		wordOneOf: f.OneOf, wordOnlyOne: f.OnlyOne, wordTooOften: f.TooOften, wordTooMany: f.TooMany,
		wordTooFast: f.TooFast, wordTooOld: f.TooOld, wordNotReceived: f.NotReceived,
		wordSummaryOne: f.SummaryTitle.One, wordSummaryOther: f.SummaryTitle.Other, wordErrorMark: f.ErrorMark,
		wordKeep: f.Keep, wordOptional: f.Optional, wordAllRequired: f.AllRequired, wordYes: f.Yes, wordNo: f.No,
		wordPrompt: f.Prompt, wordSend: f.Send, wordContinue: f.Continue, wordWhyAsked: f.WhyAsked,
		wordPurpose: f.Purpose, wordBasis: f.Basis, wordKept: f.Kept, wordWithout: f.Without, wordInstead: f.Instead,
		wordWithdraw: f.Withdraw, wordController: l.Notice.Controller, wordAudience: f.Audience, wordFromLogin: f.FromLogin,
		wordFileTypes: f.FileTypes, wordFileLimit: f.FileLimit, wordForExample: f.ForExample, wordDateHint: f.DateHint,
		wordOnlyIf: f.OnlyIf, wordOnlyIfGiven: f.OnlyIfGiven, wordTrap: f.Trap, wordNotice: f.Notice,
		wordReceived: f.Received, wordReceivedText: f.ReceivedText, wordSaved: f.Saved,
		wordNotKept: f.NotKept, wordNotKeptWhy: f.NotKeptWhy, wordNotKeptVoid: f.NotKeptVoid, wordOr: l.Rules.Or,
		wordAtMost: f.AtMost, wordLeft: f.Left, wordOver: f.Over,
	}
	for i, class := range screen.Classes() {
		w[wordScreen+word(i)] = l.Screen.Of(string(class))
	}
	return w
}

// say fills a word's placeholders.
func (d *Definition) say(w word, args ...locale.Arg) string {
	return locale.Format(d.words[w], args...)
}

// listOr joins labels with "or" before the last.
func (d *Definition) listOr(items []string) string {
	return locale.Rules{Or: d.words[wordOr]}.ListOr(items)
}
