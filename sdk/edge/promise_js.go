//go:build js && wasm

package edge

import (
	"context"
	"errors"
	"syscall/js"
)

// await waits for a promise, or until the context ends; what the promise stands for
// goes on then. The error is the message that JavaScript has for it.
func await(ctx context.Context, promise js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	done := make(chan outcome, 1)
	var fulfilled, rejected js.Func
	settle := func(o outcome) any {
		fulfilled.Release()
		rejected.Release()
		done <- o
		return nil
	}
	fulfilled = js.FuncOf(func(_ js.Value, args []js.Value) any { return settle(outcome{value: args[0]}) })
	rejected = js.FuncOf(func(_ js.Value, args []js.Value) any { return settle(outcome{err: errors.New(message(args[0]))}) })
	promise.Call("then", fulfilled, rejected)
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
		return js.Value{}, ctx.Err()
	}
}

// message gives that of a JavaScript error.
func message(v js.Value) string {
	if v.Type() == js.TypeObject && v.Get("message").Type() == js.TypeString {
		return v.Get("message").String()
	}
	return v.Type().String()
}

// promise gives a promise of what the function gives, which may wait for others.
func promise(work func() js.Value) js.Value {
	executor := js.FuncOf(func(_ js.Value, args []js.Value) any {
		go func() { args[0].Invoke(work()) }()
		return nil
	})
	defer executor.Release()
	return js.Global().Get("Promise").New(executor)
}

// octetsOf gives bytes as JavaScript has them, and bytesOf the other way around.
func octetsOf(data []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return array
}

func bytesOf(array js.Value) []byte {
	data := make([]byte, array.Length())
	js.CopyBytesToGo(data, array)
	return data
}
