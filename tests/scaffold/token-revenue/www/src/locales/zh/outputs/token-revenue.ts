/** Results. */
import type { outputs as en } from "../../en/outputs/token-revenue.js";

export const outputs: typeof en = {
  revenue: "日收入",
  tokens: "日词元数",
};
