package kernel

// What is done to vectors: the first elements in assembly where the processor
// has it, the rest by the formulas below. Every operation is rounded to float32
// by itself in both.

// Sigmoid replaces each x by 1/(1+exp(-x)), to 1e-6.
func Sigmoid(x []float32) { sigmoidGo(x[sigmoidFirst(x):]) }

// Gate replaces gate by its [Sigmoid], and writes val times that to out.
func Gate(out, val, gate []float32) {
	val, gate = val[:len(out)], gate[:len(out)]
	n := gateFirst(out, val, gate)
	gateGo(out[n:], val[n:], gate[n:])
}

// Product writes a times b, element by element, to out.
func Product(out, a, b []float32) {
	a, b = a[:len(out)], b[:len(out)]
	n := productFirst(out, a, b)
	productGo(out[n:], a[n:], b[n:])
}

// Relu cuts off below zero.
func Relu(x []float32) { reluGo(x[reluFirst(x):]) }

// ReluSum writes a plus b, cut off below zero, to out.
func ReluSum(out, a, b []float32) {
	a, b = a[:len(out)], b[:len(out)]
	n := reluSumFirst(out, a, b)
	reluSumGo(out[n:], a[n:], b[n:])
}

// Bytes writes signed bytes, scaled, to out.
func Bytes(out []float32, q string, scale float32) {
	q = q[:len(out)]
	n := bytesFirst(out, q, scale)
	bytesGo(out[n:], q[n:], scale)
}

// AddBytes adds signed bytes, scaled, to out.
func AddBytes(out []float32, q string, scale float32) {
	q = q[:len(out)]
	n := addBytesFirst(out, q, scale)
	addBytesGo(out[n:], q[n:], scale)
}

// Squares writes the sum of squares of each row of d floats, over whole fours.
func Squares(out, x []float32, d int) {
	x = x[:len(out)*d]
	for i := squaresFirst(out, x, d); i < len(out); i++ {
		out[i] = squaresGo(x[i*d : (i+1)*d])
	}
}

// Scale writes x times f, times g element by element, to out.
func Scale(out, x, g []float32, f float32) {
	x, g = x[:len(out)], g[:len(out)]
	n := scaleFirst(out, x, g, f)
	scaleGo(out[n:], x[n:], g[n:], f)
}

// Recur is a step of a simple recurrent unit: of z, f and o, which lie one
// after another in u, and of the memory before, it writes the memory and what
// comes out.
func Recur(out, mem, u, prev []float32) {
	mem, prev, u = mem[:len(out)], prev[:len(out)], u[:3*len(out)]
	recurGo(out, mem, u, prev, recurFirst(out, mem, u, prev))
}

// Argmax returns the index of the first of the greatest elements.
func Argmax(x []float32) int {
	best, n := argmaxFirst(x)
	return argmaxGo(x, best, n)
}

func gateGo(out, val, gate []float32) {
	sigmoidGo(gate)
	productGo(out, val, gate)
}

func productGo(out, a, b []float32) {
	for i := range out {
		out[i] = a[i] * b[i]
	}
}

func reluGo(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = 0
		}
	}
}

func reluSumGo(out, a, b []float32) {
	for i := range out {
		v := a[i] + b[i]
		if !(v > 0) {
			v = 0
		}
		out[i] = v
	}
}

func bytesGo(out []float32, q string, scale float32) {
	for i := range out {
		out[i] = float32(int8(q[i])) * scale
	}
}

func addBytesGo(out []float32, q string, scale float32) {
	for i := range out {
		out[i] += float32(float32(int8(q[i])) * scale) // rounded twice everywhere
	}
}

// squaresGo adds in a fixed order that a processor can overlap.
func squaresGo(x []float32) float32 {
	var s0, s1, s2, s3 float32
	for len(x) >= 4 {
		s0 += float32(x[0] * x[0])
		s1 += float32(x[1] * x[1])
		s2 += float32(x[2] * x[2])
		s3 += float32(x[3] * x[3])
		x = x[4:]
	}
	return s0 + s1 + s2 + s3
}

func scaleGo(out, x, g []float32, f float32) {
	for i := range out {
		out[i] = float32(x[i]*f) * g[i]
	}
}

// recurGo does elements [from, len(out)).
func recurGo(out, mem, u, prev []float32, from int) {
	n := len(out)
	z, f, o := u[:n], u[n:2*n], u[2*n:3*n]
	for i := from; i < n; i++ {
		m := z[i] + float32(f[i]*(prev[i]-z[i]))
		mem[i] = m
		out[i] = m * o[i]
	}
}

// argmaxGo looks from element from on, with best as the best before.
func argmaxGo(x []float32, best, from int) int {
	for i := from; i < len(x); i++ {
		if x[i] > x[best] {
			best = i
		}
	}
	return best
}
