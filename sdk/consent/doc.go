// Package consent says what people are asked to agree to, whether their answer
// counts, and what becomes of it.
//
// A form asks; Settle decides each answer, and takes out of the submission
// what rests on a yes that was not given or does not count:
//
//	outcome := consent.Settle(&submission, func(q *consent.Question, yes bool) consent.Answer {
//		return consent.Answer{
//			Act: policy.ByTicking, At: now, Shown: shown[q.Field], Interface: "enrolment page 3",
//			Person: consent.Person{Subject: pseudonym},
//		}
//	})
//
// Each question that was put gives a [Record]: of a yes that counts, of a no, or
// of a yes that does not, with the reasons in words ([Reason.In]). Records are
// never changed; what happens later makes another version ([Record.Withdraw]).
// [Stands] says whether a yes still holds against what is asked today, [MayStore]
// whether something may be stored on the person's device, and [EffectOf] what
// taking a yes back does. A [Receipt] is what the person gets. [Ask] gives a
// question that no form asks, such as one that staff ask on the phone.
//
// The rules are those of GDPR Articles 4(11), 7, 8 and 9(2)(a), as EDPB Guidelines
// 05/2020 read them; docs/consent.md lists each with what is done about it.
// Whether a processing is lawful is for people to judge: a consent that passes
// every rule here may still be void for a reason that no program sees.
package consent
