package io.ssdlab.core.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server of one test on this machine, which behaves as badly as it is told. */
final class TestServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch end = new CountDownLatch(1);

    TestServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /** Answers one request. */
    interface Answer {
        void to(HttpExchange request) throws IOException;
    }

    /** Serves a path: the first request gets the first answer and so on, further ones the last. */
    URI serve(String path, Answer... answers) {
        List<Answer> left = new ArrayList<>(List.of(answers));
        server.createContext(path, request -> {
            String range = request.getRequestHeaders().getFirst("Range");
            requests.add(path + (range == null ? "" : " " + range));
            Answer answer;
            synchronized (left) {
                answer = left.size() > 1 ? left.remove(0) : left.get(0);
            }
            try {
                answer.to(request);
            } finally {
                request.close();
            }
        });
        return address(path);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Each request's path, with the range that it asked for. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** A server as it should be. */
    static Answer file(byte[] content) {
        return request -> {
            int from = from(request);
            if (from >= content.length) {
                request.sendResponseHeaders(416, -1);
                return;
            }
            headers(request, from, content.length);
            request.getResponseBody().write(content, from, content.length - from);
        };
    }

    /** One that knows no ranges. */
    static Answer whole(byte[] content) {
        return request -> {
            request.sendResponseHeaders(200, content.length);
            request.getResponseBody().write(content);
        };
    }

    /** One that does not say how much is to come. */
    static Answer ofUnknownLength(byte[] content) {
        return request -> {
            request.sendResponseHeaders(200, 0);
            request.getResponseBody().write(content);
        };
    }

    /** One whose connection breaks after so many bytes. */
    static Answer cut(byte[] content, int after) {
        return request -> {
            int from = from(request);
            headers(request, from, content.length);
            request.getResponseBody().write(content, from, after);
            request.getResponseBody().flush();
        };
    }

    /** One that falls silent after so many bytes. */
    Answer silent(byte[] content, int after) {
        return request -> {
            request.sendResponseHeaders(200, content.length);
            request.getResponseBody().write(Arrays.copyOf(content, after));
            request.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static Answer status(int code) {
        return request -> request.sendResponseHeaders(code, -1);
    }

    static Answer redirect(String location) {
        return request -> {
            request.getResponseHeaders().set("Location", location);
            request.sendResponseHeaders(301, -1);
        };
    }

    /** One that claims to send a part, whatever it was asked for. */
    static Answer part(String contentRange, byte[] content) {
        return request -> {
            request.getResponseHeaders().set("Content-Range", contentRange);
            request.sendResponseHeaders(206, content.length);
            request.getResponseBody().write(content);
        };
    }

    private static int from(HttpExchange request) {
        String range = request.getRequestHeaders().getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=([0-9]+)-", "$1"));
    }

    private static void headers(HttpExchange request, int from, int length) throws IOException {
        if (from > 0) {
            request.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(from, length - 1, length));
        }
        request.sendResponseHeaders(from > 0 ? 206 : 200, length - from);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
