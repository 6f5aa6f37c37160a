package consent_test

import (
	"os"
	"slices"
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
	d := definition(t, doc, "enrolment", form.Context{Language: tag, Event: "leading-meetings"})
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
		os.WriteFile(dir+"/withdraw.html", p.WithdrawalPage(&r.Items[0].Record, consent.EffectOf(doc, "diet", "enrolment", l), l), 0o644)
	}
}

// A receipt speaks of its links, and of how long something is kept, only where
// there is a yes.
func TestReceiptOfNoesAlone(t *testing.T) {
	r := receiptOf(t, locale.SV)
	w := &text.In(locale.SV).Consent
	var p consent.Printer
	page := string(p.Receipt(&r))
	for _, item := range r.Items {
		if name := item.Record.Question.Controllers[0]; !strings.Contains(page, name) {
			t.Errorf("the receipt does not name %s", name)
		}
	}
	if !strings.Contains(page, w.ReceiptLinks) || strings.Count(page, w.Kept) != 3 {
		t.Errorf("of three yeses: %s", page)
	}
	for i := range r.Items {
		r.Items[i].Record.Status = consent.Refused
	}
	page = string(p.Receipt(&r))
	if !strings.Contains(page, w.ReceiptIs) || strings.Contains(page, w.ReceiptLinks) || strings.Contains(page, w.Kept) {
		t.Errorf("of noes alone: %s", page)
	}
}

// Whoever took a consent back finds the form on which to say yes again.
func TestWayBackToTheForm(t *testing.T) {
	r := receiptOf(t, locale.EN).Items[0].Record
	l := text.In(locale.EN)
	p := consent.Printer{Form: "/lartorget/forms/enrolment?lang=en"}
	if page := string(p.Withdrawal(&r, consent.Effect{}, l)); strings.Contains(page, p.Form) {
		t.Errorf("before: %s", page)
	}
	taken, _ := r.Withdraw(instant, consent.Self)
	if page := string(p.Withdrawal(&taken, consent.Effect{}, l)); !strings.Contains(page, `<a href="/lartorget/forms/enrolment?lang=en">`+l.Consent.OpenForm) {
		t.Errorf("after: %s", page)
	}
}

// A label stands as it is in the sentence on what goes by a rule of its own:
// quoted, or after a colon, so that no language must bend it.
func TestLabelsAreNotBent(t *testing.T) {
	for _, tag := range text.Languages {
		l := text.In(tag)
		w := &l.Consent
		for name, pattern := range map[string]string{"Goes": w.Goes, "GoesWhen": w.GoesWhen, "Stays": w.Stays, "Shielded": w.Shielded} {
			before, _, _ := strings.Cut(pattern, "{data}")
			if end := strings.TrimRight(before, " "); !strings.HasSuffix(end, ":") && !slices.Contains([]string{"“", "”", "»", "«", "„"}, end[strings.LastIndex(end, " ")+1:]) {
				t.Errorf("%s: %s puts the label into the sentence: %q", tag, name, pattern)
			}
		}
	}
}
