package dev.pixapi.lambda.handler;

import dev.pixapi.api.Reply;
import dev.pixapi.json.Json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two forms in which API Gateway takes an answer. */
enum AnswerFormat {
    /**
     * One JSON object that has the body as text.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format">Output
     *     format of a Lambda function for proxy integration</a>
     */
    BUFFERED {
        @Override
        void write(Reply reply, OutputStream output) throws IOException {
            var answer = head(reply);
            answer.put("isBase64Encoded", false);
            answer.put("body", new String(reply.body(), StandardCharsets.UTF_8));
            output.write(Json.bytes(answer));
        }
    },

    /**
     * Status and headers as JSON, eight zero bytes, the body as it is.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html">Response
     *     streaming for Lambda proxy integrations</a>
     */
    STREAM {
        @Override
        void write(Reply reply, OutputStream output) throws IOException {
            output.write(Json.bytes(head(reply)));
            output.write(new byte[SEPARATOR_LENGTH]);
            output.write(reply.body());
        }
    };

    private static final int SEPARATOR_LENGTH = 8;

    abstract void write(Reply reply, OutputStream output) throws IOException;

    private static Map<String, Object> head(Reply reply) {
        var head = new LinkedHashMap<String, Object>();
        head.put("statusCode", reply.status());
        head.put("headers", reply.headers());
        return head;
    }
}
