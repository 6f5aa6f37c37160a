package receipt_test

import (
	"crypto/ed25519"
	"encoding/base64"
	"math/rand/v2"
	"testing"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// The key of RFC 8037 appendix A, and its thumbprint.
const (
	seedOfRFC8037 = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
	idOfRFC8037   = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
)

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// keyFrom gives the key of a seed in base64url.
func keyFrom(t testing.TB, seed string) ed25519.PrivateKey {
	t.Helper()
	return ed25519.NewKeyFromSeed(must[[]byte](t)(base64.RawURLEncoding.DecodeString(seed)))
}

func organiser(t testing.TB) ed25519.PrivateKey { return keyFrom(t, seedOfRFC8037) }

func somebody(t testing.TB) ed25519.PrivateKey { return ed25519.NewKeyFromSeed(make([]byte, 32)) }

func signed(t testing.TB, key ed25519.PrivateKey, r *consent.Receipt) []byte {
	t.Helper()
	return must[[]byte](t)(must[*receipt.Signer](t)(receipt.NewSigner(key)).Sign(r))
}

func trusting(t testing.TB, keys ...ed25519.PrivateKey) receipt.Keys {
	t.Helper()
	var all receipt.Keys
	for _, key := range keys {
		jwk := must[[]byte](t)(receipt.PublicJWK(key.Public().(ed25519.PublicKey)))
		all.Add(must[receipt.Keys](t)(receipt.ParseKeys(jwk)))
	}
	return all
}

// answers is the receipt of a person who said yes to one thing and no to another.
func answers() consent.Receipt {
	r := consent.Receipt{
		ID: "r-1", Issued: "2026-11-22T12:00:05+01:00", Language: locale.EN, Organiser: "Evening School", Policy: "Your data",
		Version: "3", NoticeURL: "https://courses.example/privacy",
	}
	for i, label := range []string{"Diet", "Pictures <b>"} {
		q := consent.Question{
			Policy: "courses", Version: "3", Form: "enrolment", Language: locale.EN, Field: label, Label: label,
			Purposes: []string{"food"}, Consent: form.Consent{ID: label, Text: "You may.", Sum: receipt.Sum(label)},
		}
		record := consent.Decide(q, consent.Answer{
			Yes: i == 0, Act: policy.ByTicking, At: "2026-11-22T11:00:00Z", Shown: q.Sum, Person: consent.Person{Subject: "p-7"},
		})
		record.ID, record.Token = "c-"+label, receipt.Sum("token")
		r.Items = append(r.Items, consent.Item{Record: record, Withdraw: "https://courses.example/withdraw/token"})
	}
	return r
}

// A log is one in memory.
type log struct {
	hashes   []tlog.Hash
	size     int64
	signer   note.Signer
	verifier string
}

func newLog(t testing.TB, name string) *log {
	t.Helper()
	private, public, err := note.GenerateKey(rand.NewChaCha8([32]byte{1}), name)
	if err != nil {
		t.Fatal(err)
	}
	return &log{signer: must[note.Signer](t)(note.NewSigner(private)), verifier: public}
}

// ReadHashes makes the log a tlog.HashReader.
func (l *log) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	list := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		list[i] = l.hashes[index]
	}
	return list, nil
}

func (l *log) append(t testing.TB, salt, content []byte) int64 {
	t.Helper()
	leaf := receipt.Leaf(salt, content)
	l.hashes = append(l.hashes, must[[]tlog.Hash](t)(tlog.StoredHashes(l.size, leaf[:], l))...)
	l.size++
	return l.size - 1
}

func (l *log) checkpoint(t testing.TB) receipt.Checkpoint {
	t.Helper()
	return receipt.Checkpoint{Origin: l.signer.Name(), Size: l.size, Root: must[tlog.Hash](t)(tlog.TreeHash(l.size, l))}
}

func (l *log) prove(t testing.TB, index int64, salt []byte) receipt.Proof {
	t.Helper()
	way := must[tlog.RecordProof](t)(tlog.ProveRecord(l.size, index, l))
	return receipt.NewProof(index, salt, way, l.size, must[string](t)(l.checkpoint(t).Sign(l.signer)))
}

// proved is the receipt of answers with proofs, and the log that holds them among
// other records.
func proved(t testing.TB) (consent.Receipt, *log) {
	t.Helper()
	r, l := answers(), newLog(t, "courses.example/log")
	at := map[int]int64{}
	for i := range 7 {
		l.append(t, []byte{byte(i)}, []byte("another"))
		if i < len(r.Items) {
			at[i] = l.append(t, saltOf(i), r.Items[i].Record.AppendJSON(nil))
		}
	}
	for i := range r.Items {
		p := l.prove(t, at[i], saltOf(i))
		r.Items[i].Proof = string(p.AppendJSON(nil))
	}
	return r, l
}

func saltOf(i int) []byte {
	return []byte{byte(i), 250, 251, 252, 253, 254, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8}
}

func withLog(t testing.TB, keys receipt.Keys, l *log) receipt.Keys {
	t.Helper()
	if err := keys.AddLogs(l.verifier + "\n"); err != nil {
		t.Fatal(err)
	}
	return keys
}
