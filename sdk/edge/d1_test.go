package edge

import (
	"errors"
	"math"
	"testing"
	"time"
)

func TestArguments(t *testing.T) {
	for _, value := range []any{int64(exact + 1), int64(-exact - 1), math.MaxInt64} {
		if got, err := argument(value); !errors.Is(err, ErrInexact) {
			t.Errorf("%v becomes %v, %v", value, got, err)
		}
	}
	for _, value := range []any{int64(exact), -exact, 0} {
		if _, err := argument(value); err != nil {
			t.Errorf("%v: %v", value, err)
		}
	}
	for _, value := range []any{time.Time{}, uint(1), []string{"a"}, struct{}{}} {
		if got, err := argument(value); err == nil {
			t.Errorf("%T becomes %v", value, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	for f, want := range map[float64]any{0: int64(0), -3: int64(-3), 1.5: 1.5, exact: int64(exact)} {
		if got, err := number(f); got != want || err != nil {
			t.Errorf("%v becomes %v, %v", f, got, err)
		}
	}
	for _, f := range []float64{exact + 1, -exact - 1, 1e300} {
		if got, err := number(f); !errors.Is(err, ErrInexact) {
			t.Errorf("%v becomes %v, %v", f, got, err)
		}
	}
}
