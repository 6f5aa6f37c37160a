package jose

import (
	"crypto/ed25519"
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/lagrum/lagrum/sdk/receipt"
)

// A Count says how much was compared.
type Count struct {
	Ours    int // files of package receipt that the library read
	Theirs  int // files of the library that package receipt read
	Refused int // files that both refused
}

// A trial is a comparison under way. The files of others are compared by what was
// expected of each, in the same order.
type trial struct {
	r          *rand.Rand
	key        ed25519.PrivateKey
	signer     *receipt.Signer
	keys       receipt.Keys
	asked      Question
	wanted     [][]byte // the payload of each file asked about; nil if it must be refused
	names      []string
	count      Count
	complaints []string
}

// Compare puts n receipts, and changed ones, to the library and to package
// receipt. It gives what was compared, and a complaint for each difference.
func Compare(library Library, seed uint64, n int) (Count, []string, error) {
	t, err := newTrial(seed)
	if err != nil {
		return Count{}, nil, err
	}
	for i := range n {
		if err := t.ours(i); err != nil {
			return Count{}, nil, err
		}
	}
	answer, err := library(t.asked)
	if err != nil {
		return Count{}, nil, err
	}
	if len(answer.IDs) != 1 || answer.IDs[0] != t.signer.KeyID() {
		t.complain("the thumbprint of the key")
	}
	for i, got := range answer.Verdicts {
		t.judge(i, got)
	}
	for i, forms := range answer.Signed {
		if err := t.theirs(i, forms); err != nil {
			return Count{}, nil, err
		}
	}
	return t.count, t.complaints, nil
}

func newTrial(seed uint64) (*trial, error) {
	t := &trial{r: rand.New(rand.NewPCG(seed, 1))}
	t.key = newKey(t.r)
	var err error
	if t.signer, err = receipt.NewSigner(t.key); err != nil {
		return nil, err
	}
	jwk, keys, err := trusted(t.key)
	if err != nil {
		return nil, err
	}
	t.keys = keys
	t.asked.Keys = append(t.asked.Keys, jwk)
	t.asked.Signer = privateJWK(t.key)
	t.asked.Header = map[string]string{"alg": "EdDSA", "typ": receipt.Type, "kid": t.signer.KeyID()}
	return t, nil
}

func (t *trial) complain(format string, args ...any) {
	t.complaints = append(t.complaints, fmt.Sprintf(format, args...))
}

// ours asks for a receipt as package receipt signs it, for the same with a byte
// changed in each part, and for one that somebody else signed under our name.
func (t *trial) ours(index int) error {
	r := made(t.r, index)
	content := r.AppendJSON(nil)
	file, err := t.signer.Sign(&r)
	if err != nil {
		return err
	}
	t.ask(fmt.Sprintf("receipt %d", index), string(file), content)
	for _, which := range []part{header, payload, signature} {
		spoiled, err := changed(t.r, string(file), which)
		if err != nil {
			return err
		}
		t.ask(fmt.Sprintf("receipt %d with another %s", index, which), spoiled, nil)
	}
	stranger, err := receipt.NewSigner(newKey(t.r))
	if err != nil {
		return err
	}
	if file, err = stranger.Sign(&r); err != nil {
		return err
	}
	t.ask(fmt.Sprintf("receipt %d by a stranger", index), string(file), nil)
	t.asked.Payloads = append(t.asked.Payloads, content)
	return nil
}

func (t *trial) ask(name, file string, want []byte) {
	t.names = append(t.names, name)
	t.asked.Files = append(t.asked.Files, file)
	t.wanted = append(t.wanted, want)
}

// judge compares what the library says of a file with what package receipt says,
// and with what is so.
func (t *trial) judge(i int, theirs []byte) {
	ours := t.read(t.asked.Files[i])
	switch want := t.wanted[i]; {
	case !slices.Equal(ours, want) || (ours == nil) != (want == nil):
		t.complain("%s: package receipt is wrong", t.names[i])
	case !slices.Equal(theirs, want) || (theirs == nil) != (want == nil):
		t.complain("%s: the library is wrong", t.names[i])
	case want == nil:
		t.count.Refused++
	default:
		t.count.Ours++
	}
}

// read gives what was signed as package receipt reads it; nil if the key that is
// trusted did not sign it.
func (t *trial) read(file string) []byte {
	report, err := receipt.Verify([]byte(file), t.keys)
	if err != nil || !report.Right() {
		return nil
	}
	return report.Receipt.AppendJSON(nil)
}

// theirs reads what the library signed, in each form, and refuses it with a byte
// changed in each part.
func (t *trial) theirs(index int, forms Forms) error {
	want := t.asked.Payloads[index]
	for form, file := range map[string]string{"flattened": forms.Flattened, "general": forms.General, "compact": forms.Compact} {
		if !slices.Equal(t.read(file), want) {
			t.complain("receipt %d by the library, %s: package receipt does not read it", index, form)
			continue
		}
		t.count.Theirs++
	}
	for _, which := range []part{header, payload, signature} {
		spoiled, err := changed(t.r, forms.Flattened, which)
		if err != nil {
			return err
		}
		if t.read(spoiled) != nil {
			t.complain("receipt %d by the library with another %s: package receipt takes it", index, which)
		}
	}
	return nil
}
