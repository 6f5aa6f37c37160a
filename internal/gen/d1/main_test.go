package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMigrationsOnlyGoForward(t *testing.T) {
	dir := t.TempDir()
	if err := write(dir); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.sql"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%q, %v", names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if sql := string(data); !strings.Contains(sql, "CREATE TABLE") || strings.Contains(sql, "DROP") || strings.Contains(sql, "goose") {
			t.Errorf("%s: %s", filepath.Base(name), sql)
		}
	}
}
