package serve

import (
	"crypto/hmac"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// receiptFile is the media type of a signed receipt, and the name that it is
// saved under.
const receiptFile = "receipt.json"

// receiptOf makes the receipt of the answers on the page with the reference, as
// they now stand. It has no items if the form asked for no consent.
func (s *site) receiptOf(r *http.Request, a *asked, reference string) (consent.Receipt, error) {
	out := consent.Receipt{
		ID: s.derive("receipt id", reference), Issued: s.now().Format(time.RFC3339), Language: a.q.lang,
		Policy: a.e.Doc.Title.In(a.q.lang), Version: a.e.Doc.Version, NoticeURL: s.absolute(r, s.address(a.e, a.q)),
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
		for _, name := range q.Controllers {
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
	return s.base + "/" + e.Doc.ID + "/consents/" + s.token(id)
}

// receiptAddress is the address of the receipt of the page with the reference.
func (s *site) receiptAddress(a *asked, reference string) string {
	path, query, _ := strings.Cut(s.addressOf(a), "?")
	address := path + "/receipts/" + reference + "." + s.receiptMark(a, reference)
	if query != "" {
		address += "?" + query
	}
	return address
}

// receiptMark is what only the holder of the key can add to a reference, so that
// nobody who saw one elsewhere opens the receipt.
func (s *site) receiptMark(a *asked, reference string) string {
	return s.derive("receipt", a.e.Doc.ID+" "+a.form.ID+" "+reference)
}

// receiptPage answers with a receipt: a page to print, or with "format=json" the
// signed file.
func (s *site) receiptPage(w http.ResponseWriter, r *http.Request) {
	personal(w.Header())
	a := s.askedOf(w, r)
	if a == nil {
		return
	}
	reference, mark, _ := strings.Cut(r.PathValue("code"), ".")
	if a.e.Ledger == nil || !readsOnly(r) || !hmac.Equal([]byte(mark), []byte(s.receiptMark(a, reference))) {
		s.fail(w, r, a.lang, *s.missing(&a.lang.Serve, a.lang.Consent.NoSuch, s.formThere(a)))
		return
	}
	made, err := s.receiptOf(r, a, reference)
	var signed []byte
	if err == nil && s.signer != nil && len(made.Items) > 0 {
		signed, err = s.signer.Sign(&made)
	}
	switch {
	case err != nil:
		s.internal(w, r, a.lang, a.e, err)
	case len(made.Items) == 0:
		s.fail(w, r, a.lang, *s.missing(&a.lang.Serve, a.lang.Consent.NoSuch, s.formThere(a)))
	case r.URL.Query().Get("format") == "json" && signed != nil:
		w.Header().Set("Content-Type", receipt.MediaType)
		w.Header().Set("Content-Disposition", `attachment; filename="`+receiptFile+`"`)
		w.Header().Set("Content-Length", strconv.Itoa(len(signed)))
		w.Write(signed)
	default:
		p := s.receiptPrinter(a, reference, 1)
		h := s.beginForm(a, a.lang.Consent.Receipt, nil)
		s.endTools(h, a.lang, "")
		h.out = append(h.out, p.Receipt(&made)...)
		s.show(w, r, a, http.StatusOK, h.end())
	}
}

func (s *site) receiptPrinter(a *asked, reference string, level int) consent.Printer {
	p := consent.Printer{HeadingLevel: level}
	if s.signer != nil {
		address := s.receiptAddress(a, reference)
		mark := "?"
		if strings.Contains(address, "?") {
			mark = "&"
		}
		p.Download = address + mark + "format=json"
	}
	return p
}

// receiptBelow gives the receipt to be shown below what was received; nil if
// nothing was asked, or nothing is kept. That it cannot be made does not undo what
// was received.
func (s *site) receiptBelow(r *http.Request, a *asked, reference string) []byte {
	if a.e.Ledger == nil {
		return nil
	}
	made, err := s.receiptOf(r, a, reference)
	if err != nil {
		s.log.Error("a receipt could not be made", "policy", a.e.Doc.ID, "form", a.form.ID, "type", kind(err))
		return nil
	}
	if len(made.Items) == 0 {
		return nil
	}
	p := s.receiptPrinter(a, reference, 2)
	return p.Receipt(&made)
}

// absolute makes an address whole, as it stands in a file that people keep.
func (s *site) absolute(r *http.Request, path string) string {
	if s.outside != "" {
		return s.outside + path
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
