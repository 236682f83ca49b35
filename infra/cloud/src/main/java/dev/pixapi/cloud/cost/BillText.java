package dev.pixapi.cloud.cost;

import java.util.List;
import java.util.Locale;

/** A bill as a table of fixed width. */
final class BillText {
    private static final int CENTS = 100;

    private final StringBuilder text = new StringBuilder();

    private BillText() {}

    static String of(Month month, Bill bill) {
        return new BillText().write(month, bill);
    }

    private String write(Month month, Bill bill) {
        add(
                "%s, AWS's list prices of %s in %s, without free tiers and taxes"
                        .formatted(
                                month.stack().name(),
                                month.prices().date(),
                                month.prices().region()));
        section("With the traffic", bill.byTraffic());
        section("Standing, whoever calls", bill.standing());
        add("");
        sum("A month", bill.total());
        if (month.traffic().images() > 0) {
            eachImage(month.traffic().images(), bill);
        }
        return text.toString();
    }

    private void eachImage(double images, Bill bill) {
        var byTraffic = Bill.sum(bill.byTraffic()) * CENTS / images;
        var all = bill.total() * CENTS / images;
        add("");
        add(
                String.format(
                        Locale.ROOT,
                        "One image costs %.4f cents with the traffic's lines, %.4f with all.",
                        byTraffic,
                        all));
        add("What its provider charges is not in it.");
    }

    private void section(String title, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        add("");
        add(String.format(Locale.ROOT, "%-61s %12s", title, "$ a month"));
        lines.forEach(this::line);
        sum("", Bill.sum(lines));
    }

    private void line(Line line) {
        add(
                String.format(
                        Locale.ROOT,
                        "  %-28s %17s %-12s %12.2f",
                        line.name(),
                        quantity(line.quantity()),
                        line.unit(),
                        line.dollars()));
    }

    private void sum(String name, double dollars) {
        add(String.format(Locale.ROOT, "%-61s %12.2f", name, dollars));
    }

    /** Whole where it is large. */
    private static String quantity(double quantity) {
        return quantity < 100 && quantity != Math.rint(quantity)
                ? String.format(Locale.ROOT, "%.2f", quantity)
                : String.format(Locale.ROOT, "%,.0f", quantity);
    }

    private void add(String line) {
        text.append(line).append('\n');
    }
}
