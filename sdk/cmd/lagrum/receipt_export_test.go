package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/internal/tree"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/policyfile"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// What was signed comes out in each format; what was changed since does not.
func TestSignedReceiptIsExported(t *testing.T) {
	root, err := tree.Root()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(root, "examples", "studieskolen", "policy.yaml")
	file, err := policyfile.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	signed, key := signedReceipt(t, file.Doc)
	var out, complaints bytes.Buffer
	export := func(format, receipt string) int {
		out.Reset()
		complaints.Reset()
		args := []string{"receipt", "export", "--format", format, "--policy", name, "--key", key, receipt}
		return run(t.Context(), args, strings.NewReader(""), &out, &complaints)
	}
	for format, word := range map[string]string{"kantara": `"KI-CR-v1.1.0"`, "27560": `"dpv-27560:receipt-record"`, "dpv": `"@context"`} {
		if code := export(format, signed); code != exitWell || !json.Valid(out.Bytes()) || !strings.Contains(out.String(), word) {
			t.Errorf("%s: exit code %d: %s%s", format, code, &out, &complaints)
		}
	}
	data, err := os.ReadFile(signed)
	if err != nil {
		t.Fatal(err)
	}
	changed := filepath.Join(t.TempDir(), "changed.json")
	at := bytes.Index(data, []byte(`"payload"`)) + 40
	data[at] ^= 1
	if err := os.WriteFile(changed, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if code := export("27560", changed); code == exitWell || out.Len() > 0 {
		t.Errorf("a changed receipt is exported: exit code %d: %s", code, &out)
	}
}

// signedReceipt writes a receipt of a yes, and the key that it can be checked with.
func signedReceipt(t *testing.T, doc *policy.Document) (name, keys string) {
	t.Helper()
	d, err := form.Derive(doc, "enrolment", form.Context{Language: locale.DA, Sum: receipt.Sum})
	if err != nil {
		t.Fatal(err)
	}
	q, ok := consent.Of(d, "newsletter-consent")
	if !ok {
		t.Fatal("the form does not ask for the newsletter")
	}
	record := consent.Decide(q, consent.Answer{
		Yes: true, Act: policy.ByTicking, At: "2026-11-22T12:00:00+01:00", Shown: q.Sum, Interface: "enrolment page 3",
		Steps: consent.Steps{Yes: 1, No: 1, Withdraw: 1}, Person: consent.Person{Subject: "p-7f3a"},
	})
	record.ID = "5d2f7c1e-8b40-4d93-9a55-0f6b1e7c2a11"
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := receipt.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := signer.Sign(&consent.Receipt{
		ID: "r-1", Issued: "2026-11-22T12:00:05+01:00", Language: locale.DA, NoticeURL: "https://studieskolen.example/persondata",
		Items: []consent.Item{{Record: record}},
	})
	if err != nil {
		t.Fatal(err)
	}
	jwk, err := receipt.PublicJWK(public)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	name, keys = filepath.Join(dir, "receipt.json"), filepath.Join(dir, "key.jwk")
	for file, content := range map[string][]byte{name: signed, keys: jwk} {
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return name, keys
}
