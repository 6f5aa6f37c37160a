package serve

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/policy"
)

// A way is how somebody answers questions of consent: what shows them, and what
// it takes to answer, and to take an answer back with the link in the receipt. It
// stands in the records.
type way struct {
	shows string
	steps consent.Steps
}

var (
	onForm    = way{"lagrum form 1", consent.Steps{Yes: 2, No: 1, Withdraw: 2}}    // to tick and to send; to send; to open and to press
	onChoices = way{"lagrum choices 1", consent.Steps{Yes: 2, No: 2, Withdraw: 2}} // to choose and to save
	byProgram = way{"lagrum json 1", consent.Steps{}}                              // nobody here knows
)

// byLink is what a consent is taken back with.
const byLink = "lagrum withdrawal 1"

// settle decides the questions of consent that the submission answers, and
// leaves in it only what a yes that counts allows. The records have their ids
// and tokens.
func (s *site) settle(sub *form.Submission, from Sender, reference string, how way) []consent.Record {
	if from.Person.Subject == "" {
		from.Person.Subject = s.derive("subject", reference)
	}
	now := s.Now().Format(time.RFC3339)
	outcome := consent.Settle(sub, func(q *consent.Question, yes bool) consent.Answer {
		act := policy.ByTicking
		if !yes && how == onForm {
			act = "" // the box stayed empty
		}
		return consent.Answer{
			Act: act, At: now, Shown: q.Sum, Interface: how.shows, Steps: how.steps,
			Person: from.Person, By: from.By, Guardian: from.Guardian,
		}
	})
	for i := range outcome.Records {
		record := &outcome.Records[i]
		record.ID = s.recordID(reference, record.Question.Field)
		record.Token = sum(s.token(record.ID))
	}
	return outcome.Records
}

// recordID is the id of the record of one field on the page with the reference:
// the same again if the page is sent twice, and nothing that can be guessed.
func (s *site) recordID(reference, field string) string {
	return s.derive("record", reference+" "+field)
}

// token is what takes the consent with the id back. It can be worked out again,
// so that a receipt can be shown twice, by nobody but the holder of the key; the
// log has its hash.
func (s *site) token(id string) string { return s.derive("token", id) }

// derive gives 24 bytes that only the holder of the key can work out, in base64url.
func (s *site) derive(use, from string) string {
	mac := hmac.New(sha256.New, s.Key)
	mac.Write([]byte("lagrum " + use + " " + from))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:24])
}

// attempts is how often records are worked out anew when another request for
// the same page came in between.
const attempts = 3

// keep adds what the answers change to the log, and gives the records as they
// now stand. A page that is sent twice adds nothing the second time.
func (s *site) keep(ctx context.Context, a *asked, records []consent.Record) error {
	if a.e.Ledger == nil {
		return nil
	}
	var err error
	for range attempts {
		var stand, fresh []consent.Record
		if stand, fresh, err = follow(ctx, a, records); err != nil {
			return err
		}
		if len(fresh) > 0 {
			_, err = a.e.Ledger.Append(ctx, s.appendKey(fresh), fresh...)
		}
		if err == nil {
			copy(records, stand)
			return nil
		}
		if !isLate(err) {
			return err
		}
	}
	return err
}

// isLate reports whether a record was refused because another has come before it.
func isLate(err error) bool {
	_, late := errors.AsType[*consent.OrderError](err)
	return late || errors.Is(err, ledger.ErrKeyUsed)
}

// follow gives the records as they will stand in the log, and those of them that
// it does not have yet.
func follow(ctx context.Context, a *asked, records []consent.Record) (stand, fresh []consent.Record, err error) {
	for i := range records {
		h, err := a.e.Ledger.History(ctx, records[i].ID)
		if err != nil {
			return nil, nil, err
		}
		next := records[i]
		if last, any := h.Last(); any {
			if says(&last.Record, &next, a.day) {
				stand = append(stand, last.Record)
				continue
			}
			next = next.Follow(last.Record)
		}
		stand, fresh = append(stand, next), append(fresh, next)
	}
	return stand, fresh, nil
}

// says reports whether the last record of a history stands, whatever an answer
// says: it says the same, or was taken back in another place, and the page is only
// sent again.
func says(last, answer *consent.Record, day date.Date) bool {
	if last.Question.Sum != answer.Question.Sum {
		return false
	}
	if last.Status == consent.Withdrawn && last.Interface != answer.Interface && answer.Interface != onChoices.shows {
		return true // the page was opened before, and what was taken back elsewhere since stays so
	}
	switch answer.Status {
	case consent.Refused:
		return last.Status == consent.Refused || last.Status == consent.Withdrawn
	case consent.Invalidated:
		return last.Status == consent.Invalidated
	}
	return last.Status.Counts() && !consent.Stands(*last, answer.Question, day, date.Date{}).Ask
}

// appendKey names the append of the records: what is sent twice is kept once.
func (s *site) appendKey(records []consent.Record) string {
	var names []string
	for i := range records {
		names = append(names, versionKey(&records[i]))
	}
	return s.derive("append", strings.Join(names, " "))
}

// versionKey names one version of a record.
func versionKey(r *consent.Record) string { return r.ID + "." + strconv.Itoa(r.Version) }

// lapsed gives those of the consents that a second part rests on which count no
// more, or never did: their last records. Without a ledger, the host knows.
func (s *site) lapsed(ctx context.Context, a *asked, reference string, consents []string) ([]consent.Record, error) {
	if a.e.Ledger == nil {
		return nil, nil
	}
	var list []consent.Record
	for _, field := range consents {
		h, err := a.e.Ledger.History(ctx, s.recordID(reference, field))
		if err != nil {
			return nil, err
		}
		if last, _ := h.Last(); !last.Record.Status.Counts() {
			list = append(list, last.Record)
		}
	}
	return list, nil
}

// stillStand looks again, once the host has kept a second part, whether its consents
// count. One that was taken back in the meantime was not a ground for what has just
// been kept, and the host, which may have been told before it kept that, is told again;
// the error is then ErrWithdrawn.
func (s *site) stillStand(ctx context.Context, a *asked, d *Delivery) error {
	ctx = context.WithoutCancel(ctx) // whoever goes away has taken it back all the same
	list, err := s.lapsed(ctx, a, d.Reference, d.Consents)
	if err != nil || len(list) == 0 {
		return err
	}
	for i := range list {
		if list[i].Version > 0 {
			if err := s.callWithdrawn(ctx, list[i]); err != nil {
				return err
			}
		}
	}
	return ErrWithdrawn
}
