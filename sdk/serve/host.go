package serve

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/lagrum/lagrum/sdk/consent"
	"github.com/lagrum/lagrum/sdk/form"
	"github.com/lagrum/lagrum/sdk/ident"
)

// What the host's functions say when they fail, by an error or a panic, may hold
// anything that people typed. Of it, only what holds nothing is logged.

// A panicError stands for a panic in a function of the host. It holds the type
// of what it panicked with and nothing else.
type panicError struct{ kind string }

func (e *panicError) Error() string { return "panic of type " + e.kind }

// recovered makes an error of a panic. It is to be deferred: net/http would log
// what the panic holds, and cut the connection, so that the form is lost.
func recovered(err *error) {
	if v := recover(); v != nil {
		*err = &panicError{fmt.Sprintf("%T", v)}
	}
}

func (s *site) callReceive(ctx context.Context, d Delivery) (err error) {
	defer recovered(&err)
	return s.Receive(ctx, d)
}

func (s *site) callLogin(r *http.Request) (attributes []form.Attribute, convert form.Converter, err error) {
	defer recovered(&err)
	if isForeign(r) {
		return nil, nil, nil
	}
	attributes, convert = s.Login(r)
	return attributes, convert, nil
}

func (s *site) callSender(r *http.Request, sub *form.Submission) (from Sender, err error) {
	defer recovered(&err)
	if s.Sender != nil && !isForeign(r) {
		from = s.Sender(r, sub)
	}
	return from, nil
}

// callWithdrawn tells the host of a consent that was taken back. That is on record, and
// has to be done, whether the person waits or not; if it fails, the log says so.
func (s *site) callWithdrawn(ctx context.Context, r consent.Record) (err error) {
	if s.Withdrawn == nil {
		return nil
	}
	ctx, cancel := lasting(ctx)
	defer cancel()
	if err = s.putWithdrawn(ctx, r); err != nil {
		s.Logger.Error("the host did not take note of a withdrawal", "policy", r.Question.Policy, "type", kind(err))
	}
	return err
}

func (s *site) putWithdrawn(ctx context.Context, r consent.Record) (err error) {
	defer recovered(&err)
	return s.Withdrawn(ctx, r)
}

// lasting gives a context that ends when the time of the request is up, and not when
// whoever sent it goes away.
func lasting(ctx context.Context) (context.Context, context.CancelFunc) {
	deadline, bounded := ctx.Deadline()
	ctx = context.WithoutCancel(ctx)
	if !bounded {
		return ctx, func() {}
	}
	return context.WithDeadline(ctx, deadline)
}

func (s *site) callClient(r *http.Request) (name string, err error) {
	defer recovered(&err)
	return s.Client(r), nil
}

func (s *site) callEvent(r *http.Request) (id string, err error) {
	defer recovered(&err)
	return s.Event(r), nil
}

func (s *site) callObserve(o Observation) {
	var err error
	defer func() {
		if err != nil {
			s.Logger.Error("the host could not take note of a request", "type", kind(err))
		}
	}()
	defer recovered(&err)
	s.Observe(o)
}

// guarded gives the converter as one that does not panic.
func guarded(convert form.Converter) form.Converter {
	if convert == nil {
		return nil
	}
	return func(attribute string, number []byte) (text string, err error) {
		defer recovered(&err)
		return convert(attribute, number)
	}
}

// kind tells of an error what may be logged: the types of its value and of the errors
// that it wraps, or of what a panic held.
func kind(err error) string {
	if e, ok := err.(*panicError); ok {
		return e.Error()
	}
	name := fmt.Sprintf("%T", err)
	if inner := errors.Unwrap(err); inner != nil {
		name += ": " + kind(inner)
	}
	return name
}

// reasons tells of the errors of a log-in what may be logged: the fixed texts of
// packages form and ident, and of the host's own the types.
func reasons(err error) []string {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var list []string
		for _, one := range joined.Unwrap() {
			list = append(list, reasons(one)...)
		}
		return list
	}
	if err == form.ErrNoConverter || err == ident.ErrForgotten {
		return []string{err.Error()}
	}
	switch e := err.(type) {
	case ident.Reason:
		return []string{e.Error()}
	case *ident.ConversionError:
		var cause error
		if e.As(&cause) {
			return []string{e.Error() + ": " + kind(cause)}
		}
	}
	return []string{kind(err)}
}

// ErrWithdrawn is what Receive answers to a second part whose consent has been
// taken back since: the person has gone back and sent the first part anew with
// a no, and then the second, which was still open (GDPR Article 7(3)). The person
// is told that nothing of it has been received.
var ErrWithdrawn = errors.New("serve: the consent has been taken back")
