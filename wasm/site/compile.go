package site

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// busy are the packages that work in every frame. They alone are compiled with
// inlining: everywhere else, the engine's compiler of shaders and all that it
// brings included, it makes the program no quicker that a person could tell, and
// a twelfth larger. A node function, for one, would be copied to each of the
// thousand places that make a node.
var busy = []string{
	"runtime", "internal/runtime/...", "internal/bytealg", "sync", "sync/atomic", "math", "math/bits", "syscall/js",
	"taut/game/trigger", "taut/game/needle", "taut/game/muscle", "taut/game/emg", "taut/game/course", "taut/game/session", "taut/game/tick", "taut/game/chance", "taut/scenes/stage", "taut/scenes/view",
	"github.com/hajimehoshi/ebiten/v2",
	"github.com/hajimehoshi/ebiten/v2/internal/affine",
	"github.com/hajimehoshi/ebiten/v2/internal/atlas",
	"github.com/hajimehoshi/ebiten/v2/internal/buffered",
	"github.com/hajimehoshi/ebiten/v2/internal/graphics",
	"github.com/hajimehoshi/ebiten/v2/internal/graphicscommand",
	"github.com/hajimehoshi/ebiten/v2/internal/graphicsdriver/opengl/...",
	"github.com/hajimehoshi/ebiten/v2/internal/mipmap",
	"github.com/hajimehoshi/ebiten/v2/internal/ui",
}

// light gives the compiler's flags that make a light program.
func light() []string {
	flags := []string{"-gcflags=all=-l"}
	for _, p := range busy {
		flags = append(flags, "-gcflags="+p+"=")
	}
	return flags
}

// Compile builds a main package of the module for the browser, without symbols
// and machine paths, with more flags if need be, and gives the program.
func Compile(ctx context.Context, root, pkg string, flags ...string) ([]byte, error) {
	tmp, err := os.MkdirTemp("", "taut")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	out := filepath.Join(tmp, wasmName)
	args := slices.Concat([]string{"build", "-trimpath", "-ldflags=-s -w"}, flags, []string{"-o", out, pkg})
	if _, err := goTool(ctx, root, []string{"GOOS=js", "GOARCH=wasm"}, args...); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// goTool runs the go command in the module and gives its output; an error
// carries what it printed.
func goTool(ctx context.Context, root string, env []string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env...)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("go %s: %w\n%s", args[0], err, bytes.TrimSpace(errOut.Bytes()))
	}
	return out.Bytes(), nil
}
