// The block in the editor: fields on the side, the widget itself in the place it will have. The sentence
// that stays where scripts do not run is the widget's own, as it says it while it is set up.
(({ blocks, element, blockEditor, components, i18n }) => {
  const { createElement: h, useEffect, useRef } = element;
  const { __ } = i18n;
  const all = window.chipCalculatorsSettings;

  /**
   * The widget as readers get it; tells its sentence whenever that changes. It is only looked at: what a
   * hand moved in it would change the sentence, and not what is published.
   */
  function Preview({ calculator, settings, onSentence }) {
    const place = useRef(null);
    useEffect(() => {
      const widget = document.createElement(`chip-${calculator}`);
      for (const [name, value] of Object.entries(settings)) widget.setAttribute(name, value);
      const told = () => {
        const part = widget.shadowRoot?.querySelector('[data-part="sentence"]');
        const sentence = (widget.sentence ?? part?.textContent ?? "").replace(/\s+/g, " ").trim();
        if (sentence !== "") onSentence(sentence);
      };
      widget.addEventListener("chip-result", told);
      place.current.inert = true;
      place.current.replaceChildren(widget);
      return () => widget.removeEventListener("chip-result", told);
    }, [calculator, JSON.stringify(settings)]);
    return h("div", { ref: place });
  }

  function Edit({ attributes, setAttributes }) {
    const { calculator, settings } = attributes;
    const set = (name, value) => {
      const { [name]: _, ...others } = settings;
      setAttributes({ settings: value === "" ? others : { ...others, [name]: value } });
    };
    const field = ({ name, label, words, unit }) => {
      const common = {
        key: name,
        label: unit ? `${label} (${unit})` : label,
        value: settings[name] ?? "",
        onChange: (value) => set(name, value),
      };
      if (!words) return h(components.TextControl, common);
      const options = [
        { value: "", label: "–" },
        ...words.map((word) => ({ value: word, label: word })),
      ];
      return h(components.SelectControl, { ...common, options });
    };
    const known = all[calculator] ?? [];
    return h(
      "div",
      blockEditor.useBlockProps(),
      h(
        blockEditor.InspectorControls,
        null,
        h(
          components.PanelBody,
          { title: __("Calculator", "chip-calculators") },
          h(components.SelectControl, {
            label: __("Calculator", "chip-calculators"),
            value: calculator,
            options: Object.keys(all).map((name) => ({ value: name, label: name })),
            onChange: (name) => setAttributes({ calculator: name, settings: {}, sentence: "" }),
          }),
          known.filter(({ basic }) => basic).map(field),
        ),
        h(
          components.PanelBody,
          { title: __("All settings", "chip-calculators"), initialOpen: false },
          known.filter(({ basic }) => !basic).map(field),
        ),
      ),
      h(Preview, {
        calculator,
        settings,
        onSentence: (sentence) => {
          if (sentence !== attributes.sentence) setAttributes({ sentence });
        },
      }),
    );
  }

  blocks.registerBlockType("chip-calculators/calculator", {
    edit: Edit,
    // What stays in the article without the plugin.
    save: ({ attributes }) =>
      attributes.sentence === ""
        ? null
        : h("p", blockEditor.useBlockProps.save(), attributes.sentence),
  });
})(window.wp);
