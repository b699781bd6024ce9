#!/bin/sh
# How far the predictions of SSD300 with drawn weights on a GPU are from those on the CPU, PyTorch. With NVIDIA_TF32_OVERRIDE=0
# the GPU convolves in float32. Usage: device-agreement.sh [DEVICE]
set -eu

here=$(dirname "$(readlink -f "$0")")
. "$here/common.sh"
exec java -Dai.djl.offline=true -Djava.awt.headless=true -cp "$classes" io.ssdlab.benchmark.DeviceAgreement \
    PYTORCH "$home" "${1:-gpu0}"
