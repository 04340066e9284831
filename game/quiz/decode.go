package quiz

import (
	"fmt"

	"taut/game/anatomy"
	"taut/game/evidence"
)

// maxBank bounds, in bytes, what DecodeBank takes: some eight times what the
// program carries.
const maxBank = 2 << 20 // structural

// Encode gives the compiled form (MessagePack). Equal banks give equal bytes.
func (b *Bank) Encode() ([]byte, error) {
	if err := b.Validate(); err != nil {
		return nil, err
	}
	return b.MarshalMsg(nil)
}

// DecodeBank takes up a bank in its compiled form. An error is one sentence;
// nothing may stand behind the bank.
func DecodeBank(data []byte) (*Bank, error) {
	b := new(Bank)
	if err := unpack(data, maxBank, "questions", b.UnmarshalMsg); err != nil {
		return nil, fmt.Errorf("quiz: %w", err)
	}
	if err := b.Validate(); err != nil {
		return nil, fmt.Errorf("quiz: questions do not hold: %w", err)
	}
	return b, nil
}

// unpack reads what is called name in errors from all of data. It takes a function
// and no interface, for which the linker would keep the encoder too.
func unpack(data []byte, most int, name string, unmarshal func([]byte) ([]byte, error)) error {
	if len(data) > most {
		return fmt.Errorf("%s of %d bytes are longer than the %d allowed", name, len(data), most)
	}
	rest, err := unmarshal(data)
	switch {
	case err != nil:
		return fmt.Errorf("%s cannot be read: %w", name, err)
	case len(rest) > 0:
		return fmt.Errorf("%d bytes too many after the %s", len(rest), name)
	}
	return nil
}

// Resolve reports the first source that l does not hold, or the first muscle that a does
// not, or whose trigger points are felt nowhere though that is asked, or nil.
func (b *Bank) Resolve(l *evidence.Library, a *anatomy.Atlas) error {
	for i := range b.Questions {
		q := &b.Questions[i]
		if err := l.Resolve(q.ID, q.Basis.Sources); err != nil {
			return err
		}
		if q.Place == nil {
			continue
		}
		for _, id := range q.Place.Pool {
			m, ok := a.Muscle(id)
			if !ok || q.Place.Of == "referral" && len(m.Referral.Spots) == 0 {
				return evidence.Faultf(q.ID, "place: %q is no muscle with such a place", id)
			}
		}
	}
	return nil
}
