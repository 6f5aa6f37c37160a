// Demoend runs a command that starts a server, ends it by its process id once
// the server has told its address, and fails if anything of it is left running.
//
//	go run ./internal/check/demoend make demo PORT=0
//
// It is a part of "make test".
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: demoend COMMAND [ARGUMENT...]")
		os.Exit(2)
	}
	if err := ends(exec.Command(os.Args[1], os.Args[2:]...), 20*time.Second); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", strings.Join(os.Args[1:], " "), err)
		os.Exit(1)
	}
	fmt.Println("ended, and nothing is left of it")
}

// ends starts the command and ends it. Then nothing that it started may hold
// its output open for longer than the patience.
func ends(cmd *exec.Cmd, patience time.Duration) error {
	out, in, err := os.Pipe()
	if err != nil {
		return err
	}
	defer out.Close()
	cmd.Stdout, cmd.Stderr = in, os.Stderr
	err = cmd.Start()
	in.Close() // the command, and what it starts, have theirs
	if err != nil {
		return err
	}
	lines := bufio.NewReader(out)
	for line := ""; !strings.HasPrefix(line, "http://"); {
		if line, err = lines.ReadString('\n'); err != nil {
			return errors.Join(errors.New("it ended before a server told its address"), cmd.Wait())
		}
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	if err := out.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, lines); err != nil {
		return errors.New("it was ended, and something of it still runs")
	}
	_ = cmd.Wait() // that it was ended is no failure
	return nil
}
