#!/bin/sh
# Times commands that think for a second, by turns, from the start of the launcher to its end, and prints a Markdown table.
# Processor time is that of all threads, the compiler's too, which works beside the command on a core of its own if there is
# one. Needs GNU time. Usage: startup.sh [ROUNDS]
set -eu

rounds=${1:-15}
here=$(dirname "$(readlink -f "$0")")
cd "$here/../.."
./ssdlab --version >/dev/null # Builds, if need be.
times=$(mktemp -d)
trap 'rm -rf "$times"' EXIT

timed() {
    name=$1
    shift
    /usr/bin/time -a -o "$times/$name" -f '%e %U %S %M' "$@" >/dev/null
}

# The middle one of the numbers on standard input.
median() {
    sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

row() {
    clock=$(cut -d ' ' -f 1 "$times/$1" | median)
    least=$(cut -d ' ' -f 1 "$times/$1" | sort -n | head -n 1)
    processor=$(awk '{ print $2 + $3 }' "$times/$1" | median)
    memory=$(cut -d ' ' -f 4 "$times/$1" | median)
    # shellcheck disable=SC2016 # Backticks of Markdown.
    printf '| `%s` | %.2f | %.2f | %.2f | %d |\n' "$2" "$clock" "$least" "$processor" $((memory / 1024))
}

export SSDLAB_NO_BUILD=1
i=0
while [ "$i" -lt "$rounds" ]; do
    timed jvm java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -version 2>/dev/null
    timed help ./ssdlab --help
    timed validate ./ssdlab validate experiments/quickstart.yaml
    timed table ./ssdlab table experiments/quickstart.yaml --results "$times/results"
    i=$((i + 1))
done
echo "Median of $rounds rounds:"
echo
echo "| command | s | least | processor time, s | resident, MiB |"
echo "| --- | ---: | ---: | ---: | ---: |"
row jvm 'java -version'
row help 'ssdlab --help'
row validate 'ssdlab validate experiments/quickstart.yaml'
row table 'ssdlab table experiments/quickstart.yaml'
