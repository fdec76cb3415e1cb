import { isOutOfSight, LAG, unwatch, watch } from "../elements/sight.js";
import { ProseElement } from "./prose-element.js";

/** What takes a good part of a frame to follow the figures: out of sight it waits for the hand to rest. */
export abstract class LaggingElement extends ProseElement {
  override connectedCallback(): void {
    super.connectedCallback();
    watch(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unwatch(this);
  }

  protected override async scheduleUpdate(): Promise<void> {
    while (this.hasUpdated && isOutOfSight(this) && (this.scope?.rested ?? LAG) < LAG) {
      await new Promise((resolve) => setTimeout(resolve, LAG));
    }
    super.scheduleUpdate();
  }
}
