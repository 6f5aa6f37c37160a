//go:build js && wasm

package edge

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"

	"github.com/syumai/workers/cloudflare"
)

// Open gives the D1 database that wrangler.jsonc binds to the name.
func Open(name string) (DB, error) {
	v := cloudflare.GetBinding(name)
	if v.IsUndefined() || v.Get("batch").Type() != js.TypeFunction {
		return nil, fmt.Errorf("edge: nothing is bound to %s, or no D1 database", name)
	}
	return d1{v}, nil
}

// d1 is a database that D1 keeps (https://developers.cloudflare.com/d1/worker-api/d1-database/).
type d1 struct{ database js.Value }

func (d d1) Batch(ctx context.Context, statements ...Statement) (answers []Rows, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// A method that throws would end the program.
	defer func() {
		if v := recover(); v != nil {
			thrown, ok := v.(js.Error)
			if !ok {
				panic(v)
			}
			answers, err = nil, errors.New("edge: "+message(thrown.Value))
		}
	}()
	list := make([]any, len(statements))
	for i, s := range statements {
		args, err := values(s.Args)
		if err != nil {
			return nil, err
		}
		list[i] = d.database.Call("prepare", s.SQL).Call("bind", args...)
	}
	result, err := await(ctx, d.database.Call("batch", list))
	if err != nil {
		return nil, fmt.Errorf("edge: %w", err)
	}
	for i := range result.Length() {
		rows, err := readRows(result.Index(i).Get("results"))
		if err != nil {
			return nil, err
		}
		answers = append(answers, rows)
	}
	return answers, nil
}

// values gives arguments as JavaScript has them.
func values(args []any) ([]any, error) {
	list := make([]any, len(args))
	for i, arg := range args {
		v, err := argument(arg)
		if err != nil {
			return nil, err
		}
		if data, ok := v.([]byte); ok {
			v = octetsOf(data)
		}
		list[i] = v
	}
	return list, nil
}

func readRows(results js.Value) (Rows, error) {
	if results.IsUndefined() {
		return nil, nil
	}
	object := js.Global().Get("Object")
	var rows Rows
	for i := range results.Length() {
		columns := object.Call("values", results.Index(i))
		row := make([]any, columns.Length())
		for k := range row {
			v, err := readValue(columns.Index(k))
			if err != nil {
				return nil, err
			}
			row[k] = v
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// readValue reads what a column holds. D1 gives bytes as an array of numbers.
func readValue(v js.Value) (any, error) {
	switch v.Type() {
	case js.TypeNull:
		return nil, nil
	case js.TypeString:
		return v.String(), nil
	case js.TypeNumber:
		return number(v.Float())
	case js.TypeObject:
		return bytesOf(js.Global().Get("Uint8Array").New(v)), nil
	}
	return nil, fmt.Errorf("edge: %w", errAnswer)
}
