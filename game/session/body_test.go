package session

import (
	"testing"

	"pgregory.net/rapid"

	"taut/game/muscle"
	"taut/game/needle"
	"taut/game/tick"
	"taut/game/trigger"
)

// slim is a body with a lung under a thin muscle, and a quick twitch.
var slim = Body{
	Limb: needle.Limb{Skin: 1, Fat: 4, Fascia: 4.5, Muscle: 11, Knot: 8,
		Ground: needle.Ground{Bed: 7, Soft: true, Dangers: [2]needle.Danger{{Form: needle.Sheet, Depth: 15}}}},
	Fibre: muscle.MedianMotorUnit, Latency: 0.055,
}

// A run in a body of its own is kept with it and replays to the same bits; the body
// says where strokes end, what they meet, and when the twitch comes.
func TestARunInABodyIsKept(t *testing.T) {
	s := New(Options{Seed: 7, Kind: trigger.Active, Body: slim})
	p := NewPlayer(s)
	for _, depth := range []float64{6, 10.5, 13, 25} {
		p.Pass(needle.Pose{Depth: depth}, 80, false)
		p.Settle()
	}
	b, err := s.Save()
	if err != nil {
		t.Fatal(err)
	}
	k, err := Load(b)
	if err != nil {
		t.Fatal(err)
	}
	if k.Options() != s.Options() || k.Foreign() != "" || *k.State() != *s.State() || k.Latency() != .055 || k.Limb() != slim.Limb {
		t.Errorf("the run came back as another: %+v", k.Options())
	}
	a := s.Actions()
	for i, want := range []struct {
		gap float64
		met bool
	}{{9, false}, {4.5, false}, {2, false}, {-3, true}} {
		if _, met := s.Met(a[i].Pose); met != want.met || s.Near(a[i].Pose) != want.gap {
			t.Errorf("stroke %d: met %v, %v mm from it", i+1, met, s.Near(a[i].Pose))
		}
	}
	twitch := s.Passes()[1]
	if twitch.Twitch <= 0 {
		t.Fatal("a stroke through the point did not twitch")
	}
	r := New(Options{Seed: 7, Kind: trigger.Active, Body: slim})
	r.Do(a[1])
	r.Advance(tick.FromSeconds(.2))
	l := r.State().Live[0]
	if ms := (l.Onset - r.Passes()[0].At).Milliseconds(); ms < 41 || ms > 43 { // .055 s less the delay of 13 ms
		t.Errorf("the burst begins %v ms after the hit", ms)
	}
}

// Kept numbers give the same body again or are refused; nothing that comes through
// makes a stroke that cannot end.
func TestBodiesThatAreKept(t *testing.T) {
	if b, err := bodyOf(slim.numbers()); err != nil || b != slim {
		t.Errorf("%+v came back as %+v, %v", slim, b, err)
	}
	if b, err := bodyOf(nil); err != nil || b != (Body{}) {
		t.Error("no numbers are not the model's body")
	}
	rapid.Check(t, func(t *rapid.T) {
		x := slim.numbers()
		for range rapid.IntRange(1, 3).Draw(t, "n") {
			x[rapid.IntRange(0, len(x)-1).Draw(t, "i")] = rapid.Float64().Draw(t, "x")
		}
		b, err := bodyOf(x)
		if err != nil {
			return
		}
		s := New(Options{Seed: 1, Kind: trigger.Active, Body: b})
		if !s.Do(Action{Op: Stroke, Pose: needle.Pose{Depth: 100, Angle: 45, Direction: 9}, Speed: needle.MinSpeed}) {
			t.Fatal("a stroke is refused")
		}
		s.Advance(tick.Minute)
		if s.Busy() {
			t.Fatalf("a stroke does not end: %+v", b)
		}
		if kept, err := s.Save(); err != nil {
			t.Fatal(err)
		} else if _, err := Load(kept); err != nil {
			t.Fatalf("what was saved does not open: %v", err)
		}
	})
}
