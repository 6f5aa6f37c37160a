package ledger

import "context"

// Replace puts another head and other rows in place of those of a log.
func (m *memory) Replace(ctx context.Context, log string, head Head, rows []Row) error {
	m.mu.Lock()
	delete(m.logs, log)
	m.mu.Unlock()
	return m.on(ctx, log, func(s *shelf) error {
		s.head = head
		for _, r := range rows {
			s.put(r.clone())
		}
		return nil
	})
}

// Waiting gives how many appends wait for a commit.
func Waiting(l *Log) int {
	l.line.mu.Lock()
	defer l.line.mu.Unlock()
	return len(l.line.waiting)
}
