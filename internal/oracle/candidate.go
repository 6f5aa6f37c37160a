package oracle

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"
)

// candidate makes the value of an index. It depends on nothing but the seed,
// the kind and the index.
func candidate(s *subject, seed uint64, index int) string {
	h := fnv.New64a()
	h.Write([]byte(s.kind))
	r := rand.New(rand.NewPCG(seed^h.Sum64(), uint64(index)))
	value := s.make(r)
	switch r.IntN(10) {
	case 0, 1, 2, 3:
		return value
	case 4, 5:
		return changed(r, value, s.letters)
	case 6:
		return transposed(r, value)
	case 7:
		return spaced(r, value)
	case 8:
		return scrambled(r, value, s.letters)
	}
	return cut(r, value)
}

// changed gives one digit or letter another value.
func changed(r *rand.Rand, value, letters string) string {
	b := []byte(value)
	b[r.IntN(len(b))] = symbol(r, letters)
	return string(b)
}

// transposed swaps two neighbours.
func transposed(r *rand.Rand, value string) string {
	b := []byte(value)
	i := r.IntN(len(b) - 1)
	b[i], b[i+1] = b[i+1], b[i]
	return string(b)
}

// spaced writes the value with something between, as people type it.
func spaced(r *rand.Rand, value string) string {
	typed := []string{" ", "-", "+", "\u00a0", "\u2013", "\u2014", "\u2212", ":", "."}
	i := r.IntN(len(value) + 1)
	switch r.IntN(3) {
	case 0:
		i = max(0, len(value)-4)
	case 1:
		return " " + value + " "
	}
	return value[:i] + typed[r.IntN(len(typed))] + value[i:]
}

// scrambled has the length of the value and nothing else of it.
func scrambled(r *rand.Rand, value, letters string) string {
	b := []byte(value)
	for i := range b {
		b[i] = symbol(r, letters)
	}
	return string(b)
}

// cut leaves a character out or writes it twice.
func cut(r *rand.Rand, value string) string {
	i := r.IntN(len(value))
	if r.IntN(2) == 0 {
		return value[:i] + value[i+1:]
	}
	return value[:i+1] + value[i:]
}

// symbol is a digit mostly, and else one of the letters.
func symbol(r *rand.Rand, letters string) byte {
	if letters != "" && r.IntN(8) == 0 {
		return letters[r.IntN(len(letters))]
	}
	return digit(r)
}

func digit(r *rand.Rand) byte { return '0' + byte(r.IntN(10)) }

// digits gives n digits.
func digits(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = digit(r)
	}
	return string(b)
}

// shape is a value with its digits and letters masked.
func shape(value string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case '0' <= c && c <= '9':
			return '9'
		case 'A' <= c && c <= 'Z':
			return 'A'
		case 'a' <= c && c <= 'z':
			return 'a'
		}
		return c
	}, value)
}

// only keeps the bytes of the value that are among those given; a dash of any
// sort is a hyphen.
func only(value, kept string) string {
	return strings.Map(func(c rune) rune {
		if 0x2010 <= c && c <= 0x2015 || c == 0x2212 {
			c = '-'
		}
		if strings.ContainsRune(kept, c) {
			return c
		}
		return -1
	}, value)
}

const figures = "0123456789"
