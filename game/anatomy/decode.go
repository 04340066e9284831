package anatomy

import (
	"fmt"

	"github.com/tinylib/msgp/msgp"
)

// maxCompiled bounds, in bytes, what a decoder takes: some twenty times what the
// program carries.
const maxCompiled = 1 << 20 // structural

// data is a kind of content that checks itself.
type data interface {
	msgp.Marshaler
	msgp.Unmarshaler
	Validate() error
}

// encode gives the compiled form of what holds.
func encode(d data) ([]byte, error) {
	if err := d.Validate(); err != nil {
		return nil, err
	}
	return d.MarshalMsg(nil)
}

// decode takes up d, called name in errors, from its compiled form.
func decode(b []byte, name string, d data) error {
	if len(b) > maxCompiled {
		return fmt.Errorf("%s of %d bytes are longer than the %d allowed", name, len(b), maxCompiled)
	}
	rest, err := d.UnmarshalMsg(b)
	switch {
	case err != nil:
		return fmt.Errorf("%s cannot be read: %w", name, err)
	case len(rest) > 0:
		return fmt.Errorf("%d bytes too many after the %s", len(rest), name)
	}
	if err := d.Validate(); err != nil {
		return fmt.Errorf("%s do not hold: %w", name, err)
	}
	return nil
}

// Encode gives the compiled form (MessagePack). Equal atlases give equal bytes.
func (a *Atlas) Encode() ([]byte, error) { return encode(a) }

// DecodeAtlas takes up an atlas in its compiled form. An error is one sentence;
// nothing may stand behind the atlas.
func DecodeAtlas(b []byte) (*Atlas, error) {
	a := new(Atlas)
	if err := decode(b, "muscles and conditions", a); err != nil {
		return nil, fmt.Errorf("anatomy: %w", err)
	}
	return a, nil
}
