package serve

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/lagrum/lagrum/sdk/accept"
	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/receipt"
	"github.com/lagrum/lagrum/sdk/text"
)

// A Policy is one policy to show. It must not change while it is shown.
type Policy struct {
	// Doc is the policy. It needs an id of lower-case letters, digits and hyphens, which becomes its
	// address, and at least one language.
	Doc *policy.Document
	// Source is the file that Doc was read from. It is published as it stands, comments too; leave it out
	// to keep the file private.
	Source []byte
	// Checked says that Findings are all that a check has found, so that the page of the file can say
	// how much that is. It matters only where there is a Source.
	Checked bool
	// Findings are shown beside the file, with links to their lines.
	Findings diag.List
	// Published is the notice as it once stood, to be compared; nil for none.
	Published *Published
	// Ledger is where answers to questions of consent are kept. Without one they are judged, and not kept.
	Ledger *ledger.Log
	// Earlier are older versions of the policy under which people have consented. Whoever agreed to one is
	// asked again only where something material has changed.
	Earlier []*policy.Document
}

// Published is a notice that somebody had published, written down as a policy
// (policy.Document.AsPublished), with what is wrong with it. It is shown at
// /{id}/published, where id is that of the policy it belongs to, by the law of
// its own day.
type Published struct {
	// Doc is the policy that restates the notice. It needs at least one language.
	Doc *policy.Document
	// Source is the file that Doc was read from. It is published as it stands; leave it out to keep it private.
	Source []byte
	// Findings are all that a check has found in Doc. They are shown beside the notice.
	Findings diag.List
}

// Options say how policies are shown. The zero Options are ready for use.
type Options struct {
	// Base is the path under which all pages are, such as "/privacy"; empty for the root. The handler
	// expects it in the requests, so no http.StripPrefix should stand before it.
	Base string
	// Title is the heading of the start page; in a language that it lacks, a plain one stands there.
	Title policy.Text
	// FrameAncestors lists the origins that may show the pages in a frame, such as
	// "https://www.school.example"; empty for none (Content Security Policy Level 3, frame-ancestors).
	FrameAncestors []string
	// Now tells the time, for the day on which a notice is read; nil for time.Now. The day is that of
	// the time's own location.
	Now func() time.Time
	// Logger is told what goes wrong inside; nil for nobody. It never gets anything of a request.
	Logger *slog.Logger

	// Receive takes a form that has been sent and found right. With an error the person gets the form back as
	// it was filled in, to be sent again later; the error is not shown, and of it only the type is logged,
	// since it may hold what people typed; a panic counts as an error. [ErrWithdrawn] says that a second part
	// came too late. It is called for several requests at once, with the
	// request's context. If it is nil, nothing is kept: a form can be tried, and says so.
	Receive func(context.Context, Delivery) error
	// Note stands above each form, in the languages that it has: that this is a test, for instance.
	Note policy.Text
	// Login gives what the identity provider says of the person whose request it is, to fill in a form, and
	// what converts a number that may not be kept, if any does. Nil, or no attributes, for nobody. It is
	// asked when a form is shown and when it is sent, for what is still as it was filled in.
	Login func(*http.Request) ([]form.Attribute, form.Converter)
	// Key signs what a form's page brings back, and makes the links in receipts: 32 secret bytes or more. Nil
	// for a random one, which is lost when the program ends, so that people must send a form that they have
	// open twice, and cannot open their receipt again. Where several programs answer, or a Worker does, give
	// all of them the same.
	Key []byte

	// Person gives what is known of the person who sends a form: the pseudonym under which the records of
	// their consents stand, and where age counts, birth and country. Nil, or an empty pseudonym, for one of its
	// own for each form that is sent.
	Person func(*http.Request, *form.Submission) consent.Person
	// Withdrawn is told of each consent that was taken back on its page, once that is on record, so that
	// the host stops and erases what rested on it. It is called again if it fails, when the person asks again.
	Withdrawn func(context.Context, consent.Record) error
	// Signer signs receipts; nil for receipts that are not signed.
	Signer *receipt.Signer
	// Address is where people reach the handler, without Base, for the links in receipts:
	// "https://privacy.school.example". Empty for what the request says, which is only as good as the
	// proxy before it.
	Address string
	// FillTime is the least time that anybody takes to fill in a form; zero for two seconds, negative for
	// none. Whoever is faster gets the form back, to be sent again.
	FillTime time.Duration
}

