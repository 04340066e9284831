// Package site builds the page from the module's own files and serves it. It is
// the native half of the host: nothing of it reaches the browser.
package site

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// program is the main package that runs in the page.
const program = "./wasm"

const usage = `go run ./wasm [-addr host:port]   build the program and serve it
go run ./wasm build [-o folder] [-pack folder]   write the site, ready for any web server, with a pack of your own
go run ./wasm content [-check]    compile the texts (or only compare them)
go run ./wasm quiz [-export gift|moodle|sheet] [-topic topic] [-o file]   write the quiz's items
go run ./wasm quiz -stats file-or-folder [-form table|csv] [-pack folder]   what people's exported answers say of the items
`

// command is one of the words behind "go run ./wasm".
type command struct {
	flags *flag.FlagSet
	known string // the flags, for the sentence about a wrong one
	run   func(ctx context.Context, out io.Writer) error
}

// usageError is a mistake in the command line: exit status 2.
type usageError struct{ error }

// Main runs a command line and gives the exit status: 0 done, 1 failed, 2 a
// wrong command line. Every failure is one sentence on errOut.
func Main(args []string, out, errOut io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := dispatch(ctx, args, out)
	var wrong usageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.As(err, &wrong):
		fmt.Fprintln(errOut, "taut:", err)
		return 2
	}
	fmt.Fprintln(errOut, "taut:", err)
	return 1
}

// dispatch finds the command and reads its flags.
func dispatch(ctx context.Context, args []string, out io.Writer) error {
	name := ""
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		name, args = args[0], args[1:]
	}
	c, ok := commands()[name]
	if !ok {
		return usageError{fmt.Errorf("unknown command %q; known are build, content and quiz, and none to serve", name)}
	}
	c.flags.SetOutput(io.Discard)
	if err := c.flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprint(out, usage)
			return err
		}
		return usageError{fmt.Errorf("%w; allowed here: %s", err, c.known)}
	}
	if c.flags.NArg() > 0 {
		return usageError{fmt.Errorf("unexpected argument %q; allowed here: %s", c.flags.Arg(0), c.known)}
	}
	return c.run(ctx, out)
}

func commands() map[string]command {
	serve := flag.NewFlagSet("serve", flag.ContinueOnError)
	addr := serve.String("addr", "127.0.0.1:8080", "host:port to serve at")
	build := flag.NewFlagSet("build", flag.ContinueOnError)
	dir := build.String("o", "dist", "folder to write")
	pack := build.String("pack", "", "folder with a pack of your own")
	content := flag.NewFlagSet("content", flag.ContinueOnError)
	check := content.Bool("check", false, "compare only")
	quiz := flag.NewFlagSet("quiz", flag.ContinueOnError)
	form := quiz.String("export", "sheet", "gift, moodle or sheet")
	topic := quiz.String("topic", "", "one topic only")
	file := quiz.String("o", "", "file to write; standard output if empty")
	stats := quiz.String("stats", "", "file or folder with exported answers")
	table := quiz.String("form", "table", "table or csv")
	theirs := quiz.String("pack", "", "folder with a pack whose items were asked too")
	return map[string]command{
		"quiz": {quiz, "-export gift, moodle or sheet, -topic a topic, -o file; -stats a file or folder, -form table or csv, -pack folder", func(_ context.Context, out io.Writer) error {
			if *stats != "" {
				return QuizStatistics(*stats, *table, *theirs, out, os.Stderr)
			}
			return ExportQuiz(*form, *topic, *file, out)
		}},
		"": {serve, "-addr host:port, for example -addr 127.0.0.1:8080", func(ctx context.Context, out io.Writer) error {
			if _, port, err := net.SplitHostPort(*addr); err != nil || !isPort(port) {
				return usageError{fmt.Errorf("flag -addr: %q is not an address; allowed is host:port with a port from 0 to 65535, for example 127.0.0.1:8080", *addr)}
			}
			return Serve(ctx, *addr, out)
		}},
		"build": {build, "-o folder, for example -o dist, -pack folder, for example -pack examples/pack", func(ctx context.Context, out io.Writer) error {
			if *dir == "" {
				return usageError{errors.New(`flag -o: "" is not a folder; allowed is any path, for example dist`)}
			}
			return Build(ctx, *dir, *pack, out)
		}},
		"content": {content, "-check", func(_ context.Context, out io.Writer) error { return Content(*check, out) }},
	}
}

// isPort reports whether s is a port number.
func isPort(s string) bool {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 65535 {
			return false
		}
		n = 10*n + int(r-'0')
	}
	return s != "" && n <= 65535
}
