package dev.pixapi.lambda.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.json.Fields;
import dev.pixapi.json.Json;
import dev.pixapi.json.MalformedJson;
import dev.pixapi.ledger.Balance;
import dev.pixapi.ledger.Changes;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Shard;
import dev.pixapi.ledger.TaskId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Orders are JSON with single quotes, for an account of two rows. */
class CorrectionTest {
    private static final TaskId TASK = new TaskId("task_01ARZ3NDEKTSV4RRFFQ69G5FAV");

    @Test
    void aRefundNamesItsCreditsOrMeansAllThatIsLeft() throws MalformedJson {
        assertEquals(
                new Correction.Refund(TASK, "t-1", Optional.of(Credits.of("2.5"))),
                read("'refund': {'task': '" + TASK + "', 'id': 't-1', 'credits': 2.5}"));
        assertEquals(
                new Correction.Refund(TASK, "t-1", Optional.empty()),
                read("'refund': {'task': '" + TASK + "', 'id': 't-1'}"));
    }

    @Test
    void anAdjustmentChangesWhatItNamesInTheFirstRowUnlessItSaysAnother() throws MalformedJson {
        assertEquals(
                new Correction.Adjust("a", 0, new Changes(1, -2, 3_000_000, -4_500_000, 5, 6)),
                read(
                        "'adjust': {'id': 'a', 'available': 0.000001, 'held': -0.000002, 'spent': 3,"
                                + " 'granted': -4.5, 'expired': 5e-6, 'refunded': 0.000006}"));
        assertEquals(
                new Correction.Adjust("a", 1, new Changes(0, 1_000_000, 0, 0, 0, 0)),
                read("'adjust': {'id': 'a', 'shard': 1, 'held': 1}"));
    }

    @Test
    void theOthersAreAWordEach() throws MalformedJson {
        assertEquals(new Correction.Freeze("a doubt"), read("'freeze': 'a doubt'"));
        assertEquals(new Correction.Unfreeze(), read("'unfreeze': true"));
        assertEquals(new Correction.Reshard(2), read("'shards': 2"));
        assertEquals(new Correction.Reshard(16), read("'shards': 16"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'reason': 'x'                             | reason is no correction",
                "'freeze': 'x', 'unfreeze': true           | one of refund, freeze",
                "'freeze': ' '                             | freeze is a reason",
                "'freeze': 1                               | freeze is not a String",
                "'unfreeze': false                         | unfreeze is true",
                "'unfreeze': 'yes'                         | unfreeze is not a Boolean",
                "'shards': 1                               | shards is from 2, which it has, to 16",
                "'shards': 17                              | shards is from 2, which it has, to 16",
                "'shards': 2.5                             | shards is a whole number",
                "'refund': 'all'                           | refund is not a Map",
                "'refund': {'id': 'r'}                     | task is not a String",
                "'refund': {'task': 'task_1', 'id': 'r'}   | refund.task is the id of a task",
                "'refund': {'task': '$', 'credits': 1}     | id is not a String",
                "'refund': {'task': '$', 'id': 'r', 'credits': 0}   | refund.credits is more than",
                "'refund': {'task': '$', 'id': 'r', 'credits': -1}  | refund.credits is more than",
                "'refund': {'task': '$', 'id': 'r', 'credits': '1'} | credits is not a Number",
                "'refund': {'task': '$', 'id': 'r', 'credits': 1e-7} | refund.credits is a number",
                "'refund': {'task': '$', 'id': 'r', 'credits': 1e99} | refund.credits is a number",
                "'refund': {'task': '$', 'id': 'r', 'credit': 1}  | refund has no [credit]",
                "'adjust': {'held': 1}                     | id is not a String",
                "'adjust': {'id': 'a'}                     | adjust changes one of",
                "'adjust': {'id': 'a', 'held': 0}          | adjust changes one of",
                "'adjust': {'id': 'a', 'hold': 1}          | adjust has no [hold]",
                "'adjust': {'id': 'a', 'held': 1e-7}       | adjust.held is a number with six",
                "'adjust': {'id': 'a', 'held': 1, 'shard': 2}   | adjust.shard is from 0 to 1",
                "'adjust': {'id': 'a', 'held': 1, 'shard': -1}  | adjust.shard is from 0 to 1",
                "'adjust': {'id': 'a', 'held': 1, 'shard': 0.5} | adjust.shard is a whole number",
            })
    void whatIsWrongIsToldByTheNameOfItsField(String order, String told) {
        var wrong = assertThrows(IllegalArgumentException.class, () -> read(order));
        assertEquals(told, wrong.getMessage().substring(0, told.length()));
    }

    @Test
    void anOrderSaysWhatIsToBeDone() {
        assertThrows(IllegalArgumentException.class, () -> Correction.of(Fields.EMPTY, rows()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void aReasonHasTwoHundredCharactersAtMost(int length) {
        assertThrows(
                IllegalArgumentException.class, () -> CorrectionReader.freeze("x".repeat(length)));
    }

    private static Correction read(String order) throws MalformedJson {
        var json = "{'mode': 'live', 'account': 'acme', " + order.replace("$", TASK.value()) + "}";
        return Correction.of(new Fields(Json.object(json.replace('\'', '"'))), rows());
    }

    private static List<Shard> rows() {
        var none = Credits.ZERO;
        var balance = new Balance(none, none, none, none, none, none);
        return Collections.nCopies(
                2, new Shard(0, balance, none, none, 0, 100, Optional.empty()));
    }
}
