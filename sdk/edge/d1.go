package edge

import (
	"context"
	"errors"
	"fmt"
	"math"
)

// A DB is a database that takes several statements at once and makes all of them or
// none, as D1 does. Open gives that of a Worker.
type DB interface {
	// Batch makes the statements, in their order, all or none, and gives what each one answers. A parameter
	// is written ?1, ?2 and so on, at most 100 in a statement.
	Batch(ctx context.Context, statements ...Statement) ([]Rows, error)
}

// A Statement is one of a batch, with the values of its parameters: string, []byte,
// bool, int, int64 and float64. An integer of 2^53 or more, or as far below zero,
// cannot pass through JavaScript, and is an error, as is any other type; write a time as text.
type Statement struct {
	SQL  string // the statement
	Args []any  // of ?1, ?2 and so on
}

// Rows is what a statement answers: by row and then by column, string, []byte,
// int64, float64 or nil.
type Rows [][]any

// exact is the largest amount up to which JavaScript tells all integers apart.
const exact = 1<<53 - 1

// ErrInexact says that an integer would come out as another one on the way through
// JavaScript.
var ErrInexact = errors.New("edge: an integer of 2^53 or more cannot pass through JavaScript")

// argument gives a value as a number, text, bytes or truth value, or says why it
// cannot stand in a statement. The error holds its type only.
func argument(value any) (any, error) {
	switch v := value.(type) {
	case nil, string, []byte, bool, float64:
		return v, nil
	case int:
		return argument(int64(v))
	case int64:
		if v > exact || v < -exact {
			return nil, ErrInexact
		}
		return float64(v), nil
	}
	return nil, fmt.Errorf("edge: a statement takes no %T", value)
}

// number gives a number of JavaScript as the integer that it is, if it is one.
func number(f float64) (any, error) {
	switch {
	case f != math.Trunc(f) || math.IsInf(f, 0):
		return f, nil
	case f > exact || f < -exact:
		return nil, ErrInexact
	}
	return int64(f), nil
}
