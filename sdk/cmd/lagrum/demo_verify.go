package main

import (
	"context"
	"sync"

	"github.com/lagrum/lagrum/sdk/ledger"
)

// A verifier verifies logs for whoever looks at them. A log is verified once at a time,
// however many look: those who come meanwhile wait for what is found then.
type verifier struct {
	mutex   sync.Mutex
	running map[*ledger.Log]*verification
}

// A verification is one on its way. Report and err are there when done is closed.
type verification struct {
	done   chan struct{}
	report ledger.Report
	err    error
}

func (v *verifier) verify(ctx context.Context, log *ledger.Log) (ledger.Report, error) {
	one := v.begin(ctx, log)
	select {
	case <-one.done:
		return one.report, one.err
	case <-ctx.Done():
		return ledger.Report{}, ctx.Err()
	}
}

// begin begins a verification, or joins the one on its way. It goes on when the one
// who asked first goes away.
func (v *verifier) begin(ctx context.Context, log *ledger.Log) *verification {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	if one := v.running[log]; one != nil {
		return one
	}
	if v.running == nil {
		v.running = map[*ledger.Log]*verification{}
	}
	one := &verification{done: make(chan struct{})}
	v.running[log] = one
	go func() {
		one.report, one.err = log.Verify(context.WithoutCancel(ctx), ledger.Verification{})
		v.mutex.Lock()
		delete(v.running, log)
		v.mutex.Unlock()
		close(one.done)
	}()
	return one
}
