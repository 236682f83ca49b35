package dev.pixapi.cloud.cost;

import java.util.Locale;

/** What AWS bills Pixapi for. The prices stand in prices.json, by these names in small letters. */
enum Rate {
    API_CALL,
    LAMBDA_REQUEST,
    LAMBDA_ARM_GB_SECOND,
    LAMBDA_X86_GB_SECOND,
    WRITE_UNIT,
    READ_UNIT,
    TABLE_GB,
    TABLE_BACKUP_GB,
    QUEUE_REQUEST,
    S3_PUT,
    S3_GET,
    S3_GB,
    TRANSFER_GB,
    CDN_GB,
    CDN_REQUEST,
    LOG_GB,
    TRACE,
    METRIC,
    ALARM_METRIC,
    DASHBOARD,
    WEB_ACL,
    WEB_ACL_RULE,
    WEB_ACL_REQUEST,
    SECRET;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
