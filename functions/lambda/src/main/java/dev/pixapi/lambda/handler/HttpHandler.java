package dev.pixapi.lambda.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.ErrorReply;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.lambda.cloudwatch.EmfMetrics;
import dev.pixapi.metric.Metric;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * What all endpoints share: the event becomes a request, and whatever happens becomes an answer
 * with the request's id. Nothing of a fault reaches the caller.
 */
abstract class HttpHandler implements RequestStreamHandler {
    private static final System.Logger LOG = System.getLogger(HttpHandler.class.getName());

    private final EmfMetrics metrics;
    private final AnswerFormat format;

    HttpHandler(EmfMetrics metrics, AnswerFormat format) {
        this.metrics = metrics;
        this.format = format;
    }

    /**
     * @throws ApiException with the refusal that the caller gets
     */
    abstract Reply answer(HttpRequest request) throws InterruptedException;

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        var request = ProxyEvent.read(input);
        try {
            var reply = guarded(request).with("x-request-id", request.id());
            format.write(reply, output);
        } finally {
            metrics.flush(Map.of("request_id", request.id()));
        }
    }

    private Reply guarded(HttpRequest request) {
        try {
            return answer(request);
        } catch (ApiException refusal) {
            return ErrorReply.of(refusal, request.id());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return internal(request, stop);
        } catch (RuntimeException failure) {
            return internal(request, failure);
        }
    }

    private Reply internal(HttpRequest request, Exception failure) {
        metrics.fault(Metric.INTERNAL_ERRORS, failure);
        LOG.log(System.Logger.Level.ERROR, request.id() + " failed", failure);
        return ErrorReply.of(
                ErrorCode.INTERNAL_ERROR,
                "Something failed here. If the request opened a task, GET /v1/tasks lists it.",
                Optional.empty(),
                request.id());
    }
}
