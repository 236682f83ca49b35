/** What keeps something: tables, queues, buckets, secrets, each with its own grants. */
package dev.pixapi.cloud.state;
