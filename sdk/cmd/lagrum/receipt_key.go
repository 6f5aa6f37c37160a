package main

import (
	"crypto/ed25519"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/lagrum/lagrum/sdk/receipt"
)

func receiptKeyCommand() *cobra.Command {
	var public bool
	cmd := &cobra.Command{
		Use:   "key [--public] FILE",
		Short: "Make the key that an organiser signs receipts with",
		Long: `Key makes a pair of Ed25519 keys. The private one goes into the file, as PEM with
PKCS #8, which only you can read; the public one goes to standard output, as a JWK.
A file that exists is never overwritten.

Keep the private key where the program runs that signs, and a copy where you keep
what must not be lost. Publish the public one, and keep publishing it after you have
made a new pair: old receipts are checked with it.

With --public it makes nothing, but writes the public key of the private one in the
file.`,
		Example: `  lagrum receipt key receipts.pem >receipts.jwk
  lagrum receipt key --public receipts.pem`,
		Args:              exactly(1),
		ValidArgsFunction: withEnding("pem"),
		RunE: func(cmd *cobra.Command, args []string) error {
			take := makeKey
			if public {
				take = readKey
			}
			key, err := take(args[0])
			if err != nil {
				return err
			}
			jwk, err := receipt.PublicJWK(key.Public().(ed25519.PublicKey))
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s\n", jwk)
			return err
		},
	}
	cmd.Flags().BoolVar(&public, "public", false, "write the public key of the file, and make none")
	return cmd
}

// makeKey makes a key and writes it to a file that must not be there yet.
func makeKey(name string) (ed25519.PrivateKey, error) {
	if name == standardInput {
		return nil, errors.New("name a file for the private key; it is not written to where others may see it")
	}
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		return nil, err
	}
	data, err := receipt.PrivatePEM(key)
	if err != nil {
		return nil, err
	}
	return key, keepSecret(name, data)
}

func readKey(name string) (ed25519.PrivateKey, error) {
	data, err := content(nil, name)
	if err != nil {
		return nil, err
	}
	key, err := receipt.ParsePrivateKey(data)
	if err != nil {
		return nil, aboutFile(name, err)
	}
	return key, nil
}
