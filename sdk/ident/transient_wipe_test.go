package ident

import (
	"bytes"
	"errors"
	"testing"
)

// holding gives a Transient and the very bytes that it holds.
func holding(kind Kind, value string) (Transient, []byte) {
	number := []byte(value)
	return hold(held{kind, number}), number
}

func isWiped(number []byte) bool { return len(bytes.Trim(number, "\x00")) == 0 }

func TestNewTransientTakesOverTheBytes(t *testing.T) {
	value := []byte("190312049802")
	number := NewTransient(NorEduPersonNIN, value)
	if !isWiped(value) {
		t.Error("the caller still has the number")
	}
	if h, ok := number.forget(); !ok || string(h.number) != "190312049802" {
		t.Error("the number was not taken over")
	}
}

func TestBecomeWipes(t *testing.T) {
	given := func(said string, err error) func([]byte) (string, error) {
		return func([]byte) (string, error) { return said, err }
	}
	for name, c := range map[string]struct {
		from    Kind
		value   string
		to      Kind
		convert func([]byte) (string, error)
	}{
		"converted":       {NorEduPersonNIN, "190312049802", HSAID, given("SE2321000016-A2G8", nil)},
		"unknown kind":    {NorEduPersonNIN, "190312049802", "xx.id", given("", nil)},
		"held unknown":    {"xx.id", "190312049802", HSAID, given("SE2321000016-A2G8", nil)},
		"held not valid":  {NorEduPersonNIN, "190312049803", HSAID, given("SE2321000016-A2G8", nil)},
		"function fails":  {NorEduPersonNIN, "190312049802", HSAID, given("", errors.New("no answer"))},
		"gives not valid": {NorEduPersonNIN, "190312049802", HSAID, given("A2G8", nil)},
		"gives it back":   {NorEduPersonNIN, "190312049802", HSAID, given("SE2321000016-190312049802", nil)},
		"panics":          {NorEduPersonNIN, "190312049802", HSAID, func([]byte) (string, error) { panic("no table") }},
		"no function":     {NorEduPersonNIN, "190312049802", HSAID, nil},
	} {
		t.Run(name, func(t *testing.T) {
			number, bytes := holding(c.from, c.value)
			func() {
				defer func() { _ = recover() }()
				_, _ = number.Become(c.to, Options{}, c.convert)
			}()
			if !isWiped(bytes) {
				t.Error("the number is still there")
			}
			if _, err := number.Become(c.to, Options{}, c.convert); err != ErrForgotten {
				t.Errorf("the second time: got %v", err)
			}
		})
	}
}

// A function may keep the slice, but not what was in it.
func TestBecomeWipesWhatTheFunctionGot(t *testing.T) {
	var kept []byte
	keep := func(number []byte) (string, error) {
		if string(number) != "190312049802" {
			t.Error("the function does not get the canonical form")
		}
		kept = number[:cap(number)]
		return "SE2321000016-A2G8", nil
	}
	number, _ := holding(NorEduPersonNIN, "190312049802")
	if _, err := number.Become(HSAID, Options{}, keep); err != nil {
		t.Fatal(err)
	}
	if !isWiped(kept) {
		t.Error("the function still has the number")
	}
}

func TestWipe(t *testing.T) {
	number, bytes := holding(NorEduPersonNIN, "190312049802")
	number.Wipe()
	number.Wipe()
	if !isWiped(bytes) {
		t.Error("the number is still there")
	}
}
