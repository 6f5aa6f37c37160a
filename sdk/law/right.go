package law

import (
	"iter"
	"slices"
)

// A Right is a right of the data subject. The zero Right is not valid.
type Right string

// The rights, with their articles in the GDPR.
const (
	Information        Right = "information"         // Arts 13 and 14
	Access             Right = "access"              // Art. 15
	Rectification      Right = "rectification"       // Art. 16
	Erasure            Right = "erasure"             // Art. 17
	Restriction        Right = "restriction"         // Art. 18
	Notification       Right = "notification"        // Art. 19: recipients are told
	Portability        Right = "portability"         // Art. 20
	Objection          Right = "objection"           // Art. 21(1)
	ObjectionMarketing Right = "objection-marketing" // Art. 21(2) and (3)
	AutomatedDecision  Right = "automated-decision"  // Art. 22
	WithdrawConsent    Right = "withdraw-consent"    // Art. 7(3)
	Complaint          Right = "complaint"           // Art. 77
)

// A RightRow tells about one right.
type RightRow struct {
	Right Right    // the right
	GDPR  []string // its articles; the first is the one to cite
	DPV   string   // "eu-gdpr:A15"
	Term  string   // key of [Term]; may be empty
	Fact
}

// Row gives what the table says of the right. It is false for a word that is no right.
func (r Right) Row() (RightRow, bool) {
	for i := range rights {
		if rights[i].Right == r {
			return rights[i], true
		}
	}
	return RightRow{}, false
}

// Article gives the provision of the regime that grants the right. It is
// false where the regime does not grant it: the objection to direct marketing
// under [EUDPR], portability under [PUL].
func (r Right) Article(regime ActID) (string, bool) {
	row, ok := r.Row()
	if !ok {
		return "", false
	}
	return Article(regime, row.GDPR[0])
}

// RightOf tells which right a provision of the regime grants. Under
// [GDPR], "21" and "21(1)" are the objection, "21(2)" the one to marketing.
func RightOf(regime ActID, article string) (Right, bool) {
	gdpr, ok := FromArticle(regime, article)
	if !ok {
		return "", false
	}
	for key := gdpr; key != ""; key = parent(key) {
		if key == "21" { // its other paragraphs are about the objection
			return Objection, true
		}
		for i := range rights {
			if slices.Contains(rights[i].GDPR, key) {
				return rights[i].Right, true
			}
		}
	}
	return "", false
}

// Rights lists the rights, in the order of a notice.
func Rights() iter.Seq[RightRow] { return slices.Values(rights) }
