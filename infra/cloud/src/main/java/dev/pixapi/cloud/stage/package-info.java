/** What may be chosen for a deployment, and how it is read. */
package dev.pixapi.cloud.stage;
