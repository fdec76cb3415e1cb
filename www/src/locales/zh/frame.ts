/** 简体中文：框架页在计算器之外的文字。 */
import type { frame as en } from "../en/frame.js";

export const frame: typeof en = {
  htmlTag: "zh-Hans",
  missing: "此地址没有指明计算器。",
  unused: "此地址中有以下内容未被采用：",
  open: "在独立页面中打开此计算器",
  failed: "计算器无法启动：此浏览器或其设置禁止了 WebAssembly。",
};
