#!/bin/sh
# Times "ssdlab report" over a store of 200 runs of 400 images and 80,000 detections each, from the start of the command to its
# end, with nothing of a report there; then how long a headless Chromium takes to open pages of it, from its start to its end,
# beside an empty page, by turns. Prints Markdown tables. The store is made anew with a fixed seed and takes 2.5 GB. Needs GNU
# time and chromium. Usage: report-scale.sh [FOLDER FOR THE STORE [ROUNDS]]
set -eu

here=$(dirname "$(readlink -f "$0")")
ssdlab=$here/../../ssdlab
data=${1:-}
rounds=${2:-5}
if [ -z "$data" ]; then
    data=$(mktemp -d)
    trap 'rm -rf "$data"' EXIT
fi

"$ssdlab" --version >/dev/null # Builds, if need be.
export SSDLAB_NO_BUILD=1
if [ ! -e "$data/whole" ]; then
    rm -rf "$data/results"
    java -cp "$here/../cli/target/ssdlab/lib/*" "$here/ReportData.java" "$data" 2>/dev/null
    for file in "$data"/report-*.yaml; do
        "$ssdlab" table "$file" --results "$data/results" >/dev/null 2>&1
    done
    touch "$data/whole"
fi

report=$data/results/report
rm -f "$data/times"
round=0
while [ "$round" -lt "$rounds" ]; do
    rm -rf "$report"
    /usr/bin/time -a -o "$data/times" -f '%e %U %S %M' "$ssdlab" report --results "$data/results" 2>/dev/null
    round=$((round + 1))
done

# The middle one, the least and the greatest of the numbers on standard input.
spread() {
    sort -n | awk '{ value[NR] = $1 } END { printf "%.2f | %.2f | %.2f", value[int((NR + 1) / 2)], value[1], value[NR] }'
}

lscpu | grep -E '^Model name|^CPU\(s\)'
echo
echo "| $(find "$data/results/runs" -name run.json | wc -l) runs, $rounds rounds | median | least | greatest |"
echo "| --- | ---: | ---: | ---: |"
echo "| on the clock, s | $(cut -d ' ' -f 1 "$data/times" | spread) |"
echo "| processor time, s | $(awk '{ print $2 + $3 }' "$data/times" | spread) |"
echo "| resident, MiB | $(awk '{ print $4 / 1024 }' "$data/times" | spread) |"
echo

browser=
for name in chromium chromium-browser google-chrome; do
    [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
[ -n "$browser" ] || {
    echo "There is no Chromium: no page was opened." >&2
    exit 0
}

# A page with all that it loads, laid out; a fresh profile would be made anew each time.
open_page() {
    /usr/bin/time -a -o "$data/open-$1" -f '%e %U %S' "$browser" --headless --no-sandbox --disable-gpu \
        --disable-dev-shm-usage --no-first-run --disable-background-networking '--host-resolver-rules=MAP * ~NOTFOUND' \
        --user-data-dir="$data/profile" --window-size=1280,1000 --dump-dom "$2" >/dev/null 2>&1
}

# The largest page of each kind.
largest() {
    find "$report/$1" -name '*.html' -printf '%s %p\n' | sort -n | tail -n 1 | cut -d ' ' -f 2-
}

rm -f "$data"/open-*
open_page warm-up about:blank
rm -f "$data/open-warm-up"
round=0
while [ "$round" -lt "$rounds" ]; do
    open_page blank about:blank
    open_page index "file://$report/index.html"
    open_page experiments "file://$(largest experiments)"
    open_page runs "file://$(largest runs)"
    open_page comparisons "file://$(largest comparisons)"
    round=$((round + 1))
done
echo "| opening a page, $rounds rounds | kB | median, s | least | greatest |"
echo "| --- | ---: | ---: | ---: | ---: |"
echo "| an empty one | 0 | $(cut -d ' ' -f 1 "$data/open-blank" | spread) |"
echo "| index | $(($(stat -c %s "$report/index.html") / 1000)) | $(cut -d ' ' -f 1 "$data/open-index" | spread) |"
for kind in experiments runs comparisons; do
    echo "| largest of $kind | $(($(stat -c %s "$(largest $kind)") / 1000)) | $(cut -d ' ' -f 1 "$data/open-$kind" | spread) |"
done
