package serve

import (
	"context"
	"crypto/rand"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/policy"
	"github.com/lagrum/lagrum/sdk/receipt"
)

// Options say how policies are shown. The zero Options are ready for use.
type Options struct {
	// Base is the path under which all pages are, such as "/privacy"; empty for the root. The handler
	// expects it in the requests, so no http.StripPrefix should stand before it.
	Base string
	// Title is the heading of the start page; in a language that it lacks, a plain one stands there.
	Title policy.Text
	// FrameAncestors lists the origins, or "'self'", that may show the pages in a frame, such as
	// "https://www.school.example"; empty for none (Content Security Policy Level 3, frame-ancestors).
	FrameAncestors []string
	// Origins lists the origins, such as "https://www.school.example", whose pages may ask for forms, send them
	// and read receipts (Fetch Standard, CORS protocol), and load Widgets; empty for none but this one. Whoever
	// asks or sends from there is nobody that Login or Sender could know: they are not asked. Nothing else here can
	// be asked for or changed by another site.
	Origins []string
	// Widgets are files that are served under /widgets/, such as scripts for the pages of others; nil for none.
	// A file whose name holds a hash, such as choices-5f3a9c01.js, is kept by browsers for good. Where a file has
	// a sibling with .br or .gz at the end, browsers that take it get that. New looks which files there are.
	// With a manifest.json as package wasm has it, forms and notices here use its scripts, and work without them
	// as well; an address that ends with script=off leaves them out.
	Widgets fs.FS
	// Compare puts a choice of pages with scripts or without above them, where Widgets has the scripts: for
	// those who want to see that they work without.
	Compare bool
	// Now tells the time, for the day on which a notice is read; nil for time.Now. The day is that of
	// the time's own location.
	Now func() time.Time
	// Logger is told what goes wrong inside, and at the level Debug of each request what Observe is told; nil for
	// nobody. It never gets an address as it was asked for, nor anything else of a request or of who sent it.
	Logger *slog.Logger
	// Observe is told of each request once it has been answered, for counters; nil for nobody. It is called for
	// several requests at once.
	Observe func(Observation)

	// Event gives the id of the event that a request is for, where the address names none; nil, or an id that
	// the policy does not have, for no event in particular. Two requests for one address, at one host, must get
	// the same, since caches keep notices by that.
	Event func(*http.Request) string
	// Receive takes a form that has been sent and found right. With an error the person gets the form back as
	// it was filled in, to be sent again later; the error is not shown, and of it only the type is logged,
	// since it may hold what people typed; a panic counts as an error. [ErrWithdrawn] says that a second part
	// came too late. It is called for several requests at once, with the
	// request's context. If it is nil, nothing is kept: a form can be tried, and says so.
	Receive func(context.Context, Delivery) error
	// Note stands above each form, in the languages that it has: that this is a test, for instance.
	Note policy.Text
	// Requested takes a request to use a right that has been sent and found right, at /{policy}/requests. With an
	// error the person gets the page back as it was filled in; the error is not shown, and of it only the type
	// is logged. It may be told of one more than once, by the same Reference. Nil for no such page.
	Requested func(context.Context, Request) error
	// Login gives what the identity provider says of the person whose request it is, to fill in a form, and
	// what converts a number that may not be kept, if any does. Nil, or no attributes, for nobody. It is
	// asked when a form is shown and when it is sent, for what is still as it was filled in.
	Login func(*http.Request) ([]form.Attribute, form.Converter)
	// Key signs what a form's page brings back, and makes the links in receipts: 32 secret bytes or more. Nil
	// for a random one, which is lost when the program ends, so that people must send a form that they have
	// open twice, and cannot open their receipt again. Where several programs answer, or a Worker does, give
	// all of them the same.
	Key []byte

	// Sender gives what is known of who sends a form: the pseudonym under which the records of the consents
	// stand, where age counts, birth and country, and where a guardian must answer, that it is one. Nil, or an
	// empty pseudonym, for one of its own for each form that is sent. On the page where answers are changed the
	// submission holds these alone, and the pseudonym stays.
	Sender func(*http.Request, *form.Submission) Sender
	// Withdrawn is told of each consent that was taken back: on its page, where answers are changed, or by
	// somebody who went back in a form and said no, and of one that counts no more since the person answered
	// otherwise (consent.Invalidated). It is told once that is on record, and after Receive, so that the host stops
	// and erases what rested on it. It may be told of one more than once: it is called again if it fails, when
	// the person asks again. It is called also where the person has gone away meanwhile.
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
	// Timeout is the most time that a request may take, with what the host's functions and the ledger need
	// of it: their context ends then, and no more of the body is read. Zero for 30 seconds, negative for no limit.
	Timeout time.Duration
	// PerMinute is how many forms, withdrawals and changes a client may send in a minute, and how many receipts
	// and other personal links it may open, at once or spread out; zero for 300, so that a school behind one
	// address can enrol, negative for no limit. Whoever sends more gets the form back as it was filled in, to be
	// sent again after a while. Each handler counts for itself, in memory.
	PerMinute int
	// Client names the client that a request comes from, such as the address that a proxy passes on; it is kept
	// as a keyed hash only. Requests of the empty name are not counted. Nil for the address of the connection: of
	// IPv6, the network of 64 bits. Behind a proxy that is the proxy, so give one there.
	Client func(*http.Request) string
}

