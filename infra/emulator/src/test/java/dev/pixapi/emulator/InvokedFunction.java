package dev.pixapi.emulator;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

import java.util.Map;

/** A function, invoked through Lambda's API. */
record InvokedFunction(LambdaClient lambda, String name) {

    /**
     * @throws IllegalStateException when the function failed, with what it said
     */
    Fields invoke(Map<String, Object> event) {
        var payload = SdkBytes.fromByteArray(Json.bytes(event));
        var answer = lambda.invoke(invoke -> invoke.functionName(name).payload(payload));
        var said = answer.payload().asUtf8String();
        if (answer.functionError() != null) {
            throw new IllegalStateException(name + " failed: " + said);
        }
        try {
            return new Fields(Json.object(said));
        } catch (MalformedJson fault) {
            throw new IllegalStateException(name + " answered " + said, fault);
        }
    }
}
