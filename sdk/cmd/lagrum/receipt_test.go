package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// What a host signs with the key that the command made, the command takes for
// right; and nobody else reads the private key.
func TestKeySignsWhatVerifyReads(t *testing.T) {
	dir := t.TempDir()
	private, public, signed := filepath.Join(dir, "key.pem"), filepath.Join(dir, "key.jwk"), filepath.Join(dir, "receipt.json")
	var out, complaints bytes.Buffer
	lagrum := func(args ...string) int {
		out.Reset()
		return run(t.Context(), args, strings.NewReader(""), &out, &complaints)
	}
	if code := lagrum("receipt", "key", private); code != exitWell {
		t.Fatalf("exit code %d: %s", code, &complaints)
	}
	if strings.Contains(out.String(), `"d"`) {
		t.Error("the public key has the private one in it")
	}
	info, err := os.Stat(private)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the private key has the mode %o", info.Mode().Perm())
	}
	if err := os.WriteFile(public, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(private)
	if err != nil {
		t.Fatal(err)
	}
	key, err := receipt.ParsePrivateKey(data)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := receipt.NewSigner(key)
	if err != nil {
		t.Fatal(err)
	}
	file, err := signer.Sign(&consent.Receipt{ID: "r-1", Issued: "2026-11-22T12:00:05+01:00", Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(signed, file, 0o600); err != nil {
		t.Fatal(err)
	}
	if code := lagrum("receipt", "verify", "--key", public, signed); code != exitWell || !strings.Contains(out.String(), signer.KeyID()) {
		t.Errorf("exit code %d: %s%s", code, &out, &complaints)
	}
}
