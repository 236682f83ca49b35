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
        var prices = month.prices();
        line(
                "%s, AWS's list prices of %s in %s, without free tiers and taxes",
                month.stack().name(), prices.date(), prices.region());
        section("With the traffic", bill.byTraffic());
        section("Standing, whoever calls", bill.standing());
        line("");
        sum("A month", bill.total());
        var images = month.traffic().images();
        if (images > 0) {
            var each = Bill.sum(bill.byTraffic()) * CENTS / images;
            line("");
            line("One image costs %.4f cents with the traffic's lines,", each);
            line("%.4f cents with all. What its provider charges is not in it.", all(bill, images));
        }
        return text.toString();
    }

    private static double all(Bill bill, double images) {
        return bill.total() * CENTS / images;
    }

    private void section(String title, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        line("");
        line("%-30s %30s %12s", title, "", "$ a month");
        lines.forEach(this::line);
        sum("", Bill.sum(lines));
    }

    private void line(Line line) {
        line(
                "  %-28s %17s %-12s %12.2f",
                line.name(), quantity(line.quantity()), line.unit(), line.dollars());
    }

    private void sum(String name, double dollars) {
        line("%-61s %12.2f", name, dollars);
    }

    /** Whole where it is large. */
    private static String quantity(double quantity) {
        var digits = quantity < 100 && quantity != Math.rint(quantity) ? 2 : 0;
        return String.format(Locale.ROOT, "%,." + digits + "f", quantity);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
