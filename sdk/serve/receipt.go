package serve

import (
	"crypto/hmac"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/lagrum/lagrum/internal/markup"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// receiptName is the name that a signed receipt is saved under.
const receiptName = "receipt.json"

// receiptOf makes the receipt of the answers on the page with the reference, as
// they now stand. It has no items if the form asked for no consent.
func (s *site) receiptOf(r *http.Request, a *asked, reference string) (consent.Receipt, error) {
	out := consent.Receipt{
		ID: s.derive("receipt id", reference), Issued: s.Now().Format(time.RFC3339), Language: a.q.lang,
		Policy: a.e.Doc.Title.In(a.q.lang), NoticeURL: s.absolute(r, s.address(a.e, a.q)),
	}
	var organisers []string
	for _, q := range consent.Asked(a.def) {
		item, err := s.itemOf(r, a, s.recordID(reference, q.Field))
		if err != nil {
			return out, err
		}
		if item == nil {
			continue
		}
		out.Items = append(out.Items, *item)
		out.Version = item.Record.Question.Version // that of the latest answer, whatever the policy says today
		for _, name := range item.Record.Question.Controllers {
			if !slices.Contains(organisers, name) {
				organisers = append(organisers, name)
			}
		}
	}
	out.Organiser = a.lang.Rules.List(organisers)
	return out, nil
}

// itemOf gives the answer with the id; nil if there is none.
func (s *site) itemOf(r *http.Request, a *asked, id string) (*consent.Item, error) {
	h, err := a.e.Ledger.History(r.Context(), id)
	if err != nil {
		return nil, err
	}
	last, any := h.Last()
	if !any {
		return nil, nil
	}
	item := &consent.Item{Record: last.Record}
	if last.Record.Status.Counts() {
		item.Withdraw = s.absolute(r, s.withdrawAddress(a.e, id))
	}
	proof, err := a.e.Ledger.Prove(r.Context(), last.Index)
	if err != nil {
		return nil, err
	}
	item.Proof = string(proof.AppendJSON(nil))
	return item, nil
}

func (s *site) withdrawAddress(e *entry, id string) string {
	return s.Base + "/" + e.Doc.ID + "/consents/" + s.token(id)
}

// personalAddress is an address that leads to the answers on the page with the
// reference, in the language and for the event of the form. Its last part begins
// with the prefix.
func (s *site) personalAddress(a *asked, prefix, reference string) string {
	return s.Base + "/" + a.e.Doc.ID + prefix + reference + "." + s.receiptMark(a, reference) + query{lang: a.q.lang, event: a.q.event}.encode()
}

// receiptAddress is the address of the receipt of the page with the reference.
func (s *site) receiptAddress(a *asked, reference string) string {
	return s.personalAddress(a, "/forms/"+a.form.ID+"/receipts/", reference)
}

// receiptMark is what only the holder of the key can add to a reference, so that
// nobody who saw one elsewhere opens the receipt.
func (s *site) receiptMark(a *asked, reference string) string {
	return s.derive("receipt", a.e.Doc.ID+" "+a.form.ID+" "+reference)
}

// referenceIn gives the reference of a code in an address, if the mark is right
// and there is a ledger.
func (s *site) referenceIn(a *asked, code string) (string, bool) {
	reference, mark, _ := strings.Cut(code, ".")
	return reference, a.e.Ledger != nil && hmac.Equal([]byte(mark), []byte(s.receiptMark(a, reference)))
}

// receiptPage answers with a receipt: a page to print, or for programs the file,
// signed if somebody signs.
func (s *site) receiptPage(w http.ResponseWriter, r *http.Request) {
	personal(w.Header())
	a := s.askedOf(w, r, r.PathValue("form"))
	if a == nil || s.crowded(w, r, s.looks, a.lang) {
		return
	}
	if !readsOnly(r) {
		w.Header().Set("Allow", "GET, HEAD")
		s.fail(w, r, a.lang, problem{status: http.StatusMethodNotAllowed, title: a.lang.Serve.NotAllowed, detail: a.lang.Serve.OnlyRead})
		return
	}
	reference, right := s.referenceIn(a, r.PathValue("code"))
	if !right {
		s.noReceipt(w, r, a)
		return
	}
	made, err := s.receiptOf(r, a, reference)
	switch {
	case err != nil:
		s.internal(w, r, a.lang, a.e, err)
	case len(made.Items) == 0:
		s.noReceipt(w, r, a)
	case wantsJSON(r, s.receiptTypes()...):
		s.receiptFile(w, r, a, &made)
	default:
		s.show(w, r, a, http.StatusOK, s.printedReceipt(r, a, reference, &made))
	}
}

func (s *site) noReceipt(w http.ResponseWriter, r *http.Request, a *asked) {
	s.fail(w, r, a.lang, *s.missing(&a.lang.Serve, a.lang.Consent.NoSuch, s.formThere(a)))
}

// receiptTypes are those of a receipt as a file, beside JSON.
func (s *site) receiptTypes() []string {
	if s.Signer == nil {
		return nil
	}
	return []string{receipt.MediaType}
}

// receiptFile answers with the receipt as a file.
func (s *site) receiptFile(w http.ResponseWriter, r *http.Request, a *asked, made *consent.Receipt) {
	if s.Signer == nil {
		s.sendJSON(w, r, a, http.StatusOK, append(made.AppendJSON(nil), '\n'))
		return
	}
	signed, err := s.Signer.Sign(made)
	if err != nil {
		s.internal(w, r, a.lang, a.e, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", receipt.MediaType)
	h.Set("Content-Disposition", `attachment; filename="`+receiptName+`"`)
	h.Set("Content-Length", strconv.Itoa(len(signed)))
	w.Write(signed)
}

// printedReceipt is the page of a receipt, with the way to change the answers.
// Whoever comes from sending the form reads first that it has arrived.
func (s *site) printedReceipt(r *http.Request, a *asked, reference string, made *consent.Receipt) []byte {
	p := consent.Printer{HeadingLevel: 1}
	if s.Signer != nil {
		p.Download = withParameter(s.receiptAddress(a, reference), "format", "json")
	}
	title := a.lang.Consent.Receipt
	arrived := r.URL.Query().Has(arrivedName)
	if arrived {
		p.HeadingLevel, title = 2, a.lang.Form.Received+" – "+formName(a.form, a.q.lang)
	}
	h := s.beginForm(a, title, nil)
	s.endTools(h, a, "")
	if arrived {
		s.arrived(h, a, strings.Fields(r.URL.Query().Get(arrivedName)), recordsIn(made))
	}
	h.out = append(h.out, p.Receipt(made)...)
	h.raw("<p>")
	h.choice(choice{name: a.lang.Consent.Change, url: s.choicesAddress(a, reference)})
	h.raw("</p>\n")
	if arrived {
		s.another(h, a)
	}
	s.carry(h, made)
	return h.end()
}

func recordsIn(made *consent.Receipt) []consent.Record {
	var list []consent.Record
	for i := range made.Items {
		list = append(list, made.Items[i].Record)
	}
	return list
}

// carry puts the signed receipt into the page, as data, so that a page that
// somebody saved can be checked.
func (s *site) carry(h *html, made *consent.Receipt) {
	if s.Signer == nil {
		return
	}
	signed, err := s.Signer.Sign(made)
	if err != nil {
		s.Logger.Error("a receipt could not be signed", "type", kind(err))
		return
	}
	h.raw(`<script type="`).raw(receipt.MediaType).raw(`">`)
	h.out = markup.AppendScriptData(h.out, string(signed))
	h.raw("</script>\n")
}

// absolute makes an address whole, as it stands in a file that people keep.
func (s *site) absolute(r *http.Request, path string) string {
	if s.Address != "" || !isHost(r.Host) {
		return s.Address + path
	}
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + r.Host + path
}

// personal says that an answer is for one person and kept nowhere, and that its
// address is handed on to nobody.
func personal(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Robots-Tag", "noindex")
}

func readsOnly(r *http.Request) bool {
	return r.Method == http.MethodGet || r.Method == http.MethodHead
}
