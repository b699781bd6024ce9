#!/bin/sh
# Times our training loop beside a plain one in DJL with the same network, batch and loss, by turns, on both engines.
# Usage: overhead.sh [ROUNDS [BATCH]]
set -eu

here=$(dirname "$(readlink -f "$0")")
. "$here/common.sh"
echo "Milliseconds of a step, median of ${1:-9} (least, greatest):"
echo
echo "| engine | batch | plain loop | ssdlab | overhead |"
echo "| --- | ---: | ---: | ---: | ---: |"
for engine in MXNET PYTORCH; do
    java -XX:+UseParallelGC -Dai.djl.offline=true -Djava.awt.headless=true -cp "$classes" \
        io.ssdlab.benchmark.overhead.FrameworkOverhead "$engine" "$home" "${2:-8}" "${1:-9}"
done
