package dev.pixapi.ledger;

/** Why a task failed, as its caller reads it: an error code of the API, and a message. */
public record Failure(String code, String message) {}
