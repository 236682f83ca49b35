package dev.pixapi.lambda.wiring;

import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.lambda.blueprint.Setting;
import dev.pixapi.lambda.secrets.ProviderKeys;
import dev.pixapi.provider.ImageProvider;
import dev.pixapi.provider.openai.OpenAiProvider;
import dev.pixapi.provider.openai.OpenAiSettings;

import java.util.HashMap;
import java.util.Map;

/** The providers that the operator has set up. */
final class Providers {
    private Providers() {}

    /** By their names in the catalogue. Keys come from the secret where there is one. */
    static Map<String, ImageProvider> setUp(Environment environment, AwsClients clients) {
        var openAi = Settings.of(withSecret(environment, clients)).openAi();
        return openAi.isSetUp()
                ? Map.of(
                        "openai",
                        new OpenAiProvider(
                                new OpenAiSettings(
                                        openAi.base().orElse(OpenAiSettings.OPENAI),
                                        openAi.key().orElse("none"),
                                        openAi.connectTimeout())))
                : Map.of();
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
        for (var setting : new Setting[] {Setting.OPENAI_API_KEY, Setting.OPENAI_BASE_URL}) {
            if (secret.containsKey(setting.name())) {
                variables.put(setting.name(), secret.get(setting.name()));
            }
        }
        return new Environment(variables);
    }
}
