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

  const plain = (number) => number.toLocaleString("en", { maximumFractionDigits: 12 });

  /** A number as an author may write it in the field. */
  const shown = (value, { fraction }) =>
    fraction ? `${Number((value * 100).toPrecision(12))}%` : plain(value);

  const either = (isGood, value, wrong) => (isGood ? { value } : { wrong });

  /** What the element itself makes of a text; nothing before its code has come. */
  function elementReads({ page, calculator }, { name, property }, text) {
    const tag = `chip-${calculator}`;
    if (page.defaultView.customElements.get(tag) === undefined) return undefined;
    const widget = page.createElement(tag);
    widget.setAttribute(name, text);
    return { number: widget.input[property] };
  }

  /** What to write in place of a number that is not taken, or of what is none. */
  function limits({ min, max, whole, fraction, example }, number) {
    const bounds = [plain(min), plain(max)];
    // A share of 70 is meant in per cent.
    if (fraction && number > max && number <= 100 * max) {
      const meant = [`${number}%`, Number((number / 100).toPrecision(12))];
      const advice = say("write a number from %1$s to %2$s; for %3$s write %3$s or %4$s");
      return sprintf(advice, ...bounds, ...meant);
    }
    const advice = whole
      ? say("write a whole number from %1$s to %2$s, such as %3$s")
      : say("write a number from %1$s to %2$s, such as %3$s");
    return sprintf(advice, ...bounds, example);
  }

  /**
   * By the kind of a setting: the value that readers get of a text, or what to write instead. PHP judges
   * the page's settings in the same way, but for numbers that only the element can read.
   */
  const READ = {
    choice(text, { words: known }) {
      const value = known.find((word) => bare(word) === bare(text));
      return either(value !== undefined, value, say("choose one from the list"));
    },
    list(text, { words: known }) {
      const find = (word) => known.find((of) => bare(of) === bare(word));
      const bad = listed(text).filter((word) => find(word) === undefined);
      const good = listed(text).filter((word) => find(word) !== undefined);
      return {
        ...(good.length > 0 && { value: good.map(find).join(" ") }),
        ...(bad.length > 0 && { wrong: sprintf(say("there is no %s"), bad.join(say(", "))) }),
      };
    },
    number(text, setting, where) {
      const { min, max, whole } = setting;
      const found = elementReads(where, setting, text);
      if (found === undefined) return { value: text };
      const { number } = found;
      const isNumber = typeof number === "number" && (!whole || Number.isInteger(number));
      return either(isNumber && number >= min && number <= max, text, limits(setting, number));
    },
    text(text, { most }) {
      return either(text.length <= most, text, sprintf(say("write at most %d characters"), most));
    },
    currency(text) {
      const value = text.toUpperCase();
      const codes = Intl.supportedValuesOf?.("currency");
      const isCode = codes?.includes(value) ?? /^[A-Z]{3}$/.test(value);
      return either(isCode, value, say("write the code of a currency, such as EUR"));
    },
    rate(text) {
      const isRate = Number(text) > 0 && Number.isFinite(Number(text));
      const advice = say("write what one US dollar is in that currency, such as 0.92");
      return either(isRate, text, advice);
    },
    date(text) {
      return either(/^\d{4}-\d{2}-\d{2}$/.test(text), text, say("write a day such as 2026-11-01"));
    },
    color(text) {
      return either(/^#[0-9a-f]{3,6}$/i.test(text), text, say("write a color such as #0a6b68"));
    },
  };

  /** All settings of a block: what readers get, and what they do not, each with what to write instead. */
  function readAll(page, calculator, settings) {
    const good = {};
    const wrong = {};
    for (const [name, text] of Object.entries(settings)) {
      const setting = all[calculator]?.settings.find((known) => known.name === name);
      const found =
        setting === undefined
          ? { wrong: say("no setting has this name") }
          : READ[setting.kind](String(text).trim(), setting, { page, calculator });
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
  function Preview({ calculator, settings, onAnswer, onDefined }) {
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
      page.defaultView.customElements.whenDefined(tag).then(() => onDefined(page, tag));
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

  function ChoiceField({ calculator, setting, text, common, used }) {
    const named = (word) => text.choices?.[word] ?? word;
    const usual = used[setting.property];
    const standard = usual === undefined ? "–" : sprintf(say("%1$s (%2$s)"), "–", named(usual));
    const value = setting.words.find((word) => bare(word) === bare(common.value)) ?? "";
    const isPreset = setting.name === "preset";
    const note = isPreset && words.calculators[calculator].notes[value];
    return h(components.SelectControl, {
      ...common,
      value,
      options: [
        { value: "", label: isPreset ? say("Standard figures") : standard },
        ...setting.words.map((word) => ({ value: word, label: named(word) })),
      ],
      help: note || common.help,
    });
  }

  /** Names between spaces: of controls or of chips. */
  function ListField({ calculator, setting, common }) {
    const { name, words: ids } = setting;
    const named = (id) => (name === "chips" ? words.chips[id] : textOf(calculator, id).label);
    return h(
      "div",
      null,
      h(components.FormTokenField, {
        label: common.label,
        value: listed(common.value).map((id) => (ids.includes(id) ? named(id) : id)),
        suggestions: ids.map(named),
        onChange: (tokens) => {
          const chosen = tokens.map((token) => ids.find((id) => named(id) === token) ?? token);
          common.onChange(chosen.join(" "));
        },
        __experimentalExpandOnFocus: true,
        __experimentalShowHowTo: false,
      }),
      common.help && h("p", { style: { color: "#757575", fontSize: "12px" } }, common.help),
    );
  }

  function NumberField({ setting, text, common, used, isRefused }) {
    const [low, high] = [setting.min, setting.max].map((bound) => shown(bound, setting));
    const within = sprintf(say("From %1$s to %2$s."), low, high);
    const usual = used[setting.property];
    return h(components.TextControl, {
      ...common,
      placeholder: typeof usual === "number" ? shown(usual, setting) : "",
      help: isRefused
        ? common.help
        : text.help
          ? sprintf(say("%1$s %2$s"), text.help, within)
          : within,
    });
  }

  /** A setting; what is wrong with it stands where its help did. */
  function Field({ calculator, setting, value = "", wrong, used, onChange }) {
    const text = textOf(calculator, setting.name);
    const { label, unit, help, placeholder } = text;
    const told = wrong && sprintf(say("Not used: %s."), wrong);
    const common = {
      label: unit ? sprintf(say("%1$s (%2$s)"), label, unit) : label,
      value,
      help: told ? h("strong", { style: { color: "#b3261e" } }, told) : help,
      onChange,
      "aria-invalid": told ? "true" : undefined,
    };
    const given = { calculator, setting, text, common, used, isRefused: Boolean(told) };
    if (setting.kind === "choice") return h(ChoiceField, given);
    if (setting.kind === "list") return h(ListField, given);
    if (setting.kind === "number") return h(NumberField, given);
    return h(components.TextControl, { ...common, placeholder });
  }

  /** Settings under a title, which says when one of them is not used. */
  function Group({ title, note, isOpen = false, settings, wrong, field }) {
    if (settings.length === 0) return null;
    const hasMistake = settings.some(({ name }) => wrong[name] !== undefined);
    return h(
      components.PanelBody,
      { title: hasMistake ? `${title} ⚠` : title, initialOpen: isOpen },
      note && h("p", null, note),
      settings.map(field),
    );
  }

  /** The first panel: which calculator, with which figures, and what it says. */
  function Start({ calculator, sentence, settings, field, onChoose }) {
    return h(
      components.PanelBody,
      { title: say("Calculator and figures") },
      h(components.SelectControl, {
        label: say("Calculator"),
        value: calculator,
        options: Object.keys(all).map((name) => ({
          value: name,
          label: words.calculators[name].name,
        })),
        help: words.calculators[calculator]?.about,
        onChange: onChoose,
      }),
      settings.map(field),
      all[calculator]?.elsewhere.length > 0 &&
        h(
          "p",
          null,
          say(
            "Scenarios of your own stand in the page as JSON, which whoever runs the site can add.",
          ),
        ),
      h("p", null, say("Feeds, and pages where scripts do not run, show this sentence:")),
      h("p", { role: "status" }, h("em", null, sentence || "…")),
    );
  }

  function Colors({ settings, values, set }) {
    return h(
      blockEditor.PanelColorSettings,
      {
        title: say("Colors"),
        initialOpen: false,
        disableCustomGradients: true,
        colorSettings: settings.map(({ name }) => ({
          label: SHARED[name].label,
          value: values[name],
          onChange: (value) => set(name, value),
        })),
      },
      h(blockEditor.ContrastChecker, {
        backgroundColor: values["surface-color"],
        textColor: values["text-color"],
      }),
    );
  }

  /** All panels at the side: the figures by their groups, as in the widget itself. */
  function Panels({ calculator, values, wrong, used, sentence, set, onChoose }) {
    const known = all[calculator]?.settings ?? [];
    const named = (names) => known.filter(({ name }) => names.includes(name));
    const field = (setting) =>
      h(Field, {
        key: `${calculator} ${setting.name}`,
        calculator,
        setting,
        value: values[setting.name],
        wrong: wrong[setting.name],
        used,
        onChange: (value) => set(setting.name, value),
      });
    const group = (title, settings, more) =>
      h(Group, { key: title, title, settings, wrong, field, ...more });
    return h(
      blockEditor.InspectorControls,
      null,
      h(Start, { calculator, sentence, settings: named(START), field, onChoose }),
      group(
        say("Main figures"),
        known.filter(({ basic }) => basic),
        {
          isOpen: true,
          note: say("Empty fields keep the starting figure. 70%, $37,000 and 90k are read."),
        },
      ),
      Object.entries(words.groups).map(([id, title]) =>
        group(
          title,
          known.filter((setting) => setting.group === id && !setting.basic),
        ),
      ),
      group(say("On the page"), named(PAGE)),
      group(say("Currency"), named(CURRENCY), {
        note: say(
          "Amounts show in another currency where all three are given. The calculation runs in US dollars.",
        ),
      }),
      h(Colors, { settings: known.filter(({ name }) => isColor(name)), values, set }),
    );
  }

  /** What readers do not get of the settings. */
  function Refused({ calculator, values, wrong, problem }) {
    const texts = Object.entries(wrong).map(([name, advice]) => {
      const { label = name } = textOf(calculator, name);
      return sprintf(say("%1$s “%2$s”: %3$s"), label, values[name], advice);
    });
    const unanswered = problem.map(({ path }) => {
      const setting = all[calculator]?.settings.find(({ property }) => property === path);
      return setting === undefined ? path : textOf(calculator, setting.name).label;
    });
    if (texts.length === 0 && unanswered.length === 0) return null;
    const list = texts.map((text) => h("li", { key: text }, text));
    return h(
      components.Notice,
      { status: "warning", isDismissible: false },
      list.length > 0 && say("Readers get the calculator without these settings:"),
      list.length > 0 && h("ul", null, list),
      unanswered.length > 0 &&
        sprintf(say("There is no answer with these figures: %s."), unanswered.join(say(", "))),
    );
  }

  function Edit({ attributes, setAttributes }) {
    const { calculator, settings, sentence } = attributes;
    /** Where the element has been defined: before that nobody reads numbers. */
    const [defined, setDefined] = useState({});
    const [answer, setAnswer] = useState({});
    const kept = useRef({});
    const state = { calculator, settings };
    const rested = useRested(state);
    const isRested = JSON.stringify(rested) === JSON.stringify(state);
    const page = defined.tag === `chip-${rested.calculator}` ? defined.page : document;
    const { good, wrong } = readAll(page, rested.calculator, rested.settings);
    const key = JSON.stringify([rested.calculator, good]);
    const current = isRested && answer.key === key ? answer : undefined;

    // Of a field that is being typed into nothing is said yet.
    const told = Object.entries(wrong).filter(
      ([name]) => calculator === rested.calculator && settings[name] === rested.settings[name],
    );

    // The sentence is part of what was set, not a step of its own that could be undone.
    useEffect(() => {
      if (current === undefined || current.sentence === sentence) return;
      data.dispatch("core/block-editor").__unstableMarkNextChangeAsNotPersistent?.();
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
    return h(
      "div",
      blockEditor.useBlockProps(),
      h(Panels, {
        calculator,
        values: settings,
        wrong: Object.fromEntries(told),
        used: answer.calculator === calculator ? (answer.used ?? {}) : {},
        sentence,
        set,
        onChoose: choose,
      }),
      h(Refused, {
        calculator: rested.calculator,
        values: rested.settings,
        wrong,
        problem: current?.problem ?? [],
      }),
      all[rested.calculator] !== undefined &&
        h(Preview, {
          calculator: rested.calculator,
          settings: good,
          onAnswer: (said) => setAnswer({ key, calculator: rested.calculator, ...said }),
          onDefined: (where, tag) => setDefined({ page: where, tag }),
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
