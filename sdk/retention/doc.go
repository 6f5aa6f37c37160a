// Package retention says when data go.
//
// A rule of the policy has a trigger, an alignment, a period and an action.
// This package says it in words, for the notice:
//
//	w := retention.Words(&rule, text.In(locale.EN))
//	w.Keep // "We keep the data for 2 years after the day on which you last logged in."
//	w.Then // "We then erase the data."
package retention
