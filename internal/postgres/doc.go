// Package postgres starts a PostgreSQL server for tests: a real one, from the
// system's packages, in a folder of its own, with a socket that nobody else
// reaches. It ends with the tests.
//
//	func TestMain(m *testing.M) { os.Exit(postgres.Main(m)) }
//
//	func TestStore(t *testing.T) { db, err := sql.Open("pgx", postgres.Database(t)) }
//
// Without PostgreSQL, the tests fail and say what to install: a database that
// is passed over proves nothing.
package postgres
