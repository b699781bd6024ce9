#!/bin/sh
# Times SSD300 of ssdlab and of torchvision alternately in one run: on the CPU ssdlab on both engines, torchvision as it comes and
# with the environment that the launcher of ssdlab makes; on a GPU ssdlab on PyTorch. Wants a Python with torch and torchvision:
# that of PYTHON, else Debian's with python3-torch and python3-torchvision.
# Usage: against-torchvision.sh [ROUNDS [DEVICE [forward|suppression|inference|training]]]
set -eu

here=$(dirname "$(readlink -f "$0")")
export PYTHON="${PYTHON:-/usr/bin/python3}"
"$PYTHON" -c 'import torch, torchvision' || {
    echo "against-torchvision.sh: install them: apt-get install python3-torch python3-torchvision" >&2
    exit 1
}
. "$here/common.sh"
exec java -cp "$classes" io.ssdlab.benchmark.peer.AgainstTorchvision "$home" "$threads" "${1:-9}" "${2:-cpu}" \
    "${3:-all}"
