# For the scripts beside it, which source it: builds ssdlab and the benchmarks (not with SSDLAB_NO_BUILD), and sets the
# environment of the engines as the launcher does. Leaves the class path of the benchmarks in $classes, the top folder in $home,
# the threads in $threads.
# shellcheck shell=sh disable=SC2034

home=$(readlink -f "$here/../..")
"$home/ssdlab" --version >/dev/null
[ -n "${SSDLAB_NO_BUILD:-}" ] || (cd "$home" && mvn --batch-mode --quiet -Pbenchmarks -pl framework/benchmarks -am package \
    -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true)
threads=${OMP_NUM_THREADS:-$(lscpu --parse=CORE,SOCKET | grep -v '^#' | sort -u | wc -l)}
classes="$here/target/classes:$here/target/lib/*"
export OMP_NUM_THREADS="$threads" GOMP_SPINCOUNT=1000 OPT_OUT_TRACKING=true
keep=glibc.malloc.arena_max=1:glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=1099511627776
export GLIBC_TUNABLES="glibc.malloc.hugetlb=1:$keep"
lscpu | grep -E '^Model name|^CPU\(s\)'
