//go:build js && wasm

package edge

import (
	"context"
	"fmt"
	"syscall/js"

	"github.com/syumai/workers/cloudflare"
)

// Value gives what a KV namespace, that wrangler.jsonc binds to the name, has under a
// key, and whether it has anything there.
func Value(ctx context.Context, name, key string) (value string, found bool, err error) {
	namespace := cloudflare.GetBinding(name)
	if namespace.IsUndefined() {
		return "", false, fmt.Errorf("edge: nothing is bound to %s", name)
	}
	v, err := await(ctx, namespace.Call("get", key))
	if err != nil {
		return "", false, fmt.Errorf("edge: %w", err)
	}
	if v.Type() != js.TypeString {
		return "", false, nil
	}
	return v.String(), true, nil
}
