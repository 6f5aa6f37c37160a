package edge

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/lagrum/lagrum/sdk/ledger"
)

// A Migration is a file for "wrangler d1 migrations apply".
type Migration struct {
	Name string // "00001_ledger.sql"; they are applied in the order of their names
	SQL  string // what it does
}

// Migrations gives what makes the tables of [Store] and brings them up to date: the
// same statements as for every other database ([ledger.Migrations]), without the way
// back, which D1 has none for.
func Migrations() ([]Migration, error) {
	files := ledger.Migrations()
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, fmt.Errorf("edge: %w", err)
	}
	var list []Migration
	for _, entry := range entries {
		data, err := fs.ReadFile(files, entry.Name())
		if err != nil {
			return nil, fmt.Errorf("edge: %w", err)
		}
		sql, err := forward(string(data))
		if err != nil {
			return nil, fmt.Errorf("edge: %s: %w", entry.Name(), err)
		}
		list = append(list, Migration{entry.Name(), sql})
	}
	return list, nil
}

// forward gives what stands under "-- +goose Up", with what stands above.
func forward(sql string) (string, error) {
	above, rest, ok := strings.Cut(sql, "-- +goose Up\n")
	up, _, down := strings.Cut(rest, "\n-- +goose Down")
	if !ok || !down || strings.Contains(up, "-- +goose") {
		return "", fmt.Errorf("the migration is not one part up and one part down")
	}
	return above + up, nil
}
