package dev.pixapi.cloud.cost;

import dev.pixapi.lambda.blueprint.TaskUse;

import java.util.List;

/** Images: storing, keeping and sending them. */
final class ImageLines {
    private static final double DAYS_A_MONTH = 30;

    private ImageLines() {}

    static List<Line> of(Month month) {
        var traffic = month.traffic();
        var puts = traffic.sync() * TaskUse.SYNC.puts() + traffic.async() * TaskUse.ASYNC.puts();
        // CloudFront keeps no images, or deleted ones would still be served: it asks S3 each time.
        var gets =
                traffic.sync() * TaskUse.SYNC.gets()
                        + traffic.async() * TaskUse.ASYNC.gets()
                        + traffic.views();
        var sent = Month.gbOfMb(traffic.views() * traffic.of(Option.MB));
        var cdn = month.stack().cdnForMedia();
        return List.of(
                month.line("images, stored", puts, "requests", Rate.S3_PUT),
                month.line("images, read", gets, "requests", Rate.S3_GET),
                month.line("images, kept", kept(month), "GB", Rate.S3_GB),
                month.line("images, sent", sent, "GB", cdn ? Rate.CDN_GB : Rate.TRANSFER_GB),
                month.line("CDN", cdnRequests(month), "requests", Rate.CDN_REQUEST));
    }

    private static double kept(Month month) {
        var traffic = month.traffic();
        var each =
                Month.gbOfMb(traffic.of(Option.MB))
                        + Month.gbOfKb(month.assumed(Assumption.REQUEST_KB));
        return traffic.images() * each * traffic.of(Option.DAYS) / DAYS_A_MONTH;
    }

    private static double cdnRequests(Month month) {
        var traffic = month.traffic();
        return (month.stack().cdnForMedia() ? traffic.views() : 0)
                + (month.stack().cdnForApi() ? traffic.calls() : 0);
    }
}
