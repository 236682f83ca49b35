/** The functions, what they may ask, and the clocks that start them. */
package dev.pixapi.cloud.compute;
