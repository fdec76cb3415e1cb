// On the page, before the calculators come.
(() => {
  const CLASS = "chip-calculators";

  /** A ground of its own: text of the widget that begins at its edge needs room there. */
  const WHITE = /^rgba?\(255, 255, 255/;
  const CLEAR = /^(?:transparent|rgba\(.*, 0\))$/;

  /** Gives a widget room at its sides where the page around is not white. */
  function room(place) {
    const view = place.ownerDocument.defaultView;
    if (view.getComputedStyle(place).getPropertyValue("--chip-padding") !== "") return;
    for (let at = place; at !== null; at = at.parentElement) {
      const ground = view.getComputedStyle(at).backgroundColor;
      if (CLEAR.test(ground)) continue;
      if (!WHITE.test(ground)) place.style.setProperty("--chip-padding", "0.5em");
      return;
    }
  }

  /**
   * A figure in a form that only the calculator reads, which it does not: it is taken away, so that the
   * others count, and editors are told. What a reader types later is not the page's.
   */
  function mend({ target: widget, detail }) {
    const place = widget.parentElement;
    if (!place?.matches(`.${CLASS}[data-chip-unsure]`) || widget.result !== undefined) return;
    const bad = (detail.error.fields ?? []).map(({ path }) => path.toLowerCase());
    const note = place.previousElementSibling;
    for (const name of place.dataset.chipUnsure.split(" ")) {
      if (!bad.includes(name.replaceAll("-", ""))) continue;
      widget.removeAttribute(name);
      if (!note?.matches(`.${CLASS}-problem`)) continue;
      note.hidden = false;
      note.querySelector(`[data-chip-setting="${name}"]`).hidden = false;
    }
  }

  document.addEventListener("chip-error", mend);
  for (const place of document.querySelectorAll(`.${CLASS}`)) room(place);
  window.chipCalculatorsRoom = room;
})();
