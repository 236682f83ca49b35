package dev.pixapi.request;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.catalog.Catalog;
import dev.pixapi.catalog.Model;
import dev.pixapi.catalog.Operation;
import dev.pixapi.image.ImageSize;
import dev.pixapi.image.InputShape;

import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a model can start from. A refusal names the models that can. */
final class InputRules {
    private final Catalog catalog;

    InputRules(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @throws ApiException for the first of model, mask and image that does not fit
     */
    void check(Model model, InputShape inputs) {
        if (!inputs.isEdit()) {
            require(model, "model", "makes no new images", makes(Operation.GENERATIONS));
            return;
        }
        require(model, "model", "makes no edits", makes(Operation.EDITS));
        if (inputs.mask()) {
            require(model, "mask", "takes no mask", other -> other.editing().mask());
        }
        require(
                model,
                "image",
                "takes no more than " + model.editing().images() + " input images",
                other -> other.editing().images() >= inputs.images());
    }

    /**
     * @throws ApiException for a size that the model's edits cannot have
     */
    void checkSize(Model model, InputShape inputs, ImageSize size) {
        if (inputs.isEdit() && !size.auto()) {
            require(
                    model,
                    "size",
                    "gives an edit the shape of its image and takes no size for it",
                    other -> other.editing().resizes());
        }
    }

    private static Predicate<Model> makes(Operation operation) {
        return model -> model.operations().contains(operation);
    }

    private void require(Model model, String parameter, String lack, Predicate<Model> can) {
        if (can.test(model)) {
            return;
        }
        var others =
                catalog.models().stream()
                        .filter(can)
                        .map(Model::id)
                        .collect(Collectors.joining(", "));
        throw ApiException.at(
                parameter,
                ErrorCode.UNSUPPORTED_PARAMETER,
                model.id()
                        + " "
                        + lack
                        + (others.isEmpty() ? "." : "; these can: " + others + "."));
    }
}
