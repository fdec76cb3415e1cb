import DefaultTheme from "vitepress/theme";

export default {
  extends: DefaultTheme,
  async enhanceApp() {
    // In the reader's browser, not while the pages are built.
    if (!import.meta.env.SSR) await import("chip-calculators/auto");
  },
};
