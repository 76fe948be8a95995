// Package figure finds quantities and keeps their vagueness.
package figure
