#!/bin/sh
# Times SSD300 of ssdlab and of torchvision alternately in one run, torchvision as it comes and with the environment that the
# launcher of ssdlab makes. Wants Debian's python3-torch and python3-torchvision. Usage: against-torchvision.sh [ROUNDS]
set -eu

here=$(dirname "$(readlink -f "$0")")
/usr/bin/python3 -c 'import torch, torchvision' || {
    echo "against-torchvision.sh: install them: apt-get install python3-torch python3-torchvision" >&2
    exit 1
}
. "$here/common.sh"
exec java -cp "$classes" io.ssdlab.benchmark.peer.AgainstTorchvision "$home" "$threads" "${1:-9}"
