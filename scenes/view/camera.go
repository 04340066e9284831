package view

// Camera is the one transform from the model's millimetres (X along, Z depth)
// to CSS pixels of the picture. The zero Camera shows nothing.
type Camera struct {
	W, H    float64 // size of the picture in CSS px, without the traces
	PxPerMM float64
	X, Z    float64 // mm at the picture's left and top edge
	Dock    float64 // CSS px of the traces' strip below the picture; 0 hidden
}

// Px gives the pixel of a place (xMM along, zMM deep).
func (c Camera) Px(xMM, zMM float64) (x, y float64) {
	return (xMM - c.X) * c.PxPerMM, (zMM - c.Z) * c.PxPerMM
}

// MM gives the place under a pixel.
func (c Camera) MM(x, y float64) (xMM, zMM float64) {
	if c.PxPerMM == 0 {
		return 0, 0
	}
	return x/c.PxPerMM + c.X, y/c.PxPerMM + c.Z
}

// Air is the room above the skin that the band picture keeps for the grip, in mm.
const Air = 3.2

// Bone is the depth of bone below the muscle that the band picture keeps, in mm.
const Bone = 3.4

// Fit frames the layers in a picture of w x h CSS px: all of the depth from Air
// above the skin to some bone, the trigger point in the middle; a narrow
// picture shows less of the muscle's length, never less of its depth.
func Fit(w, h float64, l Layers) Camera { return FitAir(w, h, l, Air) }

// FitAir frames the layers as Fit does, with air mm above the skin: the first
// picture keeps enough of it to show the whole needle.
func FitAir(w, h float64, l Layers, air float64) Camera {
	s := h / (air + l.Floor() + Bone)
	return Camera{W: w, H: h, PxPerMM: s, X: -w / s / 2, Z: -air}
}
