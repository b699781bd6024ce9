#!/bin/sh
# Times "ssdlab evaluate --metric coco" on 500,000 detections, 5,000 images, 80 classes, from the start of the command to
# its end. The data are made anew with a fixed seed. Usage: evaluate-scale.sh [FOLDER FOR THE DATA]
set -eu

here=$(dirname "$(readlink -f "$0")")
ssdlab=$here/../../ssdlab
data=${1:-}
if [ -z "$data" ]; then
    data=$(mktemp -d)
    trap 'rm -rf "$data"' EXIT
fi

java "$here/EvaluationData.java" "$data"
"$ssdlab" --version >/dev/null # Builds, if need be.
for run in 1 2 3 4 5; do
    start=$(date +%s%N)
    "$ssdlab" evaluate --metric coco --ground-truth "$data/truth.json" --detections "$data/detections.json" >"$data/scores.txt"
    end=$(date +%s%N)
    echo "run $run: $(((end - start) / 1000000)) ms"
done
grep Average "$data/scores.txt"
