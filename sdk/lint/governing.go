package lint

import "github.com/lagrum/lagrum/sdk/law"

// governing gives the regime whose demands count on the day: that of the
// policy or, once that one is repealed, the one that came after it. A policy
// without a known regime is told of the GDPR.
func (p *pass) governing() law.ActID {
	regime := p.doc.Regime
	if !law.IsRegime(regime) {
		return law.GDPR
	}
	if t, ok := p.termOf(regime); !ok || !t.over(p.at) {
		return regime
	}
	if regime == law.Regulation4501 {
		return law.EUDPR
	}
	return law.GDPR
}

// modern reports whether the law that counts is the GDPR or built like it.
// Older laws asked less of a notice, and allowed more.
func (p *pass) modern() bool {
	switch p.governing() {
	case law.GDPR, law.EUDPR, law.UKGDPR:
		return true
	}
	return false
}
