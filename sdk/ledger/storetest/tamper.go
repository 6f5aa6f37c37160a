package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lagrum/lagrum/sdk/ledger"
)

// A Tamperer is a store in which a test can change a log behind the store's
// back, as whoever administers the database can.
type Tamperer interface {
	// Tamper puts what the log is to be in place of what it is. It reports whether the store can hold that at
	// all: a database may have constraints that no statement gets around.
	Tamper(ctx context.Context, log string, image Image) (possible bool, err error)
}

// An Image is all that is stored of a log.
type Image struct {
	Head ledger.Head  // zero for none
	Rows []ledger.Row // by index
}

func (m Image) clone() Image {
	c := Image{Head: m.Head}
	for _, r := range m.Rows {
		c.Rows = append(c.Rows, cloneRow(r))
	}
	return c
}

func cloneRow(r ledger.Row) ledger.Row {
	r.Hashes = append(r.Hashes[:0:0], r.Hashes...)
	r.Salt = append([]byte(nil), r.Salt...)
	r.Content = append([]byte(nil), r.Content...)
	return r
}

func image(t *testing.T, s ledger.Store) Image {
	t.Helper()
	head, err := s.Head(t.Context(), logName)
	if err != nil {
		t.Fatal(err)
	}
	return Image{head, all(t, s, logName)}
}

// mutations is how many changes are tried.
const mutations = 1_000

