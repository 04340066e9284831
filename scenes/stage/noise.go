package stage

// noiseSize is the side of the noise texture; the shaders know it too.
const noiseSize = 512

// noise gives the texels of the baked noise: each holds its own random byte and
// those of its right, lower and lower right neighbours, so that a shader needs
// one fetch for a smooth value. It is an integer hash, the same on every device.
// Calm noise keeps to the middle, for a picture with little texture.
func noise(calm bool) []byte {
	pix := make([]byte, 4*noiseSize*noiseSize)
	for y := range noiseSize {
		for x := range noiseSize {
			i := 4 * (y*noiseSize + x)
			pix[i] = lattice(x, y)
			pix[i+1] = lattice(x+1, y)
			pix[i+2] = lattice(x, y+1)
			pix[i+3] = lattice(x+1, y+1)
		}
	}
	if calm {
		for i, v := range pix {
			pix[i] = 48 + byte(int(v)*5/8)
		}
	}
	return pix
}

// lattice hashes a place of the torus (the finaliser of MurmurHash3).
func lattice(x, y int) byte {
	h := uint32(x%noiseSize)*0x9e3779b1 ^ uint32(y%noiseSize)*0x85ebca77
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return byte((h ^ h>>16) >> 8)
}
