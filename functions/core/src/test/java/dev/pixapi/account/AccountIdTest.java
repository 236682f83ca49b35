package dev.pixapi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pixapi.api.ApiException;
import dev.pixapi.api.ErrorCode;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.media.Retention;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

class AccountIdTest {
    @Test
    void itIsModeAndName() {
        var account = new AccountId(Mode.TEST, "acme-1_b");
        assertEquals("test:acme-1_b", account.toString());
        assertEquals(account, AccountId.of("test:acme-1_b"));
        assertEquals(
                new AccountId(Mode.LIVE, "a".repeat(40)), AccountId.of("live:" + "a".repeat(40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", "_a", "a b", "a:b", "ä", "a\0", "a\n", "a.b", "../a"})
    void otherNamesAreRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new AccountId(Mode.LIVE, name));
    }

    @Test
    void aNameOfFortyOneCharactersIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new AccountId(Mode.LIVE, "a".repeat(41)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "123456789", "12345678901", "123456789_", "123456789 ", "123456789é"})
    void aKeyIdHasTenBase62Characters(String text) {
        assertThrows(IllegalArgumentException.class, () -> new KeyId(text));
    }

    @Test
    void aPrincipalWithoutTheScopeIsForbidden() {
        var principal =
                new Principal(
                        AccountId.of("test:acme"),
                        new KeyId("0123456789"),
                        Set.of(Scope.IMAGES),
                        ResponseFormat.URL,
                        Retention.MONTH);
        assertEquals(principal, principal.require(Scope.IMAGES));
        var refusal = assertThrows(ApiException.class, () -> principal.require(Scope.ADMIN));
        assertEquals(ErrorCode.MISSING_SCOPE, refusal.code());
    }
}
