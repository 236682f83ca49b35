package dev.pixapi.lambda.handler;

import dev.pixapi.account.Principal;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.Reply;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.lambda.wiring.Lazy;
import dev.pixapi.lambda.wiring.Pixapi;
import dev.pixapi.request.EditReader;
import dev.pixapi.request.ImagesReader;

import java.util.LinkedHashMap;
import java.util.function.Supplier;

/** POST /v1/quotes: what a request body would cost, exactly, without running it. */
public final class QuoteHandler extends Endpoint {
    private final Supplier<ImagesReader> reader;
    private final Supplier<Catalog> catalog;

    public QuoteHandler() {
        this(Pixapi.onAws(QuoteHandler.class));
    }

    public QuoteHandler(Pixapi pixapi) {
        super(pixapi, AnswerFormat.BUFFERED);
        this.reader = Lazy.of(pixapi::imagesReader);
        this.catalog = pixapi::catalog;
    }

    @Override
    Reply answer(Principal principal, HttpRequest request) {
        var body = EditReader.readEither(request);
        var shape = body.sources().shape();
        var image = reader.get().read(body.parameters(), principal.responseFormat(), shape).image();
        var price = catalog.get().price(image);
        var quote = new LinkedHashMap<String, Object>();
        quote.put("object", "quote");
        quote.put("credits", price.total().toJson());
        quote.put("per_image", price.perImage().toJson());
        quote.put("n", price.count());
        quote.put("model", image.model());
        quote.put("size", image.size().auto() ? "auto" : image.size().dimensions().toString());
        quote.put("tier", image.size().tier().wireName());
        quote.put("quality", image.quality().wireName());
        quote.put("price_version", price.version());
        return Reply.json(200, quote);
    }
}
