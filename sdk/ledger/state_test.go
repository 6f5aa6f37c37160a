package ledger_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/receipt"
	"golang.org/x/mod/sumdb/tlog"
)

func drafts(n int) []ledger.Draft {
	var list []ledger.Draft
	for i := range n {
		r := yes("id")
		r.Version = i + 1
		list = append(list, ledger.Draft{
			Key: "key", Part: i, Salt: bytes.Repeat([]byte{byte(i)}, ledger.SaltSize), Content: r.AppendJSON(nil),
		})
	}
	return list
}

// The tree is the one that package tlog builds, however it is extended.
func TestExtendIsTlog(t *testing.T) {
	const n = 70
	list := drafts(n)
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, i := range indexes {
			found = append(found, stored[i])
		}
		return found, nil
	})
	var state ledger.State
	for at := 0; at < n; {
		step := min(1+at%5, n-at)
		rows, next, err := ledger.Extend(state, list[at:at+step])
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			leaf := leafOf(int64(at+i), list[at+i])
			want, err := tlog.StoredHashesForRecordHash(int64(at+i), leaf, reader)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(want, r.Hashes) {
				t.Errorf("entry %d has other hashes than those of tlog", at+i)
			}
			for place := range want {
				row, level := ledger.Stored(int64(len(stored) + place))
				if row != int64(at+i) || level != place {
					t.Errorf("hash %d is looked for in row %d at %d", len(stored)+place, row, level)
				}
			}
			stored = append(stored, want...)
		}
		state, at = next, at+step
		root, err := state.Root()
		if err != nil {
			t.Fatal(err)
		}
		if want, err := tlog.TreeHash(state.Size, reader); err != nil || want != root {
			t.Errorf("size %d: the root is not that of tlog; %v", state.Size, err)
		}
	}
}

// leafOf works the leaf out as the documentation says.
func leafOf(index int64, d ledger.Draft) tlog.Hash {
	mac := hmac.New(sha256.New, d.Salt)
	binary.Write(mac, binary.BigEndian, index)
	binary.Write(mac, binary.BigEndian, uint32(d.Part))
	mac.Write([]byte(d.Key))
	leaf := receipt.Leaf(mac.Sum(nil), d.Content)
	return tlog.RecordHash(leaf[:])
}

func TestExtendLeavesItsStateAlone(t *testing.T) {
	_, state, err := ledger.Extend(ledger.State{}, drafts(7))
	if err != nil {
		t.Fatal(err)
	}
	before := ledger.State{Size: state.Size, Edge: slices.Clone(state.Edge)}
	for range 2 {
		if _, _, err := ledger.Extend(state, drafts(3)); err != nil {
			t.Fatal(err)
		}
	}
	if state.Size != before.Size || !slices.Equal(state.Edge, before.Edge) {
		t.Error("the state that was extended has changed")
	}
}

func TestExtendRefuses(t *testing.T) {
	good := drafts(1)[0]
	short, broken := good, good
	short.Salt = short.Salt[1:]
	broken.Content = []byte(`{"id":`)
	for name, d := range map[string]ledger.Draft{"a short salt": short, "a content that is no JSON": broken} {
		if _, _, err := ledger.Extend(ledger.State{}, []ledger.Draft{d}); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	for name, s := range map[string]ledger.State{
		"too little at the edge": {Size: 3, Edge: make([]tlog.Hash, 0)},
		"too much at the edge":   {Size: 4, Edge: make([]tlog.Hash, 2)},
	} {
		if _, err := s.Root(); err == nil {
			t.Errorf("%s: there is a root", name)
		}
	}
}
