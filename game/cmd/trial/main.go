// Command trial runs the model without a screen and prints CSV: one row a
// baseline, a pass and a moment after the last stroke; or the mean and the
// standard deviation of these rows over many people.
//
//	go run ./game/cmd/trial -patients 40 -passes 12 -aim fanned
//	go run ./game/cmd/trial -patients 200 -mode population -arm massage -course -summary
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its edges handed in; it gives the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	plan, err := parse(args, stdout)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		fmt.Fprintf(stderr, "trial: %v\n", err)
		return 2
	}
	out := bufio.NewWriter(stdout)
	var sum *summary
	if plan.summary {
		sum = &summary{}
	} else {
		fmt.Fprintln(out, header)
	}
	for i := range plan.patients {
		plan.follow(out, sum, uint64(i))
	}
	sum.write(out)
	if err := out.Flush(); err != nil {
		fmt.Fprintf(stderr, "trial: the rows could not be written: %v\n", err)
		return 1
	}
	return 0
}
