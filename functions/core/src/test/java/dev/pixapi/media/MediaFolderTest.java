package dev.pixapi.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaFolderTest {
    @ParameterizedTest
    @CsvSource({
        "images/30d/task_1/ab/1-0.png, true",
        "images/30d/task_1/a..b/1-0.png, true",
        "tasks/30d/task_1/ab/request.json, false",
        "images, false",
        "images/../tasks/30d/task_1/ab/request.json, false",
        "images/./../tasks/30d/task_1/ab/request.json, false",
        "images/30d/.., false",
        "images//../../tasks/30d/task_1/ab/request.json, false"
    })
    void aNameThatLeadsElsewhereIsNotOfTheFolder(String key, boolean has) {
        assertEquals(has, MediaFolder.IMAGES.has(key));
    }
}
