// Package accountability makes of a policy the documents by which a controller
// shows what it does (GDPR Article 5(2); Regulation (EU) 2018/1725 Article 4(2)):
//
//   - [RecordOf], the record of processing activities (Articles 30 and 31),
//   - [ScreeningOf], whether an impact assessment is needed (Articles 35 and 39),
//   - [AgreementsOf], what data processing agreements lay down (Articles 28 and 29),
//   - [TransfersOf], what leaves the EEA and on what ground (Chapter V).
//
// Each is a [Report] in one language: parts with rows, and in each row what the
// policy says, with the places in the policy that say it, and what is missing or
// left for people to look at. Nothing is made up, and no row stays empty.
//
//	r, err := accountability.RecordOf(doc, accountability.Context{Language: locale.SV, Party: "school"})
//	if err != nil {
//		return err // the policy is not in Swedish, or the school has no part in it
//	}
//	os.Stdout.Write(r.Page())
//
// Programs that want facts and no words ask [Screen] and [Transfers].
//
// A report says what follows from the policy. It never says that something is
// lawful: no program can tell.
package accountability
