/**
 * What tells the operator. It has to know {@code compute} and {@code state}: by the names of their
 * functions, queues and tables CloudWatch keeps the metrics.
 */
package dev.pixapi.cloud.watch;
