package dev.pixapi.emulator;

import dev.pixapi.json.Fields;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jar and the template, which {@code cdk deploy} puts into a bucket before it deploys. */
record Assets(String account, String region) {

    /**
     * @param path below the folder of the template
     */
    record Asset(String path, String bucket, String key) {}

    List<Asset> all() {
        return EmulatorTemplate.file("Pixapi.assets.json")
                .object("files")
                .values()
                .values()
                .stream()
                .map(Fields::of)
                .flatMap(this::assets)
                .toList();
    }

    Asset template() {
        return all().stream()
                .filter(asset -> asset.path().equals(EmulatorTemplate.FILE))
                .findAny()
                .orElseThrow();
    }

    /** Makes the bucket, which on AWS {@code cdk bootstrap} has made. */
    void upload(S3Client s3) {
        all().stream()
                .map(Asset::bucket)
                .distinct()
                .forEach(b -> s3.createBucket(c -> c.bucket(b)));
        all().forEach(asset -> upload(s3, asset));
    }

    private static void upload(S3Client s3, Asset asset) {
        Path file = EmulatorTemplate.FOLDER.resolve(asset.path());
        s3.putObject(
                put -> put.bucket(asset.bucket()).key(asset.key()), RequestBody.fromFile(file));
    }

    private Stream<Asset> assets(Fields file) {
        var path = file.object("source").string("path");
        return file.object("destinations").values().values().stream()
                .map(Fields::of)
                .map(to -> new Asset(path, name(to, "bucketName"), name(to, "objectKey")));
    }

    private String name(Fields destination, String field) {
        return destination
                .string(field)
                .replace("${AWS::AccountId}", account)
                .replace("${AWS::Region}", region);
    }
}
