#!/bin/sh
# Times the metrics on 250,000, 500,000 and a million detections in memory, by turns. Usage: scoring.sh [ROUNDS]
set -eu

here=$(dirname "$(readlink -f "$0")")
. "$here/common.sh"
exec java -XX:+UseParallelGC -Xmx2g -cp "$classes" io.ssdlab.benchmark.ScoringTimes "${1:-9}"
