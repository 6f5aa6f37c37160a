package serve

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/policy"
)

// formInterface names what shows the questions, for the records.
const formInterface = "lagrum form 1"

// clicks is what it takes to answer on a page, and to take an answer back with
// the link in the receipt: to tick and to send; to send; to open and to press.
var clicks = consent.Steps{Yes: 2, No: 1, Withdraw: 2}

// settle decides the questions of consent that the submission answers, and
// leaves in it only what a yes that counts allows. The records have their ids
// and tokens.
func (s *site) settle(r *http.Request, a *asked, sub *form.Submission, st stamp) ([]consent.Record, error) {
	person, err := s.callPerson(r, sub)
	if err != nil {
		return nil, err
	}
	if person.Subject == "" {
		person.Subject = s.derive("subject", st.reference)
	}
	now := s.now().Format(time.RFC3339)
	outcome := consent.Settle(sub, func(q *consent.Question, yes bool) consent.Answer {
		return consent.Answer{
			Act: policy.ByTicking, At: now, Shown: q.Sum, Interface: formInterface, Steps: clicks, Person: person,
		}
	})
	for i := range outcome.Records {
		record := &outcome.Records[i]
		record.ID = s.recordID(st.reference, record.Question.Field)
		record.Token = sum(s.token(record.ID))
	}
	return outcome.Records, nil
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
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte("lagrum " + use + " " + from))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:24])
}

// attempts is how often a record is worked out anew when another request for
// the same page came in between.
const attempts = 3

// keep adds what the answers change to the log, and gives the records as they
// now stand. A page that is sent twice adds nothing the second time.
func (s *site) keep(ctx context.Context, e *entry, records []consent.Record) error {
	if e.Ledger == nil {
		return nil
	}
	for i := range records {
		if err := keepOne(ctx, e.Ledger, &records[i]); err != nil {
			return err
		}
	}
	return nil
}

func keepOne(ctx context.Context, log *ledger.Log, record *consent.Record) error {
	var err error
	for range attempts {
		var h ledger.History
		if h, err = log.History(ctx, record.ID); err != nil {
			return err
		}
		next := *record
		if last, any := h.Last(); any {
			if same(&last.Record, record) {
				*record = last.Record
				return nil
			}
			next = next.Follow(last.Record)
		}
		if _, err = log.Append(ctx, versionKey(&next), next); err == nil {
			*record = next
			return nil
		}
		var order *consent.OrderError
		if !errors.As(err, &order) && !errors.Is(err, ledger.ErrKeyUsed) {
			return err
		}
	}
	return err
}

// same reports whether a record says what the last one of its history says: the
// same answer to the same question.
func same(last, r *consent.Record) bool {
	return last.Question.Sum == r.Question.Sum && last.Status.Counts() == r.Status.Counts() && last.Status != consent.Requested
}

// versionKey names the append of one version: what is sent twice is kept once.
func versionKey(r *consent.Record) string { return r.ID + "." + strconv.Itoa(r.Version) }

// allowed reports whether the consents that a second part rests on still count.
// Without a ledger, the host knows.
func (s *site) allowed(ctx context.Context, a *asked, st stamp, consents []string) (bool, error) {
	if a.e.Ledger == nil {
		return true, nil
	}
	for _, field := range consents {
		h, err := a.e.Ledger.History(ctx, s.recordID(st.reference, field))
		if err != nil {
			return false, err
		}
		if last, any := h.Last(); !any || !last.Record.Status.Counts() {
			return false, nil
		}
	}
	return true, nil
}
