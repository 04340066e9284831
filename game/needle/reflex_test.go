package needle_test

import (
	"testing"

	"taut/game/chance"
	"taut/game/needle"
	"taut/game/trigger"
)

// TestT17BothSides: with one side needled, motor units fired on both sides in
// active points and on one side in latent points (Audette 2004, n=21).
func TestT17BothSides(t *testing.T) {
	for kind, both := range map[trigger.Kind]bool{trigger.Active: true, trigger.Latent: false} {
		twitched := false
		for seed := range uint64(20) {
			p := trigger.New(kind, chance.Source{Seed: seed})
			s := trigger.State{E: p.Leaking(), Energy: 1, Load: 1}
			a := down(0, 0, 80).Take(&p, &s, 1, .6)
			if a.Both != (both && a.Twitch > 0) {
				t.Errorf("%v, seed %d: twitch %.2f, on both sides %v", kind, seed, a.Twitch, a.Both)
			}
			off := down(12, 0, 80).Take(&p, &s, 2, .6)
			if off.Both {
				t.Errorf("%v: a stroke without a twitch has one on both sides", kind)
			}
			twitched = twitched || a.Twitch > 0
		}
		if !twitched {
			t.Errorf("%v: nobody twitched", kind)
		}
	}
}

// TestCutNerve: the twitch is a reflex, nearly gone in rabbits once the nerve
// is cut (Hong & Torigoe 1994). Without it no locus is switched down: the leak
// goes on, and only the prick is left.
func TestCutNerve(t *testing.T) {
	p, s := active(1)
	whole, was := s, s
	cut := down(0, 0, 80)
	cut.Cut = true
	a := cut.Take(&p, &s, 1, .6)
	if b := down(0, 0, 80).Take(&p, &whole, 1, .6); b.Twitch == 0 || a.Heard != b.Heard || a.Hits != b.Hits {
		t.Fatalf("the same stroke: heard %v with the nerve cut, %v whole", a.Heard, b.Heard)
	}
	if a.Twitch != 0 || a.Both || a.Why != needle.NerveCut {
		t.Errorf("with the nerve cut a twitch of %v, why %v", a.Twitch, a.Why)
	}
	if s.E != was.E || s.Rl != 0 {
		t.Error("a locus is quieter, or mediators are set free")
	}
	if !(s.D > 0 && s.D < whole.D) || !(s.HyT > 0 && s.HyT < whole.HyT) {
		t.Errorf("injury %v of %v, flare %v of %v", s.D, whole.D, s.HyT, whole.HyT)
	}
	cut.Speed = 10
	if a := cut.Take(&p, &s, 2, .6); a.Why != needle.TooSlow {
		t.Errorf("a slow stroke with the nerve cut: %v", a.Why)
	}
}
