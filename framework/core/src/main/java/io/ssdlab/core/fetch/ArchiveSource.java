package io.ssdlab.core.fetch;

import io.ssdlab.spi.Setting;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** An archive on the web. The checksum tells what is in it, so that it may come from any of its addresses. */
public record ArchiveSource(
        @Setting("The name of the file.") String file,

        @Setting(value = "Its length in bytes.", min = 1) long bytes,

        @Setting("Its SHA-256, 64 lower-case hexadecimal digits.")
        String sha256,

        @Setting("Where it can be had, the first choice first.")
        List<URI> urls) {

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public ArchiveSource {
        urls = List.copyOf(urls);
        require(FILE.matcher(file).matches(), "file " + file + " is no plain file name");
        require(SHA_256.matcher(sha256).matches(), "sha256 has not 64 lower-case hexadecimal digits");
        require(!urls.isEmpty(), "urls has no address");
        for (URI url : urls) {
            require(
                    Set.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getHost() != null,
                    url + " is no http or https address");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
