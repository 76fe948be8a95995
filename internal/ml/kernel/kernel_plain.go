//go:build !amd64 || purego

package kernel

func mulPanel(c []float32, ldc int, a []float32, rs, cs, m, k int, b, init []float32, ldi int) {
	mulPanelGo(c, ldc, a, rs, cs, m, k, b, init, ldi)
}

// Dot returns the inner product of a and b, which have one length.
func Dot(a, b []float32) float32 { return dotGo(a, b[:len(a)]) }

// Axpy adds alpha x to y, which have one length.
func Axpy(y []float32, alpha float32, x []float32) { axpyGo(y, alpha, x[:len(y)]) }

// Adam moves w against the gradient g, with the moments m and v, and clears g.
// See [Step] for k.
func Adam(w, g, m, v []float32, k *Step) { adamGo(w, g, m, v, k) }

// No element is done by assembly.

func sigmoidFirst(x []float32) int                         { return 0 }
func gateFirst(out, val, gate []float32) int               { return 0 }
func productFirst(out, a, b []float32) int                 { return 0 }
func reluFirst(x []float32) int                            { return 0 }
func reluSumFirst(out, a, b []float32) int                 { return 0 }
func bytesFirst(out []float32, q string, f float32) int    { return 0 }
func addBytesFirst(out []float32, q string, f float32) int { return 0 }
func squaresFirst(out, x []float32, d int) int             { return 0 }
func scaleFirst(out, x, g []float32, f float32) int        { return 0 }
func recurFirst(out, mem, u, prev []float32) int           { return 0 }
func argmaxFirst(x []float32) (best, n int)                { return 0, 0 }
