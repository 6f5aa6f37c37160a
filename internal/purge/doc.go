// Package purge runs the SQL of retention rules, and holds the test that compares
// it with the rules themselves, row by row, on SQLite and on PostgreSQL.
//
//	statements, err := rules.SQL(retention.SQLite, &copy, years)
//	n, err := purge.Run(ctx, db, &statements[1], at, 1000)
package purge
