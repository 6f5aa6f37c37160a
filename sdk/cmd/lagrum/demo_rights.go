package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/lagrum/lagrum/sdk/date"
	"github.com/lagrum/lagrum/sdk/law"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/rights"
	"github.com/lagrum/lagrum/sdk/serve"
	"github.com/lagrum/lagrum/sdk/text"
)

// rightsTables are made if they are not there. What is asked, with all that people have found
// out and decided since, is one value; an assessment is made of it anew each time.
const rightsTables = `
CREATE TABLE IF NOT EXISTS demo_request (
	reference TEXT PRIMARY KEY, number TEXT NOT NULL, policy TEXT NOT NULL, language TEXT NOT NULL, received TEXT NOT NULL, asked TEXT NOT NULL,
	name TEXT NOT NULL, person TEXT NOT NULL, reach TEXT NOT NULL, details TEXT NOT NULL, answered TEXT);
CREATE TABLE IF NOT EXISTS demo_letter (reference TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, html TEXT NOT NULL, PRIMARY KEY (reference, kind));
CREATE TABLE IF NOT EXISTS demo_theirs (reference TEXT NOT NULL, form TEXT NOT NULL, PRIMARY KEY (reference, form));`

// requested keeps a request with its acknowledgement. One that is sent again takes
// the place of what was there, as long as nobody has answered.
func (d *demo) requested(ctx context.Context, q serve.Request) error {
	asked, err := json.Marshal(q.Asked)
	if err != nil {
		return fmt.Errorf("demo: a request cannot be written")
	}
	return d.inOne(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO demo_request (reference, number, policy, language, received, asked, name, person, reach, details)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (reference) DO UPDATE SET
			asked = excluded.asked, name = excluded.name, person = excluded.person, reach = excluded.reach, details = excluded.details WHERE answered IS NULL`,
			q.Reference, q.Number, q.Policy, string(q.Language), q.Asked.Received.String(), string(asked), q.Name, q.Person, q.Reach, q.Details)
		if err != nil {
			return fmt.Errorf("demo: keep a request: %w", err)
		}
		return keepLetter(ctx, tx, q.Reference, rights.Acknowledgement, q.Asked.Received, &q.Acknowledgement)
	})
}

func keepLetter(ctx context.Context, tx *sql.Tx, reference string, kind rights.LetterKind, day date.Date, l *rights.Letter) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO demo_letter (reference, kind, day, html) VALUES ($1, $2, $3, $4)
		ON CONFLICT (reference, kind) DO UPDATE SET day = excluded.day, html = excluded.html`, reference, string(kind), day.String(), l.HTMLAt(3))
	if err != nil {
		return fmt.Errorf("demo: keep a letter: %w", err)
	}
	return nil
}

// A matter is a request as it stands today.
type matter struct {
	reference, number, name, person, reach, details string

	doc      *policy.Document
	language *text.Language // of the letters
	asked    rights.Request
	answered date.Date // zero while it is open
	answer   rights.Answer
	theirs   []string // the references of the forms that are the person's
}

// errNoMatter says that there is no such request, or that its policy is not shown.
var errNoMatter = errors.New("demo: there is no such request")

const matterColumns = `reference, number, policy, language, asked, name, person, reach, details, coalesce(answered, '')`

// matters reads requests and assesses each as of today; with a number, that one.
func (d *demo) matters(ctx context.Context, number string) ([]*matter, error) {
	rows, err := d.store.DB.QueryContext(ctx, `SELECT `+matterColumns+` FROM demo_request WHERE $1 IN ('', number) ORDER BY received, rowid`, number)
	if err != nil {
		return nil, fmt.Errorf("demo: read the requests: %w", err)
	}
	defer rows.Close()
	var list []*matter
	for rows.Next() {
		m := &matter{}
		var id, language, asked, answered string
		if err := rows.Scan(&m.reference, &m.number, &id, &language, &asked, &m.name, &m.person, &m.reach, &m.details, &answered); err != nil {
			return nil, fmt.Errorf("demo: read a request: %w", err)
		}
		if json.Unmarshal([]byte(asked), &m.asked) != nil {
			return nil, fmt.Errorf("demo: what is kept of a request cannot be read")
		}
		m.answered, _ = date.Parse(answered)
		m.language = text.In(locale.Tag(language))
		if m.doc = (&part{policy: id}).document(d.policies); m.doc != nil && m.language != nil {
			list = append(list, m)
		}
	}
	return list, rows.Err()
}

