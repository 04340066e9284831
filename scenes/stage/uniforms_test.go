package stage

import (
	"strings"
	"testing"
)

const gathered = `// A comment.

//kage:unit pixels
package main

var PxMM float // a comment
var Ends [2]vec4
var Steel vec3
var At vec2
var Far vec2
var Box vec4

func Fragment(dstPos vec4, src0Pos vec2, color vec4, custom vec4) vec4 {
	Local := Box.x
	return Ends[1] + vec4(Steel.zyx*PxMM, At.y+Far[0]+Local)
}
`

func TestGatherKeepsEveryUniform(t *testing.T) {
	out, list, floats, err := gather(gathered)
	if err != nil {
		t.Fatal(err)
	}
	// Two vec4, one vec4, steel with the float, and the two vec2 together.
	if floats != 20 || !strings.Contains(out, "var U [5]vec4") {
		t.Errorf("%d floats in\n%s", floats, out)
	}
	taken := map[int]string{}
	for _, u := range list {
		if u.n < 4 && u.at/4 != (u.at+u.n-1)/4 {
			t.Errorf("%s lies across two vec4", u.name)
		}
		for i := u.at; i < u.at+u.n; i++ {
			if other := taken[i]; other != "" {
				t.Errorf("%s and %s share float %d", u.name, other, i)
			}
			taken[i] = u.name
		}
	}
	if len(list) != 6 || len(taken) != 8+4+3+1+2+2 {
		t.Errorf("%d uniforms in %d floats", len(list), len(taken))
	}
	if want := "return U[0+1] + vec4(U[3].xyz.zyx*U[3].w, U[4].xy.y+U[4].zw[0]+Local)"; !strings.Contains(out, want) {
		t.Errorf("no %q in\n%s", want, out)
	}
	if strings.Contains(out, "var Steel") {
		t.Error("a declaration was left")
	}
}

func TestGatherLeavesAShaderWithoutUniforms(t *testing.T) {
	src := "package main\n\nfunc Fragment() vec4 { return vec4(0) }\n"
	if out, list, floats, err := gather(src); out != src || list != nil || floats != 0 || err != nil {
		t.Errorf("%q, %v, %d, %v", out, list, floats, err)
	}
}

func TestGatherRefusesOtherArrays(t *testing.T) {
	if _, _, _, err := gather("package main\nvar Odd [3]vec2\n"); err == nil {
		t.Error("an array of vec2 was taken")
	}
}

func TestSetKnowsItsUniforms(t *testing.T) {
	p, err := newPass("lens")
	if err == nil {
		t.Fatal("a part of a shader compiled alone")
	}
	if p, err = newPass("mist", "common"); err != nil {
		t.Fatal(err)
	}
	p.set("PxUM", 3)
	all := p.opt.Uniforms["U"].([]float32)
	found := false
	for _, x := range all {
		found = found || x == 3
	}
	if !found {
		t.Error("what was set is not handed over")
	}
	defer func() {
		if recover() == nil {
			t.Error("a value too many was taken")
		}
	}()
	p.set("PxUM", 1, 2)
}
