package stage

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// A uniform costs a call into the browser in every frame in which its shader is
// used, whether it changed or not. So a shader's uniforms are gathered into one
// array of vec4, which is one call; the sources keep their names.

// uniform is where a value lies in the array, in floats.
type uniform struct {
	name   string
	at, n  int
	many   bool // an array of vec4
	listed int  // its place in the source
}

var (
	declared = regexp.MustCompile(`(?m)^var ([A-Z]\w*) (?:\[(\d+)\])?(float|vec2|vec3|vec4)\b.*\n`)
	named    = regexp.MustCompile(`\b([A-Z]\w*)\b(\[)?`)
)

var widths = map[string]int{"float": 1, "vec2": 2, "vec3": 3, "vec4": 4}

// gather gives a Kage source whose uniforms are gathered into one array U of
// vec4, where each of them lies, and the array's length in floats. The source
// declares one uniform a line, at the line's beginning and with a capital; an
// array of vec4 is used by its elements alone.
func gather(src string) (out string, list []uniform, floats int, err error) {
	for i, d := range declared.FindAllStringSubmatch(src, -1) {
		u := uniform{name: d[1], n: widths[d[3]], listed: i}
		if d[2] != "" {
			if u.many = true; u.n != 4 {
				return "", nil, 0, fmt.Errorf("the uniform %s is an array of %s, not of vec4", u.name, d[3])
			}
			count, _ := strconv.Atoi(d[2]) // digits, by the expression
			u.n *= count
		}
		list = append(list, u)
	}
	// The wide ones first: each then finds a vec4 with room, if there is one.
	sort.Slice(list, func(i, j int) bool {
		if list[i].n != list[j].n {
			return list[i].n > list[j].n
		}
		return list[i].listed < list[j].listed
	})
	var used []int // floats of each vec4
	texts := map[string]string{}
	for i := range list {
		u := &list[i]
		row := 0
		for row < len(used) && used[row]+u.n > 4 {
			row++
		}
		if row == len(used) {
			used = append(used, 0)
		}
		u.at = 4*row + used[row]
		text := fmt.Sprintf("U[%d]", row)
		switch {
		case u.many:
			text = fmt.Sprintf("U[%d+", row)
			used[row] = 4
			for k := 4; k < u.n; k += 4 {
				used = append(used, 4)
			}
		case u.n < 4:
			text += "." + "xyzw"[used[row]:used[row]+u.n]
			used[row] += u.n
		default:
			used[row] = 4
		}
		texts[u.name] = text
	}
	if len(used) == 0 {
		return src, nil, 0, nil
	}
	body := declared.ReplaceAllString(src, "")
	body = named.ReplaceAllStringFunc(body, func(s string) string {
		name, index := strings.CutSuffix(s, "[")
		text, ok := texts[name]
		if !ok {
			return s
		}
		if index && !strings.HasSuffix(text, "+") {
			return text + "["
		}
		return text
	})
	head := fmt.Sprintf("package main\n\nvar U [%d]vec4\n", len(used))
	return strings.Replace(body, "package main\n", head, 1), list, 4 * len(used), nil
}
