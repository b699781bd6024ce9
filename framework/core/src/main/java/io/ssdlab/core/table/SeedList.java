package io.ssdlab.core.table;

import java.util.ArrayList;
import java.util.List;

/** Seeds in few words: {@code seed 3}, {@code seeds 1-100, 200}. */
record SeedList(List<Long> seeds) {

    SeedList {
        seeds = seeds.stream().sorted().toList();
    }

    @Override
    public String toString() {
        List<String> spans = new ArrayList<>();
        for (int first = 0, next; first < seeds.size(); first = next) {
            next = first + 1;
            while (next < seeds.size() && seeds.get(next) == seeds.get(next - 1) + 1) {
                next++;
            }
            String last = next - first > 1 ? (next - first > 2 ? "-" : ", ") + seeds.get(next - 1) : "";
            spans.add(seeds.get(first) + last);
        }
        return (seeds.size() == 1 ? "seed " : "seeds ") + String.join(", ", spans);
    }
}
