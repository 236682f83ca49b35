package dev.pixapi.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorReply;
import dev.pixapi.api.HttpRequest;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.media.Retention;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

class AuthenticatorTest {
    private static final AccountId ACCOUNT = AccountId.of("test:acme");
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final CountingKeys keys = new CountingKeys();
    private final SettableClock clock = new SettableClock();
    private final Authenticator authenticator = new Authenticator(keys, clock);
    private final ApiKey key = ApiKey.create(Mode.TEST, RANDOM);

    @Test
    void aKeyMakesItsAccountThePrincipal() {
        add(key);
        var principal = authenticator.authenticate(request("Bearer " + key.text()));
        assertEquals(
                new Principal(
                        ACCOUNT,
                        key.id(),
                        Set.of(Scope.IMAGES),
                        ResponseFormat.B64_JSON,
                        Retention.WEEK),
                principal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER   %s  "})
    void theSchemeHasNoCaseAndSpacesDoNoHarm(String form) {
        add(key);
        assertEquals(
                ACCOUNT, authenticator.authenticate(request(form.formatted(key.text()))).account());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic %s",
                "%s",
                "Bearer %s0",
                "Bearer x%s",
                "Bearer: %s",
                "Bearer %s %s",
                "Token %s",
                "Bearer sk_test_",
                "Bearer sk_live_%s",
                "Bearer \0"
            })
    void whatIsNoKeyIsRefusedWithoutARead(String form) {
        add(key);
        assertRefused(request(form.replace("%s", key.text())));
        assertEquals(0, keys.reads());
    }

    @Test
    void aWrongChecksumIsRefusedWithoutARead() {
        add(key);
        var last = key.text().charAt(55) == '0' ? '1' : '0';
        assertRefused(request("Bearer " + key.text().substring(0, 55) + last));
        assertRefused(
                new HttpRequest("/v1/models", Map.of(), Map.of(), Map.of(), new byte[0], "r"));
        assertEquals(0, keys.reads());
    }

    @Test
    void everyRefusalIsAlikeToTheLastByte() {
        add(key);
        var revoked = ApiKey.create(Mode.TEST, RANDOM);
        add(revoked);
        keys.revoke(revoked.id());
        var unknown = ApiKey.create(Mode.TEST, RANDOM);
        var missing = new HttpRequest("/v1/models", Map.of(), Map.of(), Map.of(), new byte[0], "r");
        var expected = refusal(missing);
        for (var wrong : new ApiKey[] {revoked, unknown, otherSecret(), otherMode()}) {
            assertArrayEquals(expected, refusal(request("Bearer " + wrong.text())));
        }
        assertArrayEquals(expected, refusal(request("Bearer nonsense")));
    }

    @Test
    void anAcceptedKeyIsReadOnceAMinute() {
        add(key);
        accept();
        clock.advance(Duration.ofSeconds(60).minus(MOMENT));
        accept();
        assertEquals(1, keys.reads());
        clock.advance(MOMENT);
        accept();
        assertEquals(2, keys.reads());
    }

    @Test
    void aUseOfAKeyDoesNotProlongItsMinute() {
        add(key);
        for (var second = 0; second <= 60; second += 10) {
            accept();
            clock.advance(Duration.ofSeconds(10));
        }
        assertEquals(2, keys.reads());
    }

    @Test
    void aRevokedKeyWorksForAMinuteAtMost() {
        add(key);
        accept();
        keys.revoke(key.id());
        clock.advance(Duration.ofSeconds(60).minus(MOMENT));
        accept();
        clock.advance(MOMENT);
        assertRefused(request("Bearer " + key.text()));
    }

    @Test
    void anUnknownKeyIsReadOnceInTenSeconds() {
        for (var tries = 0; tries < 5; tries++) {
            assertRefused(request("Bearer " + key.text()));
        }
        assertEquals(1, keys.reads());
        add(key);
        clock.advance(Duration.ofSeconds(10).minus(MOMENT));
        assertRefused(request("Bearer " + key.text()));
        clock.advance(MOMENT);
        accept();
        assertEquals(2, keys.reads());
    }

    @Test
    void aWrongSecretNeitherCostsAReadNorLocksTheRightOneOut() {
        add(key);
        accept();
        for (var tries = 0; tries < 5; tries++) {
            assertRefused(request("Bearer " + otherSecret().text()));
        }
        accept();
        assertEquals(1, keys.reads());
    }

    @Test
    void aTestKeyDoesNotBecomeALiveOne() {
        add(key);
        assertRefused(request("Bearer " + otherMode().text()));
        accept();
    }

    private ApiKey otherSecret() {
        return new ApiKey(Mode.TEST, key.id(), ApiKey.create(Mode.TEST, RANDOM).secret());
    }

    private ApiKey otherMode() {
        return new ApiKey(Mode.LIVE, key.id(), key.secret());
    }

    private void accept() {
        assertEquals(key.id(), authenticator.authenticate(request("Bearer " + key.text())).key());
    }

    private void assertRefused(HttpRequest request) {
        assertThrows(ApiException.class, () -> authenticator.authenticate(request));
    }

    private byte[] refusal(HttpRequest request) {
        var refusal = assertThrows(ApiException.class, () -> authenticator.authenticate(request));
        var reply = ErrorReply.of(refusal, "req_1");
        assertEquals(401, reply.status());
        return reply.body();
    }

    private void add(ApiKey issued) {
        keys.add(
                new KeyRecord(
                        issued.id(),
                        issued.secretHash(),
                        ACCOUNT,
                        Set.of(Scope.IMAGES),
                        ResponseFormat.B64_JSON,
                        Retention.WEEK,
                        true,
                        Instant.EPOCH));
    }

    private static HttpRequest request(String authorization) {
        return new HttpRequest(
                "/v1/models",
                Map.of(),
                Map.of(),
                Map.of("authorization", authorization),
                new byte[0],
                "req_1");
    }
}
