package edge

import "testing"

func TestForward(t *testing.T) {
	got, err := forward("-- About.\n-- +goose Up\nCREATE TABLE a (b);\n\n-- +goose Down\nDROP TABLE a;\n")
	if want := "-- About.\nCREATE TABLE a (b);\n"; got != want || err != nil {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	for _, odd := range []string{
		"CREATE TABLE a (b);", "-- +goose Up\nCREATE TABLE a (b);", "-- +goose Up\n-- +goose StatementBegin\nX\n-- +goose StatementEnd\n\n-- +goose Down\n",
	} {
		if sql, err := forward(odd); err == nil {
			t.Errorf("%q becomes %q", odd, sql)
		}
	}
}
