package io.ssdlab.report.page;

import io.ssdlab.report.figure.Markup;
import io.ssdlab.report.figure.PaintStyles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * What all pages of a report share: the style sheet, the switch between light and dark, and a content security policy under which a
 * browser loads nothing but the pictures beside the page. Immutable.
 */
final class PageFrame {

    private final String style;
    private final String script;
    private final String policy;

    PageFrame() {
        this.style =
                """
                :root { color-scheme: light; %1$s }
                @media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; %2$s } }
                @media screen { :root[data-theme=light] { color-scheme: light; %1$s } }
                @media screen { :root[data-theme=dark] { color-scheme: dark; %2$s } }
                .photo, .key svg { %1$s }
                %3$s%4$s""".formatted(PaintStyles.light(), PaintStyles.dark(), PaintStyles.classes(), resource("report.css"));
        this.script = resource("theme.js");
        this.policy =
                "default-src 'none'; img-src 'self'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                        .formatted(digest(style), digest(script));
    }

    /**
     * A whole page.
     *
     * @param title of the page, text
     * @param links as seen from it
     * @param refresh after how many seconds a browser loads it again
     * @param body its content
     */
    String page(String title, Links links, Optional<Integer> refresh, Markup body) {
        Markup page = new Markup();
        page.open("html", "lang", "en").open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "referrer", "content", "no-referrer");
        refresh.ifPresent(seconds -> page.empty("meta", "http-equiv", "refresh", "content", seconds.toString()));
        page.element("title", title);
        page.open("style").raw(style).close("style");
        page.close("head").open("body");
        page.element("a", "To the content", "class", "skip", "href", "#content");
        page.open("header").open("nav", "aria-label", "Report");
        page.element("a", "ssdlab report", "class", "home", "href", links.to(Links.INDEX));
        page.close("nav");
        page.element("button", "Light or dark", "id", "theme", "type", "button", "hidden", "hidden");
        page.close("header");
        page.open("main", "id", "content").add(body).close("main");
        page.open("script").raw(script).close("script");
        return "<!DOCTYPE html>\n" + page.close("body").close("html");
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = PageFrame.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
