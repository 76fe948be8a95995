package kernel

// Panel is the number of columns that are packed together: the width of the
// micro-kernels. Every packed matrix has a multiple of it as its width.
const Panel = 16

// rowBlock is the number of rows of a that stay in the second-level cache
// while all panels of b pass over them; depthBlock the same for the inner
// dimension.
const (
	rowBlock   = 96
	depthBlock = 512
)

// A Matrix is the right side of a product, cut in panels of Panel columns,
// each stored row by row.
type Matrix struct {
	K, N int // rows, and columns (a multiple of Panel)
	Data []float32
}

// RoundUp returns n rounded up to a whole number of panels.
func RoundUp(n int) int { return (n + Panel - 1) / Panel * Panel }

// Pack stores a k by n matrix, row after row with ld floats from one to the
// next, into dst and returns dst. Columns up to the next multiple of Panel are
// zero. The memory of dst is used again where it is large enough.
func Pack(dst *Matrix, src []float32, k, n, ld int) *Matrix {
	dst.reset(k, n)
	for p := 0; p < dst.N; p += Panel {
		out := dst.Data[p*k:]
		w := min(Panel, n-p)
		for i := range k {
			row := out[i*Panel : i*Panel+Panel]
			copy(row, src[i*ld+p:i*ld+p+w])
			clear(row[w:])
		}
	}
	return dst
}

// PackRows stores a k by n matrix, as [Pack], from its rows, which it asks for
// one after another.
func PackRows(dst *Matrix, k, n int, next func(row []float32)) *Matrix {
	dst.reset(k, n)
	row := make([]float32, dst.N)
	for i := range k {
		next(row[:n])
		for p := 0; p < dst.N; p += Panel {
			copy(dst.Data[p*k+i*Panel:p*k+i*Panel+Panel], row[p:p+Panel])
		}
	}
	return dst
}

// PackTransposed stores the transpose of an n by k matrix, as [Pack].
func PackTransposed(dst *Matrix, src []float32, k, n, ld int) *Matrix {
	dst.reset(k, n)
	for p := 0; p < dst.N; p += Panel {
		out := dst.Data[p*k:]
		w := min(Panel, n-p)
		if w < Panel {
			clear(out[:k*Panel])
		}
		for j := range w {
			col := src[(p+j)*ld : (p+j)*ld+k]
			for i, v := range col {
				out[i*Panel+j] = v
			}
		}
	}
	return dst
}

func (m *Matrix) reset(k, n int) {
	m.K, m.N = k, RoundUp(n)
	if need := m.K * m.N; cap(m.Data) < need {
		m.Data = make([]float32, need)
	} else {
		m.Data = m.Data[:need]
	}
}

// zeros is where sums start that add to nothing.
var zeros [Panel]float32

// Mul computes c = a b, or c += a b with add. The m rows of a lie rs floats
// apart and their elements cs floats; c has its rows ldc floats apart.
func Mul(c []float32, ldc int, a []float32, rs, cs, m int, b *Matrix, add bool) {
	mul(c, ldc, a, rs, cs, m, b, nil, add)
}

// MulFrom computes c = start + a b, with start as each row's first sum.
func MulFrom(c []float32, ldc int, a []float32, rs, cs, m int, b *Matrix, start []float32) {
	mul(c, ldc, a, rs, cs, m, b, start[:b.N], false)
}

func mul(c []float32, ldc int, a []float32, rs, cs, m int, b *Matrix, start []float32, add bool) {
	if m == 0 || b.N == 0 {
		return
	}
	if b.K == 0 {
		for i := 0; i < m && !add; i++ {
			clear(c[i*ldc : i*ldc+b.N])
			copy(c[i*ldc:i*ldc+b.N], start)
		}
		return
	}
	_ = c[(m-1)*ldc+b.N-1]
	_ = a[(m-1)*rs+(b.K-1)*cs]
	_ = b.Data[b.K*b.N-1]
	for k0 := 0; k0 < b.K; k0 += depthBlock {
		k := min(depthBlock, b.K-k0)
		for m0 := 0; m0 < m; m0 += rowBlock {
			rows := min(rowBlock, m-m0)
			for p := 0; p < b.N; p += Panel {
				out := c[m0*ldc+p:]
				init, ldi := out, ldc
				switch {
				case add || k0 > 0:
				case start != nil:
					init, ldi = start[p:], 0
				default:
					init, ldi = zeros[:], 0
				}
				mulPanel(out, ldc, a[m0*rs+k0*cs:], rs, cs, rows, k, b.Data[p*b.K+k0*Panel:], init, ldi)
			}
		}
	}
}

// mulPanelGo is the plain version of one panel.
func mulPanelGo(c []float32, ldc int, a []float32, rs, cs, m, k int, b, init []float32, ldi int) {
	for i := range m {
		row := c[i*ldc : i*ldc+Panel]
		copy(row, init[i*ldi:i*ldi+Panel])
		for p := range k {
			axpyGo(row, a[i*rs+p*cs], b[p*Panel:p*Panel+Panel])
		}
	}
}