// Whatever one thing is changed in a log, verifying tells.
func testTampering(t *testing.T, s ledger.Store) {
	tamperer, ok := s.(Tamperer)
	if !ok {
		t.Log("the store lets nobody change a log behind its back; nothing to try")
		return
	}
	log := open(t, s, keys(t, logName))
	fill(t, log, 17)
	for _, id := range []string{"record-3", "record-8"} {
		if _, err := log.Erase(t.Context(), id, dispose); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := log.Restrict(t.Context(), "record-5", dispose); err != nil {
		t.Fatal(err)
	}
	sound(t, log)
	original := image(t, s).clone()
	random := rand.New(rand.NewPCG(7, 11))
	tried := map[string]int{}
	for n, done := 0, 0; done < mutations; n++ {
		m := changes[n%len(changes)]
		changed := original.clone()
		index := m.change(&changed, random)
		if reflect.DeepEqual(original, changed.clone()) {
			continue // a change of nothing, such as of the key of an act
		}
		possible, err := tamperer.Tamper(t.Context(), logName, changed)
		if err != nil {
			t.Fatal(err)
		}
		if !possible {
			continue
		}
		tried[m.name]++
		done++
		found(t, log, fmt.Sprintf("mutation %d: %s of entry %d", n, m.name, index), index)
	}
	for _, m := range changes {
		if tried[m.name] == 0 {
			t.Errorf("%s was never tried", m.name)
		}
	}
	t.Log(tried)
	if _, err := tamperer.Tamper(t.Context(), logName, original); err != nil {
		t.Fatal(err)
	}
	sound(t, log)
}

// found fails the test if verifying finds nothing, or nothing about the entry;
// -1 stands for any.
func found(t *testing.T, log *ledger.Log, what string, index int64) {
	t.Helper()
	report, err := log.Verify(t.Context(), ledger.Verification{})
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if len(report.Findings) == 0 {
		t.Errorf("%s: not found", what)
		return
	}
	for _, f := range report.Findings {
		if index < 0 || f.Index <= index && index < f.Index+f.Count {
			return
		}
	}
	t.Errorf("%s: found elsewhere: %v", what, report.Findings)
}

// changes are the ways in which a log is changed. Each gives the entry that a
// finding must name, or -1.
var changes = []struct {
	name   string
	change func(m *Image, r *rand.Rand) int64
}{
	{"index", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		was := row.Index
		row.Index += int64(len(m.Rows) + r.IntN(9))
		return was
	}},
	{"index below zero", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		was := row.Index
		row.Index = -1 - row.Index
		return was
	}},
	{"leaf", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		row.Hashes[0][r.IntN(32)] ^= 1 << r.IntN(8)
		// Of an erased entry, nothing is left that the leaf follows from; the node above does not suit it.
		if len(row.Content) == 0 {
			return -1
		}
		return row.Index
	}},
	{"node", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		if len(row.Hashes) == 1 {
			return row.Index
		}
		row.Hashes[1+r.IntN(len(row.Hashes)-1)][r.IntN(32)] ^= 1 << r.IntN(8)
		return row.Index
	}},
	{"hash left out", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		row.Hashes = row.Hashes[:len(row.Hashes)-1]
		return row.Index
	}},
	{"hash added", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		row.Hashes = append(row.Hashes, row.Hashes[0])
		return row.Index
	}},
	{"key", func(m *Image, r *rand.Rand) int64 {
		return edit(m, r, func(row *ledger.Row) *string { return &row.Key })
	}},
	{"id", func(m *Image, r *rand.Rand) int64 {
		return edit(m, r, func(row *ledger.Row) *string { return &row.ID })
	}},
	{"subject", func(m *Image, r *rand.Rand) int64 {
		return edit(m, r, func(row *ledger.Row) *string { return &row.Subject })
	}},
	{"token", func(m *Image, r *rand.Rand) int64 {
		return edit(m, r, func(row *ledger.Row) *string { return &row.Token })
	}},
	{"part", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		row.Part += 1 + r.IntN(5)
		return row.Index
	}},
	{"version", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		row.Version += 1 + r.IntN(5)
		return row.Index
	}},
	{"salt", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		row.Salt = damage(row.Salt, r)
		return row.Index
	}},
	{"content", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		row.Content = damage(row.Content, r)
		return row.Index
	}},
	{"content of another entry", func(m *Image, r *rand.Rand) int64 {
		row, other := pick(m, r), pick(m, r)
		row.Content = other.Content
		return row.Index
	}},
	{"emptied", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		*row = ledger.Row{Index: row.Index, Hashes: row.Hashes}
		return row.Index
	}},
	{"content without salt", func(m *Image, r *rand.Rand) int64 {
		row := pick(m, r)
		row.Salt = nil
		return row.Index
	}},
	{"removed", func(m *Image, r *rand.Rand) int64 {
		i := r.IntN(len(m.Rows))
		index := m.Rows[i].Index
		m.Rows = append(m.Rows[:i], m.Rows[i+1:]...)
		return index
	}},
	{"exchanged", func(m *Image, r *rand.Rand) int64 {
		a, b := pick(m, r), pick(m, r)
		*a, *b = *b, *a
		a.Index, b.Index = b.Index, a.Index
		return -1
	}},
	{"exchanged, with their hashes in place", func(m *Image, r *rand.Rand) int64 {
		a, b := pick(m, r), pick(m, r)
		*a, *b = *b, *a
		a.Index, b.Index = b.Index, a.Index
		a.Hashes, b.Hashes = b.Hashes, a.Hashes
		return -1
	}},
	{"added", func(m *Image, r *rand.Rand) int64 {
		row := cloneRow(*pick(m, r))
		row.Index = int64(len(m.Rows))
		row.ID, row.Key = row.ID+"x", row.Key+"x"
		m.Rows = append(m.Rows, row)
		return row.Index
	}},
	{"added as if it had been appended", forge},
	{"inserted", func(m *Image, r *rand.Rand) int64 {
		i := r.IntN(len(m.Rows))
		row := cloneRow(m.Rows[i])
		row.ID, row.Key = row.ID+"x", row.Key+"x"
		rest := m.clone().Rows[i:]
		for j := range rest {
			rest[j].Index++
		}
		m.Rows = append(append(m.Rows[:i:i], row), rest...)
		return -1
	}},
	{"size", func(m *Image, r *rand.Rand) int64 {
		m.Head.Size += int64(1 + r.IntN(3))
		return -1
	}},
	{"smaller size", func(m *Image, r *rand.Rand) int64 {
		m.Head.Size -= int64(1 + r.IntN(3))
		return -1
	}},
	{"signature", func(m *Image, r *rand.Rand) int64 {
		m.Head.Signature = strings.ToValidUTF8(string(damage([]byte(m.Head.Signature), r)), "?") // else it is no text
		return -1
	}},
	{"signature twice", func(m *Image, _ *rand.Rand) int64 {
		m.Head.Signature += m.Head.Signature
		return -1
	}},
	{"no signature", func(m *Image, _ *rand.Rand) int64 {
		m.Head.Signature = ""
		return -1
	}},
	{"end removed", func(m *Image, r *rand.Rand) int64 {
		n := len(m.Rows) - 1 - r.IntN(len(m.Rows)-1)
		m.Rows = m.Rows[:n]
		return int64(n)
	}},
	{"end removed, and the head made to fit", func(m *Image, r *rand.Rand) int64 {
		n := len(m.Rows) - 1 - r.IntN(len(m.Rows)-1)
		m.Rows, m.Head.Size = m.Rows[:n], int64(n)
		return -1
	}},
	{"all removed", func(m *Image, _ *rand.Rand) int64 {
		*m = Image{}
		return -1
	}},
}

