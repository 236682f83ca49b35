package dev.pixapi.cloud.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.cloud.PlannedStack;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines reckoned by hand, at the list prices of November 2026. */
class BillTest {
    private static final double CENT = 0.01;

    /** A million requests: 250,000 images of 12 seconds by workers, each asked for three times. */
    private static final Traffic MILLION =
            new Traffic(Map.of(Option.IMAGES, 250_000.0, Option.SYNC, 0.0));

    private static final Traffic WAITED_FOR =
            new Traffic(Map.of(Option.IMAGES, 250_000.0, Option.SYNC, 100.0));

    @Test
    void aMillionRequestsCostThreeAndAHalfDollarsAtTheGateway() {
        var line = line(bill(MILLION), "API requests");
        assertEquals(1_000_000, line.quantity());
        assertEquals(3.50, line.dollars(), CENT);
    }

    /** 250,000 x 12.5 s x 1 GB = 3,125,000 GB-s, at $13.3334 a million: twice that of 512 MB. */
    @Test
    void waitingIsBilledByTheMemoryOfWhoeverWaits() {
        assertEquals(41.67, line(bill(MILLION), "workers wait").dollars(), CENT);
        assertEquals(41.67, line(bill(WAITED_FOR), "callers wait").dollars(), CENT);
        var x86 = bill(MILLION, stack(false, Map.of()));
        assertEquals(52.08, line(x86, "workers wait").dollars(), CENT);
    }

    /** 14 units each by a worker, 13 where the caller waits; $0.625 a million. */
    @Test
    void theLedgerIsBilledByTheUnitsThatTheTestsCount() {
        assertEquals(3_500_000, line(bill(MILLION), "ledger, written").quantity());
        assertEquals(2.19, line(bill(MILLION), "ledger, written").dollars(), CENT);
        assertEquals(3_250_000, line(bill(WAITED_FOR), "ledger, written").quantity());
    }

    /** A heartbeat every 20 seconds is one unit more. */
    @Test
    void aSlowImageCostsItsHeartbeats() {
        var slow =
                new Traffic(
                        Map.of(Option.IMAGES, 1_000.0, Option.SYNC, 100.0, Option.SECONDS, 45.0));
        assertEquals(15_000, line(bill(slow), "ledger, written").quantity());
    }

    /** 250,000 images of 1.5 MB are 366 GB: $0.085 each through the CDN, $0.09 without. */
    @Test
    void imagesAreSentByTheCdnWhereTheStageHasOne() {
        assertEquals(31.13, line(bill(MILLION), "images, sent").dollars(), CENT);
        assertEquals(0.25, line(bill(MILLION), "CDN").dollars(), CENT);
        var without = bill(MILLION, new PlannedStack("s", true, true, false, false, resources()));
        assertEquals(32.96, line(without, "images, sent").dollars(), CENT);
        assertFalse(has(without, "CDN"));
    }

    @Test
    void aCdnInFrontOfTheApiIsAskedForEachRequestToo() {
        var all = bill(MILLION, new PlannedStack("s", true, true, true, true, resources()));
        assertEquals(1_250_000, line(all, "CDN").quantity());
    }

    /** 367 GB for 30 days at $0.023; for a day, a thirtieth of it. */
    @Test
    void imagesAreKeptForTheirDays() {
        assertEquals(8.44, line(bill(MILLION), "images, kept").dollars(), CENT);
        var day = new Traffic(Map.of(Option.IMAGES, 250_000.0, Option.SYNC, 0.0, Option.DAYS, 1.0));
        assertEquals(8.44 / 30, line(bill(day), "images, kept").dollars(), CENT);
    }

    /** X-Ray records the first request of each second, 2,628,000 a month, and 5 % of the others. */
    @Test
    void tracesAreSampledOnlyWhenThereAreMany() {
        assertEquals(5.00, line(bill(MILLION), "X-Ray").dollars(), CENT);
        var many = new Traffic(Map.of(Option.OTHER, 12_628_000.0));
        assertEquals(3_128_000, line(bill(many), "X-Ray").quantity());
        var untraced = new PlannedStack("s", true, false, true, false, resources());
        assertFalse(has(bill(MILLION, untraced), "X-Ray"));
    }

