/** What the peers' pages draw: the saving of owning by the cloud's rate, at one utilization. */
import { cloudBreakEven } from "./plain.mjs";

const POINTS = 60;

export function curve(utilization) {
  const saving = (cloudRate) => cloudBreakEven({ cloudRate, utilization }).saving;
  const points = Array.from({ length: POINTS }, (_, index) => {
    const x = 1 + (9 * index) / (POINTS - 1);
    return { x, y: saving(x) };
  });
  const [own, by] = [saving(7) > 0, Math.abs(saving(7)) / 1e6];
  return { points, sentence: `${own ? "Buy" : "Rent"}. It saves $${by.toFixed(1)} million.` };
}
