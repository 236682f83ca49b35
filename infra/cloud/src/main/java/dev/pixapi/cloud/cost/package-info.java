/** What a stage costs by the month, out of the blueprint, its template and AWS's list prices. */
package dev.pixapi.cloud.cost;
