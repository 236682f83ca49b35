package dev.pixapi.lambda.bedrock;

import dev.pixapi.provider.ImageProvider;
import dev.pixapi.provider.PaidRequest;
import dev.pixapi.provider.ProviderCall;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.Singles;
import dev.pixapi.provider.stability.StabilityAnswer;
import dev.pixapi.provider.stability.StabilityBody;

import software.amazon.awssdk.core.exception.SdkException;

import java.util.Optional;

/**
 * Stability's models on Amazon Bedrock. There is no key: a request is signed with the function's
 * own role. The SDK's client of Bedrock would add megabytes for this one request, and retries.
 */
public final class BedrockProvider implements ImageProvider {
    private final InvokeModel invokeModel;
    private final PaidRequest paid;

    public BedrockProvider(InvokeModel invokeModel, PaidRequest paid) {
        this.invokeModel = invokeModel;
        this.paid = paid;
    }

    /** One image a call; all calls send the same bytes. */
    @Override
    public ProviderOutcome generate(ProviderCall call) throws InterruptedException {
        var body = StabilityBody.of(call);
        var refusal = StabilityBody.refusal(body);
        return refusal.isPresent()
                ? refusal.get()
                : Singles.generate(call, one -> generate(one, body));
    }

    private ProviderOutcome generate(ProviderCall call, byte[] body) throws InterruptedException {
        var began = call.journal().now();
        try {
            var request = invokeModel.request(call.route().model(), body, began);
            return paid.send(call, request, StabilityAnswer::read);
        } catch (SdkException noCredentials) {
            var unsigned = new Unavailable(true, noCredentials.getClass().getSimpleName());
            call.journal().add(call, unsigned, Optional.empty(), began);
            return unsigned;
        }
    }
}
