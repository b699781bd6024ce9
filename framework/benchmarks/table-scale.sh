#!/bin/sh
# Times "ssdlab table" over stores of 10,000 and 20,000 runs (100 and 200 rows of 100 seeds), from the start of the command to
# its end, with its greatest resident memory. The stores are made anew, with a fixed seed; they take 0.7 and 1.4 GB.
# Needs GNU time. Usage: table-scale.sh [FOLDER FOR THE STORES]
set -eu

here=$(dirname "$(readlink -f "$0")")
ssdlab=$here/../../ssdlab
data=${1:-}
if [ -z "$data" ]; then
    data=$(mktemp -d)
    trap 'rm -rf "$data"' EXIT
fi

"$ssdlab" --version >/dev/null # Builds, if need be.
for rows in 100 200; do
    store=$data/$rows
    java -cp "$here/../cli/target/ssdlab/lib/*" "$here/StoreData.java" "$store" $rows 100 2>/dev/null
    for run in 1 2 3 4 5; do
        /usr/bin/time -f "$rows rows, run $run: %e s, %U s of processor time in user mode, %S s in the kernel, %M kB" \
            "$ssdlab" table "$store/store.yaml" --results "$store/results" 2>&1 >/dev/null | grep "run $run"
    done
done
