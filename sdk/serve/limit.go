package serve

import (
	"container/list"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/lagrum/lagrum/sdk/text"
)

// mostClients is how many clients are counted at once. Beyond it, the one that
// has not come for longest is forgotten.
const mostClients = 10_000

// A limiter bounds how often each client may come. It knows clients by a keyed
// hash alone, and forgets them when the program ends.
type limiter struct {
	mutex  sync.Mutex
	minute int
	key    [32]byte
	known  map[clientID]*list.Element // of visits
	visits *list.List                 // of *visitor; who came last stands first
}

type clientID [16]byte

type visitor struct {
	id     clientID
	bucket *rate.Limiter
}

// newLimiter gives a limiter that lets each client come so often in a minute.
func newLimiter(perMinute int) *limiter {
	l := &limiter{minute: perMinute, known: map[clientID]*list.Element{}, visits: list.New()}
	rand.Read(l.key[:]) // never fails
	return l
}

// wait counts a visit of the client, and gives how long to wait if it is one too
// many; it does not count then.
func (l *limiter) wait(client string, now time.Time) time.Duration {
	if l == nil || client == "" {
		return 0
	}
	id := l.idOf(client)
	l.mutex.Lock()
	defer l.mutex.Unlock()
	visit := l.visitor(id).bucket.ReserveN(now, 1)
	delay := visit.DelayFrom(now)
	if delay > 0 {
		visit.CancelAt(now)
	}
	return delay
}

func (l *limiter) idOf(client string) (id clientID) {
	mac := hmac.New(sha256.New, l.key[:])
	mac.Write([]byte(client))
	copy(id[:], mac.Sum(nil))
	return id
}

// visitor finds the visitor, or makes room for a new one.
func (l *limiter) visitor(id clientID) *visitor {
	if at := l.known[id]; at != nil {
		l.visits.MoveToFront(at)
		return at.Value.(*visitor)
	}
	if l.visits.Len() >= mostClients {
		gone := l.visits.Remove(l.visits.Back()).(*visitor)
		delete(l.known, gone.id)
	}
	v := &visitor{id, rate.NewLimiter(rate.Limit(float64(l.minute)/60), l.minute)}
	l.known[id] = l.visits.PushFront(v)
	return v
}

// wait gives how long the client must wait before it may do again what the
// limiter counts. Then the answer says so (RFC 6585, section 4).
func (s *site) wait(w http.ResponseWriter, r *http.Request, l *limiter) time.Duration {
	if l == nil {
		return 0
	}
	delay := l.wait(s.clientOf(r), s.Now())
	if delay > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(delay.Seconds()))))
	}
	return delay
}

// crowded reports whether the client must wait, and has then answered so.
func (s *site) crowded(w http.ResponseWriter, r *http.Request, l *limiter, lang *text.Language) bool {
	if s.wait(w, r, l) == 0 {
		return false
	}
	s.fail(w, r, lang, problem{status: http.StatusTooManyRequests, title: lang.Serve.TooMany, detail: lang.Serve.WaitAMinute})
	return true
}

// clientOf names the client that a request comes from; empty if nobody knows.
func (s *site) clientOf(r *http.Request) string {
	if s.Client != nil {
		name, err := s.callClient(r)
		if err != nil {
			s.Logger.Error("the host could not name a client", "type", kind(err))
		}
		return name
	}
	return network(r.RemoteAddr)
}

// network gives the address of a connection, of IPv6 the network: whoever has
// one address there has 2⁶⁴.
func network(remote string) string {
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return ""
	}
	address := at.Addr().Unmap().WithZone("")
	if address.Is6() {
		prefix, _ := address.Prefix(64)
		return prefix.String()
	}
	return address.String()
}
