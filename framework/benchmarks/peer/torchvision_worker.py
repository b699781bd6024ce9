"""SSD300 as torchvision has it, computing what it is told on standard input: "forward 4", "inference 1", "training 4".

Each answer is the nanoseconds that it took. Arguments: the number of threads, how many candidates an image is to have, the device (cpu or gpu0).
"""

import sys
import time

import torch
from torchvision.models.detection import ssd300_vgg16
from torchvision.models.detection.image_list import ImageList

CLASSES = 20
OBJECTS = 3
SCORE_THRESHOLD = 0.01


def images(count):
    return list(torch.rand(count, 3, 300, 300))


def targets(count):
    """Objects of 60 to 180 pixels a side."""
    made = []
    for _ in range(count):
        corner = torch.rand(OBJECTS, 2) * 120
        size = 60 + torch.rand(OBJECTS, 2) * 120
        labels = torch.randint(1, CLASSES + 1, (OBJECTS,))
        made.append({"boxes": torch.cat([corner, corner + size], dim=1), "labels": labels})
    return made


def moved(inputs, boxes, device):
    return [image.to(device) for image in inputs], [{k: v.to(device) for k, v in t.items()} for t in boxes]


def wait(device):
    if device.type == "cuda":
        torch.cuda.synchronize()


@torch.inference_mode()
def predictions(model, pixels):
    return model.head(list(model.backbone(pixels).values()))


@torch.inference_mode()
def heads_and_anchors(model, pixels):
    features = list(model.backbone(pixels).values())
    sizes = [tuple(image.shape[-2:]) for image in pixels]
    return model.head(features), model.anchor_generator(ImageList(pixels, sizes), features), sizes


@torch.inference_mode()
def calibrate(model, wanted):
    """Raises the background's logits until as many scores of an image pass the threshold as of a trained detector."""
    model.eval()
    logits = predictions(model, torch.rand(2, 3, 300, 300) * 2 - 1)["cls_logits"]

    def candidates(bias):
        raised = logits.clone()
        raised[..., 0] += bias
        return (raised.softmax(-1)[..., 1:] > SCORE_THRESHOLD).sum().item() / len(logits)

    low, high = -50.0, 50.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if candidates(middle) > wanted else (low, middle)
    for layer in model.head.classification_head.module_list:
        layer.bias.view(-1, CLASSES + 1)[:, 0] += high


def main():
    torch.set_num_threads(int(sys.argv[1]))
    torch.manual_seed(1)
    model = ssd300_vgg16(weights=None, weights_backbone=None, num_classes=CLASSES + 1)
    calibrate(model, int(sys.argv[2]))
    device = torch.device(sys.argv[3].replace("gpu", "cuda:"))
    model.to(device)
    optimiser = torch.optim.SGD(model.parameters(), lr=1e-6, momentum=0.9, weight_decay=5e-4)
    print("ready", torch.__version__, flush=True)
    for line in sys.stdin:
        what, batch = line.split()
        count = int(batch)
        inputs, boxes = images(count), targets(count)
        stacked = torch.stack(inputs).to(device)
        model.train(what == "training")
        ready = heads_and_anchors(model, stacked) if what == "suppression" else None
        for _ in range(20 if ready else 0):
            model.postprocess_detections(*ready)
        wait(device)
        start = time.perf_counter_ns()
        if what == "forward":
            predictions(model, stacked)
        elif what == "suppression":
            with torch.inference_mode():
                model.postprocess_detections(*ready)
        elif what == "inference":
            with torch.inference_mode():
                found = model(moved(inputs, [], device)[0])
                [{k: v.cpu() for k, v in one.items()} for one in found]
        elif what == "training":
            optimiser.zero_grad()
            sum(model(*moved(inputs, boxes, device)).values()).backward()
            optimiser.step()
        else:
            raise ValueError(line)
        wait(device)
        print(time.perf_counter_ns() - start, flush=True)


main()
