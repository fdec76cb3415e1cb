// What a reader does with a widget, whatever the engine.

/** A function of a document, as text: waits until each widget in it has started, as scrolling there makes it. */
export const STARTED = `async (page) => {
  const { customElements } = page.defaultView;
  for (const widget of page.querySelectorAll("*")) {
    if (!widget.localName.startsWith("chip-")) continue;
    await customElements.whenDefined(widget.localName);
    // What stands within a sentence has no result of its own.
    if (!("result" in widget)) continue;
    widget.scrollIntoView();
    while (widget.result === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
    await widget.updateComplete;
  }
  page.defaultView.scrollTo(0, 0);
}`;

/** Runs a function in the page with a widget as its first argument. */
export const inWidget = (browser, tag, body, ...args) =>
  browser.executeScript(
    `const widget = document.querySelector(arguments[0]); const root = widget.shadowRoot;
     const rest = [...arguments].slice(1); return (${body})(widget, root, ...rest);`,
    tag,
    ...args,
  );

/** The text a reader sees in a part. */
export const textOf = (browser, tag, part) =>
  inWidget(
    browser,
    tag,
    (_, root, part) =>
      root.querySelector(`[data-part="${part}"]`)?.textContent.replace(/\s+/g, " ").trim() ?? null,
    part,
  );

export async function shadow(browser, tag) {
  const element = await browser.findElement({ css: tag });
  return element.getShadowRoot();
}

/** A number field or a slider of a parameter, scrolled into view with all around it open. */
export async function control(browser, tag, parameter, type = "text") {
  await browser.executeAsyncScript(
    `const [tag, parameter, done] = arguments;
     const root = document.querySelector(tag).shadowRoot;
     const find = () => root.querySelector('[data-parameter="' + parameter + '"]');
     (async () => {
       // The fields behind the front are drawn when somebody wants to see them.
       if (find() === null) root.querySelector(".assumptions").open = true;
       while (find() === null) await new Promise((resolve) => setTimeout(resolve, 10));
       find().scrollIntoView({ block: "center" });
     })().then(done);`,
    tag,
    parameter,
  );
  const root = await shadow(browser, tag);
  return root.findElement({ css: `[data-parameter="${parameter}"] input[type="${type}"]` });
}

/** Replaces what a parameter's field says, and leaves it. */
export async function type(browser, tag, parameter, text) {
  await control(browser, tag, parameter);
  // Not key by key, for what is left on the way is an input too; and without a click, for which
  // WebKit's driver does not find its way into a shadow root.
  await inWidget(
    browser,
    tag,
    (_, root, parameter) => {
      const input = root.querySelector(`[data-parameter="${parameter}"] input[type="text"]`);
      input.focus();
      input.select();
    },
    parameter,
  );
  await browser.actions().sendKeys(text).perform();
  await browser.executeAsyncScript(
    `const [tag, done] = arguments;
     const widget = document.querySelector(tag);
     widget.shadowRoot.activeElement?.blur();
     widget.updateComplete.then(() => done());`,
    tag,
  );
}

/** The result the widget holds, without its columns; as text on the way, for drivers round numbers. */
export const resultOf = async (browser, tag) =>
  JSON.parse(
    await inWidget(browser, tag, (widget) =>
      JSON.stringify(widget.result, (_, value) => (ArrayBuffer.isView(value) ? undefined : value)),
    ),
  );
