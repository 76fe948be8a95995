//go:build !amd64 || purego

package kernel

func mulPanel(c []float32, ldc int, a []float32, rs, cs, m, k int, b []float32, add bool) {
	mulPanelGo(c, ldc, a, rs, cs, m, k, b, add)
}

// Dot returns the inner product of a and b, which have one length.
func Dot(a, b []float32) float32 { return dotGo(a, b[:len(a)]) }

// Axpy adds alpha x to y, which have one length.
func Axpy(y []float32, alpha float32, x []float32) { axpyGo(y, alpha, x[:len(y)]) }

// Sigmoid replaces each x by 1/(1+exp(-x)), to 1e-6.
func Sigmoid(x []float32) { sigmoidGo(x) }

// Hadamard multiplies x by m, element by element.
func Hadamard(x, m []float32) { hadamardGo(x, m[:len(x)]) }

// Adam moves w against the gradient g, with the moments m and v, and clears g.
// See [Step] for k.
func Adam(w, g, m, v []float32, k *Step) { adamGo(w, g, m, v, k) }
