package dev.pixapi.provider;

/**
 * A place that makes images. Makes one call, with no retry; never throws for what the far side
 * does.
 */
public interface ImageProvider {
    /**
     * @throws InterruptedException when the runner is told to stop; the outcome is then unknown
     */
    ProviderOutcome generate(ProviderCall call) throws InterruptedException;
}
