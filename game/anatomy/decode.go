package anatomy

import "fmt"

// maxCompiled bounds, in bytes, what a decoder takes: some twenty times what the
// program carries.
const maxCompiled = 1 << 20 // structural

// encode gives the compiled form of what holds.
func encode(validate func() error, marshal func([]byte) ([]byte, error)) ([]byte, error) {
	if err := validate(); err != nil {
		return nil, err
	}
	return marshal(nil)
}

// decode takes up what is called name in errors from its compiled form. It takes
// functions and no interface: the linker would keep every method of a type that
// becomes one, its encoder included, which the page never runs.
func decode(b []byte, name string, unmarshal func([]byte) ([]byte, error), validate func() error) error {
	if len(b) > maxCompiled {
		return fmt.Errorf("%s of %d bytes are longer than the %d allowed", name, len(b), maxCompiled)
	}
	rest, err := unmarshal(b)
	switch {
	case err != nil:
		return fmt.Errorf("%s cannot be read: %w", name, err)
	case len(rest) > 0:
		return fmt.Errorf("%d bytes too many after the %s", len(rest), name)
	}
	if err := validate(); err != nil {
		return fmt.Errorf("%s do not hold: %w", name, err)
	}
	return nil
}

// Encode gives the compiled form (MessagePack). Equal atlases give equal bytes.
func (a *Atlas) Encode() ([]byte, error) { return encode(a.Validate, a.MarshalMsg) }

// DecodeAtlas takes up an atlas in its compiled form. An error is one sentence;
// nothing may stand behind the atlas.
func DecodeAtlas(b []byte) (*Atlas, error) {
	a := new(Atlas)
	if err := decode(b, "muscles and conditions", a.UnmarshalMsg, a.Validate); err != nil {
		return nil, fmt.Errorf("anatomy: %w", err)
	}
	return a, nil
}