// matter reads one request, and assesses it.
func (d *demo) matter(ctx context.Context, number string) (*matter, error) {
	list, err := d.matters(ctx, number)
	if err != nil {
		return nil, err
	}
	if number == "" || len(list) != 1 {
		return nil, errNoMatter
	}
	m := list[0]
	if m.theirs, err = texts(ctx, d.store.DB, `SELECT form FROM demo_theirs WHERE reference = $1`, m.reference); err != nil {
		return nil, fmt.Errorf("demo: read a request: %w", err)
	}
	return m, m.assess()
}

// assess works out what follows: as of today, or of the day of the answer.
func (m *matter) assess() (err error) {
	at := today()
	if !m.answered.IsZero() {
		at = m.answered
	}
	m.answer, err = rights.Assess(m.doc, m.asked, at)
	return err
}

// save keeps what people have found out and decided.
func (d *demo) save(ctx context.Context, m *matter) error {
	asked, err := json.Marshal(m.asked)
	if err != nil {
		return fmt.Errorf("demo: a request cannot be written")
	}
	_, err = d.store.DB.ExecContext(ctx, `UPDATE demo_request SET asked = $1 WHERE reference = $2 AND answered IS NULL`, string(asked), m.reference)
	if err != nil {
		return fmt.Errorf("demo: keep a request: %w", err)
	}
	return nil
}

// extend tells the person that it takes longer. It is false where it may not, or
// says no reason.
func (d *demo) extend(ctx context.Context, m *matter, why string) (bool, error) {
	letter, ok := m.answer.Letter(m.doc, rights.Extension, m.language, why)
	if !ok || !m.answered.IsZero() || m.answer.Deadline.Extended {
		return false, nil
	}
	m.asked.Facts.Told = today()
	if err := d.save(ctx, m); err != nil {
		return false, err
	}
	return true, d.inOne(ctx, func(tx *sql.Tx) error {
		return keepLetter(ctx, tx, m.reference, rights.Extension, today(), &letter)
	})
}

// close answers the request, in full or with a refusal, and ends the holds that
// it put on data. What is to be erased goes at once. It is false where something is
// still to be decided.
func (d *demo) close(ctx context.Context, m *matter, why string) (bool, error) {
	kind := rights.Reply
	if m.answer.Outcome == rights.Refused {
		kind = rights.Refusal
	}
	letter, ok := m.answer.Letter(m.doc, kind, m.language, why)
	if !ok || m.answer.Outcome == rights.Judged || !m.answered.IsZero() {
		return false, nil
	}
	if err := d.carryOut(ctx, m); err != nil {
		return false, err
	}
	return true, d.inOne(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE demo_request SET answered = $1 WHERE reference = $2`, today().String(), m.reference)
		if err == nil {
			_, err = tx.ExecContext(ctx, `DELETE FROM demo_hold WHERE request = $1`, m.reference)
		}
		if err != nil {
			return fmt.Errorf("demo: close a request: %w", err)
		}
		return keepLetter(ctx, tx, m.reference, kind, today(), &letter)
	})
}

// carryOut erases from the copies of the activities what the answer to a demand for
// erasure grants, of the forms that are the person's.
func (d *demo) carryOut(ctx context.Context, m *matter) error {
	if m.answer.Right != law.Erasure || len(m.theirs) == 0 {
		return nil
	}
	if err := d.fill(ctx); err != nil {
		return err
	}
	for i := range m.answer.Activities {
		v := &m.answer.Activities[i]
		if v.Outcome != rights.Granted && v.Outcome != rights.Partly {
			continue
		}
		for _, t := range keptTables(m.doc) {
			if t.activity.ID != v.Activity {
				continue
			}
			if err := t.clear(ctx, d.store.DB, v, m.theirs); err != nil {
				return err
			}
		}
	}
	return d.forget(ctx, today())
}

// today is the day on which the demonstration acts.
func today() date.Date {
	year, month, day := time.Now().Date()
	return date.Date{Year: year, Month: int(month), Day: day}
}
