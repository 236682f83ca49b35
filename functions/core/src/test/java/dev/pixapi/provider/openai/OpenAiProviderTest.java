package dev.pixapi.provider.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.pixapi.image.Background;
import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageRequest;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputShape;
import dev.pixapi.image.Inputs;
import dev.pixapi.image.Output;
import dev.pixapi.image.Quality;
import dev.pixapi.image.Tier;
import dev.pixapi.provider.ProviderOutcome;
import dev.pixapi.provider.ProviderOutcome.Images;
import dev.pixapi.provider.ProviderOutcome.NotAccepted;
import dev.pixapi.provider.ProviderOutcome.Unavailable;
import dev.pixapi.provider.TestingCalls;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer counts as; all that a caller sees of it is tested with the whole system. */
class OpenAiProviderTest {
    private static final String ERROR = "{\"error\": {\"code\": \"c\", \"type\": \"t\"}}";

    private HttpServer server;
    private int status = 200;
    private String body = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/images/generations", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 429, 503})
    void aRefusalBeforeTheWorkIsFree(int answered) throws InterruptedException {
        status = answered;
        body = ERROR;

        assertEquals(true, assertInstanceOf(Unavailable.class, generate()).free());
    }

    /** Those above 500 are of gateways: the model behind them may be at work. */
    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 520, 524})
    void anAnswerThatDoesNotSayItDidNothingIsNotFree(int answered) throws InterruptedException {
        status = answered;
        body = ERROR;

        switch (generate()) {
            case Unavailable(boolean free, String _) -> assertEquals(false, free);
            case ProviderOutcome other -> assertInstanceOf(ProviderOutcome.Unknown.class, other);
        }
    }

    /** A gateway before the provider may say so in its own words. */
    @ParameterizedTest
    @ValueSource(strings = {ERROR, "<html>413 Request Entity Too Large</html>", "{}"})
    void aRequestThatIsTooLargeIsTheCallers(String answer) throws InterruptedException {
        status = 413;
        body = answer;

        assertEquals(new NotAccepted(Optional.empty()), generate());
    }

    @Test
    void whereNothingListensTheCallIsFree() throws InterruptedException {
        server.stop(0);

        assertEquals(true, assertInstanceOf(Unavailable.class, generate()).free());
    }

    @Test
    void aRevisedPromptAndTheUsageComeWithTheImages() throws InterruptedException {
        body =
                """
                {"data": [{"b64_json": "AAEC", "revised_prompt": "A tall lighthouse"}],
                 "quality": "medium", "usage": {"total_tokens": 7}}
                """;

        var images = assertInstanceOf(Images.class, generate());

        var image = images.images().getFirst();
        assertEquals(3, image.bytes().length);
        assertEquals(Optional.of("A tall lighthouse"), image.revisedPrompt());
        assertEquals(Optional.of("medium"), images.quality());
        assertEquals(Optional.of(Map.of("total_tokens", 7)), images.usage());
    }

    @Test
    void fieldsThatAreNullAreAbsent() throws InterruptedException {
        body =
                """
                {"data": [{"b64_json": "AAEC", "revised_prompt": null}],
                 "quality": null, "usage": null}
                """;

        var images = assertInstanceOf(Images.class, generate());

        assertEquals(Optional.empty(), images.images().getFirst().revisedPrompt());
        assertEquals(Optional.empty(), images.quality());
        assertEquals(Optional.empty(), images.usage());
    }

    /** As texts first, ten images of 4K would not fit a function. */
    @Test
    void imagesBecomeBytesWithoutBecomingTextsFirst() throws InterruptedException {
        var base64 = "A".repeat(16 << 20);
        body = "{\"data\": [{\"b64_json\": \"" + base64 + "\"}]}";
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        generate();

        var before = threads.getCurrentThreadAllocatedBytes();
        var images = assertInstanceOf(Images.class, generate());
        var allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertEquals(12 << 20, images.images().getFirst().bytes().length);
        assertTrue(allocated < 2L * base64.length(), allocated + " bytes");
    }

    /** What is no base64 is no image, and no reason to lose the one beside it. */
    @Test
    void anImageThatIsNoBase64LosesNoOther() throws InterruptedException {
        body = "{\"data\": [{\"b64_json\": \"--\"}, {\"b64_json\": \"AAEC\"}, {}]}";

        var images = assertInstanceOf(Images.class, generate()).images();

        assertEquals(List.of(0, 3, 0), images.stream().map(i -> i.bytes().length).toList());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private ProviderOutcome generate() throws InterruptedException {
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var settings = OpenAiSettings.openAi(base, "sk-1", Duration.ofSeconds(5));
        return new OpenAiProvider(settings).generate(TestingCalls.of(image(), Inputs.NONE));
    }

    private static ImageRequest image() {
        return new ImageRequest(
                "gpt-image-2",
                "A lighthouse",
                1,
                new ImageSize(Tier.ONE_K, new Dimensions(1024, 1024), Optional.empty(), true),
                Quality.LOW,
                new Output(Optional.empty(), Optional.empty(), Background.AUTO),
                InputShape.NONE,
                Map.of());
    }
}
