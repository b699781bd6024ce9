/** COCO's JSON formats, read: instances (ground truth) and results (detections). */
package io.ssdlab.coco;
