package submission

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"github.com/lagrum/lagrum/sdk/ident"
)

// A vector is a published number, or what is published as none.
type vector struct {
	Value     string `json:"value"`
	Valid     bool   `json:"valid"`
	Canonical string `json:"canonical"`
}

// vectors reads the published numbers of package ident below the root.
func vectors(root string) (map[ident.Kind][]vector, error) {
	names, err := filepath.Glob(filepath.Join(root, "sdk", "ident", "testdata", "*.json"))
	if err != nil {
		return nil, err
	}
	numbers := map[ident.Kind][]vector{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var file struct {
			Kind    ident.Kind `json:"kind"`
			Vectors []vector   `json:"vectors"`
		}
		if err := json.Unmarshal(data, &file); err != nil {
			return nil, err
		}
		numbers[file.Kind] = file.Vectors
	}
	if len(numbers) < len(ident.Kinds()) {
		return nil, errors.New("there are not numbers of each kind")
	}
	return numbers, nil
}
