package ident

import "errors"

// A ConversionError says that a [Transient] did not become another number. Its
// text is one of three, and never tells what the converting function said.
//
// The cause may name the number and is not to be logged. [errors.Is] and
// [errors.As] find it, so that a host can tell a timeout from an unknown
// person; but there is no Unwrap, since loggers and error reporters follow that
// to write every error of a chain.
type ConversionError struct {
	text string
	// Behind a closure, where no printer finds it either.
	cause func() error
}

// The texts: what became of the conversion.
const (
	notConverted = "ident: the transient number could not be converted"
	notValid     = "ident: what the transient number was converted to is not valid"
	notChanged   = "ident: what the transient number was converted to still holds it"
)

func conversionError(text string, cause error) *ConversionError {
	return &ConversionError{text, func() error { return cause }}
}

// Error gives the fixed text.
func (e *ConversionError) Error() string { return e.text }

// Is reports whether the cause is the target.
func (e *ConversionError) Is(target error) bool {
	return e.cause != nil && errors.Is(e.cause(), target)
}

// As finds the first error among the causes that the target can take. What it
// finds may name the number.
func (e *ConversionError) As(target any) bool {
	return e.cause != nil && errors.As(e.cause(), target)
}
