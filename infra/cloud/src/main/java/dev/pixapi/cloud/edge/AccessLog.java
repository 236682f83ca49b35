package dev.pixapi.cloud.edge;

import dev.pixapi.json.Json;

import software.amazon.awscdk.services.apigateway.AccessLogFormat;

import java.util.LinkedHashMap;

/**
 * One line of JSON for each call. It names the route, not the path, and neither headers, query,
 * address nor agent: nothing in it is a secret or a person's. Who called stands in the function's
 * own log, by the same request id, as a key's id.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html">what
 *     can be noted</a>
 */
final class AccessLog {
    private AccessLog() {}

    /** Every value is quoted: API Gateway writes a dash for what a call does not have. */
    static AccessLogFormat format() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("request_id", "req_$context.requestId");
        fields.put("time", "$context.requestTime");
        fields.put("method", "$context.httpMethod");
        fields.put("route", "$context.resourcePath");
        fields.put("status", "$context.status");
        fields.put("bytes", "$context.responseLength");
        fields.put("ms", "$context.responseLatency");
        fields.put("integration_ms", "$context.integration.latency");
        fields.put("integration_status", "$context.integration.status");
        fields.put("integration_error", "$context.integration.error");
        fields.put("function_request_id", "$context.integration.requestId");
        fields.put("refusal", "$context.error.responseType");
        fields.put("firewall", "$context.wafResponseCode");
        fields.put("trace", "$context.xrayTraceId");
        return AccessLogFormat.custom(Json.write(fields));
    }
}
