package dev.pixapi.cloud.cost;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A month's bill.
 *
 * @param byTraffic what grows with it
 * @param standing what is there without it
 */
record Bill(List<Line> byTraffic, List<Line> standing) {

    static Bill of(Month month) {
        var byTraffic =
                Stream.of(CallLines.of(month), LedgerLines.of(month), ImageLines.of(month))
                        .flatMap(Collection::stream);
        return new Bill(present(byTraffic), present(StandingLines.of(month).stream()));
    }

    private static List<Line> present(Stream<Line> lines) {
        return lines.filter(line -> line.quantity() > 0).toList();
    }

    double total() {
        return sum(byTraffic) + sum(standing);
    }

    static double sum(List<Line> lines) {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }
}
