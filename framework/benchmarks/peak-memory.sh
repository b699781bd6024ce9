#!/bin/sh
# The greatest resident memory of a process that trains SSD300, of ssdlab on both engines and of torchvision. Wants Debian's
# python3-torch and python3-torchvision. Usage: peak-memory.sh [BATCH]
set -eu

here=$(dirname "$(readlink -f "$0")")
/usr/bin/python3 -c 'import torch, torchvision' || {
    echo "peak-memory.sh: install them: apt-get install python3-torch python3-torchvision" >&2
    exit 1
}
. "$here/common.sh"
exec java -cp "$classes" io.ssdlab.benchmark.peer.PeakMemory "$home" "$threads" "${1:-8}"
