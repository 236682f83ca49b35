package dev.pixapi.form;

import java.util.List;
import java.util.Map;

/**
 * A form that was uploaded as multipart/form-data.
 *
 * @param fields the texts, by name; of a name that is there twice, the last
 * @param files the parts whose names are names of files, in their order
 */
public record Form(Map<String, String> fields, List<FilePart> files) {

    /** A file: the name of its part, what the client called it, its bytes. */
    public record FilePart(String name, String fileName, byte[] bytes) {}
}
