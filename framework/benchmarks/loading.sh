#!/bin/sh
# Images per second of the loader alone by one, two, four threads and so on, up to one a processor, by turns, on the data set
# voc2012-mini with the paper's augmentation. Usage: loading.sh FOLDER-WITH-voc2012-mini [ROUNDS]
set -eu

here=$(dirname "$(readlink -f "$0")")
data=$(readlink -f "${1:?the folder with voc2012-mini}")
. "$here/common.sh"
exec java -XX:+UseParallelGC -XX:MaxRAMPercentage=50 -Djava.awt.headless=true -cp "$classes" \
    io.ssdlab.benchmark.LoadingTimes "$home" "$data" "${2:-7}"
