/** What the frame says beside its widget. */
import type { Language } from "../i18n.js";

interface Words {
  readonly missing: string;
  readonly unused: string;
  readonly open: string;
  readonly failed: string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    missing: "This address names no calculator.",
    unused: "Parts of this address are not used:",
    open: "Open this calculator on its own page",
    failed: "The calculator could not start: this browser or its settings block WebAssembly.",
  },
  zh: {
    missing: "此地址没有指明计算器。",
    unused: "此地址中有以下内容未被采用：",
    open: "在独立页面中打开此计算器",
    failed: "计算器无法启动：此浏览器或其设置禁止了 WebAssembly。",
  },
};
