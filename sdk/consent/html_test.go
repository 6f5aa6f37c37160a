package consent_test

import (
	"os"
	"strings"
	"testing"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/text"
)

// receiptOf is the receipt of somebody who ticked every box at Lärtorget.
func receiptOf(t *testing.T, tag locale.Tag) consent.Receipt {
	t.Helper()
	doc := document(t, "lartorget/policy.yaml")
	d := definition(t, doc, "enrolment", form.Context{Language: tag})
	r := consent.Receipt{
		ID: "r-1", Issued: "2026-11-22T12:00:05+01:00", Language: tag, Organiser: "Example", Policy: doc.Title.In(tag), Version: doc.Version,
		NoticeURL: "https://lagrum.example/lartorget",
	}
	for i, q := range consent.Asked(d) {
		a := ticked(&q)
		a.Yes = i != 2
		record := consent.Decide(q, a)
		record.ID = "c-" + q.Field
		r.Items = append(r.Items, consent.Item{Record: record, Withdraw: "https://lagrum.example/withdraw/token-" + q.Field})
	}
	return r
}

func TestReceiptPage(t *testing.T) {
	r := receiptOf(t, locale.SV)
	p := consent.Printer{Signed: `{"payload":"</script><!--"}`}
	page := string(p.ReceiptPage(&r))
	for _, want := range []string{`<html lang="sv">`, "token-diet-consent", r.Items[0].Record.Question.Text, `\u003c/script>`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(page, "token-accessibility-consent") {
		t.Error("a no can be taken back")
	}
	if dir := os.Getenv("LAGRUM_PAGES"); dir != "" {
		os.WriteFile(dir+"/receipt.html", []byte(page), 0o644)
		doc := document(t, "lartorget/policy.yaml")
		l := text.In(locale.SV)
		os.WriteFile(dir+"/withdraw.html", p.WithdrawalPage(&r.Items[0].Record, consent.EffectOf(doc, "diet", l), l), 0o644)
	}
}
