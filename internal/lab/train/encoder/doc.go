// Package encoder trains the network of package encode.
package encoder
