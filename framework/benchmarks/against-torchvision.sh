#!/bin/sh
# Times SSD300 of ssdlab and of torchvision alternately in one run. Wants Debian's python3-torch and python3-torchvision.
# Usage: against-torchvision.sh [ROUNDS]
set -eu

here=$(dirname "$(readlink -f "$0")")
home=$here/../..
/usr/bin/python3 -c 'import torch, torchvision' || {
    echo "against-torchvision.sh: install them: apt-get install python3-torch python3-torchvision" >&2
    exit 1
}
"$home/ssdlab" --version >/dev/null # Builds, if need be.
(cd "$home" && mvn --batch-mode --quiet -Pbenchmarks -pl framework/benchmarks -am package \
    -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true)

threads=${OMP_NUM_THREADS:-$(lscpu --parse=CORE,SOCKET | grep -v '^#' | sort -u | wc -l)}
# As the launcher of ssdlab sets them. All have the same threads; torchvision is timed with the rest of these and without.
export OMP_NUM_THREADS="$threads" GOMP_SPINCOUNT=1000 OPT_OUT_TRACKING=true
keep=glibc.malloc.arena_max=1:glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=1099511627776
export GLIBC_TUNABLES="glibc.malloc.hugetlb=1:$keep"
lscpu | grep -E '^Model name|^CPU\(s\)'
exec java -cp "$here/target/classes:$here/target/lib/*" io.ssdlab.benchmark.peer.AgainstTorchvision \
    "$home" "$threads" "${1:-9}"
