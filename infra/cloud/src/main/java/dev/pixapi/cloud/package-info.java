/**
 * The blueprint as a CDK app: one construct per concern, everything else follows from the data.
 *
 * <p>The rooms, each knowing only what stands before it: {@code stage}, {@code state}, {@code
 * compute}, {@code watch}; and {@code edge}, which knows {@code stage} alone. The stack joins them.
 */
package dev.pixapi.cloud;
