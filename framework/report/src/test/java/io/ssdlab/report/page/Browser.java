package io.ssdlab.report.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser without a window that pages are opened in, and keys pressed, through Chromium's DevTools protocol. For one thread. */
final class Browser implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 60;
    private static final Map<String, Integer> KEYS = Map.of("Tab", 9, "Enter", 13, "Escape", 27);

    private final Process process;
    private final WebSocket socket;
    private final Conversation conversation;

    private Browser(Process process, WebSocket socket, Conversation conversation) {
        this.process = process;
        this.socket = socket;
        this.conversation = conversation;
    }

    /** The browser on the path; without one, the test is left out. */
    static Path executable() {
        Optional<Path> found = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "no chromium on the PATH: the report is not opened in a browser");
        return found.get();
    }

    /** @param profile an empty folder of its own */
    static Browser start(Path profile) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        executable().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--disable-background-networking",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            HttpClient client = HttpClient.newHttpClient();
            Conversation conversation = new Conversation();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(page(client, place(process.errorReader())), conversation)
                    .get(SECONDS, TimeUnit.SECONDS);
            Browser browser = new Browser(process, socket, conversation);
            for (String domain : List.of("Page", "Runtime", "Log")) {
                browser.send(domain + ".enable", Map.of());
            }
            return browser;
        } catch (IOException | ExecutionException | TimeoutException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static String place(BufferedReader errors) throws IOException {
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread drain = new Thread(() -> errors.lines().forEach(rest -> {}), "browser's messages");
                drain.setDaemon(true);
                drain.start();
                return listening.group(1);
            }
        }
        throw new IOException("the browser ended without listening");
    }

    private static URI page(HttpClient client, String place) throws IOException, InterruptedException {
        String list = client.send(
                        HttpRequest.newBuilder(URI.create("http://" + place + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode target : JSON.readTree(list)) {
            if (target.path("type").asText().equals("page")) {
                return URI.create(target.path("webSocketDebuggerUrl").asText());
            }
        }
        throw new IOException("the browser has no page: " + list);
    }

    /** Opens a page and waits until all of it is there. */
    void open(Path page) throws Exception {
        CompletableFuture<Void> loaded = conversation.nextLoad();
        send("Page.navigate", Map.of("url", page.toUri().toString()));
        loaded.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until the page has loaded itself again. */
    void awaitReload() throws Exception {
        conversation.nextLoad().get(SECONDS, TimeUnit.SECONDS);
    }

    /** A screen of so many pixels. */
    void resize(int width, int height) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What an expression has for a value. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer = send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError("%s: %s".formatted(expression, answer.get("exceptionDetails")));
        }
        return answer.path("result").path("value");
    }

    /** Presses and releases a key: Tab, Enter or Escape. */
    void press(String key) throws Exception {
        for (String type : List.of(key.equals("Enter") ? "keyDown" : "rawKeyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            key,
                            "windowsVirtualKeyCode",
                            KEYS.get(key),
                            "text",
                            type.equals("keyDown") ? "\r" : ""));
        }
    }

    /** Moves the pointer. */
    void point(double x, double y) throws Exception {
        send("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    /** What the console was told. */
    List<String> console() {
        return List.copyOf(conversation.console);
    }

    private JsonNode send(String method, Map<String, Object> parameters) throws Exception {
        int id = conversation.last.incrementAndGet();
        CompletableFuture<JsonNode> answer = conversation.expect(id);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        JsonNode told = answer.get(SECONDS, TimeUnit.SECONDS);
        if (told.has("error")) {
            throw new AssertionError("%s: %s".formatted(method, told.get("error")));
        }
        return told.path("result");
    }

    @Override
    public void close() {
        socket.abort();
        process.destroyForcibly().onExit().join();
    }

    /** Answers and events, as the browser sends them in pieces. */
    private static final class Conversation implements WebSocket.Listener {

        private final AtomicInteger last = new AtomicInteger();
        private final Map<Integer, CompletableFuture<JsonNode>> expected = new ConcurrentHashMap<>();
        private final List<String> console = new CopyOnWriteArrayList<>();
        private final StringBuilder piece = new StringBuilder();
        private volatile CompletableFuture<Void> load = new CompletableFuture<>();

        CompletableFuture<JsonNode> expect(int id) {
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            expected.put(id, answer);
            return answer;
        }

        CompletableFuture<Void> nextLoad() {
            load = new CompletableFuture<>();
            return load;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
            piece.append(text);
            if (isLast) {
                told(piece.toString());
                piece.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void told(String text) {
            try {
                JsonNode message = JSON.readTree(text);
                if (message.has("id")) {
                    expected.remove(message.get("id").asInt()).complete(message);
                    return;
                }
                switch (message.path("method").asText()) {
                    case "Page.loadEventFired" -> load.complete(null);
                    case "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled" ->
                        console.add(message.path("params").toString());
                    default -> {}
                }
            } catch (IOException e) {
                console.add("no JSON: " + text);
            }
        }
    }
}
