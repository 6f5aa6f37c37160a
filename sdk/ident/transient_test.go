package ident_test

import (
	"bytes"
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/base64"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	htmltemplate "html/template"
	"log"
	"log/slog"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"text/template"

	"go.yaml.in/yaml/v4"

	"github.com/lagrum/lagrum/sdk/ident"
)

// sentinel is one of Skatteverket's test numbers.
const sentinel = "190312049802"

func transient() ident.Transient { return ident.NewTransient(ident.NorEduPersonNIN, []byte(sentinel)) }

// A session is what a host may put a number in, and then print or store whole.
type session struct {
	Number ident.Transient
	Copy   *ident.Transient
	number ident.Transient
	inner  *struct{ number ident.Transient }
}

// An account is what is stored of a person.
type account struct{ Number *ident.Transient }

func newSession() *session {
	number := transient()
	return &session{number, &number, number, &struct{ number ident.Transient }{number}}
}

// containers hold the number in each way that a value can hold another.
func containers() []any {
	s := newSession()
	return []any{
		s.Number, s.Copy, &s.Copy, *s, s, s.inner, s.number,
		[]ident.Transient{s.Number}, [1]ident.Transient{s.number}, []any{s.Number, s},
		map[string]ident.Transient{"number": s.Number}, map[string]any{"session": s}, map[*ident.Transient]int{s.Copy: 1},
	}
}

// doesNotTell fails the test where the text has the number in it, in one of
// the forms that printers give to bytes.
func doesNotTell(t *testing.T, where, text string) {
	t.Helper()
	number := []byte(sentinel)
	decimal := strings.Trim(fmt.Sprint(number), "[]")
	for _, form := range []string{
		sentinel, sentinel[2:], decimal, strings.ReplaceAll(decimal, " ", ", "), hex.EncodeToString(number),
		strings.Trim(fmt.Sprintf("%#v", number), "[]byte{}"), fmt.Sprintf("% x", number), base64.StdEncoding.EncodeToString(number),
	} {
		if strings.Contains(strings.ToLower(text), strings.ToLower(form)) {
			t.Errorf("%s tells the number", where)
		}
	}
}

func TestTransientIsNotPrinted(t *testing.T) {
	for i, value := range containers() {
		for _, verb := range "vTtbcdoOqxXUeEfFgGspw" {
			for _, flags := range []string{"", "+", "#", "0", " ", "-20", ".30", "#+"} {
				format := "%" + flags + string(verb)
				doesNotTell(t, fmt.Sprintf("value %d as %s", i, format), fmt.Sprintf(format, value))
			}
		}
		doesNotTell(t, "Sprintln", fmt.Sprintln(value))
		doesNotTell(t, "Errorf", fmt.Errorf("log-in of %v failed", value).Error())
	}
	if got := fmt.Sprintf("%v %+v %#v %s %q", transient(), transient(), transient(), transient(), transient()); strings.Count(got, "redacted") != 5 {
		t.Errorf("got %s", got)
	}
}

func TestTransientIsNotLogged(t *testing.T) {
	for i, value := range containers() {
		var b bytes.Buffer
		log.New(&b, "", log.LstdFlags).Println(value)
		for _, h := range []slog.Handler{slog.NewTextHandler(&b, nil), slog.NewJSONHandler(&b, nil)} {
			logger := slog.New(h)
			logger.Info("log-in", "value", value, slog.Group("group", slog.Any("value", value)))
			logger.With("value", value).WithGroup("g").Error("log-in")
		}
		doesNotTell(t, fmt.Sprintf("the log of value %d", i), b.String())
	}
}

func TestTransientIsNotEncoded(t *testing.T) {
	encoders := map[string]func(w *bytes.Buffer, value any) error{
		"json": func(w *bytes.Buffer, value any) error { return json.NewEncoder(w).Encode(value) },
		"xml":  func(w *bytes.Buffer, value any) error { return xml.NewEncoder(w).Encode(value) },
		"gob":  func(w *bytes.Buffer, value any) error { return gob.NewEncoder(w).Encode(value) },
		"yaml": func(w *bytes.Buffer, value any) error { return yaml.NewEncoder(w).Encode(value) },
	}
	for format, encode := range encoders {
		for i, value := range containers() {
			var b bytes.Buffer
			err := encode(&b, value)
			doesNotTell(t, fmt.Sprintf("value %d in %s", i, format), fmt.Sprintf("%s %v", b.String(), err))
		}
		if err := encode(new(bytes.Buffer), transient()); !errors.Is(err, ident.ErrTransient) {
			t.Errorf("%s: got %v", format, err)
		}
		number := transient()
		if err := encode(new(bytes.Buffer), account{&number}); !errors.Is(err, ident.ErrTransient) {
			t.Errorf("%s, in a struct: got %v", format, err)
		}
	}
	if _, err := json.Marshal(map[string]any{"number": newSession()}); !errors.Is(err, ident.ErrTransient) {
		t.Errorf("json of a map: got %v", err)
	}
}

