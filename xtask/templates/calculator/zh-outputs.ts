/** Results. */
import type { outputs as en } from "../../en/outputs/__kebab__.js";

export const outputs: typeof en = {
  total: "合计",
};
