package dev.pixapi.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pixapi.account.ApiKey;
import dev.pixapi.account.KeyId;
import dev.pixapi.account.Mode;
import dev.pixapi.local.TestingSystem;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Keys that are malformed, unknown, revoked or somebody else's. */
@ExtendWith(OneSystem.class)
class KeysTest {
    private static final int CREDITS = 100;
    private static final Refusal UNAUTHORIZED = Refusal.of(401, "invalid_api_key");

    private static TestingSystem system;

    private final Caller caller = Caller.of(system, CREDITS);

    @BeforeAll
    static void use(TestingSystem shared) {
        system = shared;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Basic YTpi",
                "%s",
                "Token %s",
                "Bearer %sx",
                "Bearer x%s",
                "Bearer %s,%s",
                "Bearer sk_test_",
                "Bearer null",
                "Bearer ../../etc/passwd"
            })
    void aMalformedKeyIsRefused(String form) {
        assertUnauthorized("Authorization", form.replace("%s", caller.key()));
        caller.assertUntouched(CREDITS);
    }

    @Test
    void aRequestWithoutAKeyIsRefused() {
        assertUnauthorized("x-api-key", caller.key());
        assertUnauthorized("Cookie", "key=" + caller.key());
    }

    @Test
    void aKeyInTheQueryIsNoKey() {
        UNAUTHORIZED.assertIn(system.send(plain("/v1/models?key=" + caller.key()).GET()));
    }

    @Test
    void anUnknownKeyAWrongSecretAndAnotherModeAreRefused() {
        var right = ApiKey.parse(caller.key()).orElseThrow();
        var random = ApiKey.create(Mode.TEST, RandomGenerator.getDefault());
        var wrongKeys =
                new ApiKey[] {
                    random,
                    new ApiKey(Mode.TEST, right.id(), random.secret()),
                    new ApiKey(Mode.TEST, new KeyId("0000000000"), right.secret()),
                    new ApiKey(Mode.LIVE, right.id(), right.secret())
                };
        for (var wrong : wrongKeys) {
            assertUnauthorized("Authorization", "Bearer " + wrong.text());
        }
        caller.assertUntouched(CREDITS);
    }

    @Test
    void aRevokedKeyIsRefusedAndTheAccountsOthersWork() {
        var key = caller.anotherKey();
        var revoked =
                system.invoke(
                        "Provision",
                        Map.of(
                                "mode", "test",
                                "account", caller.account(),
                                "revoke", key.string("key_id")));
        assertEquals(true, revoked.values().get("revoked"));
        assertUnauthorized("Authorization", "Bearer " + key.string("key"));
        caller.assertUntouched(CREDITS);
    }

    /** Every endpoint asks for the key first, whatever else is wrong. */
    private static void assertUnauthorized(String header, String value) {
        var paths = new HashMap<String, String>();
        Caller.PATHS.forEach(path -> paths.put(path, "POST"));
        paths.put("/v1/tasks/" + "task_01ARZ3NDEKTSV4RRFFQ69G5FAV" + "/cancel", "POST");
        for (var path :
                new String[] {
                    "/v1/models",
                    "/v1/models/x",
                    "/v1/tasks",
                    "/v1/tasks/x?wait=99",
                    "/v1/credits",
                    "/v1/credits/entries?limit=0"
                }) {
            paths.put(path, "GET");
        }
        paths.forEach(
                (path, method) ->
                        UNAUTHORIZED.assertIn(
                                system.send(
                                        plain(path)
                                                .header(header, value)
                                                .method(method, BodyPublishers.ofString("{")))));
    }

    private static HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(system.url().resolve(path));
    }
}
