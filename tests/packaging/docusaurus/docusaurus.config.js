module.exports = {
  title: "Articles",
  url: "https://example.org",
  baseUrl: "/",
  favicon: "data:,",
  plugins: ["@docusaurus/plugin-content-pages"],
  themes: ["@docusaurus/theme-classic"],
  // Built by Rspack, in seconds.
  future: { faster: true, v4: true },
  clientModules: [require.resolve("chip-calculators/auto")],
};
