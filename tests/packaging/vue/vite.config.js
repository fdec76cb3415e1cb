import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag.startsWith("chip-");

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