// fillIn puts what is usual where an option leaves it open. What is negative, for
// no limit, becomes zero.
func (s *site) fillIn() {
	o := &s.Options
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Key == nil {
		o.Key = make([]byte, leastKey)
		rand.Read(o.Key) // never fails
	}
	o.FillTime = usual(o.FillTime, usualFillTime)
	o.Timeout = usual(o.Timeout, usualTimeout)
	if o.PerMinute = usual(o.PerMinute, usualPerMinute); o.PerMinute > 0 {
		s.sends, s.looks = newLimiter(o.PerMinute), newLimiter(o.PerMinute)
	}
}

// What is usual: how fast nobody fills in a form, how long a request may take,
// and how often a client may send and look up.
const (
	usualFillTime  = 2 * time.Second
	usualTimeout   = 30 * time.Second
	usualPerMinute = 300
)

// usual gives what stands for zero its value, and for all that is negative zero.
func usual[T ~int | ~int64](chosen, otherwise T) T {
	if chosen == 0 {
		return otherwise
	}
	return max(chosen, 0)
}

func checkBase(base string) error {
	const allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/"
	clean := base == "" || base[0] == '/' && base[len(base)-1] != '/' && !strings.Contains(base, "//") && !strings.Contains(base, "/.")
	if !clean || strings.Trim(base, allowed) != "" {
		return fmt.Errorf("serve: the base %q is not a path such as /privacy, without a slash at the end", base)
	}
	return nil
}

// checkOrigins wants origins as browsers send them (RFC 6454, 6.2): another spelling
// of one would never be met.
func checkOrigins(what string, origins []string) error {
	for _, origin := range origins {
		if !isOrigin(origin) && !(what == "frame ancestor" && origin == "'self'") {
			return fmt.Errorf("serve: the %s %q is not an origin as browsers send it, such as https://www.school.example: "+
				"scheme and host in small letters, a port only where it is not the usual one, and nothing behind it", what, origin)
		}
	}
	return nil
}

func isOrigin(s string) bool {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || s != u.Scheme+"://"+u.Host || !isHost(u.Host) || s != strings.ToLower(s) {
		return false
	}
	port := u.Port()
	return port == "" || !(u.Scheme == "https" && port == "443" || u.Scheme == "http" && port == "80")
}

// host is a name or address that a link can have, with a port or without (RFC 3986,
// 3.2.2).
var host = regexp.MustCompile(`^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?$`)

func isHost(s string) bool { return len(s) <= 255 && host.MatchString(s) }

func checkAddress(address string) error {
	if address != "" && !isOrigin(strings.ToLower(address)) {
		return fmt.Errorf("serve: the address %q is not one such as https://privacy.school.example, without a path or a slash at the end", address)
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
