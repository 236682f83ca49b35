package dev.pixapi.local.rights;

import static dev.pixapi.local.rights.TestingGuards.assertRefused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.lambda.blueprint.Resource;
import dev.pixapi.lambda.blueprint.Resources;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.util.Map;
import java.util.Set;

/** What a function without a right to rows, indexes or queues is told, as on AWS. */
class GuardedTablesTest {
    private static final Map<String, AttributeValue> ROW =
            Map.of("id", AttributeValue.fromS("task_1"));

    private static TestingSystem system;

    private final TestingGuards guards = new TestingGuards(system);

    @BeforeAll
    static void start() {
        system = TestingSystem.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void whatTheRowAllowsIsDoneAndNoted() {
        var tasks = guards.name(Resources.TASKS);
        guards.as("CancelTask").dynamoDb().get().getItem(get -> get.tableName(tasks).key(ROW));
        assertEquals(Set.of("dynamodb:GetItem on Tasks"), guards.used("CancelTask"));
        assertEquals(Set.of(), guards.refused());
    }

    @ParameterizedTest
    @CsvSource({"ListModels, Tasks", "ListTasks, Accounts", "Worker, Tasks", "Sweeper, Tasks"})
    void aRowIsNotReadWithoutARightToIt(String function, String table) {
        var tables = guards.as(function).dynamoDb().get();
        assertRefused(
                400,
                "AccessDeniedException",
                () -> tables.getItem(get -> get.tableName(table).key(ROW)));
        assertEquals(Set.of(function + ": dynamodb:GetItem on " + table), guards.refused());
        assertEquals(Set.of(), guards.used(function));
    }

    /** A function may know no other name than those of its row, but may guess. */
    @Test
    void aTableOutsideTheBlueprintIsRefused() {
        var tables = guards.as("Provision").dynamoDb().get();
        assertRefused(
                400,
                "AccessDeniedException",
                () -> tables.putItem(put -> put.tableName("Others").item(ROW)));
    }

    @Test
    void anIndexIsARightOfItsOwn() {
        var tasks = guards.name(Resources.TASKS);
        var tables = guards.as("ListTasks").dynamoDb().get();
        for (var index : new String[] {"due", null}) {
            assertRefused(
                    400,
                    "AccessDeniedException",
                    () -> tables.query(query -> query.tableName(tasks).indexName(index)));
        }
        assertEquals(
                Set.of(
                        "ListTasks: dynamodb:Query on Tasks/due",
                        "ListTasks: dynamodb:Query on Tasks"),
                guards.refused());
    }

    /** CancelTask settles, and so puts entries and updates tasks; it opens none. */
    @Test
    void aTransactionIsRefusedForOneItem() {
        var tables = guards.as("CancelTask").dynamoDb().get();
        assertRefused(
                400,
                "AccessDeniedException",
                () ->
                        tables.transactWriteItems(
                                write ->
                                        write.transactItems(
                                                put(Resources.ENTRIES), put(Resources.TASKS))));
        assertEquals(Set.of("CancelTask: dynamodb:PutItem on Tasks"), guards.refused());
    }

    @Test
    void aMessageIsSentOnlyByWhoSendsAny() {
        var url = guards.name(Resources.TASK_QUEUE);
        assertRefused(
                403,
                "AccessDenied",
                () ->
                        guards.as("Generate")
                                .sqs()
                                .get()
                                .sendMessage(send -> send.queueUrl(url).messageBody("{}")));
    }

    /** Of Amazon Bedrock, which knows no other right than the role's. */
    @Test
    void theRolesCredentialsAreForThoseWhoCallProviders() {
        assertThrows(IllegalStateException.class, () -> guards.as("Submit").credentials().get());
    }

    private TransactWriteItem put(Resource table) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(guards.name(table)).item(ROW).build())
                .build();
    }
}
