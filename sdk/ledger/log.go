package ledger

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"sync"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Options say how a log is kept. Verifiers are needed.
type Options struct {
	// Signs what is appended; nil for a log that is only read. Its name must be that of the log;
	// [note.GenerateKey] makes a key.
	Signer note.Signer
	// The keys whose signatures are believed: that of Signer, and those that were used before it.
	Verifiers note.Verifiers
	// Whether the organiser is a public body, whose records may not be destroyed without a decision (as Swedish
	// arkivlagen section 10).
	PublicBody bool

	Now  func() time.Time // the clock; nil for time.Now
	Rand io.Reader        // where random bytes come from; nil for crypto/rand
}

// A Log is the log of one organiser in a store. Its methods may be called at
// once, and several processes may have the same log open.
type Log struct {
	store   Store
	name    string
	options Options

	line queue // of appends that wait for a commit

	committing sync.Mutex // held by whoever commits; it guards the next field
	state      *State     // after the last commit; nil if it is not known

	remembering sync.Mutex // guards the next field
	longest     int64      // the largest size that was seen
}

// ErrReadOnly says that a log was opened without a signer.
var ErrReadOnly = errors.New("ledger: the log was opened without a key to sign with")

// Open gives the log with the name. The name stands in each checkpoint and sets
// the log apart from all others in the world: an address without scheme, such as
// "consents.example/lartorget". Nothing is read or written yet. The error is an
// *InputError: the name cannot be that of a log, or the keys do not suit it.
func Open(store Store, name string, options Options) (*Log, error) {
	if err := checkText("name", name); err != nil {
		return nil, err
	}
	if options.Verifiers == nil {
		return nil, &InputError{"Verifiers"}
	}
	if s := options.Signer; s != nil {
		if s.Name() != name {
			return nil, &InputError{"Signer"}
		}
		if _, err := options.Verifiers.Verifier(s.Name(), s.KeyHash()); err != nil {
			return nil, &InputError{"Verifiers"}
		}
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Rand == nil {
		options.Rand = rand.Reader
	}
	return &Log{store: store, name: name, options: options}, nil
}

// Name gives the name of the log.
func (l *Log) Name() string { return l.name }

// known gives how long the log has been at least. A head that is read later and
// is shorter has lost its end.
func (l *Log) known() int64 {
	l.remembering.Lock()
	defer l.remembering.Unlock()
	return l.longest
}

func (l *Log) remember(size int64) {
	l.remembering.Lock()
	defer l.remembering.Unlock()
	l.longest = max(l.longest, size)
}

// reader reads hashes of the tree.
func (l *Log) reader(ctx context.Context) tlog.HashReader {
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		return l.store.Hashes(ctx, l.name, indexes)
	})
}

// now gives the instant, as RFC 3339 in UTC.
func (l *Log) now() string { return l.options.Now().UTC().Format(time.RFC3339) }
