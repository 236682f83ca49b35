/** What AWS would refuse, or break in use, and neither CDK nor a deployment says in time. */
package dev.pixapi.cloud.check;
