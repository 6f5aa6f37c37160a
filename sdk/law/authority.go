package law

import (
	"iter"
	"slices"

	"github.com/lagrum/lagrum/sdk/date"
)

// An Authority supervises data protection (GDPR Art. 51).
type Authority struct {
	Code  string // ISO 3166-1 alpha-2; EU-EDPS and EU-EDPB for the Union's own
	Name  string // in its own language or languages
	Names []Name // per language, where known
	URL   string // its web site
	Email string // a function mailbox; empty where the authority takes no e-mail
	Note  string // what else to know, in English; may be empty
	Fact
}

// NameIn gives the authority's name in the language, or its own name.
func (a Authority) NameIn(lang string) string {
	for _, n := range a.Names {
		if n.Lang == lang {
			return n.Text
		}
	}
	return a.Name
}

// AuthorityFor gives the authority that takes complaints: the European Data
// Protection Supervisor under [EUDPR] and its forerunner, else that of the
// country (ISO 3166-1 alpha-2). Sweden's is called Datainspektionen before
// 2021-01-01. In Germany the authority of the Land is competent for schools
// and companies; the row says so.
func AuthorityFor(country string, regime ActID, at date.Date) (Authority, bool) {
	if regime == EUDPR || regime == Regulation4501 {
		country = "EU-EDPS"
	}
	for i := range authorities {
		if authorities[i].Code == country && authorities[i].InForce(at) {
			return authorities[i], true
		}
	}
	return Authority{}, false
}

// Authorities lists the authorities by country, the Union's own after them.
func Authorities() iter.Seq[Authority] { return slices.Values(authorities) }
