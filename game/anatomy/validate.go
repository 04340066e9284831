package anatomy

import (
	"slices"
	"strings"

	"taut/game/evidence"
)

// Region gives the region of an id.
func (a *Atlas) Region(id string) (Region, bool) {
	return find(a.Regions, id, func(x *Region) string { return x.ID })
}

// Hazard gives the hazard of an id.
func (a *Atlas) Hazard(id string) (Hazard, bool) {
	return find(a.Hazards, id, func(x *Hazard) string { return x.ID })
}

// Twitch gives the twitch of an id.
func (a *Atlas) Twitch(id string) (Twitch, bool) {
	return find(a.Twitches, id, func(x *Twitch) string { return x.ID })
}

// Muscle gives the muscle of an id.
func (a *Atlas) Muscle(id string) (Muscle, bool) {
	return find(a.Muscles, id, func(x *Muscle) string { return x.ID })
}

// Condition gives the condition of an id.
func (a *Atlas) Condition(id string) (Condition, bool) {
	return find(a.Conditions, id, func(x *Condition) string { return x.ID })
}

func find[T any](list []T, id string, of func(*T) string) (T, bool) {
	for i := range list {
		if of(&list[i]) == id {
			return list[i], true
		}
	}
	var none T
	return none, false
}

func ids[T any](list []T, of func(*T) string) []string {
	var all []string
	for i := range list {
		all = append(all, of(&list[i]))
	}
	return all
}

// Validate reports the first fault of the atlas, or nil: ids are unique and
// resolve, every value and statement has its mark, every place lies on the
// figure, and no open text holds a step of a recipe.
func (a *Atlas) Validate() error {
	for _, list := range [][]string{
		ids(a.Regions, func(x *Region) string { return x.ID }), ids(a.Hazards, func(x *Hazard) string { return x.ID }),
		ids(a.Twitches, func(x *Twitch) string { return x.ID }), ids(a.Muscles, func(x *Muscle) string { return x.ID }),
		ids(a.Conditions, func(x *Condition) string { return x.ID }),
	} {
		if err := evidence.IDs(list); err != nil {
			return err
		}
	}
	for _, r := range a.Regions {
		if err := named(r.ID, r.Name, CheckSpots(r.ID, r.Spots)); err != nil {
			return err
		}
	}
	for _, h := range a.Hazards {
		if err := h.validate(); err != nil {
			return err
		}
	}
	for _, t := range a.Twitches {
		if err := t.validate(); err != nil {
			return err
		}
	}
	for i := range a.Muscles {
		if err := a.muscle(&a.Muscles[i]); err != nil {
			return err
		}
	}
	for i := range a.Conditions {
		if err := a.condition(&a.Conditions[i]); err != nil {
			return err
		}
	}
	return nil
}

// named reports a record without a name or with a step of a recipe in it, else
// err.
func named(id, name string, err error) error {
	if name == "" {
		return evidence.Faultf(id, "a record has no name")
	}
	if fault := open(id, name); fault != nil {
		return fault
	}
	return err
}

// minSpot is the least radius of a place, so that none is a pinprick: it colours
// a part of the picture.
const minSpot = 14.0 // structural: the figure's mm

// CheckSpots reports a place of a record that is not on the figure's sheet or too small
// for one, or that there is none at all; nil where all is well.
func CheckSpots(id string, list []Spot) error {
	if len(list) == 0 {
		return evidence.Faultf(id, "a record has no place on the figure")
	}
	for _, s := range list {
		if s.Side != Front && s.Side != Back {
			return evidence.Faultf(id, "%q is no side of the figure", string(s.Side))
		}
		if !(s.X >= 0 && s.X <= FigureWide && s.Y >= 0 && s.Y <= FigureTall && s.R >= minSpot && s.R <= 200) {
			return evidence.Faultf(id, "the place %v, %v of radius %v is not on the figure", s.X, s.Y, s.R)
		}
	}
	return nil
}

func (h *Hazard) validate() error {
	if !slices.Contains([]Kind{Lung, Vessel, Nerve, Kidney, Cord, Joint}, h.Kind) {
		return evidence.Faultf(h.ID, "%q is no kind of hazard", string(h.Kind))
	}
	if h.Danger == "" || h.Bodies == "" || h.Meet == "" {
		return evidence.Faultf(h.ID, "a hazard needs its danger, how bodies differ, and what is said at the harm")
	}
	if m := Measure(h.Bodies); m != "" && !strings.Contains(h.Bodies, NoDepth) {
		return evidence.Faultf(h.ID, "beside %q must stand: %s", m, NoDepth)
	}
	if err := open(h.ID, h.Danger, h.Meet, h.Basis.Note); err != nil {
		return err
	}
	return named(h.ID, h.Name, h.Basis.Validate(h.ID))
}

