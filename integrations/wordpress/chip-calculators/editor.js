// The block in the editor: fields on the side, the widget itself in the place it will have. The sentence
// that stays where scripts do not run is the widget's own, as it says it of the settings as they are.
(({ blocks, element, blockEditor, components, data, i18n }) => {
  const { createElement: h, useEffect, useRef, useState } = element;
  const { __, sprintf } = i18n;
  const { settings: all, words, language, script } = window.chipCalculatorsEditor;

  /** What is typed counts when the hand rests, ms. */
  const REST = 500;

  const say = (text) => __(text, "chip-calculators");

  /** What all calculators have, as `words` has the figures of each. */
  const SHARED = {
    preset: { label: say("Starting figures") },
    "preset-label": {
      label: say("What you call your figures"),
      help: say("Shown to readers, such as “As in this article”."),
    },
    heading: { label: say("Heading"), help: say("Empty for the widget’s own question.") },
    "heading-level": { label: say("Level of the heading") },
    fields: { label: say("Controls that show"), help: say("Empty for the widget’s own choice.") },
    layout: { label: say("Size"), choices: { compact: say("Compact"), full: say("Full") } },
    lang: {
      label: say("Language"),
      help: say("Of the site unless chosen."),
      choices: { en: "English", zh: "中文" },
    },
    theme: {
      label: say("Light or dark"),
      help: say("As the page unless chosen."),
      choices: { light: say("Light"), dark: say("Dark") },
    },
    currency: { label: say("Currency"), placeholder: "EUR" },
    rate: { label: say("What one US dollar is in that currency"), placeholder: "0.92" },
    "rate-date": { label: say("Day of the rate"), placeholder: "2026-11-01" },
    chips: { help: say("Empty for all chips that have a price.") },
    "accent-color": { label: say("Owning, controls") },
    "contrast-color": { label: say("Renting") },
    "text-color": { label: say("Text") },
    "muted-color": { label: say("Small text") },
    "surface-color": { label: say("Background") },
    "border-color": { label: say("Lines") },
  };

  /** Where they stand; a calculator's own figures stand between, by their groups. */
  const START = ["preset", "preset-label"];
  const CURRENCY = ["currency", "rate", "rate-date"];
  const PAGE = ["heading", "heading-level", "fields", "layout", "lang", "theme"];

  const bare = (name) => String(name).toLowerCase().replace(/[-_]/g, "");
  const listed = (text) => text.split(/[\s,]+/).filter((word) => word !== "");
  const textOf = (calculator, name) => ({
    ...SHARED[name],
    ...words.calculators[calculator]?.settings[name],
  });

  /** A number as an author may write it in the field. */
  const shown = (value, { fraction }) =>
    fraction
      ? `${Number((value * 100).toPrecision(12))}%`
      : value.toLocaleString("en", { maximumFractionDigits: 12 });

  /** What the element itself makes of a text; nothing before its code has come. */
  function elementReads(page, calculator, { name, property }, text) {
    const tag = `chip-${calculator}`;
    if (page.defaultView.customElements.get(tag) === undefined) return undefined;
    const widget = page.createElement(tag);
    widget.setAttribute(name, text);
    return { number: widget.input[property] };
  }

  /** The value that readers get of a text, or what to write instead: as chip_calculators_read in PHP. */
  function read(page, calculator, setting, given) {
    const text = String(given).trim();
    const { kind, words: known = [], min, max, whole, fraction, example, most } = setting;
    const find = (word) => known.find((of) => bare(of) === bare(word));
    if (kind === "choice") {
      const value = find(text);
      return value === undefined ? { wrong: say("choose one from the list") } : { value };
    }
    if (kind === "list") {
      const bad = listed(text).filter((word) => find(word) === undefined);
      const value = listed(text)
        .map(find)
        .filter((word) => word !== undefined)
        .join(" ");
      const wrong = sprintf(say("there is no %s"), bad.join(say(", ")));
      return { ...(value && { value }), ...(bad.length > 0 && { wrong }) };
    }
    if (kind === "text") {
      return text.length <= most
        ? { value: text }
        : { wrong: sprintf(say("write at most %d characters"), most) };
    }
    if (kind === "currency") {
      return /^[a-z]{3}$/i.test(text)
        ? { value: text.toUpperCase() }
        : { wrong: say("write the code of a currency, such as EUR") };
    }
    if (kind === "rate") {
      return Number(text) > 0
        ? { value: text }
        : { wrong: say("write what one US dollar is in that currency, such as 0.92") };
    }
    if (kind === "date") {
      return /^\d{4}-\d{2}-\d{2}$/.test(text)
        ? { value: text }
        : { wrong: say("write a day such as 2026-11-01") };
    }
    if (kind === "color") return { value: text };
    const found = elementReads(page, calculator, setting, text);
    if (found === undefined) return { value: text };
    const { number } = found;
    const isNumber = typeof number === "number";
    if (isNumber && number >= min && number <= max && (!whole || Number.isInteger(number))) {
      return { value: text };
    }
    const limits = [min, max].map((bound) => bound.toLocaleString("en"));
    // A share of 70 is meant in per cent.
    if (fraction && isNumber && number > max && number <= 100 * max) {
      const meant = [`${number}%`, Number((number / 100).toPrecision(12))];
      const advice = say("write a number from %1$s to %2$s; for %3$s write %3$s or %4$s");
      return { wrong: sprintf(advice, ...limits, ...meant) };
    }
    const advice = whole
      ? say("write a whole number from %1$s to %2$s, such as %3$s")
      : say("write a number from %1$s to %2$s, such as %3$s");
    return { wrong: sprintf(advice, ...limits, example) };
  }

  /** All settings of a block: what readers get, and what they do not, each with what to write instead. */
  function readAll(page, calculator, settings) {
    const good = {};
    const wrong = {};
    for (const [name, text] of Object.entries(settings)) {
      const setting = all[calculator]?.settings.find((known) => known.name === name);
      const found =
        setting === undefined
          ? { wrong: say("no setting has this name") }
          : read(page, calculator, setting, text);
      if (found.value !== undefined) good[name] = found.value;
      if (found.wrong !== undefined) wrong[name] = found.wrong;
    }
    const missing = CURRENCY.filter((name) => good[name] === undefined);
    if (missing.length > 0 && missing.length < CURRENCY.length) {
      const labels = missing.map((name) => SHARED[name].label).join(say(", "));
      const advice = say("amounts stay in US dollars without a good %s");
      for (const name of CURRENCY) {
        if (good[name] !== undefined) wrong[name] = sprintf(advice, labels);
        delete good[name];
      }
    }
    return { good, wrong };
  }

  const isColor = (name) => name.endsWith("-color");

  /**
   * The widget as readers get it; tells its answer. It is only looked at: what a hand moved in it would
   * change the sentence, and not what is published.
   */
  function Preview({ calculator, settings, onAnswer, onPage }) {
    const place = useRef(null);
    useEffect(() => {
      const box = place.current;
      const page = box.ownerDocument;
      // An editor within a frame has none of its scripts there.
      if (page !== document && page.querySelector("script[data-chip]") === null) {
        const loader = page.createElement("script");
        loader.src = script;
        loader.dataset.chip = "";
        page.head.append(loader);
      }
      const tag = `chip-${calculator}`;
      const widget = page.createElement(tag);
      box.removeAttribute("style");
      for (const [name, value] of Object.entries(settings)) {
        if (isColor(name)) box.style.setProperty(`--chip-${name.replace("-color", "")}`, value);
        else widget.setAttribute(name, value);
      }
      if (settings["surface-color"]) box.style.setProperty("--chip-padding", "0.5em");
      window.chipCalculatorsRoom(box);
      const answered = ({ type, detail }) => {
        box.style.minBlockSize = "";
        const sentence = (widget.sentence ?? "").replace(/\s+/g, " ").trim();
        if (type === "chip-error") onAnswer({ sentence: "", problem: detail.error.fields ?? [] });
        else onAnswer({ sentence, used: widget.result.input });
      };
      for (const type of ["chip-result", "chip-error"]) widget.addEventListener(type, answered);
      box.inert = true;
      // The one before keeps its room until this one has its answer.
      box.style.minBlockSize = `${box.offsetHeight}px`;
      box.replaceChildren(widget);
      page.defaultView.customElements.whenDefined(tag).then(() => onPage(page, tag));
      return () => {
        for (const type of ["chip-result", "chip-error"]) {
          widget.removeEventListener(type, answered);
        }
      };
    }, [calculator, JSON.stringify(settings)]);
    return h("div", { ref: place, lang: language });
  }

  /** The settings, once the hand that changes them rests. */
  function useRested(value) {
    const [rested, setRested] = useState(value);
    const text = JSON.stringify(value);
    useEffect(() => {
      if (text === JSON.stringify(rested)) return undefined;
      const waiting = setTimeout(() => setRested(value), REST);
      return () => clearTimeout(waiting);
    }, [text]);
    return rested;
  }

  function Edit({ attributes, setAttributes }) {
    const { calculator, settings, sentence } = attributes;
    const known = all[calculator]?.settings ?? [];
    /** The document in which the element has been defined: before that nobody reads numbers. */
    const [defined, setDefined] = useState({});
    const [answer, setAnswer] = useState({});
    const kept = useRef({});
    const state = { calculator, settings };
    const rested = useRested(state);
    const isRested = JSON.stringify(rested) === JSON.stringify(state);
    const page = defined.tag === `chip-${rested.calculator}` ? defined.page : document;
    const { good, wrong } = readAll(page, rested.calculator, rested.settings);
    const shownKey = JSON.stringify([rested.calculator, good]);
    const current = isRested && answer.key === shownKey ? answer : undefined;

    // The sentence is part of what was set, not a step of its own that could be undone.
    useEffect(() => {
      if (current === undefined || current.sentence === sentence) return;
      data
        .dispatch(blockEditor.store ?? "core/block-editor")
        .__unstableMarkNextChangeAsNotPersistent?.();
      setAttributes({ sentence: current.sentence });
    }, [current?.sentence, sentence]);

    // No sentence of another state is kept: until the widget has answered there is none.
    const change = (next) => setAttributes({ ...next, sentence: "" });
    const set = (name, value) => {
      const { [name]: _, ...others } = settings;
      change({ settings: value ? { ...others, [name]: value } : others });
    };
    const choose = (name) => {
      kept.current[calculator] = settings;
      // What is no figure goes along to a calculator that has not been set up yet.
      const same = Object.entries(settings).filter(
        ([key]) => isColor(key) || ["lang", "theme", "layout", ...CURRENCY].includes(key),
      );
      change({ calculator: name, settings: kept.current[name] ?? Object.fromEntries(same) });
    };
    const used = answer.key?.startsWith(`["${calculator}"`) ? (answer.used ?? {}) : {};

    const help = (name, text) => {
      const refused = settings[name] !== undefined && isRested && wrong[name];
      if (!refused) return text;
      const told = sprintf(say("Not used: %s."), refused);
      return h("strong", { style: { color: "#b3261e" } }, told);
    };
    const field = (setting) => {
      const { name, kind, property, min, max } = setting;
      const text = textOf(calculator, name);
      const value = settings[name] ?? "";
      const common = {
        key: name,
        label: text.unit ? sprintf(say("%1$s (%2$s)"), text.label, text.unit) : text.label,
        value,
        "aria-invalid": isRested && wrong[name] !== undefined ? "true" : undefined,
        help: help(name, text.help),
        onChange: (next) => set(name, next),
      };
      if (kind === "choice") {
        const named = (word) => text.choices?.[word] ?? word;
        const standard =
          used[property] === undefined
            ? "–"
            : sprintf(say("%1$s (%2$s)"), "–", named(used[property]));
        const first = name === "preset" ? say("Standard figures") : standard;
        const options = [
          { value: "", label: first },
          ...setting.words.map((word) => ({ value: word, label: named(word) })),
        ];
        const note = name === "preset" && words.notes[value];
        const chosen = setting.words.find((word) => bare(word) === bare(value)) ?? "";
        return h(components.SelectControl, {
          ...common,
          value: chosen,
          options,
          help: help(name, note || text.help),
        });
      }
      if (kind === "list") return list(setting, common);
      if (kind !== "number") {
        return h(components.TextControl, { ...common, placeholder: text.placeholder });
      }
      const limits = [min, max].map((bound) => shown(bound, setting));
      const within = sprintf(say("From %1$s to %2$s."), ...limits);
      const standard = used[property] ?? undefined;
      return h(components.TextControl, {
        ...common,
        placeholder: typeof standard === "number" ? shown(standard, setting) : "",
        help: help(name, text.help ? sprintf(say("%1$s %2$s"), text.help, within) : within),
      });
    };
    const list = ({ name, words: ids }, { key, label, value, help: below }) => {
      const named = (id) => (name === "chips" ? words.chips[id] : textOf(calculator, id).label);
      const labelOf = (id) => (ids.includes(id) ? named(id) : id);
      return h(
        "div",
        { key },
        h(components.FormTokenField, {
          label,
          value: listed(value).map(labelOf),
          suggestions: ids.map(named),
          onChange: (tokens) => {
            const chosen = tokens.map((token) => ids.find((id) => named(id) === token) ?? token);
            set(name, chosen.join(" "));
          },
          __experimentalExpandOnFocus: true,
          __experimentalShowHowTo: false,
        }),
        below && h("p", { className: "components-base-control__help" }, below),
      );
    };

    const panel = (title, names, { note, isOpen = false } = {}) => {
      const fields = known.filter(({ name }) => names.includes(name));
      const hasMistake = fields.some(({ name }) => wrong[name] !== undefined);
      return (
        fields.length > 0 &&
        h(
          components.PanelBody,
          { key: title, title: hasMistake ? `${title} ⚠` : title, initialOpen: isOpen },
          note && h("p", { key: "note" }, note),
          fields.map(field),
        )
      );
    };
    const basics = known.filter(({ basic }) => basic).map(({ name }) => name);
    const groups = Object.entries(words.groups).map(([group, title]) =>
      panel(
        title,
        known.filter((of) => of.group === group && !of.basic).map(({ name }) => name),
      ),
    );
    const colors = known.filter(({ name }) => isColor(name));
    const refused = Object.entries(wrong).map(([name, advice]) => {
      const { label = name } = textOf(rested.calculator, name);
      return sprintf(say("%1$s “%2$s”: %3$s"), label, rested.settings[name], advice);
    });
    const unanswered = (current?.problem ?? []).map(({ path }) => {
      const setting = known.find(({ property }) => property === path);
      return setting === undefined ? path : textOf(calculator, setting.name).label;
    });
    return h(
      "div",
      blockEditor.useBlockProps(),
      h(
        blockEditor.InspectorControls,
        null,
        h(
          components.PanelBody,
          { title: say("Calculator") },
          h(components.SelectControl, {
            label: say("Calculator"),
            value: calculator,
            options: Object.keys(all).map((name) => ({
              value: name,
              label: words.calculators[name].name,
            })),
            help: words.calculators[calculator]?.about,
            onChange: choose,
          }),
          known.filter(({ name }) => START.includes(name)).map(field),
          calculator === "scenario-outlook" &&
            h(
              "p",
              null,
              say(
                "Scenarios of your own stand in the page as JSON, which whoever runs the site can add.",
              ),
            ),
          h(
            "p",
            { key: "what" },
            say("Feeds, and pages where scripts do not run, show this sentence:"),
          ),
          h("p", { key: "sentence", role: "status" }, h("em", null, sentence || "…")),
        ),
        panel(say("Main figures"), basics, {
          isOpen: true,
          note: say("Empty fields keep the starting figure. 70%, $37,000 and 90k are read."),
        }),
        groups,
        panel(say("On the page"), PAGE),
        panel(say("Currency"), CURRENCY, {
          note: say(
            "Amounts show in another currency where all three are given. The calculation runs in US dollars.",
          ),
        }),
        h(blockEditor.PanelColorSettings, {
          title: say("Colors"),
          initialOpen: false,
          disableCustomGradients: true,
          colorSettings: colors.map(({ name }) => ({
            label: SHARED[name].label,
            value: settings[name],
            onChange: (value) => set(name, value),
          })),
        }),
      ),
      (refused.length > 0 || unanswered.length > 0) &&
        h(
          components.Notice,
          { status: "warning", isDismissible: false },
          refused.length > 0 && say("Readers get the calculator without these settings:"),
          refused.length > 0 &&
            h(
              "ul",
              null,
              refused.map((text) => h("li", { key: text }, text)),
            ),
          unanswered.length > 0 &&
            sprintf(say("There is no answer with these figures: %s."), unanswered.join(say(", "))),
        ),
      all[rested.calculator] !== undefined &&
        h(Preview, {
          calculator: rested.calculator,
          settings: good,
          onAnswer: (told) => setAnswer({ key: shownKey, ...told }),
          onPage: (where, tag) => setDefined({ page: where, tag }),
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