// Some encoders of other modules know one of these methods only.
func TestTransientRefusesByEachMethod(t *testing.T) {
	number := transient()
	for name, encode := range map[string]func() ([]byte, error){
		"text": number.MarshalText, "json": number.MarshalJSON, "binary": number.MarshalBinary, "gob": number.GobEncode,
	} {
		if got, err := encode(); got != nil || err != ident.ErrTransient {
			t.Errorf("to %s: got %v", name, err)
		}
	}
	for name, decode := range map[string]func([]byte) error{
		"text": number.UnmarshalText, "json": number.UnmarshalJSON, "binary": number.UnmarshalBinary, "gob": number.GobDecode,
	} {
		if err := decode([]byte(sentinel)); err != ident.ErrTransient {
			t.Errorf("from %s: got %v", name, err)
		}
	}
	if got, err := number.MarshalYAML(); got != nil || err != ident.ErrTransient {
		t.Errorf("to yaml: got %v", err)
	}
	if err := number.UnmarshalYAML(func(any) error { return nil }); err != ident.ErrTransient {
		t.Errorf("from yaml: got %v", err)
	}
}

// A decoder that is not stopped says what it could not decode.
func TestTransientIsNotDecoded(t *testing.T) {
	var target struct{ Number ident.Transient }
	for format, err := range map[string]error{
		"json":        json.Unmarshal([]byte(`{"Number":`+sentinel+`}`), &target),
		"json string": json.Unmarshal([]byte(`{"Number":"`+sentinel+`"}`), &target),
		"xml":         xml.Unmarshal([]byte(`<a><Number>`+sentinel+`</Number></a>`), &target),
		"yaml":        yaml.Unmarshal([]byte(`number: `+sentinel), &target),
	} {
		if err == nil || !strings.Contains(err.Error(), ident.ErrTransient.Error()) {
			t.Errorf("%s: got %v", format, err)
		} else {
			doesNotTell(t, format, err.Error())
		}
	}
}

func TestTransientIsNotInTemplates(t *testing.T) {
	for i, value := range containers() {
		var b bytes.Buffer
		const source = `{{.}} {{print .}} {{printf "%d %#v %x" . . .}} {{html .}} {{js .}} {{urlquery .}}`
		if err := template.Must(template.New("").Parse(source)).Execute(&b, value); err != nil {
			t.Error(err)
		}
		const page = `<p title="{{.}}">{{.}}</p><script>let a = {{.}}</script><a href="/{{.}}">`
		// It may fail, since it makes JSON of what stands in a script.
		err := htmltemplate.Must(htmltemplate.New("").Parse(page)).Execute(&b, value)
		doesNotTell(t, fmt.Sprintf("a template with value %d", i), fmt.Sprint(b.String(), err))
	}
}

// A register is a database that notes what reaches it.
type register struct{ got []driver.NamedValue }

func (r *register) Connect(context.Context) (driver.Conn, error) { return r, nil }
func (r *register) Driver() driver.Driver                        { return nil }
func (r *register) Prepare(string) (driver.Stmt, error)          { return nil, errors.ErrUnsupported }
func (r *register) Begin() (driver.Tx, error)                    { return nil, errors.ErrUnsupported }
func (r *register) Close() error                                 { return nil }
func (r *register) ExecContext(_ context.Context, _ string, args []driver.NamedValue) (driver.Result, error) {
	r.got = append(r.got, args...)
	return driver.RowsAffected(1), nil
}

func TestTransientIsNotStored(t *testing.T) {
	r := &register{}
	db := sql.OpenDB(r)
	defer db.Close()
	if _, err := db.Exec("insert", "a word"); err != nil || len(r.got) != 1 {
		t.Fatalf("a word is not stored: %v", err)
	}
	for i, value := range containers() {
		for _, arg := range []any{value, sql.Named("number", value)} {
			_, err := db.Exec("insert", arg)
			if err == nil || len(r.got) != 1 {
				t.Errorf("value %d reached the database", i)
				continue
			}
			doesNotTell(t, "the error of the database", err.Error())
		}
	}
}

// What a walker by reflection can reach of a Transient is a function.
func TestTransientIsClosedToReflection(t *testing.T) {
	var walk func(v reflect.Value)
	leaves := 0
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case reflect.Func:
			leaves++
		default:
			t.Errorf("a walker reaches a %s", v.Kind())
		}
	}
	walk(reflect.ValueOf(newSession()))
	if leaves != 4 {
		t.Errorf("met %d functions, want 4", leaves)
	}
}

// The runtime prints what a program panics with, and how it came to that.
func TestTransientIsNotInPanics(t *testing.T) {
	const environment = "LAGRUM_PANIC_WITH_TRANSIENT"
	switch os.Getenv(environment) {
	case "value":
		panic(transient())
	case "struct":
		panic(*newSession())
	case "error":
		panic(fmt.Errorf("no account for %v", transient()))
	case "convert":
		_, _ = transient().Become(ident.HSAID, ident.Options{}, func([]byte) (string, error) { panic("no table") })
	}
	for _, with := range []string{"value", "struct", "error", "convert"} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestTransientIsNotInPanics$")
		cmd.Env = append(os.Environ(), environment+"="+with, "GOTRACEBACK=all")
		said, err := cmd.CombinedOutput()
		if err == nil || !bytes.Contains(said, []byte("panic: ")) {
			t.Errorf("%s: no panic", with)
		}
		doesNotTell(t, "the panic with "+with, string(said))
	}
}

