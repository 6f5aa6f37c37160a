package core

import (
	"github.com/lagrum/lagrum/internal/wire"
	"github.com/lagrum/lagrum/sdk/text"
)

// AppendWords appends, as JSON, what a page needs of a language to show receipts and
// the page on which a consent is taken back: a list of texts in a fixed order, which
// is that of this version of Lagrum.
func AppendWords(dst []byte, l *text.Language) []byte {
	w := wire.NewWriter(dst).BeginArray()
	copied := *l
	for _, s := range places(&copied) {
		w.String(*s)
	}
	return w.EndArray().Bytes()
}

// words reads what AppendWords wrote. Of words that are not those of this version it
// makes nothing.
func (r *request) words() *text.Language {
	l := &text.Language{}
	to := places(l)
	from := r.Get("words").Children
	if !r.blame("words", len(from) == len(to)) {
		return l
	}
	for i, s := range to {
		*s = from[i].Text
		r.blame("words", from[i].Kind == wire.String && len(*s) <= maxLabel && braces(*s) <= maxPlaceholders)
	}
	return l
}

// places gives what is needed of a language, in order.
func places(l *text.Language) []*string {
	c, d, r := &l.Consent, &l.Data, &l.Rules
	list := []*string{(*string)(&l.Tag), &r.DatePattern, &r.And, &d.Ordinary, &d.Explicit, &d.SecrecyWaiver, &d.DeviceStorage,
		&c.SeveralPurposes, &c.Bundled, &c.Detriment, &c.Preset, &c.NotActive, &c.UnequalChoice, &c.NoAlternative,
		&c.Imbalance, &c.NotInformed, &c.NotExplicit, &c.MayReveal, &c.HardToWithdraw, &c.NotProved, &c.OtherText,
		&c.NotPseudonym, &c.Undocumented, &c.UnknownCountry, &c.UnknownAge, &c.TooYoung, &c.GuardianUnproved,
		&c.GuardianNeeded, &c.ChildToo, &c.BothGuardians, &c.Proxy, &c.Changed, &c.PastExpiry, &c.Old, &c.OfAge,
		&c.AskedAgain, &c.NotGiven, &c.Statement, &c.Purpose, &c.Controller, &c.Data, &c.Withdrawal, &c.Subject,
		&c.Time, &c.Interface, &c.Witness, &c.Fingerprint, &c.Shown, &c.Terms, &c.Ticking, &c.Signing, &c.Telling,
		&c.Mailing, &c.Typing, &c.Registering, &c.Browsing, &c.Silence, &c.Receipt, &c.ReceiptIs, &c.ReceiptLinks, &c.YouSaidYes,
		&c.YouSaidNo, &c.YouWithdrew, &c.HasExpired, &c.DoesNotCount, &c.NotAnswered, &c.For, &c.About, &c.To,
		&c.Kept, &c.When, &c.How, &c.Until, &c.Number, &c.Note, &c.TakeBack, &c.Organiser, &c.PolicyVersion,
		&c.Print, &c.Verify, &c.Download, &c.WithdrawTitle, &c.WithdrawAsk, &c.WithdrawDone, &c.Already, &c.Before,
		&c.Stops, &c.Goes, &c.GoesWhen, &c.Stays, &c.Shielded, &c.Again, &c.NoSuch, &c.OpenForm, &c.Change, &c.Choices, &c.ChoicesIs,
		&c.SaveChoices, &c.AskedAnew,
	}
	for i := range r.Months {
		list = append(list, &r.Months[i])
	}
	return list
}
