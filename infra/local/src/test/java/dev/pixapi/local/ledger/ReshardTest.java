package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.NOW;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.ledger.BrokenRow;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.OpenOutcome;
import dev.pixapi.ledger.OpenOutcome.Frozen;
import dev.pixapi.ledger.OpenOutcome.Opened;
import dev.pixapi.ledger.OpenOutcome.Resharded;
import dev.pixapi.ledger.Settlement;
import dev.pixapi.ledger.Shard;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account that gets more rows while it is used. */
class ReshardTest {
    private static TestingLedger tables;

    private AccountId account;

    @BeforeAll
    static void start() {
        tables = new TestingLedger();
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    @BeforeEach
    void newAccount() {
        tables.wire().disturb();
        account = tables.account("10");
    }

    private List<Shard> shards() {
        return tables.ledger().shards(account);
    }

    private void reshard(int shards) {
        tables.ledger().reshard(account, shards);
    }

    @Test
    void newShardsAreEmptyAndHaveTheirPartOfTheTasks() {
        tables.open(submitted(account, "a", "4"));
        reshard(3);
        assertEquals(List.of(34L, 33L, 33L), shards().stream().map(Shard::mostTasks).toList());
        assertEquals("available 6, held 4, spent 0, tasks 1", tables.counters(account, 0));
        assertEquals("available 0, held 0, spent 0, tasks 0", tables.counters(account, 1));
        assertEquals("available 0, held 0, spent 0, tasks 0", tables.counters(account, 2));
        tables.audit(account);
    }

    @Test
    void moreShardsKeepWhatTheEarlierOnesHave() {
        reshard(2);
        tables.ledger().move(account, 0, 1, Credits.of("4"));
        tables.open(submitted(account, "a", "3"), 1, 2);
        reshard(5);
        assertEquals("available 6, held 0, spent 0, tasks 0", tables.counters(account, 0));
        assertEquals("available 1, held 3, spent 0, tasks 1", tables.counters(account, 1));
        assertEquals(100, shards().stream().mapToLong(Shard::mostTasks).sum());
        tables.audit(account);
    }

    @Test
    void aTaskFromBeforeIsSettledWhereItHolds() {
        var task = tables.open(submitted(account, "a", "4"));
        reshard(4);
        tables.ledger().settle(task, Settlement.completed(Credits.of("3"), NOW));
        assertEquals("available 7, held 0, spent 3, tasks 0", tables.counters(account, 0));
        tables.audit(account);
    }

    @Test
    void asManyOrFewerChangeNothing() {
        reshard(3);
        var before = shards();
        tables.wire().disturb();
        reshard(3);
        reshard(2);
        reshard(1);
        assertEquals(before, shards());
        assertEquals(0, tables.wire().writes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void anAccountHasOneToSixtyFourShards(int shards) {
        assertThrows(IllegalArgumentException.class, () -> reshard(shards));
        assertEquals(1, shards().size());
    }

    @Test
    void sixtyFourShardsAreReadAndWrittenTogether() {
        reshard(64);
        assertEquals(64, shards().size());
        assertEquals(100, shards().stream().mapToLong(Shard::mostTasks).sum());
        tables.audit(account);
    }

    @Test
    void anAccountThatIsNotThereGetsNoShards() {
        var nobody = tables.newName();
        assertThrows(IllegalArgumentException.class, () -> tables.ledger().reshard(nobody, 2));
        assertEquals(Map.of(), tables.accountRow(nobody));
    }

    @Test
    void theNewShardsOfAFrozenAccountAreFrozen() {
        tables.ledger().freeze(account, "looked into");
        reshard(2);
        assertEquals(
                List.of(Optional.of("looked into"), Optional.of("looked into")),
                shards().stream().map(Shard::frozen).toList());
        assertEquals(new Frozen(), tables.ledger().open(submitted(account, "a", "0").in(1), 2));
        assertTrue(tables.ledger().unfreeze(account));
        tables.open(submitted(account, "a", "0"), 1, 2);
        tables.audit(account);
    }

    @Test
    void ofManyAtOnceTheMostAreMadeAndNoneFails() {
        Together.run(
                6,
                i -> {
                    reshard(2 + i);
                    return i;
                });
        assertEquals(7, shards().size());
        assertEquals(100, shards().stream().mapToLong(Shard::mostTasks).sum());
        tables.audit(account);
    }

    @Test
    void shardsThatSomebodyElseMakesInBetweenAreEnough() {
        tables.wire().disturb(Wire.meanwhile(() -> reshard(4)));
        reshard(3);
        assertEquals(4, shards().size());
        tables.wire().disturb(Wire.meanwhile(() -> reshard(5)));
        reshard(7);
        assertEquals(7, shards().size());
        tables.audit(account);
    }

    @Test
    void anAccountThatIsFrozenOrUnfrozenInBetweenIsSoInAllItsShards() {
        tables.wire().disturb(Wire.meanwhile(() -> tables.ledger().freeze(account, "found")));
        reshard(2);
        assertEquals(List.of(Optional.of("found")), reasons());
        tables.wire().disturb(Wire.meanwhile(() -> tables.ledger().unfreeze(account)));
        reshard(3);
        assertEquals(List.of(Optional.empty()), reasons());
        tables.ledger().freeze(account, "again");
        tables.wire().disturb(Wire.meanwhile(this::freezeForAnotherReason));
        reshard(4);
        assertEquals(List.of(Optional.of("another")), reasons());
    }

    private void freezeForAnotherReason() {
        tables.ledger().unfreeze(account);
        tables.ledger().freeze(account, "another");
    }

    private List<Optional<String>> reasons() {
        return shards().stream().map(Shard::frozen).distinct().toList();
    }

    @Test
    void shardsThatAreMadeAmidAFreezeAreFrozenAndAmidItsEndAreNot() {
        tables.wire().disturb(Wire.meanwhile(() -> reshard(2)));
        tables.ledger().freeze(account, "found");
        assertEquals(List.of(Optional.of("found")), reasons());
        tables.wire().disturb(Wire.meanwhile(() -> reshard(3)));
        assertTrue(tables.ledger().unfreeze(account));
        assertEquals(List.of(Optional.empty()), reasons());
    }

    @Test
    void aFreezeAtTheSameTimeFreezesAllShards() {
        for (var round = 2; round < 10; round++) {
            var shards = round;
            Together.run(
                    2,
                    i -> {
                        if (i == 0) {
                            tables.ledger().freeze(account, "looked into");
                        } else {
                            reshard(shards);
                        }
                        return i;
                    });
            assertEquals(
                    List.of(Optional.of("looked into")),
                    shards().stream().map(Shard::frozen).distinct().toList());
            tables.ledger().unfreeze(account);
        }
    }

    @Test
    void holdsAtTheSameTimeAreHeldOrLearnOfTheShards() {
        var outcomes =
                Together.<Optional<OpenOutcome>>run(
                        8,
                        i -> {
                            if (i == 4) {
                                reshard(2);
                                return Optional.empty();
                            }
                            return Optional.of(
                                    tables.ledger().open(submitted(account, "task " + i, "1")));
                        });
        var opened = outcomes.stream().flatMap(Optional::stream).toList();
        var held = Together.count(opened, Opened.class);
        assertEquals(7 - held, Together.count(opened, Resharded.class));
        tables.audit(account);
    }

    @Test
    void aRowThatIsLeftOfAnotherTimeIsNotWrittenOver() {
        var left = new HashMap<>(tables.accountRow(account));
        left.put("shard", AttributeValue.fromN("1"));
        tables.put(Resources.ACCOUNTS, left);
        assertThrows(BrokenRow.class, () -> reshard(2));
        assertEquals(1, shards().size());
        assertEquals(left, tables.accountRow(account, 1));
    }

    @Test
    void aReshardWhoseEveryReplyIsLostIsFoundWhenItIsRepeated() {
        var lost = new Wire.Fault.LostReply();
        tables.wire().disturb(lost, lost, lost);
        assertThrows(SdkClientException.class, () -> reshard(3));
        reshard(3);
        assertEquals(3, shards().size());
        tables.audit(account);
    }

    @Test
    void aReshardThatMetConflictsIsDoneOnce() {
        tables.wire().disturb(Wire.cancelled("TransactionConflict", "None", "None"));
        reshard(3);
        assertEquals(2, tables.wire().writes());
        tables.audit(account);
    }
}
