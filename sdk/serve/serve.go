package serve

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/lagrum/lagrum/sdk/accept"
	"github.com/lagrum/lagrum/sdk/diag"
	"github.com/lagrum/lagrum/sdk/ledger"
	"github.com/lagrum/lagrum/sdk/locale"
	"github.com/lagrum/lagrum/sdk/notice"
	"github.com/lagrum/lagrum/sdk/policy"
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

// New gives the handler that shows the policies, in their order on the start
// page. The error joins everything that is wrong: no policy at all, one without an
// id that fits an address, without languages or with one that package text does not
// speak, two policies with one id, an option that cannot stand in an address
// or a header.
func New(policies []Policy, o Options) (http.Handler, error) {
	s := &site{Options: o, byID: map[string]*entry{}}
	s.fillIn()
	problems := []error{checkBase(o.Base), checkOrigins("frame ancestor", o.FrameAncestors), checkOrigins("origin", o.Origins), checkAddress(o.Address), checkKey(s.Key), s.trust(o.Origins), s.list(o.Widgets), s.readManifest(o.Widgets)}
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
	s.style, s.formStyle, s.icon = styles(), formStyles(), icons()
	return s.handler(), nil
}

// A site is what all requests share; it does not change, but for what it counts.
type site struct {
	Options   // as fillIn has filled them in
	entries   []*entry
	byID      map[string]*entry
	tags      []locale.Tag // the languages of the start page: those of the policies
	languages accept.Languages
	security  string // the Content-Security-Policy
	style     asset
	formStyle asset // of the pages with forms
	icon      asset
	widgets   []widget
	scripts   map[string]asset // those among the widgets that pages here load, by name
	sends     *limiter         // what is sent; nil for no limit
	looks     *limiter         // what is looked up by a secret address; nil for no limit

	own    http.CrossOriginProtection // takes what this site sends
	shared http.CrossOriginProtection // takes what Origins send too
}

// An entry is one policy with what negotiation needs.
type entry struct {
	Policy
	languages accept.Languages
	layers    []notice.Layer
	forms     derivation
	requests  *policy.Document // the handling of requests; nil if there is no page for them
	asking    derivation       // the form of requests
	panels    sync.Map         // of the panels for choices, as JSON, by their language
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
	if s.Requested != nil {
		e.requests = requestDocument(p.Doc)
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

// isSlug reports whether an id can be a part of an address as it is.
func isSlug(id string) bool {
	return id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
