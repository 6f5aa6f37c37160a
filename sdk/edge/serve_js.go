//go:build js && wasm

package edge

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"syscall/js"
	"time"

	"github.com/syumai/workers"
	"github.com/syumai/workers/cloudflare"
	"github.com/syumai/workers/cloudflare/cron"
)

// Serve answers the request that the Worker was started for with the handler, as
// [Handler] has it, and does not return. It takes the place of workers.Serve, which
// splits headers at each comma and leaves promises open. The program stays until the runtime ends it,
// so that what was begun with [After] is not lost.
func Serve(handler http.Handler) {
	js.Global().Get("context").Get("binding").Set("handleRequest", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return promise(func() js.Value { return fetch(handler, args[0]) })
	}))
	workers.Ready()
	select {}
}

// Schedule has the function called for each cron trigger of wrangler.jsonc, with the
// trigger as it stands there and the time for which it was due. Call it before [Serve].
// An error, and a panic, is logged by its type.
func Schedule(task func(ctx context.Context, trigger string, due time.Time) error) {
	cron.ScheduleTaskNonBlock(func(ctx context.Context) error {
		event, err := cron.NewEvent(ctx)
		if err == nil {
			err = guarded(func() error { return task(ctx, event.Cron, event.ScheduledTime) })
		}
		if err != nil {
			Logger().Error("a scheduled task failed", "type", fmt.Sprintf("%T", err))
		}
		return nil // an error would end the program, and the trigger would wait for ever
	})
}

// After has something done after the answer, before the runtime ends the program.
func After(task func()) {
	cloudflare.WaitUntil(func() {
		err := guarded(func() error { task(); return nil })
		if err != nil {
			Logger().Error("what was left for later failed", "type", err.Error())
		}
	})
}

// guarded makes an error of a panic: one that nobody recovers would end the program,
// and what waits for it would wait for ever.
func guarded(task func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic of type %T", v)
		}
	}()
	return task()
}

// Logger writes to the log of the Worker, as text.
func Logger() *slog.Logger { return slog.New(slog.NewTextHandler(os.Stderr, nil)) }

// Env gives a variable or a secret of the Worker; empty if there is none.
func Env(name string) string {
	v := cloudflare.GetBinding(name)
	if v.Type() != js.TypeString {
		return ""
	}
	return v.String()
}
