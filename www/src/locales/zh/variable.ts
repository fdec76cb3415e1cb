/** 简体中文：句中可改的数字。 */
import type { variable as en } from "../en/variable.js";

export const variable: typeof en = {
  how: "可拖动、用方向键调整，或点击后输入数字",
  original: ["（原为 ", "）"],
};
