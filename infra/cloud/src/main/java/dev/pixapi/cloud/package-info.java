/** The blueprint as a CDK app: one construct per concern, everything else follows from the data. */
package dev.pixapi.cloud;
