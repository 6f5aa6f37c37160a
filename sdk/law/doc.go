// Package law holds the legal facts that a privacy policy is judged by: acts,
// articles and what they are called in another regime, legal bases, conditions
// for special categories, rights, consent ages, authorities, adequacy
// decisions, provisions of national law, and the field's own words in seven
// languages.
//
// Every row is a [Fact]: it has dates, a source, and a mark that tells whether
// somebody compared it with that source. A citation means something only
// within its regime, so every look-up takes one: Article 5(1)(a) is the public
// task under Regulation (EU) 2018/1725 and a principle under the GDPR.
//
//	basis, ok := law.BasisOf(law.EUDPR, "5(1)(a)")      // law.PublicTask
//	number, ok := law.Article(law.EUDPR, "21(1)")       // "23(1)"
//	age, ok := law.ConsentAge("DK", date.Date{Year: 2024, Month: 1, Day: 1}) // 15
//
// Most callers do not need the tables themselves ([Acts], [Provisions],
// [Terms] and so on); they are there for pages that show what the checks rest
// on. The tables are written from the files in data by internal/gen/law. This
// is a catalogue of facts, not legal advice.
package law
