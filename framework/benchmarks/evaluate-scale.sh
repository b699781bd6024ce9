#!/bin/sh
# Times "ssdlab evaluate --metric coco" on 500,000 and on a million detections, 5,000 images, 80 classes, by turns, from the
# start of the command to its end, and prints a Markdown table. The data are made anew with a fixed seed (0.2 GB). Needs GNU
# time. Usage: evaluate-scale.sh [FOLDER FOR THE DATA [ROUNDS]]
set -eu

here=$(dirname "$(readlink -f "$0")")
ssdlab=$here/../../ssdlab
data=${1:-}
rounds=${2:-7}
if [ -z "$data" ]; then
    data=$(mktemp -d)
    trap 'rm -rf "$data"' EXIT
fi

"$ssdlab" --version >/dev/null # Builds, if need be.
for detections in 100 200; do
    java "$here/EvaluationData.java" "$data/$detections" "$detections"
    rm -f "$data/$detections/times"
done
export SSDLAB_NO_BUILD=1
round=0
while [ "$round" -lt "$rounds" ]; do
    for detections in 100 200; do
        folder=$data/$detections
        /usr/bin/time -a -o "$folder/times" -f '%e %U %S %M' "$ssdlab" evaluate --metric coco \
            --ground-truth "$folder/truth.json" --detections "$folder/detections.json" >"$folder/scores.txt"
    done
    round=$((round + 1))
done

# The middle one of the numbers on standard input.
median() {
    sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

echo "Median of $rounds rounds:"
echo
echo "| detections | s | least | processor time, s | resident, MiB |"
echo "| ---: | ---: | ---: | ---: | ---: |"
for detections in 100 200; do
    times=$data/$detections/times
    printf '| %d | %.2f | %.2f | %.2f | %d |\n' $((5000 * detections)) \
        "$(cut -d ' ' -f 1 "$times" | median)" \
        "$(cut -d ' ' -f 1 "$times" | sort -n | head -n 1)" \
        "$(awk '{ print $2 + $3 }' "$times" | median)" \
        $(($(cut -d ' ' -f 4 "$times" | median) / 1024))
done
echo
grep 'IoU=0.50:0.95 | area=   all | maxDets=100' "$data/100/scores.txt"
