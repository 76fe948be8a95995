//go:build amd64 && !purego

package kernel

//go:noescape
func mul16x16(c *float32, ldc uintptr, a *float32, rs, cs uintptr, k uintptr, b *float32, add bool)

//go:noescape
func mul6x16(c *float32, ldc uintptr, a *float32, rs, cs uintptr, k uintptr, b *float32, add bool)

//go:noescape
func mul1x16(c *float32, a *float32, cs uintptr, k uintptr, b *float32, add bool)

//go:noescape
func dotAVX(a, b *float32, n uintptr) float32

//go:noescape
func axpyAVX(y, x *float32, n uintptr, alpha float32)

func cpuid(eax, ecx uint32) (a, b, c, d uint32)

func xgetbv() (lo uint32)

// What this processor and its system allow, found once at start.
var hasAVX2, hasAVX512 = detect()

func detect() (avx2, avx512 bool) {
	top, _, _, _ := cpuid(0, 0)
	if top < 7 {
		return false, false
	}
	_, _, c1, _ := cpuid(1, 0)
	const fma, osxsave, avx = 1 << 12, 1 << 27, 1 << 28
	if c1&fma == 0 || c1&osxsave == 0 || c1&avx == 0 {
		return false, false
	}
	state := xgetbv()
	_, b7, _, _ := cpuid(7, 0)
	avx2 = state&0x6 == 0x6 && b7&(1<<5) != 0
	const f, dq, bw, vl = 1 << 16, 1 << 17, 1 << 30, 1 << 31
	avx512 = avx2 && state&0xe6 == 0xe6 && b7&f != 0 && b7&dq != 0 && b7&bw != 0 && b7&vl != 0
	return avx2, avx512
}

// mulPanel multiplies m rows of a by one panel; the caller has checked the
// bounds.
func mulPanel(c []float32, ldc int, a []float32, rs, cs, m, k int, b []float32, add bool) {
	if !hasAVX2 {
		mulPanelGo(c, ldc, a, rs, cs, m, k, b, add)
		return
	}
	i := 0
	if hasAVX512 {
		for ; i+16 <= m; i += 16 {
			mul16x16(&c[i*ldc], uintptr(ldc)*4, &a[i*rs], uintptr(rs)*4, uintptr(cs)*4, uintptr(k), &b[0], add)
		}
	}
	for ; i+6 <= m; i += 6 {
		mul6x16(&c[i*ldc], uintptr(ldc)*4, &a[i*rs], uintptr(rs)*4, uintptr(cs)*4, uintptr(k), &b[0], add)
	}
	for ; i < m; i++ {
		mul1x16(&c[i*ldc], &a[i*rs], uintptr(cs)*4, uintptr(k), &b[0], add)
	}
}

// Dot returns the inner product of a and b, which have one length.
func Dot(a, b []float32) float32 {
	n := len(a) &^ 7
	b = b[:len(a)]
	if !hasAVX2 || n == 0 {
		return dotGo(a, b)
	}
	s := dotAVX(&a[0], &b[0], uintptr(n))
	for i := n; i < len(a); i++ {
		s += a[i] * b[i]
	}
	return s
}

// Axpy adds alpha x to y, which have one length.
func Axpy(y []float32, alpha float32, x []float32) {
	n := len(y) &^ 7
	x = x[:len(y)]
	if !hasAVX2 || n == 0 {
		axpyGo(y, alpha, x)
		return
	}
	axpyAVX(&y[0], &x[0], uintptr(n), alpha)
	axpyGo(y[n:], alpha, x[n:])
}

//go:noescape
func sigmoidAVX(x *float32, n uintptr)

// Sigmoid replaces each x by 1/(1+exp(-x)), to 1e-6.
func Sigmoid(x []float32) {
	n := len(x) &^ 7
	if !hasAVX2 || n == 0 {
		sigmoidGo(x)
		return
	}
	sigmoidAVX(&x[0], uintptr(n))
	sigmoidGo(x[n:])
}
