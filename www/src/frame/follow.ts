import { ASK, HEIGHT, MOST } from "../publishing/height.js";

/** Makes every frame of the page as tall as what it holds, now and whenever that changes. */
export function followFrames(): void {
  addEventListener("message", ({ data, source }) => {
    const height: unknown = data?.type === HEIGHT && data.height;
    // From whom, not from where: the origin of a sandboxed frame is "null".
    if (typeof height !== "number" || !(height > 0 && height <= MOST) || source === null) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow !== source) continue;
      const style = getComputedStyle(frame);
      if (style.getPropertyValue("frame-sizing").startsWith("content")) continue;
      const border = style.boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${height + border}px`;
    }
  });

  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[src*="frame.html?"]')) {
    frame.contentWindow?.postMessage({ type: ASK }, "*");
  }
}
