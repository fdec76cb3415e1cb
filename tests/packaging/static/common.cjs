const { render } = require("chip-calculators/static");
const calls = require("../calls.json");

console.log(JSON.stringify({ widget: render("clusterTco", calls.clusterTco) }));
