package dev.pixapi.local.upstream.gemini;

import dev.pixapi.image.ImageFormat;
import dev.pixapi.local.upstream.Fault;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What callers ask of Gemini's models. */
final class Orders {
    /**
     * Of the price that the table of faults counts with, {@link Fault#PRICE} at its default size.
     */
    static final String MODEL = "gemini-3.1-flash-image-preview";

    private Orders() {}

    static Map<String, Object> images(int count) {
        var order = order(MODEL);
        order.put("n", count);
        return order;
    }

    static Map<String, Object> order(String model) {
        var order = new LinkedHashMap<String, Object>();
        order.put("model", model);
        order.put("prompt", "A lighthouse in fog");
        return order;
    }

    /** An edit of one image in each of these formats, in JSON. */
    static Map<String, Object> edit(ImageFormat... formats) {
        var order = order(MODEL);
        order.put("image", Arrays.stream(formats).map(Orders::dataUrl).toList());
        return order;
    }

    private static String dataUrl(ImageFormat format) {
        return "data:" + format.mediaType() + ";base64," + Pictures.base64(input(format));
    }

    /** Its bytes, which are the same each time. */
    static byte[] input(ImageFormat format) {
        return Pictures.draw(40, 24, format);
    }
}
