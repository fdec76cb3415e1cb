import calls from "../calls.json";

const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => {
  document.querySelector("#results").textContent = JSON.stringify(data);
};
worker.postMessage(calls);
