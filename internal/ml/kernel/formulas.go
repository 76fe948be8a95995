package kernel

import "math"

// dotGo adds as the assembly does: two runs of eight sums over whole eights,
// one fused multiply-add a step, these together, and then the rest.
func dotGo(a, b []float32) float32 {
	var s [16]float32
	n, i := len(a)&^7, 0
	for ; i < n; i += 8 {
		lanes := s[:8]
		if i%16 == 8 {
			lanes = s[8:]
		}
		for j := range lanes {
			axpyGo(lanes[j:j+1], a[i+j], b[i+j:i+j+1])
		}
	}
	for j := range 8 {
		s[j] += s[8+j]
	}
	for j := range 4 {
		s[j] += s[4+j]
	}
	sum := (s[0] + s[1]) + (s[2] + s[3])
	for ; i < len(a); i++ {
		sum += float32(a[i] * b[i])
	}
	return sum
}

// axpyGo adds with one rounding a step, as fused instructions do: the product
// of two float32 is exact in float64.
func axpyGo(y []float32, alpha float32, x []float32) {
	y = y[:len(x)]
	if fuses {
		for i, v := range x {
			y[i] += alpha * v
		}
		return
	}
	for i, v := range x {
		y[i] = float32(float64(alpha)*float64(v) + float64(y[i]))
	}
}

// Constants of the exponential: log2(e), ln 2 in two parts, and the
// polynomial of Cephes' expf.
const (
	expLog2e = 1.44269504088896341
	expLn2Hi = 0.693359375
	expLn2Lo = -2.12194440e-4
	expMagic = 12582912 // 1.5 * 2^23: adding it rounds to an integer
	expLimit = 40
)

// sigmoid1 returns 1/(1+exp(-x)), each operation rounded to float32, as the
// assembly does it.
func sigmoid1(x float32) float32 {
	x = -x
	if x > expLimit {
		x = expLimit
	}
	if x < -expLimit {
		x = -expLimit
	}
	t := float32(x*expLog2e) + expMagic
	n := t - expMagic
	r := float32(x-float32(n*expLn2Hi)) - float32(n*expLn2Lo)
	p := float32(1.9875691500e-4)
	p = float32(p*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	p = float32(float32(float32(p*r)*r)+r) + 1
	e := float32(p * math.Float32frombits(uint32(int32(n)+127)<<23))
	return 1 / (1 + e)
}

func sigmoidGo(x []float32) {
	for i, v := range x {
		x[i] = sigmoid1(v)
	}
}

// A Step holds the numbers of an Adam update: the factor of the gradient,
// beta1, 1-beta1, beta2, 1-beta2, the factor of the weights, the rate over the
// correction of the first moment, and one over that of the second.
type Step [8]float32

func adamGo(w, g, m, v []float32, k *Step) {
	for i := range w {
		x := float32(g[i] * k[0])
		g[i] = 0
		mi := float32(k[1]*m[i]) + float32(k[2]*x)
		vi := float32(k[3]*v[i]) + float32(float32(x*x)*k[4])
		m[i], v[i] = mi, vi
		w[i] = float32(w[i]*k[5]) - float32(k[6]*mi)/(float32(math.Sqrt(float64(float32(vi*k[7]))))+1e-8)
	}
}