func (t *Twitch) validate() error {
	for _, r := range []evidence.Range{t.Time, t.Ratio, t.Latency} {
		if err := r.Validate(t.ID); err != nil {
			return err
		}
		if err := open(t.ID, r.Basis.Note); err != nil {
			return err
		}
	}
	if t.Time.Unit != "ms" || t.Latency.Unit != "ms" || t.Ratio.Unit != "1" || t.Time.Lo <= 0 || t.Latency.Lo <= 0 || t.Ratio.Lo <= 0 || t.Ratio.Hi >= 1 {
		return evidence.Faultf(t.ID, "a twitch has times in ms and a ratio between 0 and 1")
	}
	return named(t.ID, t.Name, nil)
}

func (a *Atlas) muscle(m *Muscle) error {
	if _, ok := a.Region(m.Region); !ok {
		return evidence.Faultf(m.ID, "there is no region %q", m.Region)
	}
	if _, ok := a.Twitch(m.Twitch); !ok {
		return evidence.Faultf(m.ID, "there is no twitch %q", m.Twitch)
	}
	for _, h := range m.Hazards {
		if _, ok := a.Hazard(h); !ok {
			return evidence.Faultf(m.ID, "there is no hazard %q", h)
		}
	}
	if m.Plain == "" || m.Referral.Words == "" {
		return evidence.Faultf(m.ID, "a muscle needs what it is and where its pain is felt")
	}
	if err := open(m.ID, m.Plain, m.Referral.Words, m.Referral.Basis.Note, m.Build.Note); err != nil {
		return err
	}
	for _, err := range []error{CheckSpots(m.ID, m.Spots), CheckSpots(m.ID, m.Referral.Spots), m.Referral.Basis.Validate(m.ID), m.layers()} {
		if err != nil {
			return err
		}
	}
	for _, h := range m.Heads {
		if h.Name == "" || !(h.Length > 0 && h.Force > 0 && h.Angle >= 0 && h.Angle < 90 && h.Area >= 0) {
			return evidence.Faultf(m.ID, "a head needs a name, a length, a force and an angle under 90 degrees")
		}
		if err := open(m.ID, h.Name); err != nil {
			return err
		}
		if err := m.Build.Validate(m.ID); err != nil {
			return err
		}
	}
	return named(m.ID, m.Name, nil)
}

// layers holds that the skin comes first and the muscle itself last, and once.
func (m *Muscle) layers() error {
	if len(m.Layers) < 2 || m.Layers[0].Tissue != Skin || m.Layers[len(m.Layers)-1].Tissue != Own {
		return evidence.Faultf(m.ID, "layers begin with the skin and end with the muscle itself")
	}
	for i, l := range m.Layers {
		last := i == len(m.Layers)-1
		if !slices.Contains([]Tissue{Skin, Fat, Fascia, Over, Own}, l.Tissue) || (l.Tissue == Skin) != (i == 0) || (l.Tissue == Own) != last {
			return evidence.Faultf(m.ID, "%q is no layer here", string(l.Tissue))
		}
		if !(l.Lo > 0 && l.Lo <= l.Hi && l.Hi <= 100) {
			return evidence.Faultf(m.ID, "a layer of %v to %v mm cannot be", l.Lo, l.Hi)
		}
		if err := l.Basis.Validate(m.ID); err != nil {
			return err
		}
		if err := open(m.ID, l.Basis.Note); err != nil {
			return err
		}
	}
	if !slices.Contains([]Tissue{Bone, Under, Chest, Belly}, m.Beneath) {
		return evidence.Faultf(m.ID, "%q cannot lie under a muscle", string(m.Beneath))
	}
	return nil
}

func (a *Atlas) condition(c *Condition) error {
	if c.Article == "" || c.Plain == "" || c.Refer == "" || len(c.First) == 0 || len(c.Feeders) == 0 {
		return evidence.Faultf(c.ID, "a condition needs the article's words, ours, its muscles, what is tried first and who to refer")
	}
	if err := c.Basis.Validate(c.ID); err != nil {
		return err
	}
	if err := open(c.ID, append([]string{c.Article, c.Plain, c.Refer, c.Basis.Note}, c.First...)...); err != nil {
		return err
	}
	for _, f := range c.Feeders {
		if _, ok := a.Muscle(f.Muscle); !ok {
			return evidence.Faultf(c.ID, "there is no muscle %q", f.Muscle)
		}
		if f.Share < 0 || f.Share > 100 {
			return evidence.Faultf(c.ID, "%d of 100 cannot be", f.Share)
		}
		if err := f.Basis.Validate(c.ID); err != nil {
			return err
		}
		if err := open(c.ID, f.Basis.Note); err != nil {
			return err
		}
	}
	for _, f := range c.Findings {
		if f.Sentence == "" {
			return evidence.Faultf(c.ID, "a finding has no sentence")
		}
		if err := f.Basis.Validate(c.ID); err != nil {
			return err
		}
		if err := open(c.ID, f.Sentence, f.Basis.Note); err != nil {
			return err
		}
	}
	return named(c.ID, c.Name, nil)
}