func pick(m *Image, r *rand.Rand) *ledger.Row { return &m.Rows[r.IntN(len(m.Rows))] }

// edit changes a text of some row.
func edit(m *Image, r *rand.Rand, field func(row *ledger.Row) *string) int64 {
	row := pick(m, r)
	text := field(row)
	switch r.IntN(3) {
	case 0:
		*text += "x"
	case 1:
		*text = ""
	default:
		*text = *field(pick(m, r))
	}
	return row.Index
}

// damage changes some bytes.
func damage(data []byte, r *rand.Rand) []byte {
	if len(data) == 0 {
		return []byte{byte(r.IntN(256))}
	}
	i := r.IntN(len(data))
	switch r.IntN(4) {
	case 0:
		return data[:i]
	case 1:
		return append(append(append([]byte(nil), data[:i]...), 'x'), data[i:]...)
	case 2:
		return append(append([]byte(nil), data[:i]...), data[i+1:]...)
	}
	data[i] ^= 1 << r.IntN(7) // a text stays UTF-8
	return data
}

// forge adds a row with all the arithmetic that there is, as whoever reads this
// package could; only the key to sign with is missing.
func forge(m *Image, r *rand.Rand) int64 {
	var drafts []ledger.Draft
	for _, row := range m.Rows {
		drafts = append(drafts, ledger.Draft{Key: row.Key, Part: row.Part, Salt: row.Salt, Content: row.Content, Leaf: row.Hashes[0]})
	}
	salt := make([]byte, ledger.SaltSize)
	record := given(fmt.Sprint("forged-", r.IntN(1_000)), "person-1", "photo")
	drafts = append(drafts, ledger.Draft{Key: record.ID, Salt: salt, Content: record.AppendJSON(nil)})
	rows, _, err := ledger.Extend(ledger.State{}, drafts)
	if err != nil {
		panic(err)
	}
	m.Rows = rows
	if r.IntN(2) == 0 {
		m.Head.Size++
		return -1
	}
	return int64(len(rows) - 1)
}

// A log that has become shorter is found out by a checkpoint that was kept, and
// by whoever has seen it longer; and so is one that took another way.
func testRollback(t *testing.T, s ledger.Store) {
	tamperer, ok := s.(Tamperer)
	if !ok {
		t.Log("the store lets nobody change a log behind its back; nothing to try")
		return
	}
	ctx := t.Context()
	options := keys(t, logName)
	log := open(t, s, options)
	fill(t, log, 5)
	early, err := log.Checkpoint(ctx)
	if err != nil {
		t.Fatal(err)
	}
	before := image(t, s)
	add(t, log, "last", given("last", "p-1", "diet"))
	kept, err := log.Checkpoint(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tamperer.Tamper(ctx, logName, before); err != nil {
		t.Fatal(err)
	}
	found(t, log, "rollback, seen by the process that wrote", -1)
	if _, err := log.Checkpoint(ctx); err == nil {
		t.Error("a checkpoint of a log that lost its end")
	}
	restarted := open(t, s, options)
	sound(t, restarted, early) // nothing is wrong with what is left
	wants(t, restarted, kept, ledger.Truncated)
	if _, err := restarted.Consistent(ctx, kept); err == nil {
		t.Error("a log that lost its end is consistent")
	}
	add(t, restarted, "another way", given("other", "p-1", "diet"))
	wants(t, restarted, kept, ledger.Rewritten)
	if _, err := restarted.Consistent(ctx, kept); err == nil {
		t.Error("a log that took another way is consistent")
	}
	sound(t, restarted, early)
	wants(t, restarted, kept[:len(kept)-3]+"\n", ledger.UnsignedCheckpoint)
	elsewhere := keys(t, logName)
	theirs, err := open(t, ledger.Memory(), elsewhere).Checkpoint(ctx)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, restarted, theirs, ledger.UnsignedCheckpoint)
}

// wants fails the test unless verifying against the checkpoint has just the one
// finding.
func wants(t *testing.T, log *ledger.Log, kept string, p ledger.Problem) {
	t.Helper()
	report, err := log.Verify(t.Context(), ledger.Verification{Kept: []string{kept}})
	if err != nil {
		t.Fatal(err)
	}
	want := []ledger.Finding{{Index: -1, Problem: p, Kept: 1}}
	if diff := cmp.Diff(want, report.Findings); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}
