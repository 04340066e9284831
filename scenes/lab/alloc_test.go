package lab

import (
	"testing"

	"taut/scenes/view"
)

// A running lab asks for no memory of its own from frame to frame, at any level
// and in the scan: its slices have their room.
func TestNoLevelAllocates(t *testing.T) {
	for level := view.Level(0); level <= view.Levels; level++ {
		s := newStudent(t).fan(6).does("more")
		name := "scan"
		if level < view.Levels {
			name = level.String()
			s.does("level:" + name)
		} else {
			s.does("scan=true")
		}
		s.does("rate:3", "play")
		buf := make([]byte, 0, 8192)
		for range 200 {
			s.Advance(16)
			s.Labels()
		}
		frames := func() {
			for range 10 {
				s.Advance(16)
				s.View()
				s.Labels()
				buf = s.AppendValues(buf[:0])
			}
		}
		// The run itself grows its trace now and then.
		if n := testing.AllocsPerRun(20, frames); n > 1 {
			t.Errorf("%s: %v allocations in ten frames, want none but a slice that grows", name, n)
		}
	}
}
