package dev.pixapi.local.conformance;

import dev.pixapi.ledger.AccountStore;
import dev.pixapi.ledger.Ledger;
import dev.pixapi.ledger.TaskStore;

/** The ports to what is kept: of the model, or of DynamoDB. */
record Side(Ledger ledger, TaskStore tasks, AccountStore accounts) {}
