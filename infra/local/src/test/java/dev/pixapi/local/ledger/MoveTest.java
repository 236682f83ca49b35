package dev.pixapi.local.ledger;

import static dev.pixapi.local.ledger.TestingLedger.credits;
import static dev.pixapi.local.ledger.TestingTasks.submitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pixapi.account.AccountId;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.ledger.Credits;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/** Credits that move from one shard to another, with both rows in one transaction. */
class MoveTest {
    private static TestingLedger tables;

    /** Of two shards; all its 10 credits are in the first. */
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
    void spread() {
        tables.wire().disturb();
        account = tables.account("10");
        tables.ledger().reshard(account, 2);
    }

    @AfterEach
    void audit() {
        tables.audit(account);
    }

    private boolean move(int from, int to, String credits) {
        return tables.ledger().move(account, from, to, Credits.of(credits));
    }

    private String available() {
        return credits(tables.accountRow(account), "available")
                + " and "
                + credits(tables.accountRow(account, 1), "available");
    }

    @Test
    void whatLeavesOneShardArrivesInTheOther() {
        assertTrue(move(0, 1, "4"));
        assertTrue(move(1, 0, "1.5"));
        assertTrue(move(0, 1, "0.000001"));
        assertEquals("7.499999 and 2.500001", available());
        var shards = tables.ledger().shards(account);
        assertEquals(Credits.of("4.000001"), shards.getFirst().movedOut());
        assertEquals(Credits.of("1.5"), shards.getFirst().movedIn());
        assertEquals(Credits.of("1.5"), shards.getLast().movedOut());
        assertEquals(Credits.of("4.000001"), shards.getLast().movedIn());
        assertTrue(shards.stream().allMatch(shard -> shard.addsUp()));
    }

    @Test
    void allThatAShardHasCanMoveAndNotAMillionthMore() {
        assertFalse(move(0, 1, "10.000001"));
        assertEquals("10 and 0", available());
        assertTrue(move(0, 1, "10"));
        assertFalse(move(0, 1, "0.000001"));
        assertEquals("0 and 10", available());
    }

    @Test
    void whatIsHeldDoesNotMove() {
        tables.open(submitted(account, "a", "4"), 0, 2);
        assertFalse(move(0, 1, "7"));
        assertTrue(move(0, 1, "6"));
        assertEquals("0 and 6", available());
    }

    @Test
    void aFrozenAccountMovesNothing() {
        tables.ledger().freeze(account, "looked into");
        assertFalse(move(0, 1, "4"));
        assertEquals("10 and 0", available());
    }

    /** Which no operation leaves; each row is asked all the same. */
    @Test
    void oneFrozenShardOfTheTwoIsEnough() {
        for (var shard = 0; shard < 2; shard++) {
            freeze(shard, true);
            assertFalse(move(0, 1, "4"));
            freeze(shard, false);
        }
        assertEquals("10 and 0", available());
    }

    private void freeze(int shard, boolean frozen) {
        var key =
                Map.of(
                        "account", AttributeValue.fromS(account.toString()),
                        "shard", AttributeValue.fromN(String.valueOf(shard)));
        tables.dynamoDb()
                .updateItem(
                        update ->
                                update.tableName(tables.name(Resources.ACCOUNTS))
                                        .key(key)
                                        .updateExpression(
                                                frozen ? "SET frozen = account" : "REMOVE frozen"));
    }

    @Test
    void nothingMovesToOrFromAShardThatIsNotThere() {
        assertFalse(move(0, 2, "4"));
        assertFalse(move(2, 0, "4"));
        assertEquals(Map.of(), tables.accountRow(account, 2));
        assertEquals("10 and 0", available());
    }

    @Test
    void aShardIsNotMovedToItself() {
        assertThrows(IllegalArgumentException.class, () -> move(1, 1, "0"));
    }

    @Test
    void ofManyMovesAtOnceThoseAreMadeThatTheCreditsSufficeFor() {
        var moved = Together.<Boolean>run(16, _ -> move(0, 1, "1"));
        assertEquals(10, moved.stream().filter(done -> done).count());
        assertEquals("0 and 10", available());
    }

    @Test
    void movesBothWaysAtOnceLoseNothing() {
        move(0, 1, "5");
        var moved = Together.<Boolean>run(12, i -> move(i % 2, 1 - i % 2, "0.5"));
        assertTrue(moved.stream().allMatch(done -> done));
        assertEquals("5 and 5", available());
    }

    @Test
    void aMoveWhoseReplyIsLostIsOneMove() {
        tables.wire().disturb(new Wire.Fault.LostReply());
        assertTrue(move(0, 1, "4"));
        assertEquals(2, tables.wire().writes());
        assertEquals("6 and 4", available());
    }

    @Test
    void aMoveThatMetConflictsIsMadeOnce() {
        tables.wire().disturb(Wire.cancelled("None", "TransactionConflict"));
        assertTrue(move(0, 1, "4"));
        assertEquals("6 and 4", available());
    }
}
