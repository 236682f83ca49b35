package dev.pixapi.lambda.wiring;

import dev.pixapi.lambda.bedrock.BedrockProvider;
import dev.pixapi.lambda.bedrock.InvokeModel;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Setting;
import dev.pixapi.lambda.secrets.ProviderKeys;
import dev.pixapi.provider.ImageProvider;
import dev.pixapi.provider.PaidRequest;
import dev.pixapi.provider.gemini.GeminiProvider;
import dev.pixapi.provider.gemini.GeminiSettings;
import dev.pixapi.provider.openai.OpenAiProvider;
import dev.pixapi.provider.openai.OpenAiSettings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The providers that the operator has set up. */
final class Providers {
    private Providers() {}

    /** By their names in the catalogue. Keys come from the secret where there is one. */
    static Map<String, ImageProvider> setUp(Environment environment, AwsClients clients) {
        var settings = ProviderSettings.of(withSecret(environment, clients));
        var connect = settings.connectTimeout();
        var providers = new LinkedHashMap<String, ImageProvider>();
        settings.openAi()
                .map(way -> OpenAiSettings.openAi(way.base(), way.key(), connect))
                .ifPresent(openAi -> providers.put("openai", new OpenAiProvider(openAi)));
        settings.gemini()
                .map(way -> new GeminiSettings(way.base(), way.key(), connect))
                .ifPresent(gemini -> providers.put("gemini", new GeminiProvider(gemini)));
        settings.azure()
                .map(way -> OpenAiSettings.azure(way.base(), way.key(), connect))
                .ifPresent(azure -> providers.put("azure", new OpenAiProvider(azure)));
        settings.bedrock()
                .map(way -> new InvokeModel(way.base(), way.region(), clients.credentials()))
                .map(invoke -> new BedrockProvider(invoke, new PaidRequest(connect)))
                .ifPresent(bedrock -> providers.put("bedrock", bedrock));
        return providers;
    }

    private static Environment withSecret(Environment environment, AwsClients clients) {
        if (!environment.knows(Resources.PROVIDER_KEYS)) {
            return environment;
        }
        var variables = new HashMap<>(environment.variables());
        var secret =
                new ProviderKeys(
                                clients.secrets().get(),
                                environment.physicalName(Resources.PROVIDER_KEYS))
                        .read();
        for (var setting : Setting.IN_SECRET) {
            if (secret.containsKey(setting.name())) {
                variables.put(setting.name(), secret.get(setting.name()));
            }
        }
        return new Environment(variables);
    }
}
