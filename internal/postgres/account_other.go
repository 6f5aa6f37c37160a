//go:build !linux

package postgres

import (
	"errors"
	"os"
	"os/exec"
)

// An account is that of the user of the tests.
type account struct{}

func unprivileged() (*account, error) {
	if os.Geteuid() == 0 {
		return nil, errors.New("PostgreSQL does not run as root")
	}
	return &account{}, nil
}

func (*account) own(string) error { return nil }

func (*account) lend(*exec.Cmd) {}

func bind(*exec.Cmd) {}
