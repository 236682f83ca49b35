package dev.pixapi.local.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One condition of a write.
 *
 * @param operation of the ledger, or of the store of tasks
 * @param row which the condition is on
 * @param condition as the adapter sends it, one of those that must all hold
 */
record Guard(String operation, String row, String condition) implements Comparable<Guard> {
    private static final String AND = " AND ";

    /** What must hold, one by one; alternatives are one. */
    static List<String> conditions(String expression) {
        var all = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var i = 0; i < expression.length(); i++) {
            depth += depth(expression.charAt(i));
            if (depth == 0 && expression.startsWith(AND, i)) {
                all.add(expression.substring(from, i));
                from = i + AND.length();
            }
        }
        all.add(expression.substring(from));
        return all;
    }

    private static int depth(char character) {
        return switch (character) {
            case '(' -> 1;
            case ')' -> -1;
            default -> 0;
        };
    }

    /** A condition of the same names and values that always holds. */
    static String neutral(String condition) {
        var bare =
                condition.startsWith("(")
                        ? condition.substring(1, condition.length() - 1)
                        : condition;
        return "(" + bare + " OR attribute_exists(nothing) OR attribute_not_exists(nothing))";
    }

    @Override
    public int compareTo(Guard other) {
        return Comparator.comparing(Guard::toString).compare(this, other);
    }

    @Override
    public String toString() {
        return operation + ", " + row + ": " + condition;
    }
}
