package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.Mode;
import dev.pixapi.audit.AuditAccounts;
import dev.pixapi.audit.Audited;
import dev.pixapi.audit.Break;
import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.lambda.cloudwatch.EmfMetrics;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs on a schedule and audits accounts. An operator may ask for one, with {@code whole} for all
 * of its book from the beginning:
 *
 * <pre>{"mode": "live", "account": "acme", "whole": true}</pre>
 */
public final class AuditHandler implements RequestStreamHandler {
    private final Supplier<AuditAccounts> audit;
    private final EmfMetrics metrics;

    public AuditHandler() {
        this(Pixapi.onAws(AuditHandler.class));
    }

    public AuditHandler(Pixapi pixapi) {
        this.audit = Lazy.of(pixapi::auditAccounts);
        this.metrics = pixapi.metrics();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context)
            throws IOException {
        try {
            var order = read(event);
            // The clock's event has an account as well: that of AWS.
            output.write(Json.bytes(order.has("mode") ? one(order) : run()));
        } finally {
            metrics.flush(Map.of());
        }
    }

    private Map<String, Object> run() {
        var run = audit.get().run();
        return Map.of(
                "audited", run.audited(),
                "bounded", run.bounded(),
                "unchecked", run.unchecked(),
                "broken", run.breaks(),
                "failed", run.failed());
    }

    private Map<String, Object> one(Fields order) {
        var account = new AccountId(Mode.named(order.string("mode")), order.string("account"));
        return answer(audit.get().one(account, order.flag("whole", false)));
    }

    private static Map<String, Object> answer(Audited audited) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("account", audited.account().toString());
        answer.put("breaks", audited.breaks().stream().map(AuditHandler::json).toList());
        answer.put("exact", audited.isExact());
        audited.suspected().ifPresent(what -> answer.put("suspected", what));
        audited.unchecked().ifPresent(why -> answer.put("unchecked", why));
        return answer;
    }

    private static Map<String, Object> json(Break broken) {
        return Map.of("invariant", broken.invariant(), "what", broken.what());
    }

    private static Fields read(InputStream event) throws IOException {
        try {
            return new Fields(Json.object(event.readAllBytes()));
        } catch (MalformedJson fault) {
            throw new IllegalArgumentException("the event is no JSON object", fault);
        }
    }
}
