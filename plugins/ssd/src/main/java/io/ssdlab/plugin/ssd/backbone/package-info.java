/** Networks below the prediction heads. */
package io.ssdlab.plugin.ssd.backbone;