// New gives the handler that shows the policies, in their order on the start
// page. The error joins everything that is wrong: no policy at all, one without an
// id that fits an address, without languages or with one that package text does not
// speak, two policies with one id, an option that cannot stand in an address
// or a header.
func New(policies []Policy, o Options) (http.Handler, error) {
	s := &site{
		base: o.Base, title: o.Title, now: o.Now, log: o.Logger, byID: map[string]*entry{},
		receive: o.Receive, login: o.Login, key: o.Key, fillTime: o.FillTime,
		note: o.Note, person: o.Person, withdrawn: o.Withdrawn, signer: o.Signer, outside: o.Address,
	}
	if s.now == nil {
		s.now = time.Now
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.key == nil {
		s.key = make([]byte, leastKey)
		rand.Read(s.key) // never fails
	}
	if s.fillTime == 0 {
		s.fillTime = usualFillTime
	}
	problems := []error{checkBase(o.Base), checkOrigins(o.FrameAncestors), checkKey(s.key)}
	if len(policies) == 0 {
		problems = append(problems, errors.New("serve: there is no policy to show"))
	}
	for i, p := range policies {
		if err := s.add(p); err != nil {
			problems = append(problems, fmt.Errorf("serve: policy %d: %w", i+1, err))
		}
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	s.tags = s.tongues()
	s.languages = accept.NewLanguages(englishFirst(s.tags))
	s.security = securityPolicy(o.FrameAncestors)
	s.style, s.formStyle = newAsset("lagrum", ".css", styleType, notice.Stylesheet+pageStyle), newAsset("lagrum-form", ".css", styleType, form.Stylesheet+consent.Stylesheet+pageStyle)
	s.icon = newAsset("lagrum", ".svg", "image/svg+xml", icon)
	return s.routes(), nil
}

// A site is what all requests share; it does not change.
type site struct {
	base      string
	title     policy.Text
	entries   []*entry
	byID      map[string]*entry
	tags      []locale.Tag // the languages of the start page: those of the policies
	languages accept.Languages
	security  string // the Content-Security-Policy
	style     asset
	formStyle asset // of the pages with forms
	icon      asset
	now       func() time.Time
	log       *slog.Logger

	receive     func(context.Context, Delivery) error
	login       func(*http.Request) ([]form.Attribute, form.Converter)
	note        policy.Text
	person      func(*http.Request, *form.Submission) consent.Person
	withdrawn   func(context.Context, consent.Record) error
	signer      *receipt.Signer
	outside     string
	key         []byte
	fillTime    time.Duration
	crossOrigin http.CrossOriginProtection
}

// An entry is one policy with what negotiation needs.
type entry struct {
	Policy
	languages accept.Languages
	layers    []notice.Layer
	forms     derivation
	once      accept.Languages // those of what was published
}

func (s *site) add(p Policy) error {
	if p.Doc == nil {
		return errors.New("there is no document")
	}
	id := p.Doc.ID
	switch {
	case !isSlug(id):
		return fmt.Errorf("the id %q is not made of lower-case letters, digits and hyphens, so it cannot be an address", id)
	case id == rulesID:
		return fmt.Errorf("the id %q is that of the pages of rules; choose another", id)
	case s.byID[id] != nil:
		return fmt.Errorf("the id %q is taken by another policy; each needs its own address", id)
	case len(p.Doc.Languages) == 0:
		return fmt.Errorf("%s has no languages; name them in languages", id)
	}
	if err := spoken(id, p.Doc); err != nil {
		return err
	}
	e := &entry{Policy: p, languages: accept.NewLanguages(p.Doc.Languages), layers: notice.Layers(p.Doc)}
	if p.Published != nil {
		if p.Published.Doc == nil || len(p.Published.Doc.Languages) == 0 {
			return fmt.Errorf("what was published of %s has no document, or no languages", id)
		}
		if err := spoken("what was published of "+id, p.Published.Doc); err != nil {
			return err
		}
		e.once = accept.NewLanguages(p.Published.Doc.Languages)
	}
	s.entries = append(s.entries, e)
	s.byID[id] = e
	return nil
}

// spoken reports whether a policy can be shown in all of its languages.
func spoken(name string, doc *policy.Document) error {
	for _, tag := range doc.Languages {
		if text.In(tag) == nil {
			return fmt.Errorf("%s is to be shown in %q, which is not among the languages there are: %v", name, tag, text.Languages)
		}
	}
	return nil
}

// tongues gives the languages of the start page: those of the policies, in the
// order of the house.
func (s *site) tongues() []locale.Tag {
	return slices.DeleteFunc(slices.Clone(text.Languages), func(tag locale.Tag) bool {
		return !slices.ContainsFunc(s.entries, func(e *entry) bool { return slices.Contains(e.Doc.Languages, tag) })
	})
}

// englishFirst puts English first, if it is there: it serves most readers whose
// own language is not.
func englishFirst(tags []locale.Tag) []locale.Tag {
	if !slices.Contains(tags, locale.EN) {
		return tags
	}
	return append([]locale.Tag{locale.EN}, tags...)
}

// routes ties addresses to handlers. The files of the pages have whole paths of
// their own: a pattern for them would contend with those of policies.
func (s *site) routes() http.Handler {
	mux := http.NewServeMux()
	for pattern, handle := range map[string]http.HandlerFunc{
		"/{$}":                    s.start,
		"/{policy}":               s.notice,
		"/{policy}/{$}":           s.withoutSlash,
		"/{policy}/{page}":        s.page,
		"/" + rulesID + "/{code}": s.rulePage,
		s.style.path:              s.style.serve,
		s.formStyle.path:          s.formStyle.serve,
		s.icon.path:               s.icon.serve,
	} {
		mux.Handle(s.base+pattern, s.readOnly(handle))
	}
	mux.HandleFunc(s.base+"/{policy}/forms/{form}", s.form)
	mux.HandleFunc(s.base+"/{policy}/forms/{form}/receipts/{code}", s.receiptPage)
	mux.HandleFunc(s.base+"/{policy}/consents/{token}", s.withdrawPage)
	mux.HandleFunc("/", s.noPage)
	return s.secured(mux)
}

// page answers with what there is of a policy beside its notice.
func (s *site) page(w http.ResponseWriter, r *http.Request) {
	switch r.PathValue("page") {
	case "policy":
		s.filePage(w, r)
	case "policy.yaml":
		s.file(w, r)
	case "published":
		s.publishedPage(w, r)
	case "published.yaml":
		s.publishedFile(w, r)
	default:
		s.noPage(w, r)
	}
}

// secured sets what holds for every answer.
func (s *site) secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", s.security)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

// readOnly refuses every method but GET and HEAD (RFC 9110 15.5.6).
func (s *site) readOnly(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			lang := s.startLanguage(r)
			s.fail(w, r, lang, problem{status: http.StatusMethodNotAllowed, title: lang.Serve.NotAllowed, detail: lang.Serve.OnlyRead})
			return
		}
		next(w, r)
	})
}

