package postgres_test

import (
	"context"
	"fmt"
	"log"

	"github.com/lagrum/lagrum/sdk/ledger/postgres"
)

func ExampleOpen() {
	ctx := context.Background()
	store, err := postgres.Open(ctx, "postgres://consents@db.example/consents?synchronous_commit=off")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer store.Close()
	log.Println("open")
	// Output: ledger/postgres: the address asks for commits that do not wait for the disk
}
