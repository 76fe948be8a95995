//go:build amd64 && !purego

package kernel

//go:noescape
func mul16x16(c *float32, ldc uintptr, a *float32, rs, cs uintptr, k uintptr, b *float32, init *float32, ldi uintptr)

//go:noescape
func mul8x16(c *float32, ldc uintptr, a *float32, rs, cs uintptr, k uintptr, b *float32, init *float32, ldi uintptr)

//go:noescape
func mul4x16(c *float32, ldc uintptr, a *float32, rs, cs uintptr, k uintptr, b *float32, init *float32, ldi uintptr)

//go:noescape
func mul6x16(c *float32, ldc uintptr, a *float32, rs, cs uintptr, k uintptr, b *float32, init *float32, ldi uintptr)

//go:noescape
func mul1x16(c *float32, a *float32, cs uintptr, k uintptr, b *float32, init *float32)

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

// mulPanel multiplies m rows of a by one panel, starting the sums at init,
// whose rows lie ldi floats apart; the caller has checked the bounds. Where all
// rows start alike, the last of them may be done twice, with the same result,
// for that is quicker than doing a few of them alone.
func mulPanel(c []float32, ldc int, a []float32, rs, cs, m, k int, b, init []float32, ldi int) {
	if !hasAVX2 {
		mulPanelGo(c, ldc, a, rs, cs, m, k, b, init, ldi)
		return
	}
	for i := 0; i < m; {
		n := tileRows(m-i, m, ldi == 0)
		i = min(i, m-n)
		cp, ap, ip := &c[i*ldc], &a[i*rs], &init[i*ldi]
		switch n {
		case 16:
			mul16x16(cp, uintptr(ldc)*4, ap, uintptr(rs)*4, uintptr(cs)*4, uintptr(k), &b[0], ip, uintptr(ldi)*4)
		case 8:
			mul8x16(cp, uintptr(ldc)*4, ap, uintptr(rs)*4, uintptr(cs)*4, uintptr(k), &b[0], ip, uintptr(ldi)*4)
		case 6:
			mul6x16(cp, uintptr(ldc)*4, ap, uintptr(rs)*4, uintptr(cs)*4, uintptr(k), &b[0], ip, uintptr(ldi)*4)
		case 4:
			mul4x16(cp, uintptr(ldc)*4, ap, uintptr(rs)*4, uintptr(cs)*4, uintptr(k), &b[0], ip, uintptr(ldi)*4)
		default:
			mul1x16(cp, ap, uintptr(cs)*4, uintptr(k), &b[0], ip)
		}
		i += n
	}
}

// tileRows returns how many rows to do at once where rest of m are left to do,
// and those done may be done again with twice.
func tileRows(rest, m int, twice bool) int {
	fits := func(n, from int) bool { return rest >= n || twice && rest > from && m >= n }
	switch {
	case !hasAVX512 && fits(6, 1):
		return 6
	case !hasAVX512:
		return 1
	case fits(16, 8):
		return 16
	case fits(8, 4):
		return 8
	case fits(4, 1):
		return 4
	}
	return 1
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
		s += float32(a[i] * b[i])
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
