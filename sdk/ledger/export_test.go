package ledger

import (
	"context"
	"time"
)

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

// Gather has n writers join the line while a group waits for so many more, and
// gives how many the group then has. The wait has no end.
func Gather(n, more int) int {
	q := queue{served: true}
	ready := q.ask(more)
	for range n {
		q.join(&request{})
	}
	if ready != nil {
		<-ready
	}
	return len(q.take())
}

// GatherInVain has a group wait for somebody who does not come.
func GatherInVain() int {
	q := queue{served: true}
	q.join(&request{})
	q.gather(1, time.Nanosecond)
	return len(q.take())
}
