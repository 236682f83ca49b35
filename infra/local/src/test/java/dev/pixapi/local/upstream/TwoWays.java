package dev.pixapi.local.upstream;

import dev.pixapi.local.TestingPictures;
import dev.pixapi.local.TestingSystem;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A system whose gpt-image-2 is to be had from OpenAI and then from Azure. */
record TwoWays(UpstreamDouble openAi, UpstreamDouble azure, TestingSystem system, Caller caller)
        implements AutoCloseable {

    /**
     * @param more settings, which win over those of the two
     */
    static TwoWays start(Map<String, String> more) {
        var openAi = UpstreamDouble.start();
        var settings = openAi.settings("PIXAPI_PROVIDER_TIMEOUT_SECONDS", "30");
        return start(openAi, settings, more);
    }

    /** OpenAI is not set up. */
    static TwoWays withoutOpenAi(Map<String, String> more) {
        return start(UpstreamDouble.start(), new HashMap<>(), more);
    }

    private static TwoWays start(
            UpstreamDouble openAi, Map<String, String> settings, Map<String, String> more) {
        var azure = UpstreamDouble.start();
        settings.putAll(azure.azure());
        settings.putAll(more);
        var system = TestingSystem.start(settings);
        return new TwoWays(openAi, azure, system, new Caller(system, azure));
    }

    /** Of two images with a mask. */
    static Map<String, Object> edit() {
        var red = Caller.dataUrl(TestingPictures.png(40, 30, Color.RED));
        var blue = Caller.dataUrl(TestingPictures.png(20, 20, Color.BLUE));
        var mask = Caller.dataUrl(TestingPictures.mask(40, 30));
        return Caller.edit(1, Map.of("image", List.of(red, blue), "mask", mask));
    }

    @Override
    public void close() {
        system.close();
        openAi.close();
        azure.close();
    }
}
