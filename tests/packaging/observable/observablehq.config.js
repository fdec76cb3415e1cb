export default {
  root: "src",
  head: '<link rel="icon" href="data:,">',
  // No fonts from another host.
  globalStylesheets: [],
};
