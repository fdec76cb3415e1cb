// Ghost's editor with nothing around it; `post` is what it saves.
import { KoenigComposer, KoenigEditor } from "@tryghost/koenig-lexical";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const fileUploader = {
  useFileUpload: () => ({ isLoading: false, errors: [], upload: async () => [] }),
  fileTypes: {},
};
const save = (post) => {
  globalThis.post = post;
};
createRoot(document.querySelector("#editor")).render(
  createElement(KoenigComposer, { fileUploader }, createElement(KoenigEditor, { onChange: save })),
);
