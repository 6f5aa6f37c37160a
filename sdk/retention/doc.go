// Package retention says when data go.
//
// A rule of the policy has a trigger, an alignment, a period and an action.
// [Words] says it in words, for the notice:
//
//	w := retention.Words(&rule, text.In(locale.EN))
//	w.Keep // "We keep the data for 2 years after the day on which you last logged in."
//	w.Then // "We then erase the data."
//
// [Plan] applies the rules to what is known of one record, and says what is due
// on a day; [Explain] says why, in the person's language; [Rules.Timeline] looks
// ahead; [Rules.SQL] writes the same rules as SQL, for tables with millions of
// rows.
//
//	for _, due := range retention.Plan(doc, &events, at) {
//		if err := carryOut(due); err == nil {
//			events.Done = append(events.Done, due.Carried(at))
//		}
//	}
//
// # How days are counted
//
// Days are local to the controller. Nothing here knows a clock or a time zone:
// turn an instant into a [date.Date] in the controller's own zone, where it
// enters the program. A log-in at 23:30 on 29 February in Stockholm is one of 29
// February.
//
//   - The period of a rule is counted by the calendar, never in seconds or in years
//     of 365 days. Years and months count together and clamp to the end of the
//     month once: 29 February 2024 and five years give 28 February 2029, 31 December
//     and six months give 30 June. The end of a month does not stick: 28 February
//     2023 and five years give 28 February 2028. Weeks and days follow.
//   - Data are kept through the day on which the period ends and may go from the
//     day after: P5Y from 31 December 2024 keeps them through 31 December 2029, and
//     they are due from 1 January 2030. P0D keeps them through the day of the event.
//   - A rule that says at-most gives the last day instead: they are due on the day on
//     which the period ends, so that a run on that day is in time.
//   - Ends are never moved to a working day. That is for replies to people (Regulation
//     (EEC, Euratom) No 1182/71 Article 3(4)), not for erasure.
//   - Of several events of one kind the latest counts: a new log-in begins the period
//     anew, and so does a course that is held again.
//   - A financial year is an interval that the host names, since a first year may
//     take 18 months, and years change. A day between two of them belongs to the
//     later. Before the first and after the last, years of twelve months are assumed
//     that begin on the same day; with none at all, it is the calendar year.
//   - What the trigger financial-year or calendar-year names is a year, so the
//     period begins at its end. With calendar-year-end, it begins at the end
//     of the calendar year in which the financial year ended, as Swedish and Finnish
//     law on bookkeeping has it.
//
// # How rules combine
//
// Rules combine where they are about the same datum in the same activity: each
// activity keeps its own copy. Where the policy says that the longest decides,
// they combine across activities.
//
// A minimum says how long data must stay: a rule that says at-least, one that cites
// a law, and, where the longest decides, every other but those that the person sets
// off by withdrawing consent or by asking. A maximum says when they must be gone: a
// rule that says at-most, and one that says exactly and must, unless it is only a
// minimum by the sentence before. EraseFrom is the day after the latest minimum,
// EraseBy the earliest maximum. A maximum that ends before a minimum is reported as
// crossed; the minimum then decides, since what is erased cannot be brought back. A
// rule whose event has not happened is neither. That the longest decides is no reason to
// keep what the person has withdrawn a consent to or asked to have erased; a law is.
//
// # Steps
//
// A rule with stages is a small machine. Its first step is due as above. Each later
// one is due when its time has passed since the step before was carried out, not
// since it fell due: two weeks after a warning of 1 September is 16 September, after
// fourteen full days. A warning that was never sent starts no clock. A stage
// without a time of its own is due together with the step before. Runs may
// be late, and may be repeated: what has been carried out is not due again. A new
// event of the trigger, such as a log-in, begins everything anew.
//
// # What stops a rule
//
//   - A hold, such as for a legal claim: nothing that leads to the loss of data is due
//     while it lasts. At its end, what has fallen due meanwhile is due at once.
//   - A public authority in Sweden may not dispose of records without a decision
//     (Arkivlagen (1990:782) 10 §). As long as the rule names none, access is restricted
//     instead of erasing.
//   - Data that identify nobody, and data that are converted at once and never kept,
//     are under no rule.
//   - What only some people are under (only) applies to records that say so.
package retention
