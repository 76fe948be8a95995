package net

// Quantise stores rows of floats as bytes with a scale for each row.
func Quantise(x []float32, dim int) (q []int8, scales []float32) {
	q, scales = make([]int8, len(x)), make([]float32, len(x)/dim)
	for i := range scales {
		row := x[i*dim : (i+1)*dim]
		var top float32
		for _, v := range row {
			top = max(top, v, -v)
		}
		if top == 0 {
			continue
		}
		scales[i] = top / 127
		for j, v := range row {
			r := v / scales[i]
			if r < 0 {
				r -= 0.5
			} else {
				r += 0.5
			}
			q[i*dim+j] = int8(r)
		}
	}
	return q, scales
}
