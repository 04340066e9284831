package anatomy

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The fuzzers feed what a stranger may hand in: no panic, and what is taken
// survives another round.

func FuzzDecodeAtlas(f *testing.F) {
	again(f, atlas(), DecodeAtlas)
}

func FuzzDecodeScreen(f *testing.F) {
	again(f, screen(), DecodeScreen)
}

func FuzzDecodeSupplement(f *testing.F) {
	again(f, supplement(f), DecodeSupplement)
}

func again[T interface{ Encode() ([]byte, error) }](f *testing.F, good T, decode func([]byte) (T, error)) {
	b, err := good.Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte{0x80})
	f.Fuzz(func(t *testing.T, b []byte) {
		v, err := decode(b)
		if err != nil {
			return
		}
		out, err := v.Encode()
		if err != nil {
			t.Fatal(err)
		}
		got, err := decode(out)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(v, got, cmp.AllowUnexported(Supplement{})); d != "" {
			t.Error(d)
		}
	})
}
