package dev.pixapi.simulation.world;

import dev.pixapi.account.AccountId;
import dev.pixapi.account.KeyId;
import dev.pixapi.account.Principal;
import dev.pixapi.account.Scope;
import dev.pixapi.api.ApiException;
import dev.pixapi.api.ResponseFormat;
import dev.pixapi.input.Sources;
import dev.pixapi.ledger.Credits;
import dev.pixapi.ledger.Grant;
import dev.pixapi.ledger.TaskId;
import dev.pixapi.media.Retention;
import dev.pixapi.simulation.world.Replies.Reply;
import dev.pixapi.task.Submission;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Those who call: each request, each repeat and each order is a process of its own. */
final class Callers {
    private static final KeyId KEY = new KeyId("0123456789");

    private final World world;
    private final World.Parts parts;
    private final Functions functions;
    private final Replies replies;
    private int waiting;

    Callers(World world, World.Parts parts, Functions functions, Replies replies) {
        this.world = world;
        this.parts = parts;
        this.functions = functions;
        this.replies = replies;
    }

    /** Something that a caller has a process do. */
    private interface Call {
        void make() throws InterruptedException;
    }

    void start(Request request) {
        var number = 0;
        for (var at : request.sentAt()) {
            number++;
            var changed = request.changed() && number == request.sentAt().size();
            at("api " + request.name() + " " + number, at, () -> send(request, changed));
        }
        request.canceledAt()
                .ifPresent(
                        at ->
                                at(
                                        "cancel " + request.name(),
                                        at,
                                        () ->
                                                functions.cancel.cancel(
                                                        account(request), id(request))));
        request.deletedAt()
                .ifPresent(
                        at ->
                                at(
                                        "delete " + request.name(),
                                        at,
                                        () ->
                                                functions.deleteMedia.delete(
                                                        account(request), id(request))));
        number = 0;
        for (var at : request.refundedAt()) {
            var part = "refund-" + number++ / 2;
            at("refund " + request.name() + " " + number, at, () -> refund(request, part));
        }
    }

    void start(Plan.Order order) {
        at(
                "order " + order.kind() + " " + order.id() + " " + order.at(),
                order.at(),
                () -> obey(order));
    }

    /** Whether any is still to come, or under way. */
    boolean areWaiting() {
        return waiting > 0;
    }

    private void at(String name, long millis, Call call) {
        waiting++;
        parts.timeline().start(world.runner(name), millis, () -> make(call));
    }

    private void make(Call call) {
        try {
            call.make();
        } catch (ApiException _) {
            // A refusal, which its caller reads.
        } catch (IllegalStateException _) {
            // An internal error, which its caller is told of.
        } catch (IllegalArgumentException _) {
            // An order that asks for what is not there, which the operator reads.
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            waiting--;
        }
    }

    private void send(Request request, boolean changed) throws InterruptedException {
        try {
            var task =
                    request.sync()
                            ? functions.generate.generate(submission(request, changed)).task()
                            : functions.submit.submit(submission(request, changed)).task();
            var own = task.order().count() == request.images() + (changed ? 1 : 0);
            replies.note(request.name(), own ? new Reply.Shown(task) : new Reply.Foreign(task));
        } catch (ApiException refusal) {
            replies.note(request.name(), new Reply.Refused(refusal.code().wireName()));
        } catch (IllegalStateException _) {
            replies.note(request.name(), new Reply.Broken());
        }
    }

    private Submission submission(Request request, boolean changed) {
        var parameters = Fixtures.parameters(request, changed);
        return new Submission(
                principal(request),
                Fixtures.read(parameters),
                parameters,
                Sources.NONE,
                request.sync() ? "/v1/images/generations" : "/v1/async/images/generations",
                request.key(),
                Retention.MONTH);
    }

    private Principal principal(Request request) {
        return new Principal(
                account(request), KEY, Set.of(Scope.IMAGES), ResponseFormat.URL, Retention.MONTH);
    }

    private AccountId account(Request request) {
        return world.account(request.account());
    }

    private String id(Request request) {
        return TaskId.of(account(request), request.key().orElseThrow()).value();
    }

    /** One credit of the charge. */
    private void refund(Request request, String part) {
        var id = TaskId.of(account(request), request.key().orElseThrow());
        functions.correct.refund(account(request), id, part, Optional.of(Credits.of("1")));
    }

    private void obey(Plan.Order order) {
        var account = world.account(order.account());
        switch (order.kind()) {
            case GRANT -> parts.ledger().grant(grant(order));
            case FREEZE -> functions.correct.freeze(account, "an order");
            case UNFREEZE -> functions.correct.unfreeze(account);
            case RESHARD -> functions.correct.reshard(account, (int) order.credits());
        }
    }

    private Grant grant(Plan.Order order) {
        var now = parts.clock().instant();
        return new Grant(
                world.account(order.account()),
                order.id(),
                new Credits(order.credits()),
                now,
                order.life() == 0
                        ? Optional.empty()
                        : Optional.of(now.plus(Duration.ofMillis(order.life()))),
                0);
    }
}
