package dev.pixapi.cloud.cost;

/** One line of a bill: so many of what, in US dollars a month. */
record Line(String name, double quantity, String unit, double dollars) {}
