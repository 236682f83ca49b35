package dev.pixapi.lambda.blueprint;

import java.util.List;
import java.util.stream.Stream;

/** The functions behind routes. An endpoint is added in one of these lists, and nowhere else. */
final class Endpoints {
    static final List<LambdaFunction> ALL =
            Stream.of(
                            ImageEndpoints.ALL,
                            TaskEndpoints.ALL,
                            FileEndpoints.ALL,
                            AccountEndpoints.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Endpoints() {}
}
