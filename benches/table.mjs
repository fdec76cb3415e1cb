/**
 * The rows as the README has them: what was done, the figure, its aim, details for the terminal alone, and
 * whether the figure misses the aim. The aims are the project's own; what misses one has a mark.
 */
export function table(rows) {
  const line = (...cells) => `| ${cells.join(" | ")} |\n`;
  const lines = rows.map(([work, found, aim, , missed]) =>
    line(work, missed ? `${found} †` : found, aim),
  );
  const note = rows.some(([, , , , missed]) => missed) ? "\n† misses its aim in this run.\n" : "";
  return line("work", "measured", "aim") + line("---", "---", "---") + lines.join("") + note;
}
