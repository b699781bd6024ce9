/**
 * Brings published data sets into a folder: downloaded, checked, unpacked, and not again once they are there.
 *
 * <p>The flow: {@link io.ssdlab.core.fetch.FetchCatalogue} says what there is and where, {@link
 * io.ssdlab.core.fetch.ArchiveDownloader} gets an archive whose checksum holds, {@link
 * io.ssdlab.core.fetch.TarExtractor} unpacks it, {@link io.ssdlab.core.fetch.DatasetFetcher} puts the result in its place
 * in the {@link io.ssdlab.core.fetch.DataFolder} and notes it in a {@link io.ssdlab.core.fetch.FetchManifest}. Servers and
 * archives are untrusted: never more bytes than expected, no member outside of its folder.
 */
package io.ssdlab.core.fetch;
