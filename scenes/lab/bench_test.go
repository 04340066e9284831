package lab

import "testing"

// BenchmarkFrame is one frame of a lab that plays, with all traces out: time,
// view, labels and values.
func BenchmarkFrame(b *testing.B) {
	s := newStudent(b).fan(6).does("play")
	buf := make([]byte, 0, 4096)
	b.ReportAllocs()
	for b.Loop() {
		s.Advance(16.7)
		s.View()
		s.Labels()
		buf = s.AppendValues(buf[:0])
	}
}

// BenchmarkHeld is the same in a lab that holds.
func BenchmarkHeld(b *testing.B) {
	s := newStudent(b).fan(6)
	buf := make([]byte, 0, 4096)
	b.ReportAllocs()
	for b.Loop() {
		s.Advance(16.7)
		s.View()
		s.Labels()
		buf = s.AppendValues(buf[:0])
	}
}
