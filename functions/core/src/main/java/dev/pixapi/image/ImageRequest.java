package dev.pixapi.image;

import java.util.Map;

/**
 * Images that are asked of a model, checked against what it can do.
 *
 * @param model its id in the catalogue, never an alias
 * @param count 1 to 10 images
 * @param inputs how many images it starts from
 * @param hints parameters that only some providers know, as the caller wrote them: moderation,
 *     input_fidelity, style, user
 */
public record ImageRequest(
        String model,
        String prompt,
        int count,
        ImageSize size,
        Quality quality,
        Output output,
        InputShape inputs,
        Map<String, String> hints) {}
