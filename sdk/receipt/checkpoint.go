package receipt

import (
	"encoding/base64"
	"errors"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A Checkpoint says how long a log was and what it held: the head of its Merkle
// tree, in the form of C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint).
type Checkpoint struct {
	Origin string    // names the log, and the key that signs: an address without scheme, such as "courses.example/log"
	Size   int64     // how many entries the log has
	Root   tlog.Hash // the hash of its tree
}

// Text gives the text that the log signs: origin, size and root, one a line.
func (c Checkpoint) Text() string {
	return c.Origin + "\n" + strconv.FormatInt(c.Size, 10) + "\n" + base64.StdEncoding.EncodeToString(c.Root[:]) + "\n"
}

// Sign gives the checkpoint as a signed note. The name of the first signer must
// be the origin; others may stand beside it, as witnesses.
func (c Checkpoint) Sign(log note.Signer, witnesses ...note.Signer) (string, error) {
	if log.Name() != c.Origin {
		return "", errors.New("receipt: the key has another name than the log")
	}
	signed, err := note.Sign(&note.Note{Text: c.Text()}, append([]note.Signer{log}, witnesses...)...)
	return string(signed), err
}

// The ways in which a checkpoint fails. Errors that [OpenCheckpoint] and
// [Proof.Check] give are one of these, or wrap one.
var (
	// ErrNoLogKey says that none of the keys signed it: there is none, or the log has another one.
	ErrNoLogKey = errors.New("receipt: the checkpoint is signed by no known log; give the key of the organiser's log")
	// ErrBadCheckpoint says that a known key's signature is wrong, or that what it signs is no checkpoint.
	ErrBadCheckpoint = errors.New("receipt: the checkpoint is damaged or forged; ask the organiser for a new receipt")
)

// OpenCheckpoint reads a signed checkpoint. One of the verifiers must be the
// log's: its name is the origin, and its signature right. Signatures by others
// are passed over.
func OpenCheckpoint(signed string, verifiers note.Verifiers) (Checkpoint, error) {
	n, err := note.Open([]byte(signed), verifiers)
	if _, unknown := errors.AsType[*note.UnverifiedNoteError](err); unknown {
		return Checkpoint{}, ErrNoLogKey
	}
	if err != nil {
		return Checkpoint{}, ErrBadCheckpoint // what note says may repeat the text
	}
	c, ok := readCheckpoint(n.Text)
	if !ok {
		return Checkpoint{}, ErrBadCheckpoint
	}
	for _, s := range n.Sigs {
		if s.Name == c.Origin {
			return c, nil
		}
	}
	return Checkpoint{}, ErrNoLogKey
}

// readCheckpoint reads the signed text; lines after the third are extensions.
func readCheckpoint(text string) (Checkpoint, bool) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 || lines[0] == "" {
		return Checkpoint{}, false
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return Checkpoint{}, false
	}
	c := Checkpoint{Origin: lines[0], Size: size}
	root, err := base64.StdEncoding.Strict().DecodeString(lines[2])
	if err != nil || len(root) != len(c.Root) {
		return Checkpoint{}, false
	}
	copy(c.Root[:], root)
	return c, true
}