    /** Two queues x 5 connections x 3 a minute x 43,800 minutes. */
    @Test
    void anIdleStagePaysForItsQueuesItsSecretAndItsClock() {
        var idle = bill(Traffic.NONE, stack(true, resources("AWS::SecretsManager::Secret")));
        assertEquals(List.of(), idle.byTraffic());
        assertEquals(1_314_000, line(idle, "queues, asked for work").quantity());
        assertEquals(0.53, line(idle, "queues, asked for work").dollars(), CENT);
        assertEquals(0.40, line(idle, "secrets").dollars(), CENT);
        // 43,800 sweeps x 0.2 s x 0.5 GB = 4,380 GB-s.
        assertEquals(0.06, line(idle, "Sweeper").dollars(), CENT);
        // The auditor looks every ten minutes, at no account.
        assertEquals(1.27, idle.total(), CENT);
    }

    @Test
    void whatStandsIsCountedInTheTemplate() {
        var resources =
                Map.<String, Object>of(
                        "Simple",
                        resource("AWS::CloudWatch::Alarm", Map.of("MetricName", "Errors")),
                        "Formula",
                        resource(
                                "AWS::CloudWatch::Alarm",
                                Map.of(
                                        "Metrics",
                                        List.of(
                                                Map.of("Id", "a", "MetricStat", Map.of()),
                                                Map.of("Id", "b", "MetricStat", Map.of()),
                                                Map.of("Id", "c", "Expression", "a / b")))),
                        "Dashboard",
                        resource("AWS::CloudWatch::Dashboard", Map.of()),
                        "Firewall",
                        resource(
                                "AWS::WAFv2::WebACL",
                                Map.of("Rules", List.of(Map.of(), Map.of()))));
        var bill = bill(MILLION, stack(true, Map.of("Resources", resources)));
        assertEquals(3, line(bill, "alarms").quantity());
        assertEquals(3.00, line(bill, "dashboards").dollars(), CENT);
        assertEquals(5.00, line(bill, "WAF").dollars(), CENT);
        assertEquals(2.00, line(bill, "WAF, rules").dollars(), CENT);
        assertEquals(0.60, line(bill, "WAF, requests").dollars(), CENT);
        assertFalse(has(bill, "metrics"));
    }

    @Test
    void metricsOfOurOwnAreBilledWhereFunctionsWriteThem() {
        var variables = Map.of("Variables", Map.of("PIXAPI_METRICS_NAMESPACE", "pixapi-prod"));
        var function = resource("AWS::Lambda::Function", Map.of("Environment", variables));
        var stack = stack(true, Map.of("Resources", Map.of("Generate", function)));
        assertEquals(16, line(bill(MILLION, stack), "metrics").quantity());
        assertEquals(1, line(bill(Traffic.NONE, stack), "metrics").quantity());
    }

    @Test
    void theTotalIsTheSumOfAllLines() {
        var bill = bill(MILLION);
        var sum =
                Stream.concat(bill.byTraffic().stream(), bill.standing().stream())
                        .mapToDouble(Line::dollars)
                        .sum();
        assertEquals(sum, bill.total(), 1e-9);
        assertTrue(sum > 90 && sum < 110, "about a hundred dollars: " + sum);
    }

    private static Bill bill(Traffic traffic) {
        return bill(traffic, stack(true, resources()));
    }

    private static Bill bill(Traffic traffic, PlannedStack stack) {
        return Bill.of(new Month(PriceList.read(), stack, traffic));
    }

    private static PlannedStack stack(boolean onArm, Map<String, Object> template) {
        var whole = template.isEmpty() ? resources() : template;
        return new PlannedStack("pixapi-test", onArm, true, true, false, whole);
    }

    /** A template with one resource of each type. */
    private static Map<String, Object> resources(String... types) {
        return Map.of(
                "Resources",
                Stream.of(types)
                        .collect(Collectors.toMap(type -> type, type -> resource(type, Map.of()))));
    }

    private static Map<String, Object> resource(String type, Map<String, Object> properties) {
        return Map.of("Type", type, "Properties", properties);
    }

    private static boolean has(Bill bill, String name) {
        return all(bill).anyMatch(line -> line.name().equals(name));
    }

    private static Line line(Bill bill, String name) {
        return all(bill).filter(line -> line.name().equals(name)).findAny().orElseThrow();
    }

    private static Stream<Line> all(Bill bill) {
        return Stream.concat(bill.byTraffic().stream(), bill.standing().stream());
    }
}
