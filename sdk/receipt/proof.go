package receipt

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"github.com/lagrum/lagrum/internal/wire"
)

// leafDomain begins what is hashed for a leaf, so that no other hash of the same
// bytes can be taken for one.
const leafDomain = "lagrum.record.v1\x00"

// Leaf gives the entry of a log for a record: 32 bytes that tell nothing of the
// record to whoever lacks the salt. They are SHA-256 of, one after the other,
//
//	"lagrum.record.v1" and a zero byte   17 bytes
//	the length of the salt in bytes      8 bytes, the highest first
//	the salt
//	the content                          to the end
//
// The salt is random, of 16 bytes or more, and another for each entry. With salt
// and content erased, the log still verifies. The log's tree hashes these 32 bytes
// as its data, as RFC 6962 section 2.1 does: [tlog.RecordHash] of them.
func Leaf(salt, content []byte) [32]byte {
	data := make([]byte, 0, len(leafDomain)+8+len(salt)+len(content))
	data = append(data, leafDomain...)
	data = binary.BigEndian.AppendUint64(data, uint64(len(salt)))
	data = append(data, salt...)
	data = append(data, content...)
	return sha256.Sum256(data)
}

// A Proof shows that a log holds a record: the way from the record's [Leaf] to
// the root of the log's tree, and the checkpoint that the log signed.
type Proof struct {
	Index      int64    // the entry's number in the log, from 0
	Size       int64    // how many entries the log had; that of the checkpoint
	Salt       []byte   // what the leaf is salted with
	Hashes     [][]byte // the hashes beside the way, from the leaf up, 32 bytes each; see [tlog.ProveRecord]
	Checkpoint string   // the signed checkpoint; see [OpenCheckpoint]
}

// NewProof gives the proof with what [tlog.ProveRecord] found.
func NewProof(index int64, salt []byte, way tlog.RecordProof, size int64, checkpoint string) Proof {
	p := Proof{Index: index, Size: size, Salt: salt, Checkpoint: checkpoint}
	for _, h := range way {
		p.Hashes = append(p.Hashes, h[:])
	}
	return p
}

// ErrNotInLog says that a proof does not lead from the record to the checkpoint:
// the record was changed, or the proof is that of another one.
var ErrNotInLog = errors.New("receipt: the proof does not fit the record: one of them was changed, or it is another record's; ask the organiser for a new receipt")

// Check reports whether the log held a record with the content when it signed the
// checkpoint. The content is the bytes of [consent.Record.AppendJSON], as they
// were logged. The verifiers are the keys of logs that the caller trusts.
//
// The error is [ErrNoLogKey], [ErrBadCheckpoint] or [ErrNotInLog]. Without a key,
// nothing is proved: a proof that merely fits itself can be made by anybody.
func (p *Proof) Check(content []byte, verifiers note.Verifiers) error {
	_, err := p.open(content, verifiers)
	return err
}

// open checks, and gives the checkpoint.
func (p *Proof) open(content []byte, verifiers note.Verifiers) (Checkpoint, error) {
	c, err := OpenCheckpoint(p.Checkpoint, verifiers)
	if err != nil {
		return Checkpoint{}, err
	}
	if p.Size != c.Size {
		return Checkpoint{}, ErrNotInLog
	}
	way := make(tlog.RecordProof, len(p.Hashes))
	for i, h := range p.Hashes {
		if len(h) != tlog.HashSize {
			return Checkpoint{}, ErrNotInLog
		}
		copy(way[i][:], h)
	}
	leaf := Leaf(p.Salt, content)
	if tlog.CheckRecord(way, c.Size, c.Root, p.Index, tlog.RecordHash(leaf[:])) != nil {
		return Checkpoint{}, ErrNotInLog
	}
	return c, nil
}

// AppendJSON appends the proof as JSON: an object with index, size, salt, hashes
// and checkpoint. Bytes are in base64url without padding (RFC 4648 section 5).
func (p *Proof) AppendJSON(dst []byte) []byte {
	w := wire.NewWriter(dst)
	w.BeginObject()
	w.Key("index").Int(p.Index)
	w.Key("size").Int(p.Size)
	w.Key("salt").String(base64.RawURLEncoding.EncodeToString(p.Salt))
	w.Key("hashes").BeginArray()
	for _, h := range p.Hashes {
		w.String(base64.RawURLEncoding.EncodeToString(h))
	}
	w.EndArray()
	w.Key("checkpoint").String(p.Checkpoint)
	return w.EndObject().Bytes()
}

// MarshalJSON gives what [Proof.AppendJSON] writes.
func (p Proof) MarshalJSON() ([]byte, error) { return p.AppendJSON(nil), nil }

// UnmarshalJSON is [ReadProof].
func (p *Proof) UnmarshalJSON(data []byte) (err error) {
	*p, err = ReadProof(data)
	return err
}

// ReadProof reads what [Proof.AppendJSON] wrote. It skips members that it does not
// know. The error holds nothing of what was read.
func ReadProof(data []byte) (Proof, error) {
	n, err := wire.Read(data, wire.Limits{})
	if err != nil {
		return Proof{}, fmt.Errorf("receipt: the proof: %w", err)
	}
	return readProof(n)
}

var errNoProof = errors.New("receipt: the proof lacks index, size, salt, hashes or checkpoint, or has them in another form")

func readProof(n wire.Node) (Proof, error) {
	var p Proof
	var known [4]bool
	p.Index, known[0] = n.Get("index").Int()
	p.Size, known[1] = n.Get("size").Int()
	p.Salt, known[2] = octets(n.Get("salt"))
	p.Checkpoint, known[3] = n.Get("checkpoint").Str()
	hashes := n.Get("hashes")
	if known != [4]bool{true, true, true, true} || hashes.Kind != wire.Array {
		return Proof{}, errNoProof
	}
	for _, c := range hashes.Children {
		h, ok := octets(c)
		if !ok {
			return Proof{}, errNoProof
		}
		p.Hashes = append(p.Hashes, h)
	}
	return p, nil
}

// octets gives what a text in base64url stands for.
func octets(n wire.Node) ([]byte, bool) {
	s, ok := n.Str()
	if !ok {
		return nil, false
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(s)
	return b, err == nil
}
