package kernel

func dotGo(a, b []float32) float32 {
	var s float32
	for i, v := range a {
		s += v * b[i]
	}
	return s
}

func axpyGo(y []float32, alpha float32, x []float32) {
	for i, v := range x {
		y[i] = float32(float64(alpha)*float64(v) + float64(y[i]))
	}
}
