/** What callers meet: the API, CloudFront, the firewall. It knows nothing of what stands behind. */
package dev.pixapi.cloud.edge;
