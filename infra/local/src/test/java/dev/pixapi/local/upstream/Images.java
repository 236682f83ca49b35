package dev.pixapi.local.upstream;

import dev.pixapi.image.Dimensions;
import dev.pixapi.image.ImageEncoder;
import dev.pixapi.image.ImageFormat;
import dev.pixapi.image.ImageInspector;
import dev.pixapi.json.Fields;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The double as a provider that does its work: images of one colour each, in the asked form. */
public final class Images {
    private static final Set<String> PARAMETERS =
            Set.of(
                    "model",
                    "prompt",
                    "n",
                    "size",
                    "quality",
                    "background",
                    "output_format",
                    "output_compression",
                    "user",
                    "stream",
                    "partial_images");

    /** What one of the two takes alone. */
    private static final Map<String, String> OWN_PARAMETER =
            Map.of("generations", "moderation", "edits", "input_fidelity");

    /** Of OpenAI and of Azure. */
    private static final Pattern LINE =
            Pattern.compile("POST (?:/openai)?/v1/images/(generations|edits) HTTP/1.1");

    private static final Map<Picture, String> MADE = new ConcurrentHashMap<>();

    private Images() {}

    /** An image, drawn once; the index sets its colour apart from the others. */
    private record Picture(Dimensions size, ImageFormat format, int index) {}

    public static Behaviour asAsked() {
        return exchange ->
                exchange.answer(
                        checked(exchange.request(), (int) exchange.request().asked().number("n")));
    }

    /** As many as these, whatever was asked. */
    public static Behaviour count(int count) {
        return exchange -> exchange.answer(checked(exchange.request(), count));
    }

    /** An answer of the right form with these texts for images. */
    public static Behaviour base64(String... images) {
        return exchange -> exchange.answer(answer(exchange.request().asked(), List.of(images)));
    }

    /** The whole answer, for behaviours that spoil it on the way. */
    static UpstreamAnswer whole(UpstreamRequest request) {
        return checked(request, 1);
    }

    /** A sound image of the smallest use. */
    static String sound() {
        return base64(new Picture(new Dimensions(16, 16), ImageFormat.PNG, 0));
    }

    /** An image of one colour. */
    static String drawn(Dimensions size, ImageFormat format) {
        return base64(new Picture(size, format, 0));
    }

    /** The colour of the image at this place in an answer. */
    static Color colour(int index) {
        return new Color(20 * index + 10, 200, 255 - 20 * index);
    }

    /** The GPT image models refuse what they do not take by its name. */
    private static UpstreamAnswer checked(UpstreamRequest request, int count) {
        var line = LINE.matcher(request.line());
        if (!line.matches()) {
            return UpstreamAnswer.refusal(404, Map.of());
        }
        var asked = request.asked();
        var unknown = new TreeSet<>(asked.values().keySet());
        unknown.removeAll(PARAMETERS);
        unknown.remove(OWN_PARAMETER.get(line.group(1)));
        if (!unknown.isEmpty()) {
            return UpstreamAnswer.refusal(
                    400, Map.of("code", "unknown_parameter", "param", unknown.first()));
        }
        if (line.group(1).equals("edits") && !hasImages(request)) {
            return UpstreamAnswer.refusal(400, Map.of("code", "invalid_image_file"));
        }
        return answer(asked, images(asked, count));
    }

    /** Files are images by their bytes and by what they are called. */
    private static boolean hasImages(UpstreamRequest request) {
        var files = request.parts().stream().filter(UpstreamPart::isFile).toList();
        return files.stream().anyMatch(file -> file.name().startsWith("image"))
                && files.stream().allMatch(Images::isImage);
    }

    private static boolean isImage(UpstreamPart file) {
        return ImageInspector.inspect(file.bytes())
                .filter(i -> file.type().equals(Optional.of(i.format().mediaType())))
                .isPresent();
    }

    private static List<String> images(Fields asked, int count) {
        var size = asked.optionalString("size").orElse("auto");
        var images = new ArrayList<String>();
        for (var index = 0; index < count; index++) {
            images.add(
                    base64(
                            new Picture(
                                    Dimensions.of(size.equals("auto") ? "1024x1024" : size),
                                    format(asked),
                                    index)));
        }
        return images;
    }

    /** OpenAI's own answer names what it chose where it was left to choose. */
    private static UpstreamAnswer answer(Fields asked, List<String> images) {
        var quality = asked.optionalString("quality").orElse("auto");
        var body = new LinkedHashMap<String, Object>();
        body.put("created", 1_790_000_000);
        body.put("background", "opaque");
        body.put("data", images.stream().map(image -> Map.of("b64_json", image)).toList());
        body.put("output_format", format(asked).wireName());
        body.put("quality", quality.equals("auto") ? "high" : quality);
        body.put("size", asked.optionalString("size").orElse("auto"));
        body.put("usage", usage(images.size()));
        return UpstreamAnswer.json(200, body);
    }

    private static Map<String, Object> usage(int images) {
        var usage = new LinkedHashMap<String, Object>();
        usage.put("input_tokens", 12);
        usage.put("input_tokens_details", Map.of("image_tokens", 0, "text_tokens", 12));
        usage.put("output_tokens", 1000 * images);
        usage.put("total_tokens", 12 + 1000 * images);
        return usage;
    }

    private static ImageFormat format(Fields asked) {
        return asked.optionalString("output_format")
                .flatMap(ImageFormat::named)
                .orElse(ImageFormat.PNG);
    }

    private static String base64(Picture picture) {
        return MADE.computeIfAbsent(picture, Images::draw);
    }

    private static String draw(Picture picture) {
        var size = picture.size();
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(colour(picture.index()));
        pen.fillRect(0, 0, size.width(), size.height());
        pen.dispose();
        return Base64.getEncoder()
                .encodeToString(new ImageEncoder().encode(image, picture.format(), 90));
    }
}
