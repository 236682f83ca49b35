package dev.pixapi.lambda.priming;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.AttributeMap;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * DynamoDB, S3, SQS and Secrets Manager for one rehearsal, behind the SDK's own clients, which
 * marshal, sign and read as they always do. No byte leaves the process.
 */
final class PretendAws implements SdkHttpClient {
    private final PretendTables tables = new PretendTables();
    private final PretendBucket bucket = new PretendBucket();

    /** One for all clients of a rehearsal: what one has put, another reads. */
    static final class Builder implements SdkHttpClient.Builder<Builder> {
        private final PretendAws pretend = new PretendAws();

        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return pretend;
        }
    }

    /**
     * @param body empty where an answer has none
     */
    record Answer(int status, byte[] body) {}

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return response(answer(request));
            }

            @Override
            public void abort() {
                // Answered at once: there is nothing to stop.
            }
        };
    }

    private Answer answer(HttpExecuteRequest request) throws IOException {
        var http = request.httpRequest();
        var body = body(request);
        var target = http.firstMatchingHeader("X-Amz-Target");
        return target.isPresent() ? tables.answer(target.get(), body) : bucket.answer(http, body);
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return new byte[0];
        }
        try (var stream = request.contentStreamProvider().get().newStream()) {
            var bytes = stream.readAllBytes();
            var chunked =
                    request.httpRequest()
                            .firstMatchingHeader("content-encoding")
                            .filter(encoding -> encoding.contains("aws-chunked"));
            return chunked.isPresent() ? AwsChunks.joined(bytes) : bytes;
        }
    }

    private static HttpExecuteResponse response(Answer answer) {
        return HttpExecuteResponse.builder()
                .response(
                        SdkHttpResponse.builder()
                                .statusCode(answer.status())
                                .putHeader("content-length", "" + answer.body().length)
                                .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
                .build();
    }

    @Override
    public void close() {
        // It holds nothing open.
    }
}