func TestBecome(t *testing.T) {
	calls := 0
	lookup := func(number []byte) (string, error) {
		calls++
		if string(number) != sentinel {
			t.Error("the function does not get the number")
		}
		return "se2321000016-A2G8", nil
	}
	number := transient()
	got, err := number.Become(ident.HSAID, ident.Options{}, lookup)
	if err != nil || got != "SE2321000016-A2G8" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := number.Become(ident.HSAID, ident.Options{}, lookup); err != ident.ErrForgotten || calls != 1 {
		t.Errorf("the second time: got %v after %d calls", err, calls)
	}
	for name, number := range map[string]ident.Transient{"zero": {}, "wiped": wiped()} {
		number.Wipe()
		if _, err := number.Become(ident.HSAID, ident.Options{}, lookup); err != ident.ErrForgotten || calls != 1 {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func wiped() ident.Transient {
	number := transient()
	number.Wipe()
	return number
}

// A number that is not valid, or a kind that is not known, is no reason to
// show the number to anybody.
func TestBecomeChecksBeforeItConverts(t *testing.T) {
	never := func([]byte) (string, error) {
		t.Error("the function is called")
		return "", nil
	}
	wrong := ident.NewTransient(ident.NorEduPersonNIN, []byte("190312049803"))
	if _, err := wrong.Become(ident.HSAID, ident.Options{}, never); err != ident.Checksum {
		t.Errorf("got %v", err)
	}
	if _, err := transient().Become("se.hsa", ident.Options{}, never); err != ident.UnknownKind {
		t.Errorf("got %v", err)
	}
	nameless := ident.NewTransient("", []byte(sentinel))
	if _, err := nameless.Become(ident.HSAID, ident.Options{}, never); err != ident.UnknownKind {
		t.Errorf("got %v", err)
	}
}

// A refusal is an error of a service that does what it should not: tell the
// number.
type refusal struct{ Number string }

func (r refusal) Error() string { return "no entry for " + r.Number }

func TestConversionErrorDoesNotTellTheCause(t *testing.T) {
	cause := fmt.Errorf("%w: %w", context.DeadlineExceeded, refusal{sentinel})
	_, err := transient().Become(ident.HSAID, ident.Options{}, func([]byte) (string, error) { return "", cause })
	if _, ok := errors.AsType[*ident.ConversionError](err); !ok {
		t.Fatalf("got %T", err)
	}
	if r, ok := errors.AsType[refusal](err); !ok || r.Number != sentinel || !errors.Is(err, context.DeadlineExceeded) {
		t.Error("the cause is not found")
	}
	wrapped := fmt.Errorf("log-in: %w", err)
	for e := wrapped; e != nil; e = errors.Unwrap(e) {
		doesNotTell(t, "a chain of errors", e.Error())
	}
	for _, value := range []any{err, &err, wrapped, struct{ err error }{err}, *err.(*ident.ConversionError)} {
		for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x"} {
			doesNotTell(t, format, fmt.Sprintf(format, value))
		}
		encoded, _ := json.Marshal(value)
		doesNotTell(t, "json", string(encoded))
	}
	var zero ident.ConversionError
	if errors.Is(&zero, context.DeadlineExceeded) || errors.As(&zero, new(refusal)) {
		t.Error("the zero error has a cause")
	}
}

func TestBecomeRefusesWhatIsNoConversion(t *testing.T) {
	for said, want := range map[string]error{
		"":                               ident.Empty,
		sentinel:                         nil,
		"SE2321000016-" + sentinel:       ident.ErrTransient,
		"SE2321000016-" + sentinel[2:]:   ident.ErrTransient,
		"SE2321000016-x0312x04x9802":     ident.ErrTransient,
		"SE2321000016-" + sentinel[:11]:  ident.ErrTransient, // the check digit can be reckoned
		"SE2321000016-A2G8\n" + sentinel: ident.Characters,
	} {
		got, err := transient().Become(ident.HSAID, ident.Options{}, func(number []byte) (string, error) {
			copy(number, "202601612381") // no way to hide what is given back
			return said, nil
		})
		if _, ok := errors.AsType[*ident.ConversionError](err); !ok || got != "" {
			t.Errorf("got %q, %v", got, err)
		}
		if want != nil && !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
		doesNotTell(t, "the error", fmt.Sprintf("%+v", err))
	}
}

func TestOneOfManyConverts(t *testing.T) {
	number := transient()
	var calls, won atomic.Int32
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			_, err := number.Become(ident.HSAID, ident.Options{}, func([]byte) (string, error) {
				calls.Add(1)
				return "SE2321000016-A2G8", nil
			})
			switch err {
			case nil:
				won.Add(1)
			case ident.ErrForgotten:
			default:
				t.Error(err)
			}
		})
	}
	all.Wait()
	if calls.Load() != 1 || won.Load() != 1 {
		t.Errorf("%d calls, %d converted", calls.Load(), won.Load())
	}
}
