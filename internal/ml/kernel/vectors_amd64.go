//go:build amd64 && !purego

package kernel

import "unsafe"

//go:noescape
func sigmoidAVX(x *float32, n uintptr)

//go:noescape
func sigmoidWide(x *float32, n uintptr)

//go:noescape
func gateWide(out, val, gate *float32, n uintptr)

//go:noescape
func productAVX(out, a, b *float32, n uintptr)

//go:noescape
func reluAVX(x *float32, n uintptr)

//go:noescape
func reluSumAVX(out, a, b *float32, n uintptr)

//go:noescape
func bytesAVX(out *float32, q *byte, n uintptr, scale float32)

//go:noescape
func addBytesAVX(out *float32, q *byte, n uintptr, scale float32)

//go:noescape
func squaresAVX(x *float32, n uintptr) float32

//go:noescape
func squares4AVX(out, x *float32, stride, n uintptr)

//go:noescape
func scaleAVX(out, x, by *float32, n uintptr, f float32)

//go:noescape
func recurAVX(out, mem, u, prev *float32, n, size uintptr)

//go:noescape
func argmaxAVX(x *float32, n uintptr) int

// eights is how many of n floats the assembly takes: whole eights of them, or
// none.
func eights(n int) int {
	if !hasAVX2 {
		return 0
	}
	return n &^ 7
}

// The first elements of the operations of the same names, and how many these
// are.

func sigmoidFirst(x []float32) int {
	if n := len(x) &^ 15; hasAVX512 && n > 0 {
		sigmoidWide(&x[0], uintptr(n))
		return n
	}
	n := eights(len(x))
	if n > 0 {
		sigmoidAVX(&x[0], uintptr(n))
	}
	return n
}

func gateFirst(out, val, gate []float32) int {
	if n := len(out) &^ 15; hasAVX512 && n > 0 {
		gateWide(&out[0], &val[0], &gate[0], uintptr(n))
		return n
	}
	n := eights(len(out))
	if n > 0 {
		sigmoidAVX(&gate[0], uintptr(n))
		productAVX(&out[0], &val[0], &gate[0], uintptr(n))
	}
	return n
}

func productFirst(out, a, b []float32) int {
	n := eights(len(out))
	if n > 0 {
		productAVX(&out[0], &a[0], &b[0], uintptr(n))
	}
	return n
}

func reluFirst(x []float32) int {
	n := eights(len(x))
	if n > 0 {
		reluAVX(&x[0], uintptr(n))
	}
	return n
}

func reluSumFirst(out, a, b []float32) int {
	n := eights(len(out))
	if n > 0 {
		reluSumAVX(&out[0], &a[0], &b[0], uintptr(n))
	}
	return n
}

func bytesFirst(out []float32, q string, scale float32) int {
	n := eights(len(out))
	if n > 0 {
		bytesAVX(&out[0], unsafe.StringData(q), uintptr(n), scale)
	}
	return n
}

func addBytesFirst(out []float32, q string, scale float32) int {
	n := eights(len(out))
	if n > 0 {
		addBytesAVX(&out[0], unsafe.StringData(q), uintptr(n), scale)
	}
	return n
}

// squaresFirst does rows four by four, then one by one.
func squaresFirst(out, x []float32, d int) int {
	n := d &^ 3
	if !hasAVX2 || n == 0 {
		return 0
	}
	i := 0
	for ; i+4 <= len(out); i += 4 {
		squares4AVX(&out[i], &x[i*d], uintptr(d)*4, uintptr(n))
	}
	for ; i < len(out); i++ {
		out[i] = squaresAVX(&x[i*d], uintptr(n))
	}
	return i
}

func scaleFirst(out, x, g []float32, f float32) int {
	n := eights(len(out))
	if n > 0 {
		scaleAVX(&out[0], &x[0], &g[0], uintptr(n), f)
	}
	return n
}

func recurFirst(out, mem, u, prev []float32) int {
	n := eights(len(out))
	if n > 0 {
		recurAVX(&out[0], &mem[0], &u[0], &prev[0], uintptr(n), uintptr(len(out)))
	}
	return n
}

func argmaxFirst(x []float32) (best, n int) {
	if n = eights(len(x)); n == 0 {
		return 0, 0
	}
	return argmaxAVX(&x[0], uintptr(n)), n
}
