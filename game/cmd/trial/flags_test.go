package main

import (
	"fmt"
	"strings"
	"testing"
)

// trial runs the command and gives what it wrote and its exit status.
func trial(args ...string) (stdout, stderr string, status int) {
	var out, errs strings.Builder
	status = run(args, &out, &errs)
	return out.String(), errs.String(), status
}

// TestWrongFlags: exit status 2, nothing on standard output, and on standard
// error one sentence that names the flag, the value and what is allowed.
func TestWrongFlags(t *testing.T) {
	for _, c := range []struct {
		args    string // flag and value, or something that is neither
		allowed string
	}{
		{"-kind sleepy", "active, latent or healthy"},
		{"-mode crowd", "responder or population"},
		{"-aim wild", "fanned, same, random or off"},
		{"-depth deep", "full or shallow"},
		{"-patients 0", "1 to 100000"}, {"-patients 1.5", "1 to 100000"}, {"-patients 100001", "1 to 100000"}, {"-patients many", "1 to 100000"},
		{"-passes -1", "0 to 500"}, {"-passes 501", "0 to 500"}, {"-passes ten", "0 to 500"},
		{"-visits 0", "1 to 100"}, {"-visits 1e9", "1 to 100"},
		{"-seed -1", "0 to 18446744073709551615"}, {"-seed x", "0 to 18446744073709551615"},
		{"-speed 0", "0.1 to 1000"}, {"-speed -80", "0.1 to 1000"}, {"-speed NaN", "0.1 to 1000"}, {"-speed Inf", "0.1 to 1000"}, {"-speed fast", "0.1 to 1000"},
		{"-care 1.1", "0 to 1"}, {"-care -0.1", "0 to 1"}, {"-care NaN", "0 to 1"},
		{"-interval 0s", "0.1s to 3600s"}, {"-interval 2", "0.1s to 3600s"}, {"-interval 2h", "0.1s to 3600s"},
		{"-every 30s", "60s to"}, {"-every -7d", "60s to"}, {"-every 1y", "60s to"},
		{"-dt 0s", "0.0005s to 0.5s"}, {"-dt 1s", "0.0005s to 0.5s"}, {"-dt fine", "0.0005s to 0.5s"},
		{"-at 1h,soon", "s, m, h, d or w"}, {"-at -1h", "s, m, h, d or w"}, {"-at ", "s, m, h, d or w"}, {"-at 1h,,2h", "s, m, h, d or w"}, {"-at 400w", "s, m, h, d or w"}, {"-at 1e300w", "s, m, h, d or w"},
		{"-needled=perhaps", "true or false"}, {"-course=perhaps", "true or false"}, {"-summary=perhaps", "true or false"},
		{"-arm leech", "none, sham, heat, stretch, massage, acupuncture, superficial, dry, saline, lidocaine or steroid"},
		{"-arm ", "none, sham, heat"}, {"-arm Dry", "none, sham, heat"}, {"-course=true", "-arm"},
		{"-speeed 80", "trial -h"},
		{"80", "trial -h"},
	} {
		flag, value, _ := strings.Cut(c.args, " ")
		args := []string{flag, value}
		if f, v, ok := strings.Cut(flag, "="); ok {
			args, flag, value = []string{flag}, f, v
		} else if flag[0] != '-' {
			args, value = []string{flag}, flag
		} else if flag == "-speeed" {
			value = ""
		}
		out, errs, status := trial(args...)
		if status != 2 || out != "" {
			t.Errorf("%s: status %d, %d bytes on standard output", c.args, status, len(out))
		}
		if strings.Count(errs, "\n") != 1 || !strings.HasSuffix(errs, "\n") {
			t.Errorf("%s: not one line: %q", c.args, errs)
		}
		for _, part := range []string{flag, value, c.allowed} {
			if !strings.Contains(errs, part) {
				t.Errorf("%s: %q does not name %q", c.args, errs, part)
			}
		}
	}
}

// TestMissingValue: a flag at the end of the line without its value.
func TestMissingValue(t *testing.T) {
	for _, name := range []string{"-kind", "-patients", "-at", "-speed"} {
		out, errs, status := trial(name)
		if status != 2 || out != "" || !strings.Contains(errs, name) || !strings.Contains(errs, "trial -h") || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: status %d, %q, %q", name, status, out, errs)
		}
	}
}

// TestVisitsMustNotOverlap: ten strokes a minute apart do not fit into five
// minutes.
func TestVisitsMustNotOverlap(t *testing.T) {
	out, errs, status := trial("-visits", "2", "-interval", "1m", "-every", "5m")
	if status != 2 || out != "" || !strings.Contains(errs, "-every") || !strings.Contains(errs, "300s") || !strings.Contains(errs, "600s") {
		t.Errorf("status %d, %q, %q", status, out, errs)
	}
}

// TestFlagsThatContradictTheArm: what an arm or its course sets cannot be set
// otherwise.
func TestFlagsThatContradictTheArm(t *testing.T) {
	for _, c := range []struct {
		args  string
		parts []string
	}{
		{"-arm heat -needled=true", []string{"-needled", "true", "heat"}},
		{"-arm dry -needled=false", []string{"-needled", "false", "dry"}},
		{"-arm dry -course -visits 3", []string{"-visits", `"3"`, "-course"}},
		{"-arm massage -course -every 2d", []string{"-every", `"172800s"`, "-course"}},
	} {
		out, errs, status := trial(strings.Fields(c.args)...)
		if status != 2 || out != "" || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: status %d, %q, %q", c.args, status, out, errs)
		}
		for _, part := range c.parts {
			if !strings.Contains(errs, part) {
				t.Errorf("%s: %q does not name %s", c.args, errs, part)
			}
		}
	}
}

func TestHelp(t *testing.T) {
	out, errs, status := trial("-h")
	if status != 0 || errs != "" {
		t.Errorf("status %d, %q", status, errs)
	}
	for _, name := range []string{"kind", "patients", "seed", "passes", "aim", "depth", "speed", "interval", "visits", "every", "care", "mode", "needled", "at", "dt", "arm", "course", "summary"} {
		if !strings.Contains(out, "-"+name) {
			t.Errorf("the help does not list -%s", name)
		}
	}
}

// broken is a standard output that is gone.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, fmt.Errorf("no room") }

func TestLostOutput(t *testing.T) {
	var errs strings.Builder
	if status := run([]string{"-at", "0s"}, broken{}, &errs); status != 1 || !strings.Contains(errs.String(), "no room") {
		t.Errorf("status %d, %q", status, errs.String())
	}
}
