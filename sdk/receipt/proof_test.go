package receipt_test

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/note"

	"github.com/lagrum/lagrum/sdk/receipt"
)

// The bytes are those of
//
//	(printf 'lagrum.record.v1\0\0\0\0\0\0\0\0\4salt{"id":"c-1"}') | sha256sum
func TestLeafIsAsDocumented(t *testing.T) {
	leaf := receipt.Leaf([]byte("salt"), []byte(`{"id":"c-1"}`))
	if got, want := hex.EncodeToString(leaf[:]), "0432283bf8656fff5f4cdd9a266dc1136240f1831a6dc5632f25d923782e94fc"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if receipt.Leaf([]byte("salt"), []byte("x")) == receipt.Leaf([]byte("sal"), []byte("tx")) {
		t.Error("salt and content run together")
	}
}

func TestSumIsSHA256(t *testing.T) {
	if got := receipt.Sum("abc"); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" { // FIPS 180-4
		t.Error(got)
	}
}

// The example of C2SP tlog-checkpoint.
func TestCheckpointIsOfItsForm(t *testing.T) {
	const text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
	l := newLog(t, "example.com/behind-the-sofa")
	verifiers := note.VerifierList(must[note.Verifier](t)(note.NewVerifier(l.verifier)))
	for _, extended := range []string{text, text + "an extension\n"} {
		signed := must[[]byte](t)(note.Sign(&note.Note{Text: extended}, l.signer))
		c := must[receipt.Checkpoint](t)(receipt.OpenCheckpoint(string(signed), verifiers))
		if c.Text() != text {
			t.Errorf("got %q", c.Text())
		}
	}
	for name, wrong := range map[string]string{
		"no origin":     "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
		"leading zero":  strings.Replace(text, "2085", "02085", 1),
		"sign":          strings.Replace(text, "2085", "+2085", 1),
		"negative":      strings.Replace(text, "2085", "-2085", 1),
		"short root":    strings.Replace(text, "CsUYap", "Cs", 1),
		"padding bits":  strings.Replace(text, "q2I=", "q2J=", 1),
		"two lines":     "example.com/behind-the-sofa\n1\n",
		"root unpadded": strings.Replace(text, "q2I=", "q2I", 1),
	} {
		signed := must[[]byte](t)(note.Sign(&note.Note{Text: wrong}, l.signer))
		if _, err := receipt.OpenCheckpoint(string(signed), verifiers); err != receipt.ErrBadCheckpoint {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A trusted log vouches for itself, not for another that is trusted, too.
func TestCheckpointIsSignedByItsOwnLog(t *testing.T) {
	ours, other := newLog(t, "ours.example/log"), newLog(t, "other.example/log")
	ours.append(t, nil, nil)
	verifiers := note.VerifierList(must[note.Verifier](t)(note.NewVerifier(ours.verifier)), must[note.Verifier](t)(note.NewVerifier(other.verifier)))
	c := ours.checkpoint(t)
	if _, err := c.Sign(other.signer); err == nil {
		t.Error("signed for another log")
	}
	forged := must[[]byte](t)(note.Sign(&note.Note{Text: c.Text()}, other.signer))
	if _, err := receipt.OpenCheckpoint(string(forged), verifiers); err != receipt.ErrNoLogKey {
		t.Errorf("opened with the signature of another log: %v", err)
	}
	witnessed := must[string](t)(c.Sign(ours.signer, other.signer))
	if got := must[receipt.Checkpoint](t)(receipt.OpenCheckpoint(witnessed, verifiers)); got != c {
		t.Errorf("got %v", got)
	}
	for _, none := range []note.Verifiers{nil, note.VerifierList()} {
		if _, err := receipt.OpenCheckpoint(witnessed, none); err != receipt.ErrNoLogKey {
			t.Errorf("without a key: %v", err)
		}
	}
}

// Every entry of logs of every size is proved, and nothing else.
func TestProof(t *testing.T) {
	l := newLog(t, "courses.example/log")
	verifiers := note.VerifierList(must[note.Verifier](t)(note.NewVerifier(l.verifier)))
	for size := range 12 {
		l.append(t, saltOf(size), []byte{byte(size)})
		for i := range size + 1 {
			p := l.prove(t, int64(i), saltOf(i))
			if err := p.Check([]byte{byte(i)}, verifiers); err != nil {
				t.Errorf("entry %d of %d: %v", i, l.size, err)
			}
			if err := p.Check([]byte{byte(i), 0}, verifiers); err != receipt.ErrNotInLog {
				t.Errorf("entry %d of %d, other content: %v", i, l.size, err)
			}
		}
	}
	for name, spoil := range map[string]func(*receipt.Proof){
		"index":         func(p *receipt.Proof) { p.Index++ },
		"negative":      func(p *receipt.Proof) { p.Index = -1 },
		"beyond":        func(p *receipt.Proof) { p.Index = p.Size },
		"size":          func(p *receipt.Proof) { p.Size-- },
		"salt":          func(p *receipt.Proof) { p.Salt = append(p.Salt, 0) },
		"hash":          func(p *receipt.Proof) { p.Hashes[1][0] ^= 1 },
		"shorter":       func(p *receipt.Proof) { p.Hashes[1] = p.Hashes[1][:31] },
		"one hash less": func(p *receipt.Proof) { p.Hashes = p.Hashes[1:] },
		"one hash more": func(p *receipt.Proof) { p.Hashes = append(p.Hashes, p.Hashes[0]) },
		"order":         func(p *receipt.Proof) { slices.Reverse(p.Hashes) },
	} {
		p := l.prove(t, 5, saltOf(5))
		spoil(&p)
		if err := p.Check([]byte{5}, verifiers); err != receipt.ErrNotInLog {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEveryByteOfACheckpointCounts(t *testing.T) {
	r, l := proved(t)
	verifiers := note.VerifierList(must[note.Verifier](t)(note.NewVerifier(l.verifier)))
	content := r.Items[0].Record.AppendJSON(nil)
	p := must[receipt.Proof](t)(receipt.ReadProof([]byte(r.Items[0].Proof)))
	checkpoint := p.Checkpoint
	for i := range checkpoint {
		for _, c := range []byte{checkpoint[i] ^ 1, 'A', '\n'} {
			if c == checkpoint[i] {
				continue
			}
			p.Checkpoint = checkpoint[:i] + string(c) + checkpoint[i+1:]
			if p.Check(content, verifiers) == nil {
				t.Errorf("byte %d as %q does not count", i, c)
			}
		}
	}
}

func TestProofJSON(t *testing.T) {
	p := receipt.Proof{Index: 3, Size: 9, Salt: []byte{251, 255}, Hashes: [][]byte{{255, 254, 0}}, Checkpoint: "a.example\n9\n"}
	data := p.AppendJSON(nil)
	const want = `{"index":3,"size":9,"salt":"-_8","hashes":["__4A"],"checkpoint":"a.example\n9\n"}`
	if string(data) != want {
		t.Errorf("got %s", data)
	}
	for _, got := range []string{string(must[[]byte](t)(json.Marshal(p))), string(must[[]byte](t)(json.Marshal(&p)))} {
		if got != want {
			t.Errorf("encoding/json writes %s", got)
		}
	}
	var again receipt.Proof
	if err := json.Unmarshal(data, &again); err != nil {
		t.Fatal(err)
	}
	for _, got := range []receipt.Proof{again, must[receipt.Proof](t)(receipt.ReadProof(data))} {
		if diff := cmp.Diff(p, got); diff != "" {
			t.Error(diff)
		}
	}
	for _, wrong := range []string{
		``, `{}`, `[]`, strings.Replace(want, "3", `"3"`, 1), strings.Replace(want, "9", "9.5", 1), strings.Replace(want, "-_8", "-_9", 1),
		strings.Replace(want, "-_8", "+/8", 1), strings.Replace(want, "-_8", "-_8=", 1), strings.Replace(want, `["__4A"]`, `{}`, 1),
		strings.Replace(want, `"__4A"`, `7`, 1), strings.Replace(want, `"a.example\n9\n"`, `null`, 1), strings.Replace(want, "index", "Index", 1),
	} {
		_, err := receipt.ReadProof([]byte(wrong))
		if err == nil {
			t.Errorf("%s is read", wrong)
		} else if strings.Contains(err.Error(), "example") {
			t.Errorf("the error repeats what was read: %v", err)
		}
	}
	var typed *json.UnmarshalTypeError
	if err := json.Unmarshal([]byte(`"Elin"`), &again); err == nil || errors.As(err, &typed) {
		t.Errorf("got %v", err)
	}
}