// withoutSlash leads from /{id}/ to /{id}, for ids that there are.
func (s *site) withoutSlash(w http.ResponseWriter, r *http.Request) {
	e := s.byID[r.PathValue("policy")]
	if e == nil {
		s.noPage(w, r)
		return
	}
	to := s.base + "/" + e.Doc.ID
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	http.Redirect(w, r, to, http.StatusPermanentRedirect)
}

// isSlug reports whether an id can be a part of an address as it is.
func isSlug(id string) bool {
	return id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

func checkBase(base string) error {
	const allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/"
	clean := base == "" || base[0] == '/' && base[len(base)-1] != '/' && !strings.Contains(base, "//") && !strings.Contains(base, "/.")
	if !clean || strings.Trim(base, allowed) != "" {
		return fmt.Errorf("serve: the base %q is not a path such as /privacy, without a slash at the end", base)
	}
	return nil
}

func checkOrigins(origins []string) error {
	for _, origin := range origins {
		if origin == "" || strings.ContainsAny(origin, " \t\r\n;,") {
			return fmt.Errorf("serve: the frame ancestor %q is not one origin such as https://www.school.example", origin)
		}
	}
	return nil
}

// leastKey is how many bytes a key has at least (RFC 2104, 3: those of the hash).
const leastKey = 32

func checkKey(key []byte) error {
	if len(key) < leastKey {
		return fmt.Errorf("serve: the key has %d bytes; it needs %d or more", len(key), leastKey)
	}
	return nil
}

// securityPolicy lets a page load its stylesheet and icon from here, and send
// its forms here; nothing else.
func securityPolicy(ancestors []string) string {
	who := "'none'"
	if len(ancestors) > 0 {
		who = strings.Join(ancestors, " ")
	}
	return "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors " + who
}
