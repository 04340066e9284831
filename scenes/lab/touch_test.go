package lab

import (
	"math"
	"strings"
	"testing"
)

func TestLatentNeverHurtsAtRest(t *testing.T) {
	s := newStudent(t).does("kind:latent")
	s.fan(3).does("wait:5m").rests().does("ask")
	f := s.face()
	if f.Pain != 0 || f.PainAsked != "pain.latent" {
		t.Errorf("pain %v %s", f.Pain, f.PainAsked)
	}
	s.does("wait:1d").rests().does("ask")
	if s.face().Pain != 0 {
		t.Error("a latent point hurts at rest on the next day")
	}
}

func TestPainIsAskedForAndHonest(t *testing.T) {
	s := newStudent(t)
	if f := s.face(); f.Pain != 7 || f.PainAsked != "pain.before" {
		t.Errorf("pain before needling %v, %s", f.Pain, f.PainAsked)
	}
	s.fan(10).does("ask")
	if f := s.face(); f.Pain != 7 || f.PainAsked != "pain.before" || !strings.Contains(f.Feedback.Next, "Wait 5 minutes") {
		t.Errorf("asked during needling: %v %s %q", f.Pain, f.PainAsked, f.Feedback.Next)
	}
	if s.face().AcidWord != "acid.more" {
		t.Error("the acid is gone within half a minute")
	}
	s.does("wait:5m").rests()
	if s.face().AcidWord == "acid.more" {
		t.Error("five minutes have not washed the acid out")
	}
	if s.face().Pain != 7 {
		t.Error("the gauge changed without a question")
	}
	s.does("ask")
	f := s.face()
	// Person 7 answers well; the mean of all people is just under 6.
	if f.Pain < 5 || f.Pain > 6 || f.PainAsked != "pain.now" {
		t.Errorf("pain after five minutes %v %s, want about 5.4, whole", f.Pain, f.PainAsked)
	}
	if f.Pain != math.Trunc(f.Pain) || f.Soreness < 20 {
		t.Errorf("pain %v, soreness %v", f.Pain, f.Soreness)
	}
	s.does("wait:1d").rests().does("ask")
	if f := s.face(); !f.Cards[cardAsk].Done || f.Soreness > 15 {
		t.Errorf("next day: card %v, soreness %.0f", f.Cards[cardAsk], f.Soreness)
	}
	s.does("responder=true")
	if !s.face().Responder {
		t.Error("the switch does not switch")
	}
}

func TestPressTellsTightFromSlack(t *testing.T) {
	s := newStudent(t).does("press")
	s.Advance(500)
	tight := s.View().Dent
	s.rests()
	if s.View().Dent != 0 {
		t.Error("the finger stays")
	}
	if !strings.Contains(s.face().Feedback.Body, "lightly") {
		t.Errorf("an active point answers %q", s.face().Feedback.Body)
	}
	s.fan(10).does("press")
	s.Advance(500)
	if slack := s.View().Dent; slack < tight+1 {
		t.Errorf("dent %.2f mm after ten passes, %.2f before", slack, tight)
	}
	if !strings.Contains(s.face().Feedback.Headline, "at first it gave") {
		t.Errorf("headline %q", s.face().Feedback.Headline)
	}
	late := newStudent(t).fan(10).does("press")
	late.Advance(500)
	if head := late.face().Feedback.Headline; !strings.Contains(head, "before the first pass") || late.View().DentWas != tight || late.View().Dent < tight+1 {
		t.Errorf("pressed for the first time after ten passes: %q, dents %.2f and %.2f mm, %.2f at the start", head, late.View().Dent, late.View().DentWas, tight)
	}
	h := newStudent(t).does("kind:healthy", "press")
	if !strings.Contains(h.face().Feedback.Body, "does not hurt") {
		t.Errorf("healthy muscle answers %q", h.face().Feedback.Body)
	}
}
